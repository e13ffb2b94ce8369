# 對業主說的話

menu-complain = 我要投訴
menu-repair = 我要報修
menu-ask = 查詢建議
menu-mine = 我的工單
ask-a-person = 轉人工

greeting = 您好，這裡是{ $estate }物業客服。
    家裡或屋苑有什麼事，直接傳給我們就可以，例如：
    「3棟2單元1201廚房漏水，今晚可以來修嗎 13800138000」
    文字、相片、語音、影片都可以。
greeting-staff = { $name }，您好！您的崗位：
    { $posts }
    接到的工單會傳到這裡，業主電話也只傳給您本人。
help = 直接說事就可以：什麼地方、什麼問題、希望怎麼辦，相片也可以一起傳。
    想看進度請選「我的工單」，想找人說話請輸入「轉人工」。
    客服電話：{ $phone }
you-are-welcome = 不客氣，有事隨時找我們。

language-which = 请选择语言 / 請選擇語言 / Please choose a language
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-set = 好的，以後就用繁體中文和您說話。

unreadable-sticker = 貼圖收到啦。有什麼事請用文字、相片或語音告訴我們。
unreadable-location = 位置收到了，不過我們更需要單位或具體地點，請用文字說一下，例如「3棟樓下垃圾房旁」。
unreadable-too-big = 這個檔案太大，我們這邊打不開（上限 20 MB）。請截一小段再傳，或者傳幾張相片。
unreadable-foreign-contact = 這是別人的聯絡資料。要留您自己的號碼，請傳自己的聯絡資料，或者直接輸入數字。
unreadable-empty = 這則訊息是空的，沒有看到內容，麻煩再傳一次。
unreadable-other = 這種訊息我們看不到，請用文字、相片、語音或影片告訴我們。

# 受理

tell-complaint = 很抱歉讓您煩心了。請慢慢說：什麼時間、什麼地方、什麼事。
    可以分幾則傳，相片也可以；說完請選「說完了」。
tell-repair = 請說說哪裡壞了、什麼樣子，有相片最好。
    可以分幾則傳；說完請選「說完了」。
tell-enquiry = 想查詢什麼，或者有什麼建議，請直接說。說完請選「說完了」。
tell-more = 好，請接著說，相片也可以。說完請選「說完了」。
tell-more-case = 好，請說，下一則會加到 { $number } 裡。
listening = 我們在聽，您接著說。{ $pictures ->
    [0] {""}
   *[other] （已收到圖片或檔案 { $pictures } 個）
 }
told = 說完了
go-on = 繼續填寫
confirm = ✅ 確認提交
edit = 修改
add = 補充

ask-issue = 好，請重新說一下是什麼事。
ask-issue-again = 抱歉沒看明白，請用一兩句話說說是什麼事。
ask-site = 請問您住哪個屋苑？
ask-site-again = 抱歉沒對上，請按一下您的屋苑。
ask-kind = 記下了。這件事算哪一類？
ask-kind-again = 抱歉沒聽懂，請按一下是哪一類。
ask-unit = 請問是哪一戶？例如：{ $example }。走廊、電梯、園區裡的事請選「公共地方」。
ask-unit-again = 抱歉，我們對不上這個單位。請這樣寫：{ $example }。
ask-phone = 請留個電話，方便聯絡您。
ask-phone-again = 抱歉，這個號碼看來不太對。請這樣寫：13800138000，市話請加區號：0571-88886666。
ask-name = 請問怎麼稱呼您？
ask-name-again = 抱歉，請再說一下怎麼稱呼您。
ask-expectation = 您希望怎麼處理？例如：「今晚可以來修」。沒有特別要求就按下面。
ask-expectation-again = 抱歉沒看明白，您希望怎麼處理？
no-expectation = 沒有特別要求
chat-only = 就在這裡聯絡我

readback = 我跟您核對一遍：
    { $urgent ->
    [true] 🔴 緊急
   *[other] 類別
 }：{ $kind }{ $because }
    地點：{ $place }
    聯絡：{ $name } { $phone }{ $answer }
    情況：{ $issue }
    期望：{ $expectation }
    { $pictures ->
    [0] 沒有問題請選「確認提交」。
   *[other] 圖片或檔案：{ $pictures } 個。沒有問題請選「確認提交」。
 }
edit-which = 要改哪一項？
field-kind = 類別
field-issue = 情況
field-unit = 地點
field-name = 稱呼
field-phone = 電話
field-expectation = 期望

already-filed = 已經提交過了，工單編號：{ $number }。
draft-gone = 這份草稿已經不在了，請重新說一下，我們馬上記。
draft-cancelled = 好的，這次不提交。有事隨時再找我們。
draft-left = 您剛才說的事還沒有提交，我們這邊還不會派人。要繼續嗎？
emergency-heard = { $told ->
    [duty] 看到了，情況緊急，已經轉給當值同事。
    [desk] 看到了，情況緊急，已經傳到客服中心；現在不是辦公時間，請同時致電我們。
   *[nobody] 看到了，情況緊急。暫時未能聯絡上同事，請馬上致電我們。
 } 請先注意安全，不要冒險；有生命危險請先致電救護或消防。急事請聯絡我們：{ $phone }。

