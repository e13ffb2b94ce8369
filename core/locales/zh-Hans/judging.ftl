# 判断、说明、分类

and-also = { $a } · { $b }
class-1 = 一类·物业
class-2 = 二类·开发商
class-3 = 三类·外部
size-minor = 小修
size-ordinary = 一般维修
urgency-yes = 紧急
urgency-no = 不紧急
effect-large = 影响大
effect-small = 影响不大
effect-open = 还没判断

change-category = 改类别
change-class = 改一二三类
change-urgency = 紧急程度
change-size = 大小
judge-category = { $number } 现在是“{ $now }”，应该是哪一类？
judge-class = { $number } 现在是“{ $now }”。一类归物业自己管，二类是开发商或房屋质量，三类是外部环境和公共设施。
judge-urgency = { $number } 现在是“{ $now }”，该怎么算？
judge-size = { $number } 这次维修有多大？时限随着走。
judged = { $number } 记下了：{ $what }。
judged-by = { $number } 刚刚{ $who }已经改过，请看最新的卡片再定。
judged-so = { $number } 本来就是这样。
judge-closed = { $number } 已经了结，不能再改判。
give-to = 转给{ $department }
leave-there = 先不转
moved-to = { $number } 已转给{ $department }。
reason-judged = 类别改判
reason-doubt = 对说明还有疑问
call-off = { $number } 这个电话不用打了。

# 说明

not-in-scope = 不在我们范围
explain-reason = 解释说明
cannot-solve = 暂时解决不了
in-own-words = 自己写
ask-whose = { $number } 请业主找谁？选一个就发给业主；名单上没有，就自己写。
ask-where-instead = 请在这里（群里请回复本条）写：这件事该找谁、怎么找（{ $number }）。会连同说明一起发给业主。
ask-reason = 请在这里（群里请回复本条）写明理由：查了什么、依据是什么（{ $number }）。会连同说明一起发给业主，并留档。
ask-why-not = 请在这里（群里请回复本条）写明为什么暂时解决不了（{ $number }）。会如实告诉业主，并报告经理。
ask-alternative = 再写一下：眼下能替业主做点什么（{ $number }）？比如临时的办法、下一步找谁。
explained-to-owner = { $number } { $told ->
    [call] 说明记下了。业主收不到消息，已列入电话清单，请照着说，并问清是否明白。
   *[other] 说明已发给业主，并问了是否明白。
 }
answered-by = 慢了一步，{ $number } { $who }已经答复过了。
your-words = 您写的还在这里（{ $number }），没有发出去：
    { $words }
handler-explained = 【{ $number }】客服已向业主说明情况，这一单不用再跑了。
manager-unsolved = 报告：{ $number }（{ $place }）暂时解决不了，已向业主说明并致歉。
    情况：{ $issue }
    原因：{ $why }
    替代办法：{ $alternative }
    经办：{ $who }
call-explained = 向业主做了说明，一直没有回音。请电话问一下是否明白，照实记。

explanation-outside = 【{ $number }】您好，您反映的{ $place }的事，我们认真看过了。这件事不归物业管理，我们没有权限去处理，没能直接帮上您，很抱歉。
    { $instead }
    要是那边不好联系，或者还有不清楚的地方，告诉我们，我们陪您一起想办法。
turn-to = 可以直接找：{ $where }
name-and-phone = { $name }（{ $phone }）
explanation-invalid = 【{ $number }】您好，您反映的事我们认真核实过了，向您说明如下：
    { $reason }
    让您费心了。有哪里不清楚，尽管问，我们再给您细说。
explanation-unsolved = 【{ $number }】您好，这件事我们尽力了，眼下还解决不了，真的很抱歉。
    原因：{ $why }
    现在能做的：{ $alternative }
    这件事已经报告经理，不会就这么放下。有哪里不清楚，尽管问。
understood = 明白了
doubt = 还有疑问
explained-reminder = 【{ $number }】前面的说明您看到了吗？清楚了就选“明白了”；有疑问请直说，我们接着办。
thanks-understood = 谢谢您的理解，{ $number } 先到这里。情况有变化，随时告诉我们。
why-doubt = 好的，{ $number } 这就接着办。请说说哪里不清楚、哪里不认可，照片也可以。
owner-explained = 【{ $number }】我们的说明一直没等到您的回音，这件事先放到这里，不算您满意。还有疑问，随时点下面，我们马上接着办。

state-explaining = 💬 已向业主说明，等业主回应
state-understood = ✅ 已说明，业主表示明白（不计满意）
state-unanswered = ☑️ 已说明，业主没有回音（不计满意）
owner-state-explaining = 已向您说明，等您回应
owner-state-understood = 已说明，您表示明白
owner-state-unanswered = 已向您说明，您可以随时再提
note-explain = · 说明：{ $why }
step-explain = { $at } 向您说明情况
step-explained = { $at } 已向您说明，先告一段落
step-reported = { $at } 已书面报给外单位
step-publish = { $at } 公示结果：{ $why }

