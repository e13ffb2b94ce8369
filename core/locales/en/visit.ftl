# The visit: who comes, when, and how to be a guest

go = I'll go first
gone-first = Noted, you go first. Tap when you are on site. The owner's number is in your private chat; the order can wait.
owner-going = { $number }: this is urgent, { $handler } is on the way and should be with you before { $due }.

job-private = [{ $number }] { $place }
    Owner: { $name } { $phone }
    What: { $issue }
    Wish: { $expectation }
    Due: { $due }
    { $notes }
visit-words = At the door:
    1. Greet: “Hello, I'm { $handler } from { $estate }, { $department }. I've come about what you reported.”
    2. Show your badge; put on shoe covers before you go in.
    3. Look first, then say what is wrong and how you would mend it; name any charge and start once the owner agrees.
    4. Leave it clean and take the rubbish with you.
    5. Have the owner look and try it, and confirm it on the phone.
    6. Say goodbye: “Sorry for the disturbance. We're here whenever you need us.”

# Agreeing on a time

book = Set a time
book-from = [{ $number }] From when could you go? (Owner's wish: { $wish })
    Pick one; the owner chooses among the times from then on.
book-call-first = [{ $number }] The owner is not in the chat: please call first (wish: { $wish }), then tap the time agreed on:
book-agreed = [{ $number }] Which time did you agree on by phone? (Owner's wish: { $wish })
agreed-by-phone = Agreed by phone
book-offered = [{ $number }] The owner was asked to choose; you'll hear at once.
book-kept = [{ $number }] Noted: visit { $at }. The owner has it too.
time-gone = That time has passed, please choose another.
card-visit = 📅 Visit agreed: { $at }

visit-offer = [{ $number }] A colleague would like to come and look ({ $place }). Which time suits you?
no-time-suits = None suits me
visit-agreed = [{ $number }] Agreed: a colleague will come { $at }. Please keep your phone near you.
move-visit = Change the time
visit-to-when = [{ $number }] To when would you like to move it?
visit-asked = [{ $number }] We've asked whether { $at } is possible and will tell you at once; until then the time agreed before stands.
when-suits = [{ $number }] No problem. When would it suit you? Just say, for example “Saturday morning”. The colleague and the desk will both see it.
offer-over = The times for { $number } have changed, please see the newest message; for another time, choose “Talk to a person”.
visit-chosen = 📅 { $number }: the owner chose { $at }.
visit-none-suits = 📅 { $number }: none of the times suits the owner, who will say when; please offer others.
visit-wished = 📅 { $number }: the owner would like to move the visit to { $at }. Possible?
that-time-suits = That's fine
other-times = Other times

owner-visit-missed = [{ $number }] We are very sorry: we were to come { $at } and nobody has arrived. We are pressing for it. To choose another time, tap below.
visit-missed = ⏰ { $number }: the visit was agreed for { $at } and { $handler } has not arrived; the owner has our apology. Please give the reason and a new time.
owner-missed-us = [{ $number }] { $handler } came, but nobody was at home. When would it suit you? You can choose another time and we'll come again.
head-delayed = [{ $number }] { $who } reports a delay: { $why }; new time: before { $until }. { $told ->
    [call] The owner cannot be written to; it is on the desk's call list.
   *[other] The owner has been told.
 }

# Pausing

pause = Pause
resume = Resume
paused = { $told ->
    [call] Noted. The owner cannot be written to; the desk calls them with the reason and the date.
   *[other] Noted; the owner has the reason and the date.
 }
resumed = It goes on; the clock runs again.
not-paused = This one is not paused.
reason-owner-away = Owner is away
reason-weather = Weather
card-paused = ⏸ Paused until { $until }: { $why }
owner-paused = [{ $number }] Just to let you know: this has to wait for a while ({ $why }). We'll go on { $until }.
owner-resumed = [{ $number }] We're back at it and will tell you how it goes.
staff-paused = ⏸ [{ $number }] { $who } paused it: { $why }; it goes on { $until }. { $told ->
    [call] The owner cannot be written to; it is on the desk's call list.
   *[other] The owner has been told.
 }
pause-over = ▶️ [{ $number }] The pause is over ({ $why }, until { $until }) and the clock runs again. Please go on; if that is not possible yet, pause or delay it once more.

step-go = { $at } { $who } went there at once
step-appointment = { $at } Visit agreed: { $why }
step-pause = { $at } Paused: { $why }
step-resume = { $at } Work goes on
