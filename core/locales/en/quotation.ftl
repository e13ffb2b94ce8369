# Findings, quotations, the owner's consent

findings = Findings
ask-findings = [{ $number }] What did you find, and what is the plan? Please write it here (in a group, answer this message); photos are welcome.
ask-findings-words = [{ $number }] The photo is here. In a sentence or two, please: what is it, and what is the plan?
note-findings = · Found: { $why }

quote = Quotation
ask-quote = [{ $number }] Please send the quotation here (in a group, answer this message), a line an item: item, material, price. For example
    Replace valve, one angle valve, 45 yuan
    Labour 30 yuan
    Time 1 hour
    { $stands }
quote-stands = Version { $version } stands, { $total } yuan in all; another quotation needs the owner's consent again.
quote-so-far = [{ $number }] The quotation, please check:
    { $lines }
    Total: { $total } yuan
    Takes: { $takes }
    { $unclear }
quote-no-items = (nothing yet)
quote-takes-unsaid = choose one, or send “time 2 hours”
quote-line = · { $item } ({ $material }) { $price } yuan
quote-line-bare = · { $item } { $price } yuan
lasts = { $days ->
    [0] {""}
    [one] 1 day{" "}
   *[other] { $days } days{" "}
 }{ $hours ->
    [0] {""}
    [one] 1 hour{" "}
   *[other] { $hours } hours{" "}
 }{ $minutes ->
    [0] {""}
   *[other] { $minutes } min
 }
quote-unclear = ❓ “{ $line }” was not clear: { $why }. Please send this line again.
unclear-no-price = there is no price
unclear-several = there are several prices; one item a line, please
unclear-range = it needs one exact price
unclear-negative = a price cannot be negative
unclear-each = please give the total of this line
unclear-too-much = that is a lot; please check it
unclear-no-time = the time was not clear; write it like “time 2 hours”
unclear-no-name = it does not say what for
quote-adds-up = ❓ You wrote a total of { $stated } yuan; the items add up to { $total } yuan. Please check.
quote-needs-words = Please type the quotation, a line an item: the owner has to be able to read it.
quote-say-again = What you changed has not been counted again. Choose “Start over” and send it anew.
quote-anew = Start over
send-quote = Send to owner
quote-incomplete = Please name items, prices and time first.
quote-overtaken = A colleague has just sent a quotation too ({ $total } yuan). Please talk to them; if yours is to count, tap once more.
quote-stands-agreed = [{ $number }] The owner has already agreed to this very quotation. You can start.
quote-sent = [{ $number }] The owner has the quotation ({ $total } yuan). You'll hear as soon as they agree; please don't start before.
quote-dropped = [{ $number }] All right, no quotation.
card-quote-waiting = 💰 Quoted { $total } yuan, waiting for the owner
card-quote-consent = 💰 Quoted { $total } yuan, the owner agreed
card-quote-refuse = 💰 Quoted { $total } yuan, the owner declined
reason-consent = Owner's consent

quote-card = [{ $number }] We have had a look ({ $place }). { $free ->
    [true] Before we start we'd like your consent
   *[other] This work has a charge; please see the quotation
 } (version { $version }):
    { $lines }
    Total: { $total } yuan
    Takes about: { $takes }
    We start only if you approve, and declining is quite all right.
have-question = I have questions
thanks-consent = [{ $number }] Thank you, noted; we'll get started. The price stays as quoted, and you'll be asked before anything changes.
thanks-refuse = [{ $number }] All right, we won't start. We'll talk with you about another way.
consent-already = You have already approved the quotation for { $number }. If you changed your mind or have questions, tell us below.
refuse-already = You have already declined the quotation for { $number }. If you have questions, tell us below.
quote-replaced = The quotation for { $number } was changed; this one no longer counts. Please see the new one.
quote-over = No quotation for { $number } is waiting for an answer.
ask-away = [{ $number }] Please go ahead; the colleague and the desk will both see it and answer here.
staff-consent = 💰 { $number } ({ $place }): the owner approved the quotation, { $total } yuan. You can start.
staff-refuse = 💰 { $number } ({ $place }): the owner declined the quotation, { $total } yuan. Please don't start; see whether there is another way or one free of charge, and explain it.
quote-silent = 💰 { $number }: no word from the owner on the quotation ({ $total } yuan); the desk will call. Please do not start before they agree, only prepare what else there is; the clock runs meanwhile.

result-needs-quote = { $answer ->
    [waiting] [{ $number }] The owner has not answered the quotation; paid work needs their consent. What you wrote is kept: submit it once they have approved.
    [refuse] [{ $number }] The owner declined the quotation, so it cannot be submitted as paid. Quote anew, or submit it as free.
   *[none] [{ $number }] Paid work needs a quotation and the owner's consent first. Please quote; what you wrote is kept: submit it once they have approved.
 }

quote-by-phone = Ask by phone
call-quote = please read the quotation to the owner, ask whether they approve, and note what they say.
call-quote-words = Hello, we have had a look ({ $place }). { $free ->
    [true] Before we start we'd like your consent
   *[other] This work has a charge
 }:
    { $lines }
    Total { $total } yuan, and it takes about { $takes }. If you approve, we'll arrange it.

step-quote = { $at } Quoted { $why } yuan
step-consent = { $at } You approved { $why } yuan
step-refuse = { $at } You declined { $why } yuan
quote-changed = The quotation for { $number } has just been changed (now { $total } yuan); the owner agreed to another one. Please read out the new card.
result-needs-word = { $answer ->
    [refuse] [{ $number }] The owner was asked beforehand and said no, so this cannot be reported as done. Talk it over and ask again with a new quotation, or let the desk explain.
   *[other] [{ $number }] The owner was asked beforehand and has not answered, so this cannot be reported yet. What you wrote is kept; submit it once they agree.
 }
