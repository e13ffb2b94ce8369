# Said to owners

menu-complain = Make a complaint
menu-repair = Report a repair
menu-ask = Ask or suggest
menu-mine = My cases
ask-a-person = Talk to a person

greeting = Hello, this is the { $estate } service desk.
    If anything is wrong at home or on the estate, just write to us, for example:
    “Block 3, Entrance 2, Flat 1201: the kitchen is leaking, can you come tonight? 13800138000”
    Words, photos, voice messages and videos are all fine.
greeting-staff = Hello, { $name }! Your posts:
    { $posts }
    Jobs you take will come here, and owners' phone numbers come to you alone.
help = Just tell us where, what is wrong and what you would like done; add photos if you have any.
    “My cases” shows how things stand; to reach somebody, send “Talk to a person”.
    Service desk: { $phone }
you-are-welcome = You're welcome. We're here whenever you need us.

language-which = 请选择语言 / 請選擇語言 / Please choose a language
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-set = All right, we'll speak English with you from now on.

unreadable-sticker = Nice sticker! If you need something, please tell us in words, photos or a voice message.
unreadable-location = Thank you for the location. What we need is the flat or the exact spot in words, such as “next to the bin room, Block 3”.
unreadable-too-big = This file is too big for us to open (20 MB at most). Please send a shorter piece, or a few photos.
unreadable-foreign-contact = That is somebody else's contact. To leave your own number, please send your own contact or just type the digits.
unreadable-empty = This message came through empty. Could you send it again, please?
unreadable-other = We can't read this kind of message. Please use words, photos, a voice message or a video.

# Filing

tell-complaint = We're sorry you have had trouble. Take your time: when was it, where, and what happened?
    Several messages and photos are fine; choose “That's all” when you have finished.
tell-repair = What is broken, and what does it look like? A photo helps most.
    Several messages are fine; choose “That's all” when you have finished.
tell-enquiry = What would you like to know, or suggest? Choose “That's all” when you have finished.
tell-more = Please go on; photos are fine too. Choose “That's all” when you have finished.
tell-more-case = Please go on; your next message will be added to { $number }.
listening = We're listening, please go on. { $pictures ->
    [0] {""}
    [one] (1 picture or file received)
   *[other] ({ $pictures } pictures or files received)
 }
told = That's all
go-on = Continue
confirm = ✅ Submit
edit = Change
add = Add more

ask-issue = Please tell us again what it is about.
ask-issue-again = Sorry, we didn't follow. Could you say in a sentence or two what it is about?
ask-site = Which estate do you live in?
ask-site-again = Sorry, we couldn't find it. Please choose your estate.
ask-kind = Noted. What kind of matter is it?
ask-kind-again = Sorry, we didn't follow. Please choose the kind that fits.
ask-unit = Which flat is it? For example: { $example }. For corridors, lifts and grounds, choose “Common area”.
ask-unit-again = Sorry, we couldn't match that flat. Please write it like this: { $example }.
ask-phone = Which phone number can we reach you on?
ask-phone-again = Sorry, that number doesn't look right. Please write it like this: 13800138000, or with the area code for a landline: 0571-88886666.
ask-name = What name should we call you by?
ask-name-again = Sorry, could you tell us your name again?
ask-expectation = What would you like us to do? For example: “come and fix it tonight”. If nothing special, choose that below.
ask-expectation-again = Sorry, we didn't follow. What would you like us to do?
no-expectation = Nothing special
chat-only = Contact me here

readback = Let me read it back to you:
    { $urgent ->
    [true] 🔴 Urgent
   *[other] Kind
 }: { $kind } { $because }
    Where: { $place }
    Contact: { $name } { $phone }{ $answer }
    What: { $issue }
    Wish: { $expectation }
    { $pictures ->
    [0] If that is right, choose “Submit”.
    [one] 1 picture or file. If that is right, choose “Submit”.
   *[other] { $pictures } pictures or files. If that is right, choose “Submit”.
 }
edit-which = What would you like to change?
field-kind = Kind
field-issue = What
field-unit = Where
field-name = Name
field-phone = Phone
field-expectation = Wish

