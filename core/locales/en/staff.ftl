# Said to colleagues

card = { $urgent ->
    [true] 🔴 Urgent · { $number }
   *[other] 📋 { $number }
 }{ $round ->
    [1] {""}
   *[other] {" "}· round { $round }
 }
    { $kind } { $because }
    Where: { $place }
    Contact: { $name } { $phone }{ $bound ->
    [true] {""}
   *[other] {" "}(not verified)
 }
    What: { $issue }
    Wish: { $expectation }
    Received: { $opened }
    { $state }
    { $notes }
state-filed = ⏳ For the desk to judge
state-dispatched = ⏳ To be taken before { $due }
state-taken = 👷 Taken by { $handler }, on site before { $due }
state-on-site = 🔧 { $handler } is on site, done before { $due }
state-joined = 🔗 handled together with another case
state-done = 📝 Done by { $handler }; the desk has to answer the owner
state-replied = 💬 Answered, waiting for the owner's word
state-closed = ✅ Owner satisfied, closed
state-withdrawn = ↩️ Withdrawn by the owner
note-add = · Owner adds: { $why }
note-chase = · ⏰ Owner asks for news
note-progress = · Progress: { $why }
note-delay = · Delayed: { $why }
note-transfer = · Transferred: { $why }
note-reject = · Owner not satisfied: { $why }
note-finish = · Result: { $why }
stamp-filed = With the desk
stamp-taken = { $handler } has it
stamp-on-site = { $handler } on site
stamp-joined = joined to another case
stamp-done = Done
stamp-replied = Owner answered
stamp-closed = Closed
stamp-withdrawn = Withdrawn
stamp-moved = Moved on
note-which = Which job is this about?
card-moved = { $number } has gone to { $to }.

take = Take
transfer = Transfer
arrive = On site
delay = Delay
finish = Done
see-card = See card

taken-see-private = It's yours. The owner's number is in your private chat.
taken-by = { $handler } was a moment faster.
taken-by-you = You have taken it already.
arrived = Noted, you are on site.
delayed = { $told ->
    [call] Noted. The owner cannot be written to; the desk calls them with the reason and the new time.
   *[other] Noted; the owner has the reason and the new time.
 }
transferred = Transferred.
noted = Noted on { $number }.
reason-parts = Parts needed
reason-nobody-home = Nobody at home
reason-outside-firm = Outside firm
reason-power-off = Shut-off needed
reason-not-ours = Not our job
reason-needs-skill = Needs specialist
reason-no-hands = Short of hands
span = { $days ->
    [0] { $hours ->
        [0] in { $minutes } min
        [one] in 1 hour
       *[other] in { $hours } hours
    }
    [one] in 1 day
   *[other] in { $days } days
 }

handler-hears = [{ $number }] The owner says: { $words }
handler-withdrawn = [{ $number }] The owner has withdrawn it; no need to go.
handler-unreached = { $name }, I can't write to you in private, so the owner's number cannot reach you ({ $number }). Please open a private chat with me, say a word, then come back to the card.

ask-result = [{ $number }] { $handler }, please tell me here (in a group, reply to this): what you did, how it turned out, what is left, with photos. Several messages are fine.
result-so-far = [{ $number }] Result:
    { $words }
    Photos: { $pictures }
    Send more if there is more, then submit.
done-free = Submit · free
done-paid = Submit · charged
result-needs-words = Please say in a sentence what you did and how it turned out.
result-kept = [{ $number }] Result submitted, well done!
result-cancelled = [{ $number }] All right, not done yet.

emergency-alarm = 🔴 Urgent { $number } ({ $place }): { $issue }
emergency-call = 🔴 { $number } is an emergency. Please ring { $who } now, and tap below once you got through.
called = Told by phone
superior-second-round = { $number }: the owner is not satisfied, round { $round } begins. Please send somebody else and watch it yourself.
owner-chases = ⏰ The owner of { $number } asks for news (reminder { $times }).

# The service desk

desk-emergency-draft = 🔴 An owner is writing about something urgent, not submitted yet { $because }
    Where: { $place }
    Contact: { $name } { $phone }
    { $issue }
desk-hears = [{ $number }] { $who }: { $words }
desk-human = 🙋 [{ $number }] { $name } wants to talk to a person.
    { $issue }
desk-reply-draft = [{ $number }] Round { $round } is done. Our draft for the owner:
    — { $draft }
desk-binding = { $name } asks to be linked to { $place } ({ $number }). Please check and decide.
desk-survey-words = [Callback { $number }] In the owner's words:
    Not done well: { $wrong }
    Suggestions: { $wishes }
    To bear in mind: { $needs }
desk-unreached = Messages to { $name } do not arrive ({ $number }); please reach them another way.
make-urgent = Make urgent
send-reply = Send as it is
rewrite-reply = Write my own
answer-owner = Answer owner
write-owner = Message owner
write-reply = Please write here (in a group, reply to this) your answer to the owner ({ $number }).
write-answer = Please write here (in a group, reply to this) what the owner should read ({ $number }).
write-words = Please write it in words.
reply-sent = Sent; now it is the owner's word.
passed-on = { $told ->
    [call] The owner cannot be written to; it is on the call list, please tell them by phone ({ $number }).
   *[other] Passed on to the owner ({ $number }).
 }
sent-to = Sent out.
agree = Approve
refuse = Decline
binding-agreed = ✅ { $place } is linked ({ $who }).
binding-refused = { $place } is not linked ({ $who }).

call = 📞 { $number } ({ $name }**): please ring. { $why }
call-undeliverable = Our messages do not reach the owner; please tell them by phone how things stand.
call-verdict = The owner has not said whether they are satisfied; please ask, and enter just what they say.
call-survey = No answer to the callback. Please ask: “How was the matter of the other day handled: good, fair or poor?” and enter just what they say.
call-answered = { $number }: the owner has answered after all, no need to ring.
call-again-later = Noted: no answer. Please try again another time.
no-answer = No answer
show-number = Show number
private-number = [{ $number }] { $place } { $name }: { $phone }
sent-private = The number is in your private chat.
start-first = Please open a private chat with me and say a word, so that I can send you the number.
already-done = This has been done already.
task-done = ✅ Done by { $who } ({ $number }).

bind-in-group = Please send /bind in the group itself.
bind-admins-only = Only an administrator can do that.
bind-which = Which department's group is this?
group-choice = { $site } · { $department }
group-bound = Done: this is now the group of { $site }, { $department }.
group-lost = I was removed from the group of “{ $department }”, so cases no longer reach it. Please add me again, or bind another one (on Telegram, send /bind in it).

better-another = You handled this last time and the owner was not satisfied. It is better if a colleague takes it. If there is nobody else, tap again.
result-needs-photo = [{ $number }] One thing is missing: a photo of the finished work. Send one, then submit.
done-without-photo = No photo, submit
desk-only = Only the front desk can see this list.
calls = 📞 { $site }: { $count } calls to make.
    Callbacks of the last 30 days: answered { $answered }, of those satisfied { $satisfied }. No answer is not counted as one.
send-this = Is this right ({ $number })?
    { $words }
submit-it = Yes, submit
extras = More
more-what = { $number }: you can also
nothing-more = There is nothing else to do here right now.
send-it = Send to owner