filed = { $kind ->
    [praise] 謝謝您的鼓勵！已經一字不漏記下，客服的同事都看得到。
    [suggestion] 謝謝您的建議！已經記下，會認真研究後回覆您。
    [enquiry] 謝謝您的查詢，已經記下。
    [complaint] 謝謝您告訴我們。讓您煩心了，非常抱歉。
   *[other] 謝謝您告訴我們。給您添麻煩了，很抱歉。
 }
    工單編號：{ $number }（{ $place }）
    由{ $who }負責，聯絡方式：{ $phone }
    { $hear } 前會再向您回覆。{ $bound ->
    [true] {""}
   *[other] （您還沒有綁定這個單位，不影響處理）
 }
see-case = 看進度
bind-me = 申請綁定這個單位

# 進度

owner-taken = { $comes ->
    [true] { $number }：{ $handler }已接單，預計{ $due } 前到場。
   *[other] { $number }：{ $handler }已接手，正在了解情況，有進展就告訴您。
 }
owner-arrived = { $comes ->
    [true] { $number }：{ $handler }已到場。
   *[other] { $number }：{ $handler }已經着手處理。
 }
owner-delayed = { $number }：很抱歉要晚一些（{ $why }），新的時間是{ $due } 前。
still-arranging = { $number }：抱歉讓您久等，{ $kind ->
    [enquiry] 您問的事還在查證，已經在催答覆了。
    [suggestion] 您的建議還在研究，已經在催答覆了。
    [praise] 您的話我們收到了，正在催同事給您回音。
   *[other] 我們還在安排人手，已經在催了。
 }急事請聯絡我們：{ $phone }。
desk-says = 【{ $number }】客服：{ $words }

mine-none = 您還沒有工單。要報修或投訴嗎？
mine = 您最近的工單：
    { $lines }
    按工單編號看詳情。
mine-line = { $number } { $kind } { $state }：{ $issue }
timeline = 【{ $number }】{ $kind } · { $state }{ $round ->
    [1] {""}
   *[other] （第{ $round }次處理）
 }
    { $place }：{ $issue }
    { $lines }
owner-state-filed = 客服正在看
owner-state-dispatched = 已轉給負責的部門，等同事接手
owner-state-taken = 已有同事接手
owner-state-on-site = 同事正在處理
owner-state-joined = 與鄰居報的同一件事一併處理中
owner-state-done = 已處理，等客服回覆您
owner-state-replied = 等您確認是否滿意
owner-state-closed = 已辦妥
owner-state-withdrawn = 已撤回
step-file = { $at } 受理
step-dispatch = { $at } 派單
step-transfer = { $at } 轉給其他同事接着辦
step-take = { $at } { $who }接單
step-arrive = { $at } { $who }到場
step-delay = { $at } 延期：{ $why }
step-finish = { $at } 處理完成
step-reply = { $at } 回覆您
step-accept = { $at } 您確認滿意
step-reject = { $at } 您不滿意。{ $why }
step-reject-answer = { $at } 您不滿意。{ $why }
step-withdraw = { $at } 您撤回
step-add = { $at } 您補充：{ $why }
step-chase = { $at } 您催辦
step-desk-says = { $at } 客服：{ $why }
step-human = { $at } 您找人工

chase = 催一催
withdraw = 撤回
it-is-back = 問題又出現了
added = 已補充到 { $number }，客服和負責的同事都看得到。
is-it-about = 記下了。是 { $number }（{ $issue }）的問題又出現了，還是另一件事？
new-matter = 這是另一件事
chased = 已經替您催了，負責的同事都收到了提醒（{ $number }）。
chased-already = 剛催過，同事已經收到提醒。{ $at } 以後可以再催。
withdraw-ask = 確定撤回 { $number } 嗎？撤回後我們就不再處理這件事了。
withdraw-sure = 確定撤回
keep-it = 不撤回
withdrawn = { $number } 已撤回。需要時隨時再報。
human-called = 已經請客服同事來接待您（{ $number }），就在這裡回覆您。急事請聯絡我們：{ $phone }。

# 答覆與滿意度

accept-work = 驗收合格，滿意
satisfied = 滿意
dissatisfied = 不滿意
reply = 【{ $number }】{ $body }
    { $job ->
    [true] 請您看一看效果：
    [praise] 再次謝謝您的鼓勵！這樣轉達，您看可以嗎？
   *[other] 這樣答覆您滿意嗎？
 }
reply-draft = { $kind ->
    [repair] 您好，{ $place }的報修已經處理好了。
   *[other] 您好，您反映的{ $place }的事已經處理了。
 }{ $round ->
    [1] {""}
   *[other] 之前沒處理妥當，向您致歉。
 }
    { $handler }：{ $result }