already-filed = This is with us already, as case { $number }.
draft-gone = That draft is gone. Please tell us again and we'll note it at once.
draft-cancelled = All right, nothing was submitted. Write to us any time.
draft-left = What you told us has not been submitted yet, so nobody will be sent. Would you like to go on?
emergency-heard = { $told ->
    [duty] We see it is urgent, and the colleagues on duty have been told.
    [desk] We see it is urgent, and it is with the service desk; the office is closed now, so please call us as well.
   *[nobody] We see it is urgent, but could not reach a colleague yet. Please call us right away.
 } Please stay safe and take no risks; if a life is in danger, call the emergency services first. To reach us quickly: { $phone }.

filed = { $kind ->
    [praise] Thank you for your kind words! They are noted word for word, and everybody at the desk can read them.
    [suggestion] Thank you for your suggestion! It is noted; we'll look into it and write back.
    [enquiry] Thank you for your question. It is noted.
    [complaint] Thank you for telling us. We're very sorry for the upset.
   *[other] Thank you for telling us. We're sorry for the trouble.
 }
    Case number: { $number } ({ $place })
    In charge: { $who }. Contact: { $phone }
    You'll hear from us again before { $hear }. { $bound ->
    [true] {""}
   *[other] (This flat is not linked to you yet; that won't hold anything up.)
 }
see-case = See progress
bind-me = Link this flat

# Progress

owner-taken = { $comes ->
    [true] { $number }: { $handler } has taken the job and should be with you before { $due }.
   *[other] { $number }: { $handler } has taken this on and is looking into it. We'll tell you as soon as there is news.
 }
owner-arrived = { $comes ->
    [true] { $number }: { $handler } has arrived.
   *[other] { $number }: { $handler } is working on it now.
 }
owner-delayed = { $number }: we're sorry, it will take longer ({ $why }). New time: before { $due }.
still-arranging = { $number }: sorry to keep you waiting. { $kind ->
    [enquiry] We're still looking into your question and are pressing for the answer.
    [suggestion] Your suggestion is still being looked at, and we are pressing for the answer.
    [praise] Your kind words have arrived, and we are pressing our colleagues for a word back.
   *[other] We're still finding somebody and are pressing for it.
 } If it is urgent: { $phone }.
desk-says = [{ $number }] Service desk: { $words }

mine-none = You have no cases yet. Would you like to report a repair or make a complaint?
mine = Your latest cases:
    { $lines }
    Choose a number for details.
mine-line = { $number } { $kind }, { $state }: { $issue }
timeline = [{ $number }] { $kind } · { $state }{ $round ->
    [1] {""}
   *[other] {" "}(round { $round })
 }
    { $place }: { $issue }
    { $lines }
owner-state-filed = with the service desk
owner-state-dispatched = with the right department, not taken yet
owner-state-taken = somebody has taken it on
owner-state-on-site = being worked on
owner-state-joined = being handled together with a neighbour's report
owner-state-done = work done, the desk will write to you
owner-state-replied = waiting for your word
owner-state-closed = done
owner-state-withdrawn = withdrawn
step-file = { $at } received
step-dispatch = { $at } sent out
step-transfer = { $at } passed on to a colleague
step-take = { $at } taken by { $who }
step-arrive = { $at } { $who } arrived
step-delay = { $at } delayed: { $why }
step-finish = { $at } work finished
step-reply = { $at } we wrote to you
step-accept = { $at } you were satisfied
step-reject = { $at } you were not satisfied. { $why }
step-reject-answer = { $at } you were not satisfied. { $why }
step-withdraw = { $at } you withdrew it
step-add = { $at } you added: { $why }
step-chase = { $at } you asked for news
step-desk-says = { $at } service desk: { $why }
step-human = { $at } you asked for a person

chase = Any news?
withdraw = Withdraw
it-is-back = It is back
added = Added to { $number }; the desk and the handler can both see it.
is-it-about = Noted. Is the trouble with { $number } ({ $issue }) back, or is this something else?
new-matter = Something else
chased = We have reminded those who deal with it ({ $number }).
chased-already = We reminded them not long ago. You can do so again after { $at }.
withdraw-ask = Withdraw { $number }? We won't deal with it any further then.
withdraw-sure = Yes, withdraw
keep-it = Keep it
withdrawn = { $number } is withdrawn. Let us know whenever you need us.
human-called = A colleague from the service desk will write to you here ({ $number }). If it is urgent: { $phone }.

# Reply and satisfaction

accept-work = Fine, I'm happy
satisfied = Satisfied
dissatisfied = Not satisfied
reply = [{ $number }] { $body }
    { $job ->
    [true] Please have a look at the work:
    [praise] Thank you again for your kind words! Is that all right with you?
   *[other] Does this answer satisfy you?
 }
