# Above the desk: claims, hard cases, head office, approval, anger

above-waits = ⏳ { $number } ({ $place }) still waits for: { $what }. Nobody above has dealt with it; please ask in person or by phone.
above-done = { $number }: { $who } has dealt with it.
above-settled = ✅ { $number } { $what }: done by { $who }.
above-progress = [{ $number }] { $place }
    { $lines }
the-system = the system
matter-claim-decide = whether it is a claim
matter-claim-summary = the lead's summary of the claim
matter-claim-opinion = the manager's opinion on the claim
matter-hard = opinion and deadline of a hard case
matter-approval = words to the owner waiting for approval
matter-talk = a senior's talk with the owner
time-over = That time has passed; please choose another.

above-step-file = · received
above-step-dispatch = · sent out
above-step-transfer = · transferred by { $who }: { $why }
above-step-return = · returned to the desk by { $who }: { $why }
above-step-take = · taken by { $who }
above-step-go = · { $who } went off at once
above-step-arrive = · { $who } on site
above-step-delay = · delayed by { $who }: { $why }
above-step-pause = · paused by { $who }: { $why }
above-step-appointment = · { $who } agreed on a visit with the owner
above-step-quote = · { $who } sent the owner a quotation
above-step-consent = · the owner accepted the quotation
above-step-refuse = · the owner refused the quotation. { $why }
above-step-news = · { $who } told the owner how far it is: { $why }
above-step-resume = · { $who } goes on with it
above-step-publish = · { $who } published the result: { $why }
above-step-finish = · { $who } reports it done: { $why }
above-step-settle = · settled on the spot by { $who }: { $why }
above-step-promise = · { $who } named the time of the next answer
above-step-reply = · owner answered: { $why }
above-step-explain = · explained to the owner: { $why }
above-step-accept = · owner satisfied, closed
above-step-explained = · explained, no objection, closed
above-step-reject = · owner not satisfied, another round. { $why }
above-step-reject-answer = · owner not satisfied with the answer. { $why }
above-step-withdraw = · withdrawn by the owner
above-step-add = · owner adds: { $why }
above-step-correct = · owner corrects: { $why }
above-step-chase = · owner asks for news
above-step-desk-says = · { $who } to the owner: { $why }
above-step-claim = · recorded as a claim by { $who }
above-step-claim-denied = · no claim, says { $who }
above-step-claim-details = · { $who } added to the claim: { $why }
above-step-claim-summary = · summary by { $who }: { $why }
above-step-claim-opinion = · opinion of { $who }: { $why }
above-step-hard = · brought up as a hard case by { $who }: { $why }
above-step-hard-opinion = · opinion of { $who }: { $why }
above-step-appoint = · { $why } appointed
above-step-senior = · { $why } looks after the owner in person

# Claims

claim = Claim
claim-more = Add evidence
not-a-claim = Not a claim
claim-summarise = Write summary
write-opinion = Write opinion
claim-suggested = 💰 { $number } looks like a claim { $because }. If it is one, please record it: the lead and the manager decide. Until then, not a word about fault or money.
    { $issue }
claim-decided = 💰 { $number } is recorded as a claim ({ $who }). Answers need the manager's approval first.
claim-denied = { $number } is not treated as a claim ({ $who }).
claim-ask = Please write here (in a group, reply to this) for { $number }:
    what was damaged, when, how much is asked, what evidence there is. Photos are welcome, and more can follow. The owner's own words are kept.
claim-kept = Noted ({ $number }). Send more words or photos if there are any, then say that is all; more can be added later, too.
claim-card = 💰 Claim { $number } ({ $place })
    Owner: { $name }
    In their words: { $issue }
    Asked for: { $expectation }
    Added later: { $later }
    Found out by the desk: { $details }
    Please write a summary for the manager.
claim-ask-summary = Please write the summary ({ $number }): what happened, the damage, what is asked, what we know. It goes to the manager.
claim-summary-kept = The summary is with the manager ({ $number }).
claim-opinion-card = 💰 Claim { $number } ({ $place }) needs your opinion
    Owner: { $name }
    In their words: { $issue }
    Asked for: { $expectation }
    Added later: { $later }
    Found out by the desk: { $details }
    Summary: { $summary }
claim-ask-opinion = Please write your opinion ({ $number }).
claim-opinion = 💰 { $number }, opinion of { $who }: { $words }
    Please draft the answer accordingly; the manager sees it before it goes out.
claim-opinion-there = 💰 { $number }: { $who } has given an opinion; the lead has it.
opinion-kept = Your opinion is on record, and the lead has it ({ $number }).
filed-claim = Thank you for telling us. What you described and what you ask for is recorded word for word.
    Case number: { $number } ({ $place })
    With { $who }, reachable at { $phone }
    Please keep photos and receipts; you can send them right here. You will hear from us by { $hear }.{ $bound ->
    [true] {""}
   *[other] {" "}(You are not linked to this home yet; that changes nothing.)
 }
reply-draft-claim = Hello, about what you told us concerning { $place }:
    { $handler }: { $result }
why-claim = All right, { $number } will be looked into again. Please tell us your view, photos are welcome.

# Hard cases

hard = To manager
hard-ask = Please write here (in a group, reply to this) what makes { $number } hard, what was tried, and what the manager should decide.
hard-waits = It has been brought up; the manager's opinion is awaited.
hard-reported = Brought up. You will hear the manager's opinion and deadline at once ({ $number }).
hard-card = 🧩 Hard case { $number } ({ $place })
    What: { $issue }
    Brought up by { $who }: { $why }
    Your opinion: { $view }
    Please give an opinion and a deadline.
