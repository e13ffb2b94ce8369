# 對同事說的話

card = { $urgent ->
    [true] 🔴 緊急 · { $number }
   *[other] 📋 { $number }
 }{ $round ->
    [1] {""}
   *[other] {" "}· 第{ $round }次處理
 }
    { $kind }{ $because }
    地點：{ $place }
    聯絡：{ $name } { $phone }{ $bound ->
    [true] {""}
   *[other] （未核實住戶）
 }
    情況：{ $issue }
    期望：{ $expectation }
    報來：{ $opened }
    { $state }
    { $notes }
state-filed = ⏳ 等客服判斷
state-dispatched = ⏳ 等人接單，{ $due } 前
state-taken = 👷 { $handler } 已接單，{ $due } 前到場
state-on-site = 🔧 { $handler } 在現場，{ $due } 前完工
state-joined = 🔗 與另一張工單一併處理
state-done = 📝 { $handler } 已完工，等客服答覆業主
state-replied = 💬 已答覆，等業主確認
state-closed = ✅ 業主滿意，已閉環
state-withdrawn = ↩️ 業主已撤回
note-add = · 業主補充：{ $why }
note-chase = · ⏰ 業主催辦
note-progress = · 進展：{ $why }
note-delay = · 延期：{ $why }
note-transfer = · 轉派：{ $why }
note-reject = · 業主不滿意：{ $why }
note-finish = · 結果：{ $why }
stamp-filed = 已退回客服
stamp-taken = { $handler }已接單
stamp-on-site = { $handler }在現場
stamp-joined = 已併入另一張單
stamp-done = 已完工
stamp-replied = 已答覆業主
stamp-closed = 已閉環
stamp-withdrawn = 業主已撤回
stamp-moved = 已轉走
note-which = 這句話記在哪一單上？
card-moved = { $number } 已轉給{ $to }。

take = 接單
transfer = 轉派
arrive = 到場
delay = 延期
finish = 完工
see-card = 看卡片

taken-see-private = 接到了。業主電話已私訊給您。
taken-by = 慢了一步，{ $handler }已經接了。
taken-by-you = 您已經接了。
arrived = 記下了，您已到場。
delayed = { $told ->
    [call] 記下了。業主收不到訊息，客服會打電話說明原因和新時間。
   *[other] 記下了，業主已收到說明和新時間。
 }
transferred = 已轉派。
noted = 已記到 { $number }。
reason-parts = 缺料
reason-nobody-home = 沒人在家
reason-outside-firm = 等外判商
reason-power-off = 要先停水停電
reason-not-ours = 不屬我們的範圍
reason-needs-skill = 需要專門師傅
reason-no-hands = 人手不夠
span = { $days ->
    [0] { $hours ->
        [0] { $minutes }分鐘後
       *[other] { $hours }小時後
    }
   *[other] { $days }天後
 }

handler-hears = 【{ $number }】業主說：{ $words }
handler-withdrawn = 【{ $number }】業主撤回了，不用去了。
handler-unreached = { $name }，我沒法私訊您，業主電話傳不過去（{ $number }）。請先打開和我的私聊、傳一句話，再回來按卡片。

ask-result = 【{ $number }】{ $handler }，請在這裡（群組裡請回覆本則）傳給我：做了什麼、結果怎樣、還剩什麼，附上相片。可以分幾則傳。
result-so-far = 【{ $number }】處理結果：
    { $words }
    相片：{ $pictures } 張
    可以接著傳，沒有了就提交。
done-free = 提交 · 免費
done-paid = 提交 · 收費
result-needs-words = 請先用一句話寫明做了什麼、結果怎樣。
result-kept = 【{ $number }】結果已提交，辛苦了！
result-cancelled = 【{ $number }】好的，還沒完工。

