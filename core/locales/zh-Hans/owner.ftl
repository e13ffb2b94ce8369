# 对业主说的话

menu-complain = 我要投诉
menu-repair = 我要报修
menu-ask = 咨询建议
menu-mine = 我的工单
ask-a-person = 转人工

greeting = 您好，这里是{ $estate }物业客服。
    家里或小区有什么事，直接发给我们就行，比如：
    “3栋2单元1201厨房漏水，今晚能来修吗 13800138000”
    文字、照片、语音、视频都可以。
greeting-staff = { $name }，您好！您的岗位：
    { $posts }
    接到的工单会发到这里，业主电话也只发给您本人。
help = 直接说事就行：什么地方、什么问题、希望怎么办，照片也可以一起发。
    想看进度选“我的工单”，想找人说话发“转人工”。
    客服电话：{ $phone }
you-are-welcome = 不客气，有事随时找我们。

language-which = 请选择语言 / Please choose a language
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-set = 好的，以后就用简体中文和您说话。

unreadable-sticker = 表情收到啦。有什么事请用文字、照片或语音告诉我们。
unreadable-location = 位置收到了，不过我们更需要房号或具体地点，请用文字说一下，比如“3栋楼下垃圾房旁”。
unreadable-too-big = 这个文件太大，我们这边打不开（最大 20 MB）。请截一小段再发，或者发几张照片。
unreadable-foreign-contact = 这是别人的名片。要留您自己的号码，请发自己的名片，或者直接打数字。
unreadable-empty = 这条是空的，没有看到内容，麻烦再发一次。
unreadable-other = 这种消息我们看不了，请用文字、照片、语音或视频告诉我们。

# 受理

tell-complaint = 很抱歉让您烦心了。请慢慢说：什么时间、什么地方、什么事。
    可以分几条发，照片也可以；说完选“说完了”。
tell-repair = 请说说哪里坏了、什么样子，有照片最好。
    可以分几条发；说完选“说完了”。
tell-enquiry = 想问什么，或者有什么建议，请直接说。说完选“说完了”。
tell-more = 好，请接着说，照片也可以。说完选“说完了”。
tell-more-case = 好，请说，下一条会加到 { $number } 里。
listening = 在听，您接着说。{ $pictures ->
    [0] {""}
   *[other] （已收到图片或文件 { $pictures } 个）
 }
told = 说完了
go-on = 继续填
confirm = ✅ 确认提交
edit = 修改
add = 补充

ask-issue = 好，请重新说一下是什么事。
ask-issue-again = 抱歉没看明白，请用一两句话说说是什么事。
ask-site = 请问您在哪个小区？
ask-site-again = 抱歉没对上，请选一下您的小区。
ask-kind = 记下了。这件事算哪一类？
ask-kind-again = 抱歉没听懂，请选一下是哪一类。
ask-unit = 请问是哪一户？比如：{ $example }。楼道、电梯、园区里的事选“公共区域”。
ask-unit-again = 抱歉，这个房号我们没对上。请像这样写：{ $example }。
ask-phone = 请留个电话，方便联系您。
ask-phone-again = 抱歉，这个号码看着不太对。请像这样写：13800138000，座机请带区号：0571-88886666。
ask-name = 请问怎么称呼您？
ask-name-again = 抱歉，请再说一下怎么称呼您。
ask-expectation = 您希望怎么处理？比如：“今晚能来修”。没有特别要求就选下面的。
ask-expectation-again = 抱歉没看明白，您希望怎么处理？
no-expectation = 没有特别要求
chat-only = 就在这里联系我

readback = 我给您念一遍，请核对：
    { $urgent ->
    [true] 🔴 紧急
   *[other] 类型
 }：{ $kind }{ $because }
    地点：{ $place }
    联系：{ $name } { $phone }{ $answer }
    情况：{ $issue }
    期望：{ $expectation }
    { $pictures ->
    [0] 没有问题就选“确认提交”。
   *[other] 图片或文件：{ $pictures } 个。没有问题就选“确认提交”。
 }
edit-which = 要改哪一项？
field-kind = 类型
field-issue = 情况
field-unit = 地点
field-name = 称呼
field-phone = 电话
field-expectation = 期望

already-filed = 已经提交过了，工单号：{ $number }。
draft-gone = 这份草稿已经不在了，请重新说一下，我们马上记。
draft-cancelled = 好的，这次不提交。有事随时再发。
draft-left = 您刚才说的事还没有提交，我们这边还不会派人。要继续吗？
emergency-heard = { $told ->
    [duty] 看到了，情况紧急，已经转给值班同事。
    [desk] 看到了，情况紧急，已经发到客服中心；现在不是上班时间，请同时打电话给我们。
   *[nobody] 看到了，情况紧急。现在没能联系上同事，请马上打电话给我们。
 } 请先注意安全，不要冒险；有生命危险请先打急救或火警电话。急事请联系我们：{ $phone }。