hard-ask-opinion = Please write your opinion ({ $number }); then choose the deadline.
hard-until = Opinion on { $number }: { $words }
    Done by when?
hard-words-first = Please write the opinion first, then choose the deadline.
hard-kept = ✅ Opinion on { $number }: { $words }
    Deadline: { $until }. It will be checked then, and you will hear.
hard-opinion = 🧩 { $number }, opinion of { $who }: { $words }
    To be done by { $until }.
hard-verified = { $done ->
    [true] ✅ { $number } ({ $place }), deadline checked: done ({ $state }).
   *[other] ❗ { $number } ({ $place }), deadline checked: not done ({ $state }).
 }
    The opinion was: { $words } (by { $until })

# Through head office, group or government

handle-it = I'll handle it
appoint = Appoint
above-report = 🏢 { $via } · { $number } ({ $place })
    Owner: { $name }
    What: { $issue }
    Wish: { $expectation }
    You can handle it yourself or appoint a colleague.
above-track = 🏢 { $via } · { $number } ({ $place }): you keep track of it and hear of every step.
    Owner: { $name }
    What: { $issue }
    Wish: { $expectation }
above-unreported = 🏢 { $number } came from above, and head office or the lead cannot be written to yet. Please report it in person or by phone.
appoint-nobody = There is nobody to appoint who can be reached now.
appoint-whom = Who shall be answerable for { $number }?
appoint-gone = They cannot be reached or have left; please choose somebody else.
appointed-already = { $who } is answerable for it already.
appointed-you = 🏢 Head office has made you answerable for { $number } ({ $via }, { $place })
    Owner: { $name }
    What: { $issue }
    Wish: { $expectation }
    You will hear of every step and of whatever is late.
appointed-other = { $number } is now with { $who }; you need not follow it any more.
appointed = 🏢 { $who } is answerable for { $number } (appointed by { $by }).
appoint-lost = ❗ { $number }: { $who }, who was appointed, is no longer in post. Please appoint somebody else.

# Approval

approve = Approve
disapprove = Send back
approval-waits = This promises compensation, a guarantee or a time, or answers a claim, so somebody with authority sees it before the owner does ({ $number }). I'll tell you as soon as it is decided; the deadlines go on.
approval-card = ✍️ { $number } ({ $place }): { $who } would like to tell the owner { $found }:
    { $words }
approval-given = ✅ { $number }: approved by { $who }.
approval-refused = ↩️ { $number }: sent back by { $who }.
approval-sent = ✅ { $number }: { $who } approved, and the owner has it.
approval-done = The owner has it.
approval-over = { $number }: this has been decided already.
approval-own = Somebody else has to approve your own words.
approval-overtaken = { $number } has moved on; these words did not go out, but stay on record.
approval-why = Please write what should be changed ({ $number }).
approval-returned-kept = Sent back to whoever wrote it ({ $number }).
approval-returned = ↩️ { $number }: { $who } asks for a change: { $why }
    It said: { $words }

# Anger, or a demand for somebody senior

anger-desk = 😠 The owner of { $number } is upset { $because }{ $chases ->
    [0] {""}
   *[other] {" "}(asked for news { $chases } times)
 }: { $words }
    A senior has been told. Please be calming: no argument, no promise.
anger-card = 😠 { $number } ({ $place }): the owner is upset or asks for somebody senior { $because }{ $chases ->
    [0] {""}
   *[other] {" "}(asked for news { $chases } times)
 }
    Owner: { $name }
    In their words: { $words }
    They chose: { $wish }
    Looked after by: { $taken }
    Please talk to them yourself, then tap “Talked to them”.
take-over = Take over
talked = Talked to them
talked-to = ✅ { $number }: { $who } has talked to the owner.
senior-here = [{ $number }] Hello, this is { $who }. I am looking after this myself and will get in touch with you. You can also write right here.
senior-took = { $number }: { $who } looks after the owner in person.
senior-hears = [{ $number }] The owner you look after says: { $words }
calm-offer = [{ $number }] We understand how you feel and take this seriously. What would suit you best?
calm-senior = Someone senior
calm-place = Talk in person
calm-later = Call me tomorrow
calm-when-place = [{ $number }] Of course. When would you like to come?
calm-when-later = [{ $number }] Of course, take your time. When may we get in touch?
calm-agreed-senior = [{ $number }] All right, { $who } takes over and will get in touch with you.
calm-agreed-place = [{ $number }] All right, { $at } at { $office }: { $who } will talk to you in person. If you cannot come, just say so here.
calm-agreed-later = [{ $number }] All right, { $who } will get in touch { $at }.
calm-wish-senior = somebody senior
calm-wish-place = a talk at { $office }, { $at }
calm-wish-later = to be contacted { $at }
our-senior = somebody senior
name-and-role = { $name } ({ $role })
desk-of = the service desk of { $site }
step-claim = { $at } what you ask for is recorded word for word
step-senior = { $at } { $why } looks after it in person

# Too many messages

flood-wait = We have everything you sent. One moment please, we are reading it. If there is danger, please phone.
flood-desk = [{ $number }] The owner is sending very many messages; they are no longer passed on one by one but kept with the case. Please see the card.
flood-cases = We have noted { $most } matters for you today and are working through them. This one is not opened as a case of its own: your words are kept, choose “Talk to a person” and a colleague goes on with it, or phone { $phone }. Danger can be reported at any time.
