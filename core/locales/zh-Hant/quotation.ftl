# 現場情況、報價、業主同意

findings = 現場情況
ask-findings = 【{ $number }】現場是甚麼情況、打算怎樣處理？請在這裡（群組裡請回覆這則）寫下來，可以附照片。
ask-findings-words = 【{ $number }】照片收到了。再用一兩句話寫明：甚麼情況、打算怎樣處理。
note-findings = · 現場：{ $why }

quote = 報價
ask-quote = 【{ $number }】請在這裡（群組裡請回覆這則）發報價，一行一項：項目 材料 價錢，例如
    換角閥 角閥一個 45元
    人工 30元
    用時 1小時
    { $stands }
quote-stands = 現在的報價是第{ $version }版，共 { $total } 元；重新報價要業主再同意一次。
quote-so-far = 【{ $number }】報價，請核對：
    { $lines }
    合計：{ $total } 元
    用時：{ $takes }
    { $unclear }
quote-no-items = （還沒有）
quote-takes-unsaid = 請選一個，或發「用時 2小時」
quote-line = · { $item }（{ $material }）{ $price } 元
quote-line-bare = · { $item } { $price } 元
lasts = { $days ->
    [0] {""}
   *[other] { $days }天
 }{ $hours ->
    [0] {""}
   *[other] { $hours }小時
 }{ $minutes ->
    [0] {""}
   *[other] { $minutes }分鐘
 }
quote-unclear = ❓ 「{ $line }」看不懂：{ $why }。這一行請重發。
unclear-no-price = 沒有價錢
unclear-several = 有幾個價錢，請一行寫一項
unclear-range = 價錢要一個準數
unclear-negative = 價錢不能是負數
unclear-each = 請寫這一項的總價
unclear-too-much = 數目太大，請再看看
unclear-no-time = 時間看不懂，請像「用時 2小時」這樣寫
unclear-no-name = 沒寫是甚麼項目
quote-adds-up = ❓ 您寫的合計是 { $stated } 元，各項加起來是 { $total } 元，請核對。
quote-needs-words = 報價請打字，一行一項，業主要看得清每一項。
quote-say-again = 改過的那則我沒有重算。要改請選「重寫」，再發一次。
quote-anew = 重寫
send-quote = 發給業主
quote-incomplete = 請先寫明項目、價錢和用時。
quote-overtaken = 剛才有同事也報了價（共 { $total } 元）。請先商量；確實要以您這份為準，請再按一次。
quote-stands-agreed = 【{ $number }】和業主已經同意的報價一樣，不用再問，可以開工。
quote-sent = 【{ $number }】報價已發給業主（共 { $total } 元），等業主答覆；同意了馬上告訴您，先別開工。
quote-dropped = 【{ $number }】好的，不報價了。
card-quote-waiting = 💰 報價 { $total } 元，等業主答覆
card-quote-consent = 💰 報價 { $total } 元，業主已同意
card-quote-refuse = 💰 報價 { $total } 元，業主不同意
reason-consent = 等業主答覆報價

quote-card = 【{ $number }】師傅看過了（{ $place }），{ $free ->
    [true] 動手前想先徵得您同意
   *[other] 處理這件事要收費，請您先看看報價
 }（第{ $version }版）：
    { $lines }
    合計：{ $total } 元
    施工大約：{ $takes }
    您同意了我們才動手，不同意也不要緊。
have-question = 有疑問
thanks-consent = 【{ $number }】謝謝您，記下了，這就安排開工。價錢就按這份報價，有變動會先問您。
thanks-refuse = 【{ $number }】好的，我們不會動手。師傅和客服會再跟您商量其他辦法。
consent-already = { $number } 的報價您已經同意過了。想改主意或有疑問，請按下面告訴我們。
refuse-already = { $number } 的報價您已經說過不同意。有疑問請按下面告訴我們。
quote-replaced = { $number } 的報價改過了，這份已作廢，請看新的一份。
quote-over = { $number } 現在沒有等候答覆的報價。
ask-away = 【{ $number }】請說，師傅和客服都看得到，會在這裡答覆您。
staff-consent = 💰 { $number }（{ $place }）業主同意報價 { $total } 元，可以開工。
staff-refuse = 💰 { $number }（{ $place }）業主不同意報價 { $total } 元。請先別動手，看能否換個辦法或免費處理，跟業主說清楚。
quote-silent = 💰 { $number } 業主對報價（{ $total } 元）一直沒有答覆，客服會打電話問。業主同意之前請先不要動工，其他事可以先準備；時間照常計算。

result-needs-quote = { $answer ->
    [waiting] 【{ $number }】業主還沒有答覆報價，同意了才能按有償提交。您寫的結果留著，業主同意後再按提交。
    [refuse] 【{ $number }】業主不同意報價，不能按有償提交。可以重新報價，或按免費提交。
   *[none] 【{ $number }】收費的工作要先報價、業主同意。請先報價；您寫的結果留著，業主同意後再按提交。
 }

quote-by-phone = 電話問報價
call-quote = 請把報價讀給業主聽，問是否同意，照實記下。
call-quote-words = 您好，師傅看過了（{ $place }），{ $free ->
    [true] 動手前想先徵得您同意
   *[other] 處理要收費，跟您報一下
 }：
    { $lines }
    合計 { $total } 元，施工大約{ $takes }。您同意的話我們就安排。

step-quote = { $at } 報價 { $why } 元
step-consent = { $at } 您同意報價 { $why } 元
step-refuse = { $at } 您不同意報價 { $why } 元
quote-changed = { $number } 報價剛改過（現在 { $total } 元），業主同意的不是這一份。請照新的卡片再唸一次。
result-needs-word = { $answer ->
    [refuse] 【{ $number }】動工前徵詢過業主，業主不同意，不能當作完成提交。請先和業主商量，重新報一份徵得同意，或請客服說明。
   *[other] 【{ $number }】動工前徵詢業主同意，還沒有答覆，不能提交。您寫的結果會留著，業主同意後再按提交。
 }