filed = { $kind ->
    [praise] 谢谢您的鼓励！已经一字不落记下，客服的同事都看得到。
    [suggestion] 谢谢您的建议！已经记下，会认真研究后答复您。
    [enquiry] 谢谢您的咨询，已经记下。
    [complaint] 谢谢您告诉我们。让您烦心了，非常抱歉。
   *[other] 谢谢您告诉我们。给您添麻烦了，很抱歉。
 }
    工单号：{ $number }（{ $place }）
    由{ $who }负责，联系方式：{ $phone }
    { $hear } 前会再给您消息。{ $bound ->
    [true] {""}
   *[other] （您还没有绑定这套房，不影响处理）
 }
see-case = 看进度
bind-me = 申请绑定这套房

# 进度

owner-taken = { $comes ->
    [true] { $number }：{ $handler }已接单，预计{ $due } 前到场。
   *[other] { $number }：{ $handler }已接手，正在了解情况，有进展就告诉您。
 }
owner-arrived = { $comes ->
    [true] { $number }：{ $handler }已到场。
   *[other] { $number }：{ $handler }已经着手处理。
 }
owner-delayed = { $number }：很抱歉要晚一些（{ $why }），新的时间是{ $due } 前。
still-arranging = { $number }：抱歉让您久等，{ $kind ->
    [enquiry] 您问的事还在核实，已经在催答复了。
    [suggestion] 您的建议还在研究，已经在催答复了。
    [praise] 您的话我们收到了，正在催同事给您回音。
   *[other] 我们还在安排人手，已经在催了。
 }急事请联系我们：{ $phone }。
desk-says = 【{ $number }】客服：{ $words }

mine-none = 您还没有工单。要报修或投诉吗？
mine = 您最近的工单：
    { $lines }
    选工单号看详情。
mine-line = { $number } { $kind } { $state }：{ $issue }
timeline = 【{ $number }】{ $kind } · { $state }{ $round ->
    [1] {""}
   *[other] （第{ $round }次处理）
 }
    { $place }：{ $issue }
    { $lines }
owner-state-filed = 客服正在看
owner-state-dispatched = 已转给负责的部门，等同事接手
owner-state-taken = 已有同事接手
owner-state-on-site = 同事正在处理
owner-state-joined = 与邻居报的同一件事一起处理中
owner-state-done = 已处理，等客服答复您
owner-state-replied = 等您确认是否满意
owner-state-closed = 已办好
owner-state-withdrawn = 已撤回
step-file = { $at } 受理
step-dispatch = { $at } 派单
step-transfer = { $at } 转给其他同事接着办
step-take = { $at } { $who }接单
step-arrive = { $at } { $who }到场
step-delay = { $at } 延期：{ $why }
step-finish = { $at } 处理完成
step-reply = { $at } 答复您
step-accept = { $at } 您确认满意
step-reject = { $at } 您不满意。{ $why }
step-reject-answer = { $at } 您不满意。{ $why }
step-withdraw = { $at } 您撤回
step-add = { $at } 您补充：{ $why }
step-chase = { $at } 您催办
step-desk-says = { $at } 客服：{ $why }
step-human = { $at } 您找人工

chase = 催一催
withdraw = 撤回
it-is-back = 问题又出现了
added = 已补充到 { $number }，客服和处理人都看得到。
is-it-about = 记下了。是 { $number }（{ $issue }）的问题又出现了，还是另一件事？
new-matter = 这是另一件事
chased = 已经替您催了，负责的同事都收到了提醒（{ $number }）。
chased-already = 刚催过，同事已经收到提醒。{ $at } 以后可以再催。
withdraw-ask = 确定撤回 { $number } 吗？撤回后我们就不再办这件事了。
withdraw-sure = 确定撤回
keep-it = 不撤回
withdrawn = { $number } 已撤回。需要时随时再报。
human-called = 已经请客服同事来接待您（{ $number }），就在这里回复您。急事请联系我们：{ $phone }。

# 答复与满意度

accept-work = 验收合格，满意
satisfied = 满意
dissatisfied = 不满意
reply = 【{ $number }】{ $body }
    { $job ->
    [true] 请您看一看效果：
    [praise] 再次谢谢您的鼓励！这样转达，您看可以吗？
   *[other] 这样答复您满意吗？
 }
reply-draft = { $kind ->
    [repair] 您好，{ $place }的报修已经处理好了。
   *[other] 您好，您反映的{ $place }的事已经处理了。
 }{ $round ->
    [1] {""}
   *[other] 之前没处理到位，向您道歉。
 }
    { $handler }：{ $result }
