# 時限與階梯：誰逾時，逾時多久

late-judge = { $urgent ->
    [true] 🔴 緊急！
   *[other] ⏰
 }{ $number }（{ $place }）已經等了 { $waited }，還沒有人判斷，請盡快安排。{ $lateness }
late-take = { $urgent ->
    [true] 🔴 緊急！
   *[other] ⏰
 }{ $number }（{ $place }）已經 { $waited }沒有人接，請盡快安排。{ $lateness }
late-arrive = ⏰ { $number }（{ $place }）約好 { $due } 前到場，{ $handler }還沒有按到場。{ $lateness }
late-finish = ⏰ { $number }（{ $place }）應在 { $due } 前完工，{ $handler }還沒有報完工。{ $lateness }
late-reply = ⏰ { $number }（{ $place }）應在 { $due } 前答覆業主，還沒有答覆。{ $lateness }
late-promise = ⏰ { $number }（{ $place }）答應業主 { $due } 前再回覆，還沒有回覆。{ $lateness }
late-progress = ⏰ { $number }（{ $place }）{ $handler }一直沒有說進展。已先告訴業主「仍在處理」，請盡快了解情況，給業主一個實在的交代。{ $lateness }
lateness = （由{ $since }起，已逾時 { $late }）
lasting = { $days ->
    [0] { $hours ->
        [0] { $minutes } 分鐘
       *[other] { $hours } 小時{ $minutes ->
            [0] {""}
           *[other] {" "}{ $minutes } 分鐘
         }
    }
   *[other] { $days } 天{ $hours ->
        [0] {""}
       *[other] {" "}{ $hours } 小時
     }
 }
nobody-yet = 負責同事

# 卡片上的時限

held = ⏱ { $clocks }
held-and = { $a } · { $b }
held-one = { $name } { $due } 前
held-late = { $name }應在 { $due } 前，已逾時
held-paused = { $name }暫停計時，到 { $due }
clock-judge = 判斷
clock-take = 接單
clock-arrive = 到場
clock-finish = 完工
clock-reply = 答覆業主
clock-promise = 再次回覆

# 今天要回覆的：答應了就要做到

answer-soon = 📒 { $number }（{ $place }）{ $due } 前要答覆業主。
    { $issue }
    { $state }
    有結果便答覆；未有結果，請現在告訴業主，並約好下次回覆的時間。
no-result-yet = 未有結果
promise-when = { $number } 甚麼時候再回覆業主？選一個時間，我馬上告訴業主。
promise-kept-in-mind = ✅ { $number } 已告訴業主：{ $until } 前再回覆（{ $who }）。到時我會提前提醒。
promised-already = 剛才已經告訴業主：{ $until } 前再回覆。
time-is-past = 這個時間已經過了，請另選一個。
owner-promised = { $number }：讓您久等，實在抱歉。這件事（{ $state }）現時還未有最後結果，我們會在{ $until }前再回覆您。
step-promise = { $at } 約好再回覆您的時間

ledger = 📒 { $site }今天要回覆業主的有 { $count } 件：
    { $lines }
ledger-line = · { $due } { $number } { $place } { $issue }
ledger-late = · ⚠️ 應在 { $due } 前，已逾時 { $late }：{ $number } { $place } { $issue }
ledger-more = ……還有 { $count } 件。
ledger-none = { $site }今天沒有要回覆業主的事，全部清了。

# 時間長的事：業主不問，也要讓業主知道

progress-ask = 📣 { $number }（{ $place }）有一陣子沒跟業主交代了，現在到哪一步？請在 { $due } 前說一聲，我轉告業主。
    { $issue }
progress-ask-desk = 📣 { $number }（{ $place }）有一陣子沒跟業主交代了。請了解一下到哪一步，{ $due } 前告訴業主。
    { $issue }
on-plan = 按計劃進行中
write-progress = 寫進展
tell-progress = 告知業主進展
progress-what = 請在這裡（群組裡請回覆本則）寫下現在的進展，可以附照片（{ $number }）。寫好就轉給業主。
progress-told = 已轉告業主（{ $number }），謝謝！
progress-known = 剛才已經告訴過業主了。
owner-news = { $number } 的最新進展：{ $words }
    我們會繼續跟進，最遲{ $next }再告訴您。
owner-on-plan = { $number }：跟您說一聲，這件事正按計劃進行。最遲{ $next }再告訴您進展。
owner-still = { $number }：這件事仍在處理，我們沒有忘記，讓您久等了。最遲{ $next }再告訴您進展；急事請聯絡我們：{ $phone }。
step-news = { $at } 告訴您進展：{ $why }
reason-on-plan = 按計劃進行中
reason-still = 仍在處理