reply-draft = { $kind ->
    [repair] Hello, the repair you reported is done ({ $place }).
   *[other] Hello, the matter you told us of has been dealt with ({ $place }).
 }{ $round ->
    [1] {""}
   *[other] {" "}We're sorry it was not put right the first time.
 }
    { $handler }: { $result }
answer-by-number = Reply { $choices }
verdict-reminder = [{ $number }] Have you seen the result? If it is fine, say so and we'll close it; if not, tell us and we'll come back.
verdict-too-old = This choice belongs to an earlier round; please see the newest message.
already-closed = You have confirmed this already, thank you!
thanks-closed = Thank you! { $number } is closed. We may check with you once more in a few days; write to us any time.
why-dissatisfied = We're sorry you are not satisfied; { $number } is being taken up again. What was not right? Photos are fine too.
why-again = We're sorry it is back; { $number } is being taken up again. What does it look like now? Photos are fine too.
rather-not = Rather not say
why-heard = Noted; everybody working on round { $round } will see it.
second-round = All right, { $number } is being taken up again and we'll keep an eye on it.

# Callback

survey-overall = [Callback { $number }] { $place }: { $issue }
    How did it go overall? ({ $step }/{ $steps })
survey-speed = [Callback { $number }] Did we deal with it quickly enough? ({ $step }/{ $steps })
survey-effect = [Callback { $number }] How well was it put right? ({ $step }/{ $steps })
survey-attitude = [Callback { $number }] How were our colleagues with you? ({ $step }/{ $steps })
survey-wrong = [Callback { $number }] Was anything not done well? Just write it, or choose “Skip”. ({ $step }/{ $steps })
survey-wishes = [Callback { $number }] What could we do better? ({ $step }/{ $steps })
survey-needs = [Callback { $number }] Is there anything at home we should bear in mind, such as elderly people, small children or reduced mobility? ({ $step }/{ $steps })
score-good = 😊 Good
score-fair = 😐 Fair
score-poor = 🙁 Poor
skip = Skip
no-more-surveys = No callbacks
survey-over = This callback has ended, thank you.
survey-answered = This one is noted already.
survey-words = Please answer in words, or choose “Skip”.
survey-thanks = All noted, thank you! ({ $number })
survey-reopened = We're sorry { $number } did not satisfy you. It has been sent out again and the supervisor will see to it.
survey-reminder = Our questions about { $number } are still open; they take a minute.
    { $question }
survey-stopped = All right, we won't call back any more. We're here whenever you need us.

# Linking a flat

bind-how = There are three ways to link your flat:
    1. send us your own contact: if the number is on the owners' roster, it is linked at once;
    2. send us the invitation code you were given;
    3. after reporting something, choose “Link this flat” and the service desk will check.
bind-how-typed = There are two ways to link your flat:
    1. send us the invitation code you were given, or scan its QR code;
    2. after reporting something, choose “Link this flat” and the service desk will check.
code-unknown = This code is wrong or has been used already. Please look again, or ask the service desk for a new one.
phone-kept = Your number is noted. It is not on the owners' roster, which does not matter for repairs and complaints; to link a flat, please ask the service desk.
bound = Hello, { $name }! Linked to you:
    { $homes }
    From now on one sentence is enough to report a repair.
bound-already = This flat is linked to you already.
bind-waits = The service desk is checking it already, just a moment.
bind-asked = We have asked the service desk to check { $place } and will tell you at once.
bound-by-desk = The service desk has checked: { $place } is linked to you. From now on one sentence is enough to report a repair.
bind-refused = Sorry, { $place } did not match our records. Please come to the service desk with your ID, or contact us: { $phone }.
join-account = Another account
join-code = Your joining code: { $joining }
    Within { $minutes } minutes, send it to us from your account in the other app. Then we know you as one person: your cases are in both places, and messages go where you last wrote.
    Please give it to nobody else.
join-sure = This is the joining code of “{ $name }”. Once joined you are one person and see each other's cases and flats. Is it your own other account?
join-yes = It is mine
join-no = It is not
join-other-way = To be safe, do it the other way round: send /bind here, choose “Another account”, and send us the code from your other account.
joined = Joined, { $name }. Your cases are in both places now, and messages go where you last wrote.
joined-already = This is your own joining code. Please send it from your other account.
staff-bound = { $name }, we know you now! Your posts:
    { $posts }
post = { $site } { $department } { $role }
