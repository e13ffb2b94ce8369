# Duty, nights and holidays, the day's orders, public order

shift-early = early shift
shift-middle = middle shift
shift-night = night shift
card-on-duty = On duty: { $names }
whoever-is-on-duty = whoever is on duty
duty-alarm = 🔴 You are on duty: an emergency at { $place } ({ $number }). Please look at the card and take it now.
duty-numbers = Duty numbers
duty-numbers-private = [{ $number }] Please ring:
    { $lines }
duty-number = { $name }: { $phone }

no-cover = ⚠️ { $cover } should be covering { $site } now, but nobody can be found (from { $number } on). Cases still go to the departments; please get somebody in.
arranged = Arranged
reason-shift-over = nobody at night
left-from-night = { $number } ({ $place }): nobody took it during the night. It is with the department again, please find somebody soon.
left-from-shift = { $number } ({ $place }): the shift before you did not take it. Please have a look.
night-on-site = { $number }: { $handler } of the shift before went there and is still on site. Please lend a hand, or pass it on if need be.

duty-now = [{ $site }] { $holiday ->
    [true] Public holiday,{" "}
   *[other] {""}
 }{ $shift }, until { $until }
    { $lines }
    { $covers }
duty-line = { $department }: { $names }
duty-cover = Covering as well: { $department } { $names }
no-roster = no roster, everybody is told
nobody-covers = nobody yet
duty-staff-only = Only colleagues can see who is on duty.
set-shift = { $shift }
rota-which = Which shift of { $department } today?
rota = [{ $department }] { $shift } (from { $day }), on duty: { $names }
    Tap a name to add or remove it.
on-duty = ✓ { $name }
off-duty = { $name }
you-are-on = You are on the { $shift } from { $at } ({ $department }).
not-of-department = That colleague is not of this department.
rota-not-yours = The roster of this department is its supervisor's to set.
rota-old = That roster is of another day. Please send /duty again.

sign-order = 📄 Order { $number }, for your signature{ $round ->
    [1] {""}
   *[other] {" "}(round { $round })
 }
    { $department }, { $handler } · { $place }
    Result: { $result }
    { $pictures } photos · { $paid ->
    [true] paid
   *[other] free of charge
 }
    { $notes }
sign = Sign
sign-back = Ask for more
note-sign-back = · Given back: { $why }
note-sign-more = · Added: { $why }
order-signed = ✅ Order { $number } was signed by { $who }.
sign-not-own = Nobody signs their own work; somebody above you was asked.
signed-already = { $who } has signed it already.
sign-nobody = Order { $number } is done, but there is no supervisor who can sign it. The manager can, under “More”.
sign-no-more = Order { $number }: the owner was not satisfied and it is being worked on again. No signature needed for now.
ask-sign-back = What is missing from order { $number }? One sentence; I pass it on to whoever did the work.
order-back = Order { $number } was given back by { $who }. Please add: { $why }
add-to-order = Add
sign-back-sent = Given back to whoever did the work ({ $number }).
sign-back-nobody = Whoever did the work can no longer be reached ({ $number }). Your reason is on record; you may check it yourself and sign.
ask-order-more = Please add to order { $number }: a few words, or photos.
order-more-kept = Added. The supervisor was asked to sign again ({ $number }).

day-orders = 📋 [{ $department }] Orders, as of { $at }
    Signed: { $signed }
    { $signed_lines }
    Waiting for a signature: { $unsigned }
    { $unsigned_lines }
    Not finished: { $unfinished }{ $lacking ->
    [0] {""}
   *[other] , { $lacking } of them without a reason
 }
    { $unfinished_lines }
day-finished = · { $number } { $place } { $handler }
day-unfinished = · { $number } { $place } { $state }
    　Reason: { $why }
day-no-reason = none yet
day-rest = · and { $count } more
day-number = · { $number } { $place }
write-reasons = Give reasons
sign-them = Sign one by one
why-unfinished = { $number } ({ $place }) was not finished today. Why? ({ $left } to go)
    { $state }
own-words = In my words
ask-why-unfinished = Why is { $number } not finished? One sentence, please.
reason-appointed = other day agreed
reason-just-came = just came in
not-your-list = This list is for the head of the department.
nothing-to-sign = Nothing more waits for your signature.
finished-meanwhile = { $number } is finished by now; no reason needed.
orders-filed = 📁 Orders: { $signed } signed yesterday or before are filed.
    { $signed_lines }
    Not signed yet: { $unsigned }
    { $unsigned_lines }
orders-left = ⏰ [{ $department }] Orders waiting for you: { $unsigned } unsigned, { $silent } without a reason.

out-of-hand = Out of hand
security-alarm = 🚨 Public order { $number } ({ $place }): { $issue }
    Sent to security.
call-police = 🚨 { $number }: ring { $police } now and give the address: { $address }, { $place }
    Keep yourself and everybody around you safe first. Tap below once you have rung.
police-called = Police called
police-told = 🚓 { $number } ({ $place }): the police were called by { $who }, { $at }.
police-already = { $who } called the police { $at } already.
