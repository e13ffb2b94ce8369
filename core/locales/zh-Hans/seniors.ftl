# 客服之上：索赔、疑难、公司与政府转来的件、答复审批、业主生气

above-waits = ⏳ { $number }（{ $place }）还等着：{ $what }。上面还没有人办，请当面或打电话请示。
above-done = { $number } { $who }已经办了。
above-settled = ✅ { $number } { $what }：{ $who }已办。
above-progress = 【{ $number }】{ $place }
    { $lines }
the-system = 系统
matter-claim-decide = 判断是不是索赔
matter-claim-summary = 客服负责人写索赔摘要
matter-claim-opinion = 经理对索赔的意见
matter-hard = 疑难件的意见和期限
matter-approval = 给业主的话等审批
matter-talk = 负责人联系业主
time-over = 这个时间已经过了，请重新选。

above-step-file = · 受理
above-step-dispatch = · 派单
above-step-transfer = · { $who }转派：{ $why }
above-step-return = · { $who }退回客服：{ $why }
above-step-take = · { $who }接单
above-step-go = · { $who }先赶往现场
above-step-arrive = · { $who }到场
above-step-delay = · { $who }延期：{ $why }
above-step-pause = · { $who }暂停：{ $why }
above-step-appointment = · { $who }与业主约好了上门时间
above-step-quote = · { $who }给业主报了价
above-step-consent = · 业主同意报价
above-step-refuse = · 业主不同意报价。{ $why }
above-step-news = · { $who }告诉业主进展：{ $why }
above-step-resume = · { $who }恢复处理
above-step-publish = · { $who }公示结果：{ $why }
above-step-finish = · { $who }报完工：{ $why }
above-step-settle = · { $who }当场办结：{ $why }
above-step-promise = · { $who }约了业主再次回复的时间
above-step-reply = · 已答复业主：{ $why }
above-step-explain = · 已向业主解释：{ $why }
above-step-accept = · 业主满意，已闭环
above-step-explained = · 解释后业主未再提出，已结
above-step-reject = · 业主不满意，重新处理。{ $why }
above-step-reject-answer = · 业主对答复不满意。{ $why }
above-step-withdraw = · 业主撤回
above-step-add = · 业主补充：{ $why }
above-step-correct = · 业主更正：{ $why }
above-step-chase = · 业主催办
above-step-desk-says = · { $who }对业主说：{ $why }
above-step-claim = · { $who }按索赔登记
above-step-claim-denied = · { $who }认定不是索赔
above-step-claim-details = · { $who }补充了索赔材料：{ $why }
above-step-claim-summary = · { $who }写了摘要：{ $why }
above-step-claim-opinion = · { $who }的意见：{ $why }
above-step-hard = · { $who }按疑难件上报：{ $why }
above-step-hard-opinion = · { $who }的意见：{ $why }
above-step-appoint = · 指定{ $why }负责
above-step-senior = · { $why }亲自跟进业主

# 索赔

claim = 索赔
claim-more = 补充索赔材料
not-a-claim = 不是索赔
claim-summarise = 写摘要
write-opinion = 写意见
claim-suggested = 💰 { $number } 像是索赔{ $because }。是的话请登记，由客服负责人和经理来定；定之前请不要谈责任和金额。
    { $issue }
claim-decided = 💰 { $number } 已按索赔登记（{ $who }）。答复要先经经理同意。
claim-denied = { $number } 不按索赔处理（{ $who }）。
claim-ask = 请在这里（群里请回复本条）写清楚 { $number }：
    损坏了什么、什么时候、业主要求多少、有什么证据。照片可以一起发，可以分几次补充。业主的原话已经保留。
claim-kept = 记下了（{ $number }）。还有文字或照片请接着发，没有了就选“说完了”；以后也可以从“更多”里补充。
claim-card = 💰 索赔 { $number }（{ $place }）
    业主：{ $name }
    原话：{ $issue }
    要求：{ $expectation }
    后来补充：{ $later }
    客服了解到：{ $details }
    请写一份摘要交经理。
