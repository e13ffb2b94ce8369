# Emergencies nobody has confirmed yet

emergency-waits = ⏰ Nobody has ticked “Told by phone” yet. Please get in touch right away:
    { $card }
emergency-number = { $place } { $name }: { $phone }
emergency-filed = ✅ Submitted as { $number } ({ $place }); please follow that case.
emergency-dropped = ⚪ This emergency ({ $place }) was cancelled and not submitted. If nobody has spoken to them yet, please call and ask whether all is well.
emergency-forgotten = ⚪ This emergency ({ $place }) was never submitted and the draft is gone. If nobody has spoken to them, please call and ask.
emergency-elsewhere = ⚪ It turned out to be at another estate; nothing to do here.
emergency-withdrawn = ⚪ { $number } ({ $place }) was withdrawn by the owner; no need to hurry there any more.
emergency-none = ⚪ { $number } ({ $place }) has been checked and is no emergency; deal with it as usual.
draft-left-urgent = { $standing ->
    [called] A colleague is already following up your emergency by telephone.
    [shown] The emergency you wrote about is with the service desk.
   *[nobody] The emergency you wrote about has not reached a colleague yet; please call us right away.
 } Please choose “Continue” to confirm it, so that we can send somebody at once. If there is still danger, leave first. To reach us quickly: { $phone }.
added-urgent = This is urgent: { $number } is now an emergency and the colleagues in charge have been told. Please stay safe and take no risks; if a life is in danger, call the emergency services first. To reach us quickly: { $phone }.
job-raised = 🔴 { $number } ({ $place }): there is danger, it is an emergency now. Keep everybody safe first, and call for help if you need hands.
noted-urgent = Noted. { $number } is an emergency now; the desk and the supervisor have been told. Keep yourself and the owner safe first.
human-closed = We have passed it on to the service desk ({ $number }); all you said is in it, no need to repeat. The desk is closed now and answers right here when it opens, { $opens }. If it is urgent: { $phone }.
desk-danger-heard = 🔴 { $who } reports danger on site: { $words }
    They have several jobs and are being asked which; please get in touch right away.
