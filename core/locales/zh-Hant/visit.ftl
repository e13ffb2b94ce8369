# 上門：誰去、何時去、怎樣做客

go = 我先去
gone-first = 記下了，您先去，到了請按「到場」。業主電話已私訊給您，處理好再補單。
owner-going = { $number }：情況緊急，{ $handler }正在趕來，預計{ $due } 前到。

job-private = 【{ $number }】{ $place }
    業主：{ $name } { $phone }
    情況：{ $issue }
    期望：{ $expectation }
    時限：{ $due }
    { $notes }
visit-words = 上門請這樣做：
    1. 敲門問好：「您好，我是{ $estate }{ $department }的{ $handler }，來看看您報修的事。」
    2. 出示員工證，穿好鞋套才進門。
    3. 看過先講：甚麼原因、怎樣修；要收費的先報價，業主同意才動手。
    4. 修好收拾乾淨，垃圾帶走。
    5. 請業主看過、試過，請他在手機上按驗收。
    6. 道別：「打擾您了，有事隨時找我們。」

# 約時間

book = 約時間
book-from = 【{ $number }】最早何時可以去？（業主希望：{ $wish }）
    選一個，業主會收到由那時起的幾個時間挑選。
book-call-first = 【{ $number }】業主不在聊天裡，請先打電話約（業主希望：{ $wish }）。約好了請按時間：
book-agreed = 【{ $number }】電話裡約在何時？（業主希望：{ $wish }）
agreed-by-phone = 電話約好了
book-offered = 【{ $number }】已請業主挑時間，一定下來就告訴您。
book-kept = 【{ $number }】記下了，約在{ $at } 上門，業主也收到了。
time-gone = 這個時間已經過了，請重新選。
card-visit = 📅 約好{ $at } 上門

visit-offer = 【{ $number }】師傅要上門看看（{ $place }），您哪個時間方便？
no-time-suits = 都不方便
visit-agreed = 【{ $number }】約好了，師傅{ $at } 上門。屆時請留意電話。
move-visit = 改時間
visit-to-when = 【{ $number }】想改到何時？
visit-asked = 【{ $number }】好的，已經問師傅{ $at } 可不可以，一定下來就告訴您；未定之前，原本約好的時間不變。
when-suits = 【{ $number }】不要緊，您何時方便？請直接說，例如「星期六上午」。師傅和客服都看得到。
offer-over = { $number } 的時間有變動，請看最新的訊息；要另約時間請選「轉人工」。
visit-chosen = 📅 { $number } 業主選了{ $at } 上門。
visit-none-suits = 📅 { $number } 提出的時間業主都不方便，業主會說何時可以；請再約一次。
visit-wished = 📅 { $number } 業主想改到{ $at } 上門，可以嗎？
that-time-suits = 可以
other-times = 另約時間

owner-visit-missed = 【{ $number }】非常抱歉，約好{ $at } 上門，師傅還沒到，我們正在催。您想另約時間，點下面就行。
visit-missed = ⏰ { $number } 約好{ $at } 上門，{ $handler }還沒到場，業主已收到致歉。請說明原因，另訂時間。
owner-missed-us = 【{ $number }】{ $handler }上門了，家裡沒有人。您何時方便，可以改個時間，我們再來。
head-delayed = 【{ $number }】{ $who }報延期：{ $why }，新的時間是{ $until } 前。{ $told ->
    [call] 業主收不到訊息，已列入客服的電話清單。
   *[other] 業主已收到說明。
 }

# 暫停

pause = 暫停
resume = 恢復
paused = { $told ->
    [call] 記下了。業主收不到訊息，客服會打電話說明原因和日期。
   *[other] 記下了，業主已收到說明和日期。
 }
resumed = 恢復了，繼續計時。
not-paused = 這張單沒有暫停。
reason-owner-away = 業主外出
reason-weather = 等天氣
card-paused = ⏸ 暫停到{ $until }：{ $why }
owner-paused = 【{ $number }】跟您說一聲：這件事要先停一停（{ $why }），{ $until } 繼續處理。
owner-resumed = 【{ $number }】繼續處理了，有進展再告訴您。
staff-paused = ⏸【{ $number }】{ $who }報暫停：{ $why }，{ $until } 恢復。{ $told ->
    [call] 業主收不到訊息，已列入客服的電話清單。
   *[other] 業主已收到說明。
 }
pause-over = ▶️【{ $number }】暫停到期（{ $why }，到{ $until }），重新計時，請繼續處理；仍未可以請再報暫停或延期。

step-go = { $at } { $who }先趕往現場
step-appointment = { $at } 約好上門時間：{ $why }
step-pause = { $at } 暫停：{ $why }
step-resume = { $at } 繼續處理
