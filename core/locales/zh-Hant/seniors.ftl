# 客服之上：索償、疑難、公司與政府轉來的個案、答覆審批、業主動氣

above-waits = ⏳ { $number }（{ $place }）仍在等：{ $what }。上級還沒有人處理，請當面或致電請示。
above-done = { $number } { $who }已經處理了。
above-settled = ✅ { $number } { $what }：{ $who }已處理。
above-progress = 【{ $number }】{ $place }
    { $lines }
the-system = 系統
matter-claim-decide = 判斷是否索償
matter-claim-summary = 客服主任撰寫索償摘要
matter-claim-opinion = 經理對索償的意見
matter-hard = 疑難個案的意見和期限
matter-approval = 給業主的話等審批
matter-talk = 負責人聯絡業主
time-over = 這個時間已經過了，請重新選擇。

above-step-file = · 受理
above-step-dispatch = · 派單
above-step-transfer = · { $who }轉派：{ $why }
above-step-return = · { $who }退回客服：{ $why }
above-step-take = · { $who }接單
above-step-go = · { $who }先趕往現場
above-step-arrive = · { $who }到場
above-step-delay = · { $who }延期：{ $why }
above-step-pause = · { $who }暫停：{ $why }
above-step-appointment = · { $who }與業主約好了上門時間
above-step-quote = · { $who }向業主報了價
above-step-consent = · 業主同意報價
above-step-refuse = · 業主不同意報價。{ $why }
above-step-news = · { $who }告知業主進展：{ $why }
above-step-resume = · { $who }恢復處理
above-step-publish = · { $who }公示結果：{ $why }
above-step-finish = · { $who }報完工：{ $why }
above-step-settle = · { $who }即場辦妥：{ $why }
above-step-promise = · { $who }與業主約定了再次回覆的時間
above-step-reply = · 已答覆業主：{ $why }
above-step-explain = · 已向業主解釋：{ $why }
above-step-accept = · 業主滿意，已閉環
above-step-explained = · 解釋後業主沒有再提出，已結
above-step-reject = · 業主不滿意，重新處理。{ $why }
above-step-reject-answer = · 業主對答覆不滿意。{ $why }
above-step-withdraw = · 業主撤回
above-step-add = · 業主補充：{ $why }
above-step-correct = · 業主更正：{ $why }
above-step-chase = · 業主催辦
above-step-desk-says = · { $who }對業主說：{ $why }
above-step-claim = · { $who }按索償登記
above-step-claim-denied = · { $who }認定不是索償
above-step-claim-details = · { $who }補充了索償資料：{ $why }
above-step-claim-summary = · { $who }寫了摘要：{ $why }
above-step-claim-opinion = · { $who }的意見：{ $why }
above-step-hard = · { $who }按疑難個案上報：{ $why }
above-step-hard-opinion = · { $who }的意見：{ $why }
above-step-appoint = · 指定{ $why }負責
above-step-senior = · { $why }親自跟進業主

# 索償

claim = 索償
claim-more = 補充索償資料
not-a-claim = 不是索償
claim-summarise = 寫摘要
write-opinion = 寫意見
claim-suggested = 💰 { $number } 似是索償{ $because }。是的話請登記，由客服主任和經理決定；未決定前請不要談責任和金額。
    { $issue }
claim-decided = 💰 { $number } 已按索償登記（{ $who }）。答覆須先經經理同意。
claim-denied = { $number } 不按索償處理（{ $who }）。
claim-ask = 請在這裡（群組裡請回覆本則）寫清楚 { $number }：
    損壞了什麼、什麼時候、業主要求多少、有什麼證據。照片可以一併傳來，也可以分幾次補充。業主的原話已經保留。
claim-kept = 記下了（{ $number }）。還有文字或照片請接著傳，沒有了請選「說完了」；以後也可以從「更多」補充。
claim-card = 💰 索償 { $number }（{ $place }）
    業主：{ $name }
    原話：{ $issue }
    要求：{ $expectation }
    其後補充：{ $later }
    客服了解到：{ $details }
    請寫一份摘要交經理。