answer-by-number = 回覆{ $choices }
verdict-reminder = 【{ $number }】處理結果您看過了嗎？滿意就選「滿意」，我們好了結這件事；哪裡不好也請直說，我們再來。
verdict-too-old = 這是之前那一次的選項了，請看最新的訊息。
already-closed = 這件事您已經確認過了，謝謝！
thanks-closed = 謝謝您！{ $number } 已閉環。過幾天我們可能會再回訪一次，有問題隨時說。
why-dissatisfied = 很抱歉沒讓您滿意，{ $number } 這就重新處理。請告訴我們哪裡沒做好，相片也可以。
why-again = 很抱歉問題又出現了，{ $number } 這就重新處理。請說說現在的情況，相片也可以。
rather-not = 不想多說
why-heard = 記下了，第{ $round }次處理的同事都會看到。
second-round = 好的，{ $number } 這就重新處理，我們會盯著。

# 回訪

survey-overall = 【回訪 { $number }】{ $place }：{ $issue }
    整體處理得怎麼樣？（{ $step }/{ $steps }）
survey-speed = 【回訪 { $number }】處理得及時嗎？（{ $step }/{ $steps }）
survey-effect = 【回訪 { $number }】問題解決得怎麼樣？（{ $step }/{ $steps }）
survey-attitude = 【回訪 { $number }】同事的態度怎麼樣？（{ $step }/{ $steps }）
survey-wrong = 【回訪 { $number }】有什麼沒做好的嗎？直接說，沒有就選「略過」。（{ $step }/{ $steps }）
survey-wishes = 【回訪 { $number }】對我們有什麼建議？（{ $step }/{ $steps }）
survey-needs = 【回訪 { $number }】家裡有什麼需要我們特別留意的嗎，例如長者、小孩、行動不便？（{ $step }/{ $steps }）
score-good = 😊 滿意
score-fair = 😐 一般
score-poor = 🙁 不滿意
skip = 略過
no-more-surveys = 以後不用回訪我
survey-over = 這份回訪已經結束了，謝謝。
survey-answered = 這一題已經記下了。
survey-words = 請用文字說，或者選「略過」。
survey-thanks = 都記下了，謝謝您！（{ $number }）
survey-reopened = 很抱歉，{ $number } 沒讓您滿意。我們已經重新派單，主管會盯著。
survey-reminder = 前幾天 { $number } 的回訪您還沒有答，一分鐘就好。
    { $question }
survey-stopped = 好的，以後不再回訪您。有事隨時找我們。

# 綁定

bind-how = 綁定單位有三種辦法：
    1. 把您自己的聯絡資料傳過來，號碼和業主登記一致就直接綁定；
    2. 把管理處給您的邀請碼傳過來；
    3. 報修或投訴後選「申請綁定這個單位」，由客服核實。
bind-how-typed = 綁定單位有兩種辦法：
    1. 把管理處給您的邀請碼傳過來，或者掃描管理處給您的二維碼；
    2. 報修或投訴後選「申請綁定這個單位」，由客服核實。
code-unknown = 這個邀請碼不對，或者已經用過了。請再看一下，也可以向客服要一個新的。
phone-kept = 號碼記下了。業主登記裡沒有這個號碼，不影響報修和投訴；要綁定單位，請找客服核實。
bound = { $name }，您好！已綁定：
    { $homes }
    以後說一句話就能報修。
bound-already = 這個單位您已經綁定了。
bind-waits = 已經在等客服核實了，請稍候。
bind-asked = 已經請客服核實{ $place }，有結果馬上告訴您。
bound-by-desk = 客服已核實，{ $place }綁定好了。以後說一句話就能報修。
bind-refused = 抱歉，{ $place }的登記沒有核對上。請帶上證件到客服中心，或聯絡我們：{ $phone }。
join-account = 連上另一帳號
join-code = 您的連接碼：{ $joining }
    請在 { $minutes } 分鐘內，用您另一個聊天軟體裡的帳號把它傳給我們。兩邊就是同一個人了：工單都看得到，訊息傳到您最後說話的地方。
    請不要把它給別人。
join-sure = 這是「{ $name }」的連接碼。合成以後，兩邊就是同一個人，看得到彼此的工單和單位。是您自己的另一個帳號嗎？
join-yes = 是我自己的
join-no = 不是
join-other-way = 為了安全，請反過來：在這裡傳 /bind，選「連上另一帳號」，再到您的另一個帳號把連接碼傳給我們。
joined = 連上了，{ $name }。您的工單在兩邊都看得到，訊息傳到您最後說話的地方。
joined-already = 這是您自己的連接碼，請用另一個帳號傳給我們。
staff-bound = { $name }，認得您了！您的崗位：
    { $posts }
post = { $site } { $department } { $role }