claim-ask-summary = 请写下摘要（{ $number }）：事情经过、损失、业主的要求、我方了解的情况。写完交经理。
claim-summary-kept = 摘要已交经理（{ $number }）。
claim-opinion-card = 💰 索赔 { $number }（{ $place }）请您批示
    业主：{ $name }
    原话：{ $issue }
    要求：{ $expectation }
    后来补充：{ $later }
    客服了解到：{ $details }
    摘要：{ $summary }
claim-ask-opinion = 请写下您的意见（{ $number }）。
claim-opinion = 💰 { $number } { $who }的意见：{ $words }
    请按这个意见起草答复，发出前先给经理看。
claim-opinion-there = 💰 { $number } { $who }已有意见，已发给客服负责人。
opinion-kept = 意见已记下，已告诉客服负责人（{ $number }）。
filed-claim = 谢谢您告诉我们，您说的情况和要求已经逐字记下。
    工单号：{ $number }（{ $place }）
    由{ $who }负责，联系方式：{ $phone }
    相关的照片、单据请留好，可以直接发到这里。我们会在{ $hear } 前给您消息。{ $bound ->
    [true] {""}
   *[other] （您还没有绑定这套房，不影响处理）
 }
reply-draft-claim = 您好，您反映的{ $place }的事，情况如下。
    { $handler }：{ $result }
why-claim = 好的，{ $number } 会重新研究。请告诉我们您的想法，照片也可以。

# 疑难

hard = 疑难上报
hard-ask = 请在这里（群里请回复本条）写下 { $number } 难在哪里、试过什么、需要经理定什么。
hard-waits = 已经上报了，正等经理的意见。
hard-reported = 已上报，经理给出意见和期限后会马上告诉您（{ $number }）。
hard-card = 🧩 疑难 { $number }（{ $place }）
    情况：{ $issue }
    { $who }上报：{ $why }
    您的意见：{ $view }
    请给出意见和期限。
hard-ask-opinion = 请写下您的意见（{ $number }），接着选期限。
hard-until = { $number } 的意见：{ $words }
    什么时候前办好？
hard-words-first = 请先写意见，再选期限。
hard-kept = ✅ { $number } 的意见：{ $words }
    期限：{ $until }。到时会核对并告诉您。
hard-opinion = 🧩 { $number } { $who }的意见：{ $words }
    请在{ $until } 前办好。
hard-verified = { $done ->
    [true] ✅ { $number }（{ $place }）到期核对：已办（{ $state }）。
   *[other] ❗ { $number }（{ $place }）到期核对：还没办好（{ $state }）。
 }
    当时的意见：{ $words }（期限{ $until }）

# 公司、集团、政府热线转来的件

handle-it = 我来处理
appoint = 指定人
above-report = 🏢 { $via } · { $number }（{ $place }）
    业主：{ $name }
    情况：{ $issue }
    期望：{ $expectation }
    您可以亲自处理，或指定一位同事负责。
above-track = 🏢 { $via } · { $number }（{ $place }），由您跟踪，每一步都会告诉您。
    业主：{ $name }
    情况：{ $issue }
    期望：{ $expectation }
above-unreported = 🏢 { $number } 是上面转来的件，公司领导或客服负责人还没有开通，请当面或打电话报告。
appoint-nobody = 现在没有联系得上的同事可以指定。
appoint-whom = { $number } 请谁负责？
appoint-gone = 这位同事现在联系不上或已经调走，请另选一位。
appointed-already = 已经是{ $who }负责。
appointed-you = 🏢 公司指定您负责 { $number }（{ $via }，{ $place }）
    业主：{ $name }
    情况：{ $issue }
    期望：{ $expectation }
    这一单的每一步和超时提醒都会发给您。
