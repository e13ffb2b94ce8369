# 代業戶記錄、即場解決、客服部日誌、答覆方式

record = 代錄
record-another = 再錄一單
for-an-owner = 代業戶記
record-staff-only = 代錄是同事用的。您的事直接傳給我們就可以，或者選下面的。
record-in-private = 裏面有業戶的電話，請和我私聊來錄：傳「代錄」就可以。

via-phone = 電話
via-visit = 親臨
via-letter = 信函
via-email = 電郵
via-fax = 傳真
via-head-office = 總公司轉來
via-group = 集團轉來
via-hotline = 12345熱線

way-chat = 聊天裏答覆
way-phone = 打電話
way-visit = 當面
way-letter = 書面
just-now = 剛剛
yesterday = 昨天
ago = { $days ->
    [0] { $hours ->
        [0] { $minutes }分鐘前
       *[other] { $hours }小時前
    }
   *[other] { $days }天前
 }

field-way = 答覆方式
field-via = 來源
field-received = 接獲時間
field-recipient = 接待人
no-name = 沒留姓名
no-phone = 沒留電話

readback-answer = （希望{ $way }答覆）
ask-way = 希望我們怎樣答覆？
ask-way-again = 抱歉沒聽懂，請選一下希望怎樣答覆。

record-site = 是哪個屋苑的業戶？
record-site-again = 沒對上，請選一下屋苑。
record-via = 好，幫業戶記一單。業戶是怎樣找來的？
record-via-again = 沒看懂，請選一下業戶是怎樣找來的。
record-received = 甚麼時候接到的？可以選，也可以直接寫，例如「9:30」「昨天下午3點」「11-16 9:30」。
record-received-again = 這個時間沒看懂，或者不在最近兩個月內。請這樣寫：「9:30」「昨天下午3點」「11-16 9:30」。
record-issue = 請照業戶的原話寫：哪一戶、姓名電話、甚麼事、希望怎麼辦。一則寫完最好，照片也可以。
record-issue-again = 沒看明白，請用一兩句話寫業戶說了甚麼。
record-kind = 記下了。這件事算哪一類？
record-kind-again = 沒聽懂，請選一下是哪一類。
record-unit = 是哪一戶？例如：{ $example }。
record-unit-again = 這個單位沒對上，請再問一下業戶。請這樣寫：{ $example }。
record-phone = 業戶的電話是多少？
record-phone-again = 這個號碼看來不太對，請再核對。請這樣寫：13800138000，座機請帶區號：0571-88886666。
record-name = 業戶怎樣稱呼？
record-name-again = 請再寫一下業戶怎樣稱呼。
record-expectation = 業戶希望怎樣處理？
record-expectation-again = 沒看明白，業戶希望怎樣處理？
record-way = 業戶希望怎樣得到答覆？
record-way-again = 沒聽懂，請選一下怎樣答覆業戶。
record-recipient = 是誰接待的？選一位，或者寫姓名。
record-recipient-again = 同事裏沒有叫這個名字的，請選一位，或者寫全名。

record-readback = 請唸給業戶核對：
    { $urgent ->
    [true] 🔴 緊急
   *[other] 類型
 }：{ $kind }{ $because }
    地點：{ $place }
    業戶：{ $name } { $phone }{ $who }
    情況：{ $issue }
    期望：{ $expectation }
    來源：{ $via }，{ $received }，{ $recipient }接待
    答覆方式：{ $answer }
    { $pictures ->
    [0] 沒有問題就選「確認提交」；已經處理好的選「已即場解決」。
   *[other] 圖片或檔案：{ $pictures } 個。沒有問題就選「確認提交」；已經處理好的選「已即場解決」。
 }
number-in-chat = （就是聊天裏的{ $name }{ $bound ->
    [true] ，已綁定這個單位
   *[other] ，未核實住戶
 }，會同時收到通知）
number-of-colleague = （⚠ 這是同事{ $name }的號碼，請核對）
draft-waits = 這一份先放着呢。請先辦完或取消正在錄的那一份。
record-cancelled = 好的，這一單不錄了。
record-left = 剛才代業戶錄的一單還沒有提交，我們還不會派人。要繼續嗎？
record-emergency = 情況緊急，客服中心已經收到。請叫業戶先注意安全，不要冒險；有生命危險先打急救或火警電話。請接着錄完。急事請聯絡：{ $phone }。
desk-emergency-recorded = 🔴 { $who }正在代業戶錄一件緊急的事，還沒確認提交{ $because }
    地點：{ $place }
    聯絡：{ $name } { $phone }
    { $issue }