emergency-alarm = 🔴 緊急 { $number }（{ $place }）：{ $issue }
emergency-call = 🔴 { $number } 是緊急情況，請馬上打電話通知{ $who }，打通後按下面。
called = 已電話通知
superior-second-round = { $number } 業主不滿意，進入第{ $round }次處理。請換一位同事並親自盯一下。
owner-chases = ⏰ { $number } 業主在催（第{ $times }次）。

# 客服中心

desk-emergency-draft = 🔴 業主正在說一件緊急的事，還沒確認提交{ $because }
    地點：{ $place }
    聯絡：{ $name } { $phone }
    { $issue }
desk-hears = 【{ $number }】{ $who }：{ $words }
desk-human = 🙋【{ $number }】{ $name }要找人工。
    { $issue }
desk-reply-draft = 【{ $number }】第{ $round }次處理已完成，給業主的答覆擬好了：
    —— { $draft }
desk-binding = { $name }申請綁定{ $place }（{ $number }），請核對後決定。
desk-survey-words = 【回訪 { $number }】業主的話：
    沒做好的：{ $wrong }
    建議：{ $wishes }
    需要留意：{ $needs }
desk-unreached = 傳給{ $name }的訊息送不到（{ $number }），請換個辦法聯絡。
make-urgent = 改為緊急
send-reply = 照這樣傳
rewrite-reply = 自己寫
answer-owner = 答覆業主
write-owner = 給業主留言
write-reply = 請在這裡（群組裡請回覆本則）寫下給業主的答覆（{ $number }）。
write-answer = 請在這裡（群組裡請回覆本則）寫下要對業主說的話（{ $number }）。
write-words = 請用文字寫。
reply-sent = 已答覆業主，等業主確認。
passed-on = { $told ->
    [call] 業主收不到訊息，已列入電話清單，請打電話轉告（{ $number }）。
   *[other] 已轉給業主（{ $number }）。
 }
sent-to = 已派單。
agree = 同意
refuse = 不同意
binding-agreed = ✅ { $place }已綁定（{ $who }）。
binding-refused = { $place }未綁定（{ $who }）。

call = 📞 { $number }（{ $name }**）要打個電話：{ $why }
call-undeliverable = 訊息送不到業主，請致電告知進展。
call-verdict = 業主一直沒說滿不滿意，請致電問一下，照實記。
call-survey = 回訪沒有回音。請致電問：「前幾天的事處理得怎麼樣？滿意、一般，還是不滿意？」照實記。
call-answered = { $number } 業主已經自己答了，不用再打。
call-again-later = 記下了：沒接通。請換個時間再打。
no-answer = 沒接通
show-number = 看電話
private-number = 【{ $number }】{ $place } { $name }：{ $phone }
sent-private = 號碼已私訊給您。
start-first = 請先打開和我的私聊、傳一句話，號碼才能傳給您。
already-done = 這件事已經辦過了。
task-done = ✅ { $who } 已辦（{ $number }）。

bind-in-group = 請在要綁定的群組裡傳送 /bind。
bind-admins-only = 綁定群組要由管理員來做。
bind-which = 這個群組是哪個部門的？
group-choice = { $site } · { $department }
group-bound = 好了，本群組就是{ $site }{ $department }的工單群組。
group-lost = 我被移出了「{ $department }」的群組，那裡的工單發不出去了。請把我拉回來，或另綁一個群組（Telegram 在新群組裡傳送 /bind）。

better-another = 上一次是您處理的，業主不滿意，這次最好請其他同事接。確實沒有別人，請再按一次。
result-needs-photo = 【{ $number }】還差一張照片，請補發一張處理後的照片，再按提交。
done-without-photo = 沒有照片也提交
desk-only = 這份清單只有客服中心看得到。
calls = 📞 { $site }還要打 { $count } 個電話。
    近 30 天回訪：已答 { $answered }，其中滿意 { $satisfied }。沒有回音的不算答。
send-this = 就照這樣可以嗎（{ $number }）？
    { $words }
submit-it = 可以，送出
extras = 更多
more-what = { $number } 還可以：
nothing-more = 現在沒有別的可做。
send-it = 發給業主