appointed-other = { $number } 已改由{ $who }负责，您不用再跟了。
appointed = 🏢 { $number } 由{ $who }负责（{ $by }指定）。
appoint-lost = ❗ { $number } 原来指定的{ $who }已不在岗，请另行指定。

# 审批

approve = 同意发出
disapprove = 退回修改
approval-waits = 这段话答应了赔偿、保证或时间，或是答复索赔，我先请负责人看过再发给业主（{ $number }）。定了马上告诉您；时限照走。
approval-card = ✍️ { $number }（{ $place }）{ $who }要对业主说{ $found }：
    { $words }
approval-given = ✅ { $number } 已由{ $who }同意发出。
approval-refused = ↩️ { $number } 已由{ $who }退回修改。
approval-sent = ✅ { $number } { $who }同意了，已发给业主。
approval-done = 已发给业主。
approval-over = { $number } 这段话已经有人决定了。
approval-own = 自己写的话要请别人审批。
approval-overtaken = { $number } 已经有了新的进展，这段话没有发出，记录里还在。
approval-why = 请写下要改什么（{ $number }）。
approval-returned-kept = 已退回给写的同事（{ $number }）。
approval-returned = ↩️ { $number } { $who }请您改一改：{ $why }
    原来写的是：{ $words }

# 业主生气，或要找负责人

anger-desk = 😠 { $number } 业主情绪激动{ $because }{ $chases ->
    [0] {""}
   *[other] （已催{ $chases }次）
 }：{ $words }
    已告诉负责人，请先安抚，不争辩、不许诺。
anger-card = 😠 { $number }（{ $place }）业主情绪激动或要找负责人{ $because }{ $chases ->
    [0] {""}
   *[other] （已催{ $chases }次）
 }
    业主：{ $name }
    原话：{ $words }
    业主选择：{ $wish }
    已跟进：{ $taken }
    请您亲自联系，联系过了点“已联系”。
take-over = 我来跟进
talked = 已联系
talked-to = ✅ { $number } { $who }已和业主谈过。
senior-here = 【{ $number }】您好，我是{ $who }，您的事由我亲自跟进，我会主动联系您。您也可以直接在这里说。
senior-took = { $number } 由{ $who }亲自跟进业主。
senior-hears = 【{ $number }】您跟进的业主说：{ $words }
calm-offer = 【{ $number }】您的心情我们理解，这件事我们会认真对待。您看怎样方便：
calm-senior = 换负责人跟进
calm-place = 到办公室当面谈
calm-later = 明天再联系
calm-when-place = 【{ $number }】好的，我们等您。您什么时候方便过来？
calm-when-later = 【{ $number }】好的，您先歇歇。什么时候联系您方便？
calm-agreed-senior = 【{ $number }】好的，由{ $who }来跟进，会主动联系您。
calm-agreed-place = 【{ $number }】好的，{ $at } 在{ $office }，{ $who }当面和您谈。来不了在这里说一声就行。
calm-agreed-later = 【{ $number }】好的，{ $who }会在{ $at } 联系您。
calm-wish-senior = 换负责人跟进
calm-wish-place = { $at } 到{ $office }当面谈
calm-wish-later = { $at } 再联系
our-senior = 我们的负责人
name-and-role = { $name }（{ $role }）
desk-of = { $site }客服中心
step-claim = { $at } 您的要求已逐字记录
step-senior = { $at } { $why }亲自跟进

# 消息太多

flood-wait = 您发的我们都收到了，请稍等，马上看。有危险请直接打电话。
flood-desk = 【{ $number }】业主一下子发了很多条消息，不再逐条转发，都记在工单里，请看卡片。
flood-cases = 今天已经为您记了 { $most } 件事，我们正在一件一件办。这一件先不另开工单：内容还在，选“转人工”就由客服同事接着办，也可以打电话：{ $phone }。有危险的事随时可以报。