answer-by-number = 回复{ $choices }
verdict-reminder = 【{ $number }】处理结果您看过了吗？满意就选“满意”，我们好了结这件事；哪里不好也请直说，我们再来。
verdict-too-old = 这是之前那一次的选项了，请看最新的消息。
already-closed = 这件事您已经确认过了，谢谢！
thanks-closed = 谢谢您！{ $number } 已闭环。过几天我们可能会再回访一次，有问题随时说。
why-dissatisfied = 很抱歉没让您满意，{ $number } 这就重新处理。请告诉我们哪里没做好，照片也可以。
why-again = 很抱歉问题又出现了，{ $number } 这就重新处理。请说说现在的情况，照片也可以。
rather-not = 不想多说
why-heard = 记下了，第{ $round }次处理的同事都会看到。
second-round = 好的，{ $number } 这就重新处理，我们会盯着。

# 回访

survey-overall = 【回访 { $number }】{ $place }：{ $issue }
    整体处理得怎么样？（{ $step }/{ $steps }）
survey-speed = 【回访 { $number }】处理得及时吗？（{ $step }/{ $steps }）
survey-effect = 【回访 { $number }】问题解决得怎么样？（{ $step }/{ $steps }）
survey-attitude = 【回访 { $number }】同事的态度怎么样？（{ $step }/{ $steps }）
survey-wrong = 【回访 { $number }】有什么没做好的吗？直接说，没有就选“跳过”。（{ $step }/{ $steps }）
survey-wishes = 【回访 { $number }】对我们有什么建议？（{ $step }/{ $steps }）
survey-needs = 【回访 { $number }】家里有什么需要我们特别留意的吗，比如老人、小孩、行动不便？（{ $step }/{ $steps }）
score-good = 😊 满意
score-fair = 😐 一般
score-poor = 🙁 不满意
skip = 跳过
no-more-surveys = 以后不用回访我
survey-over = 这份回访已经结束了，谢谢。
survey-answered = 这一题已经记下了。
survey-words = 请用文字说，或者选“跳过”。
survey-thanks = 都记下了，谢谢您！（{ $number }）
survey-reopened = 很抱歉，{ $number } 没让您满意。我们已经重新派单，主管会盯着。
survey-reminder = 前几天 { $number } 的回访您还没有答，一分钟就好。
    { $question }
survey-stopped = 好的，以后不再回访您。有事随时找我们。

# 绑定

bind-how = 绑定房号有三种办法：
    1. 把您自己的号码分享过来（能用的话，下面有“分享我的电话”），和业主登记一致就直接绑定；
    2. 把物业给您的邀请码发过来；
    3. 报修或投诉后选“申请绑定这套房”，由客服核实。
bind-how-typed = 绑定房号有两种办法：
    1. 把物业给您的邀请码发过来，或者扫物业给您的二维码；
    2. 报修或投诉后选“申请绑定这套房”，由客服核实。
code-unknown = 这个邀请码不对，或者已经用过了。请再看一下，也可以找客服要一个新的。
phone-kept = 号码记下了。业主登记里没有这个号码，不影响报修和投诉；要绑定房号，请找客服核实。
bound = { $name }，您好！已绑定：
    { $homes }
    以后说一句话就能报修。
bound-already = 这套房您已经绑定了。
bind-waits = 已经在等客服核实了，请稍候。
bind-asked = 已经请客服核实{ $place }，有结果马上告诉您。
bound-by-desk = 客服已核实，{ $place }绑定好了。以后说一句话就能报修。
bind-refused = 抱歉，{ $place }的登记没有核对上。请带上证件来客服中心，或联系我们：{ $phone }。
join-account = 连上另一个账号
join-code = 您的连接码：{ $joining }
    请在 { $minutes } 分钟内，用您另一个聊天软件里的账号把它发给我们。两边就是同一个人了：工单都看得到，消息发到您最后说话的地方。
    请不要把它给别人。
join-sure = 这是“{ $name }”的连接码。合成以后，两边就是同一个人，看得到彼此的工单和房号。是您自己的另一个账号吗？
join-yes = 是我自己的
join-no = 不是
join-other-way = 为了安全，请反过来：在这里发 /bind，选“连上另一个账号”，再到您的另一个账号把连接码发给我们。
joined = 连上了，{ $name }。您的工单在两边都看得到，消息发到您最后说话的地方。
joined-already = 这是您自己的连接码，请用另一个账号发给我们。
staff-bound = { $name }，认识您了！您的岗位：
    { $posts }
post = { $site } { $department } { $role }
