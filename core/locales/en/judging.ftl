# Judgement, explanations, classes

and-also = { $a } · { $b }
class-1 = 1 · ours
class-2 = 2 · developer
class-3 = 3 · outside
size-minor = Minor
size-ordinary = Ordinary
urgency-yes = Urgent
urgency-no = Not urgent
effect-large = Large effect
effect-small = Small effect
effect-open = not judged yet

change-category = Change category
change-class = Change class
change-urgency = Urgency
change-size = Size
judge-category = { $number } is “{ $now }” now. What should it be?
judge-class = { $number } is “{ $now }” now. Class 1 is our own management, 2 the developer or the building itself, 3 the surroundings and public facilities.
judge-urgency = { $number } is “{ $now }” now. What should it be?
judge-size = How large is the repair of { $number }? Its deadline follows.
judged = { $number }: noted as { $what }.
judged-by = { $who } has just judged { $number }; please look at the newest card first.
judged-so = { $number } is that already.
judge-closed = { $number } is closed and is not judged again.
give-to = To { $department }
leave-there = Leave it there
moved-to = { $number } now lies with { $department }.
reason-judged = another category
reason-doubt = still unclear
call-off = { $number }: nobody need make this call any more.

# Explanations

not-in-scope = Not our business
explain-reason = Explain
cannot-solve = Cannot solve it
in-own-words = My own words
ask-whose = { $number }: where should the owner turn? One tap sends it; or write it yourself.
ask-where-instead = Please write here (in a group, as a reply to this) who deals with it and how to reach them ({ $number }). The owner gets it with our explanation.
ask-reason = Please write the reason here (in a group, as a reply to this): what was checked, and what it rests on ({ $number }). The owner gets it, and it is kept on record.
ask-why-not = Please write here (in a group, as a reply to this) why it cannot be solved for now ({ $number }). The owner is told so plainly, and the manager gets a report.
ask-alternative = And what can we do for the owner meanwhile ({ $number })? A stopgap, or the next step.
explained-to-owner = { $number }: { $told ->
    [call] the explanation is noted. The owner cannot be written to; it is on the call list, please read it to them and ask whether it is clear.
   *[other] the owner has the explanation, and is asked whether it is clear.
 }
answered-by = { $who } was faster: { $number } has been answered.
your-words = What you wrote about { $number } is still here and was not sent:
    { $words }
handler-explained = [{ $number }] The desk has explained matters to the owner; no need to go there any more.
manager-unsolved = Report: { $number } ({ $place }) cannot be solved for now. We explained it to the owner and apologised.
    Issue: { $issue }
    Why: { $why }
    What we do instead: { $alternative }
    By: { $who }
call-explained = we explained, and heard nothing. Please call, ask whether it was clear, and enter what they say.

explanation-outside = [{ $number }] We looked carefully into what you told us ({ $place }). It is outside what this office manages, so we have no power to deal with it. We are sorry that we cannot help directly.
    { $instead }
    Should they be hard to reach, or anything stay unclear, tell us: we will look for a way with you.
turn-to = You can turn to: { $where }
name-and-phone = { $name } ({ $phone })
explanation-invalid = [{ $number }] We checked carefully what you told us, and would like to explain:
    { $reason }
    Thank you for your patience. If anything is unclear, please ask and we will go through it with you.
explanation-unsolved = [{ $number }] We tried, and cannot solve this for now. We are truly sorry.
    Why: { $why }
    What we can do: { $alternative }
    Our manager knows, and it is not put aside. If anything is unclear, please ask.
understood = I see
doubt = Not clear to me
explained-reminder = [{ $number }] Did our explanation reach you? If it is clear, choose “I see”; if not, say so and we go on.
thanks-understood = Thank you for understanding; { $number } rests here. Tell us if anything changes.
why-doubt = All right, we go on with { $number } at once. What is unclear, or what do you not agree with? Pictures are welcome.
owner-explained = [{ $number }] We have not heard from you about our explanation, so we leave it at that for now; it does not count as your being satisfied. If you still have questions, tap below at any time and we'll take it up again.

state-explaining = 💬 explained to the owner, waiting for a word
state-understood = ✅ explained and understood (not counted as satisfied)
state-unanswered = ☑️ explained, no answer (not counted as satisfied)
owner-state-explaining = explained, waiting for your word
owner-state-understood = explained, and clear to you
owner-state-unanswered = explained; you can come back to it at any time
note-explain = · Explained: { $why }
step-explain = { $at } explained to you
step-explained = { $at } explained to you, and left at that
step-reported = { $at } reported in writing
step-publish = { $at } result published: { $why }