claim-ask-summary = 請寫下摘要（{ $number }）：事情經過、損失、業主的要求、我方了解的情況。寫好交經理。
claim-summary-kept = 摘要已交經理（{ $number }）。
claim-opinion-card = 💰 索償 { $number }（{ $place }）請您批示
    業主：{ $name }
    原話：{ $issue }
    要求：{ $expectation }
    其後補充：{ $later }
    客服了解到：{ $details }
    摘要：{ $summary }
claim-ask-opinion = 請寫下您的意見（{ $number }）。
claim-opinion = 💰 { $number } { $who }的意見：{ $words }
    請按這個意見擬稿答覆，發出前先給經理看。
claim-opinion-there = 💰 { $number } { $who }已有意見，已傳給客服主任。
opinion-kept = 意見已記下，已告知客服主任（{ $number }）。
filed-claim = 謝謝您告訴我們，您說的情況和要求已經逐字記下。
    工單編號：{ $number }（{ $place }）
    由{ $who }負責，聯絡方式：{ $phone }
    相關的照片、單據請保留，可以直接傳來這裡。我們會在{ $hear } 前向您回覆。{ $bound ->
    [true] {""}
   *[other] （您還沒有綁定這個單位，不影響處理）
 }
reply-draft-claim = 您好，您反映的{ $place }的事，情況如下。
    { $handler }：{ $result }
why-claim = 好的，{ $number } 會重新研究。請告訴我們您的想法，照片也可以。

# 疑難

hard = 疑難上報
hard-ask = 請在這裡（群組裡請回覆本則）寫下 { $number } 難在哪裡、試過什麼、需要經理決定什麼。
hard-waits = 已經上報了，正等經理的意見。
hard-reported = 已上報，經理給出意見和期限後會馬上告訴您（{ $number }）。
hard-card = 🧩 疑難 { $number }（{ $place }）
    情況：{ $issue }
    { $who }上報：{ $why }
    您的意見：{ $view }
    請給出意見和期限。
hard-ask-opinion = 請寫下您的意見（{ $number }），接著選期限。
hard-until = { $number } 的意見：{ $words }
    什麼時候前辦好？
hard-words-first = 請先寫意見，再選期限。
hard-kept = ✅ { $number } 的意見：{ $words }
    期限：{ $until }。到時會核對並告訴您。
hard-opinion = 🧩 { $number } { $who }的意見：{ $words }
    請在{ $until } 前辦好。
hard-verified = { $done ->
    [true] ✅ { $number }（{ $place }）到期核對：已辦（{ $state }）。
   *[other] ❗ { $number }（{ $place }）到期核對：還沒辦好（{ $state }）。
 }
    當時的意見：{ $words }（期限{ $until }）

# 公司、集團、政府熱線轉來的個案

handle-it = 我來處理
appoint = 指定負責人
above-report = 🏢 { $via } · { $number }（{ $place }）
    業主：{ $name }
    情況：{ $issue }
    期望：{ $expectation }
    您可以親自處理，或指定一位同事負責。
above-track = 🏢 { $via } · { $number }（{ $place }），由您跟蹤，每一步都會告訴您。
    業主：{ $name }
    情況：{ $issue }
    期望：{ $expectation }
above-unreported = 🏢 { $number } 是上級轉來的個案，公司領導或客服主任還沒有開通，請當面或致電報告。
appoint-nobody = 現在沒有聯絡得上的同事可以指定。
appoint-whom = { $number } 請誰負責？
appoint-gone = 這位同事現在聯絡不上或已調職，請另選一位。
appointed-already = 已經是{ $who }負責。
appointed-you = 🏢 公司指定您負責 { $number }（{ $via }，{ $place }）
    業主：{ $name }
    情況：{ $issue }
    期望：{ $expectation }
    這張單的每一步和逾時提示都會傳給您。
