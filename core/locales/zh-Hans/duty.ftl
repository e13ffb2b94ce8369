# 值班、夜里和节假日、当天的派工单、治安

shift-early = 早班
shift-middle = 中班
shift-night = 夜班
card-on-duty = 当班：{ $names }
whoever-is-on-duty = 值班人员
duty-alarm = 🔴 您当班，{ $place }有紧急情况（{ $number }），请马上看卡片、接单。
duty-numbers = 看值班电话
duty-numbers-private = 【{ $number }】请打给：
    { $lines }
duty-number = { $name }：{ $phone }

no-cover = ⚠️ { $site }现在该由{ $cover }接应，可是找不到人（从 { $number } 起）。工单照旧发给部门，请安排人值守。
arranged = 已安排
reason-shift-over = 夜里没人接
left-from-night = { $number }（{ $place }）夜里没人接，现在交还给部门，请尽快安排人。
left-from-shift = { $number }（{ $place }）上一班没人接，请您看一下。
night-on-site = { $number }：上一班的{ $handler }去处理，人还在现场。请接应一下，需要就转派。

duty-now = 【{ $site }】现在是{ $holiday ->
    [true] 节假日{" "}
   *[other] {""}
 }{ $shift }，到{ $until }
    { $lines }
    { $covers }
duty-line = { $department }：{ $names }
duty-cover = 此外接应：{ $department } { $names }
no-roster = 没排班，大家都收通知
nobody-covers = 还没有人
duty-staff-only = 值班表只有同事看得到。
set-shift = 排{ $shift }
rota-which = 排{ $department }今天哪一班？
rota = 【{ $department }】{ $shift }（{ $day }起）当班：{ $names }
    点名字加上或去掉。
on-duty = ✓ { $name }
off-duty = { $name }
you-are-on = 您排在{ $at }起的{ $shift }当班（{ $department }）。
not-of-department = 这位同事不在这个部门。
rota-not-yours = 这个部门的班表要由主管来排。
rota-old = 这是别的日子的班表，请重新发 /duty。

sign-order = 📄 派工单 { $number } 请签字{ $round ->
    [1] {""}
   *[other] （第{ $round }次处理）
 }
    { $department } { $handler } · { $place }
    结果：{ $result }
    照片 { $pictures } 张 · { $paid ->
    [true] 有偿
   *[other] 免费
 }
    { $notes }
sign = 签字
sign-back = 退回补充
note-sign-back = · 退回：{ $why }
note-sign-more = · 补充：{ $why }
order-signed = ✅ 派工单 { $number } 已由{ $who }签字。
sign-not-own = 自己做的单不能自己签，已请上级来签。
signed-already = { $who }已经签过了。
sign-nobody = 派工单 { $number } 已完工，可是没有主管能签字，请经理在“更多”里签。
sign-no-more = 派工单 { $number }：业主不满意，又在处理了，这一次不用签。
ask-sign-back = 派工单 { $number } 要补充什么？写一句话，我转给做单的同事。
order-back = 派工单 { $number } 被{ $who }退回，请补充：{ $why }
add-to-order = 补充
sign-back-sent = 已退回给做单的同事（{ $number }）。
sign-back-nobody = 做单的同事联系不上了（{ $number }），退回的理由已记下，您可以自己核实后签字。
ask-order-more = 请补充派工单 { $number }：写几句话，或发照片。
order-more-kept = 补充好了，已再请主管签字（{ $number }）。

day-orders = 📋 【{ $department }】派工单，到{ $at }
    已签字 { $signed } 张
    { $signed_lines }
    等签字 { $unsigned } 张
    { $unsigned_lines }
    没做完 { $unfinished } 张{ $lacking ->
    [0] {""}
   *[other] ，其中 { $lacking } 张还没写原因
 }
    { $unfinished_lines }
day-finished = · { $number } { $place } { $handler }
day-unfinished = · { $number } { $place } { $state }
    　原因：{ $why }
day-no-reason = 还没写
day-rest = · 还有 { $count } 张
day-number = · { $number } { $place }
write-reasons = 写原因
sign-them = 逐张签字
why-unfinished = { $number }（{ $place }）今天没做完，是什么原因？（还有 { $left } 张）
    { $state }
own-words = 自己写
ask-why-unfinished = { $number } 没做完的原因，请写一句话。
reason-appointed = 约在改天
reason-just-came = 刚报来
not-your-list = 这份清单是给部门主管的。
nothing-to-sign = 没有等您签字的了。
finished-meanwhile = { $number } 已经做完了，不用写原因。
orders-filed = 📁 派工单：昨天及以前签好的 { $signed } 张已归档。
    { $signed_lines }
    还没签字 { $unsigned } 张
    { $unsigned_lines }
orders-left = ⏰ 【{ $department }】还有派工单等您：没签字 { $unsigned } 张，没写原因 { $silent } 张。

out-of-hand = 情况失控
security-alarm = 🚨 治安 { $number }（{ $place }）：{ $issue }
    已发给秩序维护部。
call-police = 🚨 { $number } 请立即拨打 { $police }，说清地址：{ $address } { $place }
    先保证自己和周围人的安全。打过之后点下面。
police-called = 已报警
police-told = 🚓 { $number }（{ $place }）已报警：{ $who }，{ $at }。
police-already = { $who }在{ $at }已经报过警了。
