# What is late, and by how much

late-judge = { $urgent ->
    [true] 🔴 Urgent!{" "}
   *[other] ⏰{" "}
 }{ $number } ({ $place }) has waited { $waited } for a decision. Please see to it now. { $lateness }
late-take = { $urgent ->
    [true] 🔴 Urgent!{" "}
   *[other] ⏰{" "}
 }nobody has taken { $number } ({ $place }) for { $waited }. Please find somebody now. { $lateness }
late-arrive = ⏰ { $number } ({ $place }): on site was promised by { $due }; { $handler } has not checked in yet. { $lateness }
late-finish = ⏰ { $number } ({ $place }) was due by { $due }; { $handler } has not reported it done yet. { $lateness }
late-reply = ⏰ { $number } ({ $place }): the owner was to be answered by { $due } and has not been yet. { $lateness }
late-promise = ⏰ { $number } ({ $place }): the owner was promised another word by { $due } and has not had it yet. { $lateness }
late-progress = ⏰ { $number } ({ $place }): { $handler } has not said how it is going. The owner was told that it is still in hand; please find out and tell them something solid. { $lateness }
lateness = (Late since { $since }, by { $late }.)
lasting = { $days ->
    [0] { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h{ $minutes ->
            [0] {""}
           *[other] {" "}{ $minutes } min
         }
    }
   *[other] { $days } d{ $hours ->
        [0] {""}
       *[other] {" "}{ $hours } h
     }
 }
nobody-yet = the colleague in charge

# What a card is held to

held = ⏱ { $clocks }
held-and = { $a } · { $b }
held-one = { $name } by { $due }
held-late = { $name } was due by { $due }, late
held-paused = { $name } on hold until { $due }
clock-judge = decision
clock-take = taken
clock-arrive = on site
clock-finish = done
clock-reply = answer
clock-promise = next answer

# Answers owed today: what was promised is kept

answer-soon = 📒 { $number } ({ $place }): the owner is to be answered by { $due }.
    { $issue }
    { $state }
    If there is a result, please answer. If not, tell the owner now and name the time of the next answer.
no-result-yet = No result yet
promise-when = { $number }: when will the owner hear again? Choose a time and I will tell them right away.
promise-kept-in-mind = ✅ { $number }: the owner knows they will hear again by { $until } ({ $who }). I will remind you in good time.
promised-already = The owner was told a moment ago: another answer by { $until }.
time-is-past = That time is over. Please choose another.
owner-promised = { $number }: we are sorry to keep you waiting. There is no final result yet ({ $state }). You will hear from us again by { $until }.
step-promise = { $at } we agreed when you will hear from us again

ledger = 📒 { $site }: { $count } to be answered today:
    { $lines }
ledger-line = · { $due } { $number } { $place } { $issue }
ledger-late = · ⚠️ due by { $due }, late by { $late }: { $number } { $place } { $issue }
ledger-more = … and { $count } more.
ledger-none = { $site }: nothing left to be answered today.

# Long cases: the owner hears without having to ask

progress-ask = 📣 { $number } ({ $place }): the owner has not heard from us for a while. How far is it? Please say so by { $due }; I will pass it on.
    { $issue }
progress-ask-desk = 📣 { $number } ({ $place }): the owner has not heard from us for a while. Please find out how far it is and tell them by { $due }.
    { $issue }
on-plan = Going to plan
write-progress = Write progress
tell-progress = Tell owner
progress-what = Please write here how far it is (in a group, as a reply to this); pictures are welcome ({ $number }). It goes straight to the owner.
progress-told = The owner has been told ({ $number }). Thank you!
progress-known = The owner was told a moment ago.
owner-news = News about { $number }: { $words }
    We are staying on it; you will hear again by { $next } at the latest.
owner-on-plan = { $number }: just to let you know, everything is going to plan. You will hear again by { $next } at the latest.
owner-still = { $number }: this is still in hand and not forgotten; thank you for your patience. You will hear again by { $next } at the latest. If it is urgent: { $phone }.
step-news = { $at } we told you: { $why }
reason-on-plan = going to plan
reason-still = still in hand