appointed-other = { $number } 已改由{ $who }負責，您不用再跟進。
appointed = 🏢 { $number } 由{ $who }負責（{ $by }指定）。
appoint-lost = ❗ { $number } 原本指定的{ $who }已離任，請另行指定。

# 審批

approve = 同意發出
disapprove = 退回修改
approval-waits = 這段話答應了賠償、保證或時間，或是答覆索償，我先請負責人看過再傳給業主（{ $number }）。定了馬上告訴您；時限照計。
approval-card = ✍️ { $number }（{ $place }）{ $who }要對業主說{ $found }：
    { $words }
approval-given = ✅ { $number } 已由{ $who }同意發出。
approval-refused = ↩️ { $number } 已由{ $who }退回修改。
approval-sent = ✅ { $number } { $who }同意了，已傳給業主。
approval-done = 已傳給業主。
approval-over = { $number } 這段話已經有人決定了。
approval-own = 自己寫的話要請別人審批。
approval-overtaken = { $number } 已有新進展，這段話沒有發出，紀錄仍在。
approval-why = 請寫下要改什麼（{ $number }）。
approval-returned-kept = 已退回給撰寫的同事（{ $number }）。
approval-returned = ↩️ { $number } { $who }請您改一改：{ $why }
    原來寫的是：{ $words }

# 業主動氣，或要找負責人

anger-desk = 😠 { $number } 業主情緒激動{ $because }{ $chases ->
    [0] {""}
   *[other] （已催{ $chases }次）
 }：{ $words }
    已告知負責人，請先安撫，不爭辯、不許諾。
anger-card = 😠 { $number }（{ $place }）業主情緒激動或要找負責人{ $because }{ $chases ->
    [0] {""}
   *[other] （已催{ $chases }次）
 }
    業主：{ $name }
    原話：{ $words }
    業主選擇：{ $wish }
    已跟進：{ $taken }
    請您親自聯絡，聯絡過請按「已聯絡」。
take-over = 我來跟進
talked = 已聯絡
talked-to = ✅ { $number } { $who }已和業主談過。
senior-here = 【{ $number }】您好，我是{ $who }，您的事由我親自跟進，我會主動聯絡您。您也可以直接在這裡說。
senior-took = { $number } 由{ $who }親自跟進業主。
senior-hears = 【{ $number }】您跟進的業主說：{ $words }
calm-offer = 【{ $number }】您的心情我們理解，這件事我們會認真對待。您看怎樣方便：
calm-senior = 請負責人跟進
calm-place = 到辦事處面談
calm-later = 明天再聯絡
calm-when-place = 【{ $number }】好的，我們恭候您。您什麼時候方便過來？
calm-when-later = 【{ $number }】好的，您先歇一歇。什麼時候聯絡您方便？
calm-agreed-senior = 【{ $number }】好的，由{ $who }跟進，會主動聯絡您。
calm-agreed-place = 【{ $number }】好的，{ $at } 在{ $office }，{ $who }當面和您談。來不了在這裡說一聲便可。
calm-agreed-later = 【{ $number }】好的，{ $who }會在{ $at } 聯絡您。
calm-wish-senior = 請負責人跟進
calm-wish-place = { $at } 到{ $office }面談
calm-wish-later = { $at } 再聯絡
our-senior = 我們的負責人
name-and-role = { $name }（{ $role }）
desk-of = { $site }客戶服務中心
step-claim = { $at } 您的要求已逐字記錄
step-senior = { $at } { $why }親自跟進

# 訊息太多

flood-wait = 您傳來的我們都收到了，請稍等，馬上看。有危險請直接致電。
flood-desk = 【{ $number }】業主一下子傳來很多訊息，不再逐則轉發，都記在工單裡，請看卡片。
flood-cases = 今天已經為您記下 { $most } 件事，我們正逐件辦理。這一件先不另開工單：內容仍在，選「轉人工」便由客服同事接著辦，也可以致電：{ $phone }。有危險的事隨時可以報。
