# Recording for an owner, solved on the spot, the customer-service log, ways of answering

record = Record for owner
record-another = Record another
for-an-owner = For an owner
record-staff-only = Recording is for colleagues. Just tell us what your own matter is, or choose below.
record-in-private = There is an owner's number in it: please write to me in private and send "Record for owner".

via-phone = Telephone
via-visit = Visit
via-letter = Letter
via-email = E-mail
via-fax = Fax
via-head-office = Head office
via-group = Group
via-hotline = 12345 hotline

way-chat = In this chat
way-phone = By telephone
way-visit = In person
way-letter = By letter
just-now = just now
yesterday = yesterday
ago = { $days ->
    [0] { $hours ->
        [0] { $minutes } min ago
       *[other] { $hours } h ago
    }
   *[other] { $days } d ago
 }

field-way = Way of answer
field-via = Came by
field-received = Received at
field-recipient = Received by
no-name = No name left
no-phone = No number left

readback-answer = {" "}(to be answered: { $way })
ask-way = How would you like to be answered?
ask-way-again = Sorry, I did not get that. Please choose how you would like to be answered.

record-site = Of which estate is the owner?
record-site-again = That did not match. Please choose the estate.
record-via = Good, let us record it for the owner. How did they come to us?
record-via-again = I did not get that. Please choose how the owner came to us.
record-received = When was it received? Choose, or write it: "9:30", "yesterday 3pm", "11-16 9:30".
record-received-again = I could not read that time, or it is more than two months ago. Please write it like "9:30", "yesterday 3pm", "11-16 9:30".
record-issue = Please write it in the owner's own words: which unit, name and number, what is wrong, what they would like. Best in one message; photos are welcome.
record-issue-again = I did not get that. Please write in a sentence or two what the owner said.
record-kind = Noted. What kind of matter is it?
record-kind-again = I did not get that. Please choose the kind.
record-unit = Which unit? For example: { $example }.
record-unit-again = We have no such unit, please ask the owner again. Write it like this: { $example }.
record-phone = What is the owner's number?
record-phone-again = That number does not look right, please check it. Write it like this: 13800138000, a landline with its area code: 0571-88886666.
record-name = What is the owner's name?
record-name-again = Please write the owner's name once more.
record-expectation = What would the owner like us to do?
record-expectation-again = I did not get that. What would the owner like us to do?
record-way = How would the owner like to be answered?
record-way-again = I did not get that. Please choose how to answer the owner.
record-recipient = Who received it? Choose somebody, or write the name.
record-recipient-again = No colleague has that name. Choose somebody, or write the full name.

record-readback = Please read it back to the owner:
    { $urgent ->
    [true] 🔴 Urgent
   *[other] Kind
 }: { $kind }{ $because }
    Place: { $place }
    Owner: { $name } { $phone }{ $who }
    What: { $issue }
    Wish: { $expectation }
    Came by: { $via }, { $received }, received by { $recipient }
    Answer: { $answer }
    { $pictures ->
    [0] If it is right, choose "Confirm"; if it is solved already, "Solved already".
   *[other] Pictures or files: { $pictures }. If it is right, choose "Confirm"; if it is solved already, "Solved already".
 }
number-in-chat = {" "}(this is { $name } in the chat, { $bound ->
    [true] bound to this unit
   *[other] not verified as a resident
 }; they hear of it too)
number-of-colleague = {" "}(⚠ this is the number of our colleague { $name }, please check)
draft-waits = That one is waiting. Please finish or cancel what you are recording first.
record-cancelled = All right, this one is not recorded.
record-left = What you were recording for an owner is not submitted yet, and nobody will be sent. Go on?
record-emergency = This is urgent, and the desk has it already. Please ask the owner to keep safe and take no risk; where life is in danger call the ambulance or the fire brigade first. Then finish the record. Urgent contact: { $phone }.
desk-emergency-recorded = 🔴 { $who } is recording something urgent for an owner, not confirmed yet{ $because }
    Place: { $place }
    Contact: { $name } { $phone }
    { $issue }
recorded = Recorded, case number { $number } ({ $place }); please tell the owner.
    { $who } has it, the next step is due by { $hear }.
    Answer: { $answer }.
recorded-for-you = Thank you for telling us. A colleague has recorded what you brought to us ({ $via }).
    Case number: { $number } ({ $place })
    { $who } has it, contact: { $phone }
    You will hear here how it goes on, and can add to it at any time.

# Solved on the spot

on-the-spot = Solved already
emergency-over = ✅ { $who } has dealt with it already ({ $place }), no call needed.
step-settle = { $at } solved on the spot
note-settle = · solved on the spot: { $why }
onspot-ask = Please write how it was solved and what the result is; a photo is welcome.
onspot-so-far = Result:
    { $words }
    Photos: { $pictures }
    Go on sending, or submit.
onspot-recorded = Recorded with its result, case number { $number } ({ $place }); the supervisor has been told. It is closed once the owner is satisfied.
onspot-price = Paid work needs a price the owner has agreed to. Please write the amount, for example: 80 yuan
onspot-agreed = That is { $total } yuan. Did the owner agree to this price?
    If not, please go back and submit it as usual; the department will quote.
owner-agreed = Owner agreed
onspot-cost = paid, { $total } yuan, the owner agreed
onspot-free = free of charge
onspot-report = 📌 { $number } ({ $place }) was solved on the spot, for your information.
    What: { $issue }
    Result: { $result }
    Cost: { $cost }
    Recorded by: { $who }

# The customer-service log

log = 📒 { $site }, customer-service log { $day }
    { $count } entries, { $waiting } not answered yet.
    { $lines }
log-more = 📒 Customer-service log { $day }
    { $lines }
log-empty = No enquiries, help requests, suggestions or praise on this day.
log-line = { $time } { $number } { $kind } · { $place } { $name }: { $issue }
    — { $standing }
log-answered = ✅ answered by { $who }, { $at }
log-waits = ⏳ waits for the desk
log-job = 🔧 sent to { $department }
log-which-day = Which day is that? Write it like this: { $command } { $example }
day-before = ← Day before
day-after = Day after →

# Ways of answering

answer-by = Way of answer
way-changed = { $number } will be answered this way from now on: { $way }.
answer-by-hand = ✉️ { $number } ({ $place } { $name }): please answer the owner ({ $way }):
    — { $words }
    Tick it below when it is done.
answer-waits = ⏰ The answer to { $number } ({ $way }) has not reached the owner yet, please see to it.
call-answer = Please answer the owner in the words of the card.
call-saying = { $call }
    Please say: { $words }
see-whole = Whole answer
letter-head = { $name }, { $place }

    Thank you for writing to us ({ $number }). Our answer:

    { $body }
letter-foot = { $body }

    Should you have any questions, please call { $phone }.

    Customer service, { $site }
    { $day }
told-good = Told: satisfied
told-poor = Told: not happy
told-later = Told: will see
told-missed = No answer
told-not-met = Not met
told-sent = Posted
told-handed = Handed over
reply-to-say = The answer is noted. Please bring it to the owner in the way they chose, then tick the card.

dutylog = 📓 { $site } duty record, { $day } ({ $count })
    { $lines }
dutylog-empty = Nothing was entered on this day.
dutylog-line = { $time } { $number } · { $place }: { $issue }
    — entered by { $who }, { $standing }

# Invitations

invite-how = Please add the unit, for example: /invite { $example }
invite-made = Code for { $site }, { $place }: { $invitation }
    Good once until { $until }. Please give it to the owner in person; once they send it to me they are linked.
