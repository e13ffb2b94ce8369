# 时限与台阶：谁晚了，晚了多久

late-judge = { $urgent ->
    [true] 🔴 紧急！
   *[other] ⏰
 }{ $number }（{ $place }）已经等了 { $waited }，还没人判断，请尽快安排。{ $lateness }
late-take = { $urgent ->
    [true] 🔴 紧急！
   *[other] ⏰
 }{ $number }（{ $place }）已经 { $waited }没人接，请尽快安排。{ $lateness }
late-arrive = ⏰ { $number }（{ $place }）说好 { $due } 前到场，{ $handler }还没有点到场。{ $lateness }
late-finish = ⏰ { $number }（{ $place }）应在 { $due } 前完工，{ $handler }还没有报完工。{ $lateness }
late-reply = ⏰ { $number }（{ $place }）应在 { $due } 前答复业主，还没有答复。{ $lateness }
late-promise = ⏰ { $number }（{ $place }）答应业主 { $due } 前再回复，还没有回复。{ $lateness }
late-progress = ⏰ { $number }（{ $place }）{ $handler }一直没说进展。已先告诉业主“还在处理”，请尽快了解情况，给业主一个实在的说法。{ $lateness }
lateness = （从{ $since }起，已超时 { $late }）
lasting = { $days ->
    [0] { $hours ->
        [0] { $minutes } 分钟
       *[other] { $hours } 小时{ $minutes ->
            [0] {""}
           *[other] {" "}{ $minutes } 分钟
         }
    }
   *[other] { $days } 天{ $hours ->
        [0] {""}
       *[other] {" "}{ $hours } 小时
     }
 }
nobody-yet = 负责同事

# 卡片上的时限

held = ⏱ { $clocks }
held-and = { $a } · { $b }
held-one = { $name } { $due } 前
held-late = { $name }应在 { $due } 前，已超时
held-paused = { $name }暂停计时，到 { $due }
clock-judge = 判断
clock-take = 接单
clock-arrive = 到场
clock-finish = 完工
clock-reply = 答复业主
clock-promise = 再次回复

# 今天要回复的：答应了就要做到

answer-soon = 📒 { $number }（{ $place }）{ $due } 前要答复业主。
    { $issue }
    { $state }
    有结果就答复；还没有结果，请现在告诉业主，并约好下次回复的时间。
no-result-yet = 还没结果
promise-when = { $number } 什么时候再回复业主？选一个时间，我马上告诉业主。
promise-kept-in-mind = ✅ { $number } 已告诉业主：{ $until } 前再回复（{ $who }）。到时我会提前提醒。
promised-already = 刚才已经告诉业主：{ $until } 前再回复。
time-is-past = 这个时间已经过了，请另选一个。
owner-promised = { $number }：让您久等了，实在抱歉。这件事（{ $state }）现在还没有最后的结果，我们会在{ $until }前再回复您。
step-promise = { $at } 约好再回复您的时间

ledger = 📒 { $site }今天要回复业主的有 { $count } 件：
    { $lines }
ledger-line = · { $due } { $number } { $place } { $issue }
ledger-late = · ⚠️ 应在 { $due } 前，已超时 { $late }：{ $number } { $place } { $issue }
ledger-more = ……还有 { $count } 件。
ledger-none = { $site }今天没有要回复业主的事，都清了。

# 时间长的事：业主不问，也要让业主知道

progress-ask = 📣 { $number }（{ $place }）有一阵子没和业主通气了，现在到哪一步了？请在 { $due } 前说一声，我转告业主。
    { $issue }
progress-ask-desk = 📣 { $number }（{ $place }）有一阵子没和业主通气了。请了解一下到哪一步了，{ $due } 前告诉业主。
    { $issue }
on-plan = 按计划进行中
write-progress = 写进展
tell-progress = 告知业主进展
progress-what = 请在这里（群里请回复本条）写下现在的进展，可以带照片（{ $number }）。写好就转给业主。
progress-told = 已转告业主（{ $number }），谢谢！
progress-known = 刚才已经告诉过业主了。
owner-news = { $number } 的最新进展：{ $words }
    我们接着跟进，最迟{ $next }再告诉您。
owner-on-plan = { $number }：跟您说一声，这件事正按计划进行。最迟{ $next }再告诉您进展。
owner-still = { $number }：这件事还在处理，我们没有忘，让您久等了。最迟{ $next }再告诉您进展；急事请联系我们：{ $phone }。
step-news = { $at } 告诉您进展：{ $why }
reason-on-plan = 按计划进行中
reason-still = 还在处理
