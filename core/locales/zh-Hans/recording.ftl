# 代业主记录、当场解决、客服部日志、答复方式

record = 代录
record-another = 再录一单
for-an-owner = 代业主记
record-staff-only = 代录是同事用的。您的事直接发给我们就行，或者选下面的。
record-in-private = 里面有业主的电话，请和我私聊来录：发“代录”就行。

via-phone = 电话
via-visit = 来访
via-letter = 信函
via-email = 电子邮件
via-fax = 传真
via-head-office = 公司转来
via-group = 集团转来
via-hotline = 12345热线

way-chat = 聊天里答复
way-phone = 打电话
way-visit = 当面
way-letter = 书面
just-now = 刚刚
yesterday = 昨天
ago = { $days ->
    [0] { $hours ->
        [0] { $minutes }分钟前
       *[other] { $hours }小时前
    }
   *[other] { $days }天前
 }

field-way = 答复方式
field-via = 来源
field-received = 接到时间
field-recipient = 接待人
no-name = 没留姓名
no-phone = 没留电话

readback-answer = （希望{ $way }答复）
ask-way = 希望我们怎么答复？
ask-way-again = 抱歉没听懂，请选一下希望怎么答复。

record-site = 是哪个小区的业主？
record-site-again = 没对上，请选一下小区。
record-via = 好，帮业主记一单。业主是怎么找来的？
record-via-again = 没看懂，请选一下业主是怎么找来的。
record-received = 什么时候接到的？可以选，也可以直接写，比如“9:30”“昨天下午3点”“11-16 9:30”。
record-received-again = 这个时间没看懂，或者不在最近两个月里。请像这样写：“9:30”“昨天下午3点”“11-16 9:30”。
record-issue = 请照业主的原话写：哪一户、姓名电话、什么事、希望怎么办。一条写完最好，照片也可以。
record-issue-again = 没看明白，请用一两句话写业主说了什么。
record-kind = 记下了。这件事算哪一类？
record-kind-again = 没听懂，请选一下是哪一类。
record-unit = 是哪一户？比如：{ $example }。
record-unit-again = 这个房号没对上，请再问一下业主。请像这样写：{ $example }。
record-phone = 业主的电话是多少？
record-phone-again = 这个号码看着不太对，请再核对。请像这样写：13800138000，座机请带区号：0571-88886666。
record-name = 业主怎么称呼？
record-name-again = 请再写一下业主怎么称呼。
record-expectation = 业主希望怎么处理？
record-expectation-again = 没看明白，业主希望怎么处理？
record-way = 业主希望怎么得到答复？
record-way-again = 没听懂，请选一下怎么答复业主。
record-recipient = 是谁接待的？选一位，或者写姓名。
record-recipient-again = 同事里没有叫这个名字的，请选一位，或者写全名。

record-readback = 请念给业主核对：
    { $urgent ->
    [true] 🔴 紧急
   *[other] 类型
 }：{ $kind }{ $because }
    地点：{ $place }
    业主：{ $name } { $phone }{ $who }
    情况：{ $issue }
    期望：{ $expectation }
    来源：{ $via }，{ $received }，{ $recipient }接待
    答复方式：{ $answer }
    { $pictures ->
    [0] 没有问题就选“确认提交”；已经处理好的选“已当场解决”。
   *[other] 图片或文件：{ $pictures } 个。没有问题就选“确认提交”；已经处理好的选“已当场解决”。
 }
number-in-chat = （就是聊天里的{ $name }{ $bound ->
    [true] ，已绑定这套房
   *[other] ，未核实住户
 }，会同时收到通知）
number-of-colleague = （⚠ 这是同事{ $name }的号码，请核对）
draft-waits = 这一份先放着呢。请先办完或取消正在录的那一份。
record-cancelled = 好的，这一单不录了。
record-left = 刚才代业主录的一单还没有提交，我们还不会派人。要继续吗？
record-emergency = 情况紧急，客服中心已经收到。请让业主先注意安全，不要冒险；有生命危险先打急救或火警电话。请接着录完。急事请联系：{ $phone }。
desk-emergency-recorded = 🔴 { $who }正在代业主录一件紧急的事，还没确认提交{ $because }
    地点：{ $place }
    联系：{ $name } { $phone }
    { $issue }