recorded = 錄好了，工單號：{ $number }（{ $place }），請告訴業戶。
    由{ $who }負責，{ $hear } 前有下一步。
    答覆方式：{ $answer }。
recorded-for-you = 您透過{ $via }反映的事，同事已經替您記下了，謝謝您告訴我們。
    工單號：{ $number }（{ $place }）
    由{ $who }負責，聯絡方法：{ $phone }
    進度會傳到這裏，也可以隨時補充。

# 即場解決

on-the-spot = 已即場解決
emergency-over = ✅ { $who }已經處理了（{ $place }），不用再打電話。
step-settle = { $at } 即場解決
note-settle = · 即場解決：{ $why }
onspot-ask = 請寫一下是怎樣解決的、結果如何；有照片也請傳來。
onspot-so-far = 處理結果：
    { $words }
    照片：{ $pictures } 張
    可以接着傳，沒有了就提交。
onspot-recorded = 錄好了，工單號：{ $number }（{ $place }），結果一併記下，已報告主管。業戶確認滿意後就閉環。
onspot-price = 收費的要先跟業戶說好價錢。請寫一下金額，例如：80 元
onspot-agreed = 收費 { $total } 元。業戶當面同意這個價錢了嗎？
    還沒說好的話，請返回照常提交，由部門報價。
owner-agreed = 業戶已同意
onspot-cost = 收費，{ $total } 元，業戶已同意
onspot-free = 免費
onspot-report = 📌 { $number }（{ $place }）已即場解決，請知悉。
    情況：{ $issue }
    結果：{ $result }
    費用：{ $cost }
    記錄人：{ $who }

# 客戶服務部日誌

log = 📒 { $site }《客戶服務部日誌》{ $day }
    共 { $count } 則，還沒答覆 { $waiting } 則。
    { $lines }
log-more = 📒《客戶服務部日誌》{ $day }
    { $lines }
log-empty = 這一天沒有查詢、求助、建議和表揚。
log-line = { $time } { $number } { $kind } · { $place } { $name }：{ $issue }
    —— { $standing }
log-answered = ✅ { $who }，{ $at } 已答覆
log-waits = ⏳ 等客服答覆
log-job = 🔧 已派給{ $department }
log-which-day = 沒看懂是哪一天。請這樣寫：{ $command } { $example }
day-before = ← 前一天
day-after = 後一天 →

# 答覆方式

answer-by = 答覆方式
way-changed = { $number } 以後用「{ $way }」的方式答覆業戶。
answer-by-hand = ✉️ { $number }（{ $place } { $name }）要{ $way }答覆業戶：
    —— { $words }
    答覆以後請在下面點一下。
answer-waits = ⏰ { $number } 的答覆（{ $way }）還沒有帶給業戶，請安排一下。
call-answer = 請照卡片上的話答覆業戶。
call-saying = { $call }
    請這樣說：{ $words }
see-whole = 看全文
letter-head = { $place } { $name }：

    您好！您反映的事（{ $number }），現回覆如下：

    { $body }
letter-foot = { $body }

    如有疑問，歡迎隨時致電 { $phone }。

    { $site }客戶服務中心
    { $day }
told-good = 已答覆·滿意
told-poor = 已答覆·不滿意
told-later = 已答覆·再看看
told-missed = 未接通
told-not-met = 沒見到
told-sent = 已寄出
told-handed = 已交給業戶
reply-to-say = 答覆記下了。請照業戶選的方式帶到，再到卡片上點一下。

dutylog = 📓 { $site }《值班記錄表》{ $day }（{ $count } 條）
    { $lines }
dutylog-empty = 這一天沒有記入值班記錄表的事。
dutylog-line = { $time } { $number } · { $place }：{ $issue }
    —— { $who }記入，{ $standing }

# 邀請碼

invite-how = 請寫上單位，例如：/invite { $example }
invite-made = { $site } { $place }的邀請碼：{ $invitation }
    { $until } 前有效，只能用一次。請交給業戶本人，請他傳給我就綁定好了。
