# 當值、夜間和假期、當天的派工單、治安

shift-early = 早班
shift-middle = 中班
shift-night = 夜班
card-on-duty = 當值：{ $names }
whoever-is-on-duty = 當值人員
duty-alarm = 🔴 您當值，{ $place }有緊急情況（{ $number }），請馬上看卡片、接單。
duty-numbers = 看當值電話
duty-numbers-private = 【{ $number }】請打給：
    { $lines }
duty-number = { $name }：{ $phone }

no-cover = ⚠️ { $site }現在應由{ $cover }接應，但找不到人（從 { $number } 起）。工單照常發給部門，請安排人手當值。
arranged = 已安排
reason-shift-over = 夜間沒人接
left-from-night = { $number }（{ $place }）夜間沒人接，現在交還部門，請盡快安排人手。
left-from-shift = { $number }（{ $place }）上一班沒人接，麻煩您看一下。
night-on-site = { $number }：上一班的{ $handler }去處理，人仍在現場。請接應一下，有需要就轉派。

duty-now = 【{ $site }】現在是{ $holiday ->
    [true] 公眾假期{" "}
   *[other] {""}
 }{ $shift }，至{ $until }
    { $lines }
    { $covers }
duty-line = { $department }：{ $names }
duty-cover = 另有接應：{ $department } { $names }
no-roster = 沒有排班，大家都收通知
nobody-covers = 還沒有人
duty-staff-only = 當值表只有同事看得到。
set-shift = 排{ $shift }
rota-which = 排{ $department }今天哪一班？
rota = 【{ $department }】{ $shift }（{ $day }起）當值：{ $names }
    按名字加上或去掉。
on-duty = ✓ { $name }
off-duty = { $name }
you-are-on = 您排在{ $at }起的{ $shift }當值（{ $department }）。
not-of-department = 這位同事不在這個部門。
rota-not-yours = 這個部門的更表要由主管來排。
rota-old = 這是另一天的更表，請重新發 /duty。

sign-order = 📄 派工單 { $number } 請簽名{ $round ->
    [1] {""}
   *[other] （第{ $round }次處理）
 }
    { $department } { $handler } · { $place }
    結果：{ $result }
    照片 { $pictures } 張 · { $paid ->
    [true] 收費
   *[other] 免費
 }
    { $notes }
sign = 簽名
sign-back = 退回補充
note-sign-back = · 退回：{ $why }
note-sign-more = · 補充：{ $why }
order-signed = ✅ 派工單 { $number } 已由{ $who }簽名。
sign-not-own = 自己做的單不能自己簽，已請上級來簽。
signed-already = { $who }已經簽過了。
sign-nobody = 派工單 { $number } 已完工，但沒有主管可以簽名，請經理在「更多」裏簽。
sign-no-more = 派工單 { $number }：業主不滿意，正重新處理，這一次不用簽。
ask-sign-back = 派工單 { $number } 要補充甚麼？寫一句話，我轉給做單的同事。
order-back = 派工單 { $number } 被{ $who }退回，請補充：{ $why }
add-to-order = 補充
sign-back-sent = 已退回給做單的同事（{ $number }）。
sign-back-nobody = 做單的同事聯絡不上（{ $number }），退回的理由已記下，您可以自行核實後簽名。
ask-order-more = 請補充派工單 { $number }：寫幾句話，或傳照片。
order-more-kept = 補充好了，已再請主管簽名（{ $number }）。

day-orders = 📋 【{ $department }】派工單，截至{ $at }
    已簽名 { $signed } 張
    { $signed_lines }
    等簽名 { $unsigned } 張
    { $unsigned_lines }
    未完成 { $unfinished } 張{ $lacking ->
    [0] {""}
   *[other] ，其中 { $lacking } 張還沒寫原因
 }
    { $unfinished_lines }
day-finished = · { $number } { $place } { $handler }
day-unfinished = · { $number } { $place } { $state }
    　原因：{ $why }
day-no-reason = 還沒寫
day-rest = · 還有 { $count } 張
day-number = · { $number } { $place }
write-reasons = 寫原因
sign-them = 逐張簽名
why-unfinished = { $number }（{ $place }）今天未完成，是甚麼原因？（還有 { $left } 張）
    { $state }
own-words = 自己寫
ask-why-unfinished = { $number } 未完成的原因，請寫一句話。
reason-appointed = 約了改天
reason-just-came = 剛報來
not-your-list = 這份清單是給部門主管的。
nothing-to-sign = 沒有等您簽名的了。
finished-meanwhile = { $number } 已經完成，不用寫原因。
orders-filed = 📁 派工單：昨天及以前簽好的 { $signed } 張已歸檔。
    { $signed_lines }
    還沒簽名 { $unsigned } 張
    { $unsigned_lines }
orders-left = ⏰ 【{ $department }】還有派工單等您：未簽名 { $unsigned } 張，未寫原因 { $silent } 張。

out-of-hand = 情況失控
security-alarm = 🚨 治安 { $number }（{ $place }）：{ $issue }
    已發給保安部門。
call-police = 🚨 { $number } 請立即致電 { $police }，講清楚地址：{ $address } { $place }
    先顧好自己和身邊人的安全。打過之後按下面。
police-called = 已報警
police-told = 🚓 { $number }（{ $place }）已報警：{ $who }，{ $at }。
police-already = { $who }在{ $at }已經報警了。