body-power = 供电公司
body-gas = 燃气公司
body-water = 自来水公司
body-telecom = 通信运营商
body-street = 街道和社区
body-hotline = 政务服务热线
body-police = 派出所
body-developer = 开发商客服中心
check-body-nameless = “{ $given }”还没有写名称（name）。不写名称的只能是这几个：{ $known }。

# 一类、二类、三类

keep-sheet = { $name }，请您负责 { $number } 的《客户投诉及建议跟进处理表》。
    地点：{ $place }
    情况：{ $issue }
    每一步系统都会自动记上去；要补充，回复这条就行。
sheet-not-yours = { $number } 的跟进处理表不用您填了。
see-sheet = 看表单
sheet = { $lines }
sheet-copy = 📄 副本，请部门存档。
    { $sheet }
sheet-original = 📄 原件，请客服负责人存档。
    { $sheet }
sheet-follow-up = 《客户投诉及建议跟进处理表》
sheet-opinion = 《客户意见征询表》
sheet-duty-log = 《值班记录表》
line-case = { $number } · { $site } · { $kind }
line-owner = 业主：{ $place } { $name }
line-issue = 情况：{ $issue }
line-wish = 要求：{ $wish }
line-keeper = 跟进人：{ $name }
line-effect = 影响：{ $effect }
line-step = { $at } { $who } { $what }{ $why }
by-itself = 系统
detail = ：{ $words }
detail-report = ：{ $body }（{ $how }）
did-file = 受理
did-dispatch = 派单
did-transfer = 转派
did-return = 退回客服
did-take = 接单
did-go = 先行赶往
did-arrive = 到场
did-delay = 延期
did-pause = 暂停
did-resume = 恢复
did-progress = 进展
did-finish = 完工
did-settle = 当场解决
did-join = 并入同一件事
did-reply = 答复业主
did-explain = 向业主说明
did-explained = 说明后了结
did-accept = 业主满意
did-reject = 业主不满意
did-reject-answer = 业主不满意
did-withdraw = 业主撤回
did-judge = 判定
did-follow-up = 指定跟进
did-reported = 书面报送
did-news = 告知业主进展
did-publish = 公示结果
did-chase = 业主催办
did-add = 业主补充
did-desk-says = 给业主留言
did-duty-log = 记入值班记录

ask-class = ❓ { $number }（{ $place }）看着像“{ $class_ }”，对吗？
    { $issue }
ask-effect = ❓ { $number }（{ $place }）是“{ $class_ }”，影响大吗？影响大的要书面报出去。
    { $issue }
effect-kept = { $number } 记下了：影响不大，不用另外报送。
ask-body = { $number }（{ $place }）影响大，专题报告给哪个单位？
    { $issue }
report-draft = 报送稿（{ $number }），请按此出书面报告，报出去以后点下面：
    致{ $body }：
    { $site }{ $place }业主于{ $opened }反映（{ $kind }）：“{ $issue }”
    业主要求：{ $wish }
    现场图片或文件：{ $pictures } 个。
    请贵方核实处理并告知结果。{ $site }客服中心 { $phone }
report-sent = 已报送
report-outside = 报送外单位
ask-how-sent = { $number } 报给{ $body }，是怎么报的？
by-letter = 信函
by-email = 电子邮件
by-fax = 传真
by-in-person = 当面送达
reported-already = 已经报送过了。
report-recorded = ✅ { $number } 已报送{ $body }（{ $how }，{ $who }），业主已知道。
owner-reported = 【{ $number }】您反映的事，我们已经书面报给{ $body }，一有进展马上告诉您。
developer-news = 开发商进展
body-news = 外单位进展
ask-news = 请在这里（群里请回复本条）写下对方的进展（{ $number }），会发给业主。
owner-outside-news = 【{ $number }】{ $body }那边的进展：{ $words }
class-left = ⏰ { $number } 这件事还没办：
    { $question }
ask-publish = ❓ { $number }（{ $place }）已了结，请公示结果。
    { $issue }
publish-result = 公示结果
ask-notice = 请在这里（群里请回复本条）写下要公示的结果（{ $number }）。全小区都看得到，请不要写姓名、房号和电话。
publish-it = 公示出去
published = ✅ { $number } 已公示，有关业主也收到了：
    { $words }
take-back = 撤下公示
taken-back = { $number } 的公示已撤下。
owner-notice = 【{ $number }】处理结果公示：{ $words }
    发 /notices 可以看小区的全部公示。
notices = 📢 { $site }公示
    { $lines }
notices-none = { $site }现在没有公示。
notice-line = · { $at } { $words }