body-power = Power company
body-gas = Gas company
body-water = Water company
body-telecom = Phone company
body-street = Community office
body-hotline = City hotline
body-police = Police station
body-developer = the developer’s customer centre
check-body-nameless = “{ $given }” has no name yet. Only these need none: { $known }.

# Classes 1, 2 and 3

keep-sheet = { $name }, please keep the complaint follow-up sheet of { $number }.
    Place: { $place }
    Issue: { $issue }
    Every step is entered by itself; to add something, reply to this message.
sheet-not-yours = You need not keep the follow-up sheet of { $number } any more.
see-sheet = See the form
sheet = { $lines }
sheet-copy = 📄 Copy, for the department’s files.
    { $sheet }
sheet-original = 📄 Original, for the desk lead’s files.
    { $sheet }
sheet-follow-up = Complaint and suggestion follow-up sheet
sheet-opinion = Owner’s opinion sheet
sheet-duty-log = Duty log
line-case = { $number } · { $site } · { $kind }
line-owner = Owner: { $place } { $name }
line-issue = Issue: { $issue }
line-wish = Wish: { $wish }
line-keeper = Kept by: { $name }
line-effect = Effect: { $effect }
line-step = { $at } { $who } { $what }{ $why }
by-itself = by itself
detail = : { $words }
detail-report = : { $body } ({ $how })
did-file = filed
did-dispatch = dispatched
did-transfer = transferred
did-return = given back to the desk
did-take = taken
did-go = went at once
did-arrive = on site
did-delay = delayed
did-pause = paused
did-resume = resumed
did-progress = progress
did-finish = done
did-settle = settled on the spot
did-join = joined to one cause
did-reply = answered the owner
did-explain = explained to the owner
did-explained = closed after explaining
did-accept = owner satisfied
did-reject = owner not satisfied
did-reject-answer = owner not satisfied
did-withdraw = owner withdrew it
did-judge = judged
did-follow-up = follow-up given to
did-reported = reported in writing
did-news = told the owner
did-publish = published the result
did-chase = owner chased
did-add = owner added
did-desk-says = wrote to the owner
did-duty-log = entered in the duty log

ask-class = ❓ { $number } ({ $place }) looks like “{ $class_ }”. Is it?
    { $issue }
ask-effect = ❓ { $number } ({ $place }) is “{ $class_ }”. Is its effect large? Then it is reported in writing.
    { $issue }
effect-kept = { $number }: noted, small effect, no report needed.
ask-body = { $number } ({ $place }) has a large effect. Who gets the special report?
    { $issue }
report-draft = Draft ({ $number }). Please send it in writing, then tap below:
    To { $body }:
    At { $site }, { $place }, an owner reported { $opened } ({ $kind }): “{ $issue }”
    The owner asks for: { $wish }
    Pictures or files at hand: { $pictures }.
    Please look into it and let us know the outcome. { $site } customer service, { $phone }
report-sent = Sent
report-outside = Report outside
ask-how-sent = { $number } to { $body }: how was it sent?
by-letter = Letter
by-email = E-mail
by-fax = Fax
by-in-person = In person
reported-already = That has been reported already.
report-recorded = ✅ { $number } was reported to { $body } ({ $how }, { $who }); the owner knows.
owner-reported = [{ $number }] We have reported what you told us in writing to { $body }, and will tell you as soon as they answer.
developer-news = Developer’s news
body-news = News from them
ask-news = Please write here (in a group, as a reply to this) what they say ({ $number }). The owner gets it.
owner-outside-news = [{ $number }] News from { $body }: { $words }
class-left = ⏰ { $number } is still waiting for this:
    { $question }
ask-publish = ❓ { $number } ({ $place }) is closed. Please publish the result.
    { $issue }
publish-result = Publish result
ask-notice = Please write here (in a group, as a reply to this) the result to publish ({ $number }). The whole estate can read it: no names, flats or telephone numbers, please.
publish-it = Publish it
published = ✅ { $number } is published, and the owners concerned were told:
    { $words }
take-back = Take it down
taken-back = The notice of { $number } was taken down.
owner-notice = [{ $number }] Result, as published: { $words }
    Send /notices to read all notices of the estate.
notices = 📢 Notices, { $site }
    { $lines }
notices-none = There are no notices at { $site } now.
notice-line = · { $at } { $words }
