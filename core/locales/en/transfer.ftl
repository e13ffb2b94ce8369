# Given on, given back, left by its handler

back-to-own = Back to team
back-to-desk = Back to desk
changed-meanwhile = { $number } changed a moment ago and was not passed on. Now: { $state }
reason-needed = Whatever is passed on or given back needs a reason; please tap one.
desk-hears-transfer = 🔁 { $number }: { $who } passed it from { $source } to { $to } ({ $why }).{ $times ->
    [1] {""}
   *[other] {" "}That makes { $times } times in this round; please keep an eye on it.
 }
owner-handed-on = { $number }: { $to } will go on with this. We'll tell you at once who is coming.
handler-relieved = [{ $number }] It went to { $to } ({ $why }); nothing more for you to do.
holder-gone = ⚠️ { $handler } is no longer here; to be taken over before { $due }
left-without-handler = { $number } ({ $place }) is in nobody's hands now: { $why }. It is back with the department; please send somebody soon.
reason-handler-gone = handler has left
reason-off-shift = gone off shift
note-return = · Returned to the desk: { $why }
progress-late = It is late already and not going as planned. Please write to the owner how it stands and what comes next.

step-leave = { $at } { $who } came, nobody was at home
did-leave = nobody home
above-step-leave = · { $who } came, nobody was at home
