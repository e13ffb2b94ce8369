# 对同事说的话

card = { $urgent ->
    [true] 🔴 紧急 · { $number }
   *[other] 📋 { $number }
 }{ $round ->
    [1] {""}
   *[other] {" "}· 第{ $round }次处理
 }
    { $kind }{ $because }
    地点：{ $place }
    联系：{ $name } { $phone }{ $bound ->
    [true] {""}
   *[other] （未核实住户）
 }
    情况：{ $issue }
    期望：{ $expectation }
    报来：{ $opened }
    { $state }
    { $notes }
state-filed = ⏳ 等客服判断
state-dispatched = ⏳ 等人接单，{ $due } 前
state-taken = 👷 { $handler } 已接单，{ $due } 前到场
state-on-site = 🔧 { $handler } 在现场，{ $due } 前完工
state-joined = 🔗 与别的工单一起处理
state-done = 📝 { $handler } 已完工，等客服答复业主
state-replied = 💬 已答复，等业主确认
state-closed = ✅ 业主满意，已闭环
state-withdrawn = ↩️ 业主已撤回
note-add = · 业主补充：{ $why }
note-chase = · ⏰ 业主催办
note-progress = · 进展：{ $why }
note-delay = · 延期：{ $why }
note-transfer = · 转派：{ $why }
note-reject = · 业主不满意：{ $why }
note-finish = · 结果：{ $why }
stamp-filed = 已退回客服
stamp-taken = { $handler }已接单
stamp-on-site = { $handler }在现场
stamp-joined = 已并入另一单
stamp-done = 已完工
stamp-replied = 已答复业主
stamp-closed = 已闭环
stamp-withdrawn = 业主已撤回
stamp-moved = 已转走
note-which = 这句话记在哪一单上？
card-moved = { $number } 已转给{ $to }。

take = 接单
transfer = 转派
arrive = 到场
delay = 延期
finish = 完工
see-card = 看卡片

taken-see-private = 接到了。业主电话已私信给您。
taken-by = 慢了一步，{ $handler }已经接了。
taken-by-you = 您已经接了。
arrived = 记下了，您已到场。
delayed = { $told ->
    [call] 记下了。业主收不到消息，客服会打电话说明原因和新时间。
   *[other] 记下了，业主已收到说明和新时间。
 }
transferred = 已转派。
noted = 已记到 { $number }。
reason-parts = 缺料
reason-nobody-home = 没人在家
reason-outside-firm = 等外单位
reason-power-off = 要先停水停电
reason-not-ours = 不是我们的范围
reason-needs-skill = 需要专业人员
reason-no-hands = 人手不够
span = { $days ->
    [0] { $hours ->
        [0] { $minutes }分钟后
       *[other] { $hours }小时后
    }
   *[other] { $days }天后
 }

handler-hears = 【{ $number }】业主说：{ $words }
handler-withdrawn = 【{ $number }】业主撤回了，不用去了。
handler-unreached = { $name }，我没法私信您，业主电话发不过去（{ $number }）。请先打开和我的私聊、发一句话，再回来点卡片。

ask-result = 【{ $number }】{ $handler }，请在这里（群里请回复本条）发给我：做了什么、结果怎样、还剩什么，附上照片。可以分几条发。
result-so-far = 【{ $number }】处理结果：
    { $words }
    照片：{ $pictures } 张
    可以接着发，没有了就提交。
done-free = 提交 · 免费
done-paid = 提交 · 有偿
result-needs-words = 请先用一句话写明做了什么、结果怎样。
result-kept = 【{ $number }】结果已提交，辛苦了！
result-cancelled = 【{ $number }】好的，还没完工。

emergency-alarm = 🔴 紧急 { $number }（{ $place }）：{ $issue }
emergency-call = 🔴 { $number } 是紧急情况，请马上打电话通知{ $who }，打通后点下面。
called = 已电话通知
superior-second-round = { $number } 业主不满意，进入第{ $round }次处理。请换一位同事并亲自盯一下。
owner-chases = ⏰ { $number } 业主在催（第{ $times }次）。

# 客服中心

desk-emergency-draft = 🔴 业主正在说一件紧急的事，还没确认提交{ $because }
    地点：{ $place }
    联系：{ $name } { $phone }
    { $issue }
desk-hears = 【{ $number }】{ $who }：{ $words }
desk-human = 🙋【{ $number }】{ $name }要找人工。
    { $issue }
desk-reply-draft = 【{ $number }】第{ $round }次处理已完成，给业主的答复拟好了：
    —— { $draft }
desk-binding = { $name }申请绑定{ $place }（{ $number }），请核对后决定。
desk-survey-words = 【回访 { $number }】业主的话：
    没做好的：{ $wrong }
    建议：{ $wishes }
    需要留意：{ $needs }
desk-unreached = 发给{ $name }的消息送不到（{ $number }），请换个办法联系。
make-urgent = 改为紧急
send-reply = 照这样发
rewrite-reply = 自己写
answer-owner = 答复业主
write-owner = 给业主留言
write-reply = 请在这里（群里请回复本条）写下给业主的答复（{ $number }）。
write-answer = 请在这里（群里请回复本条）写下要对业主说的话（{ $number }）。
write-words = 请用文字写。
reply-sent = 已答复业主，等业主确认。
passed-on = { $told ->
    [call] 业主收不到消息，已列入电话清单，请打电话转告（{ $number }）。
   *[other] 已转给业主（{ $number }）。
 }
sent-to = 已派单。
agree = 同意
refuse = 不同意
binding-agreed = ✅ { $place }已绑定（{ $who }）。
binding-refused = { $place }未绑定（{ $who }）。

call = 📞 { $number }（{ $name }**）要打个电话：{ $why }
call-undeliverable = 消息送不到业主，请电话告知进展。
call-verdict = 业主一直没说满不满意，请电话问一下，照实记。
call-survey = 回访没有回音。请电话问：“前几天的事处理得怎么样？满意、一般，还是不满意？”照实记。
call-answered = { $number } 业主已经自己答了，不用再打。
call-again-later = 记下了：没接通。请换个时间再打。
no-answer = 没接通
show-number = 看电话
private-number = 【{ $number }】{ $place } { $name }：{ $phone }
sent-private = 号码已私信给您。
start-first = 请先打开和我的私聊、发一句话，号码才能发给您。
already-done = 这件事已经办过了。
task-done = ✅ { $who } 已办（{ $number }）。

bind-in-group = 请在要绑定的群里发 /bind。
bind-admins-only = 绑定群要由管理员来做。
bind-which = 这个群是哪个部门的？
group-choice = { $site } · { $department }
group-bound = 好了，本群就是{ $site }{ $department }的工单群。
group-lost = 我被移出了“{ $department }”的群，那里的工单发不出去了。请把我拉回来，或另绑一个群（Telegram 在新群里发 /bind）。

better-another = 上一次是您处理的，业主不满意，这次最好请别的同事接。确实没有别人，请再点一次。
result-needs-photo = 【{ $number }】还差一张照片，请补发一张处理后的照片，再点提交。
done-without-photo = 没有照片也提交
desk-only = 这份清单只有客服中心看得到。
calls = 📞 { $site }还要打 { $count } 个电话。
    近 30 天回访：已答 { $answered }，其中满意 { $satisfied }。没回音的不算答。
send-this = 就按这样可以吗（{ $number }）？
    { $words }
submit-it = 可以，提交
extras = 更多
more-what = { $number } 还可以：
nothing-more = 现在没有别的可做。
send-it = 发给业主