recorded = 录好了，工单号：{ $number }（{ $place }），请告诉业主。
    由{ $who }负责，{ $hear } 前有下一步。
    答复方式：{ $answer }。
recorded-for-you = 您通过{ $via }反映的事，同事已经替您记下了，谢谢您告诉我们。
    工单号：{ $number }（{ $place }）
    由{ $who }负责，联系方式：{ $phone }
    进展会发到这里，也可以随时补充。

# 当场解决

on-the-spot = 已当场解决
emergency-over = ✅ { $who }已经处理了（{ $place }），不用再打电话。
step-settle = { $at } 当场解决
note-settle = · 当场解决：{ $why }
onspot-ask = 请写一下是怎么解决的、结果怎样；有照片也发来。
onspot-so-far = 处理结果：
    { $words }
    照片：{ $pictures } 张
    可以接着发，没有了就提交。
onspot-recorded = 录好了，工单号：{ $number }（{ $place }），结果一并记下，已报告主管。业主确认满意后就闭环。
onspot-price = 有偿的要先跟业主说好价钱。请写一下金额，例如：80 元
onspot-agreed = 收费 { $total } 元。业主当面同意这个价了吗？
    没说好的话，请返回照常提交，由部门报价。
owner-agreed = 业主已同意
onspot-cost = 有偿，{ $total } 元，业主已同意
onspot-free = 免费
onspot-report = 📌 { $number }（{ $place }）已当场解决，请知悉。
    情况：{ $issue }
    结果：{ $result }
    费用：{ $cost }
    记录人：{ $who }

# 客户服务部日志

log = 📒 { $site }《客户服务部日志》{ $day }
    共 { $count } 条，还没答复 { $waiting } 条。
    { $lines }
log-more = 📒《客户服务部日志》{ $day }
    { $lines }
log-empty = 这一天没有咨询、求助、建议和表扬。
log-line = { $time } { $number } { $kind } · { $place } { $name }：{ $issue }
    —— { $standing }
log-answered = ✅ { $who }，{ $at } 已答复
log-waits = ⏳ 等客服答复
log-job = 🔧 已派给{ $department }
log-which-day = 没看懂是哪一天。请像这样写：{ $command } { $example }
day-before = ← 前一天
day-after = 后一天 →

# 答复方式

answer-by = 答复方式
way-changed = { $number } 以后用“{ $way }”的方式答复业主。
answer-by-hand = ✉️ { $number }（{ $place } { $name }）要{ $way }答复业主：
    —— { $words }
    答复以后请在下面点一下。
answer-waits = ⏰ { $number } 的答复（{ $way }）还没有带给业主，请安排一下。
call-answer = 请照卡片上的话答复业主。
call-saying = { $call }
    请这样说：{ $words }
see-whole = 看全文
letter-head = { $place } { $name }：

    您好！您反映的事（{ $number }），现答复如下：

    { $body }
letter-foot = { $body }

    如有疑问，请随时致电 { $phone }。

    { $site }客户服务中心
    { $day }
told-good = 已答复·满意
told-poor = 已答复·不满意
told-later = 已答复·再看看
told-missed = 没接通
told-not-met = 没见到
told-sent = 已寄出
told-handed = 已交给业主
reply-to-say = 答复记下了。请照业主选的方式带到，再到卡片上点一下。

dutylog = 📓 { $site }《值班记录表》{ $day }（{ $count } 条）
    { $lines }
dutylog-empty = 这一天没有记入值班记录表的事。
dutylog-line = { $time } { $number } · { $place }：{ $issue }
    —— { $who }记入，{ $standing }

# 邀请码

invite-how = 请写上房号，例如：/invite { $example }
invite-made = { $site } { $place }的邀请码：{ $invitation }
    { $until } 前有效，只能用一次。请交给业主本人，让他发给我就绑定好了。
