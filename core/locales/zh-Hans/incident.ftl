# 几户同一件事

building = { $number }栋
building-shops = 商铺
incident-offer = { $building }有邻居{ $at }报过{ $what }，已经在处理。是同一件事吗？
    是就选“我也遇到同样问题”，给您单独立号、一起处理，每一步都告诉您。
readback-with = { $readback }

    👥 { $offer }
same-problem = 我也遇到同样问题
not-the-same = 不是同一件事
incident-over = 邻居报的那件事刚刚有了结果。您这件我们单独立号、单独处理。
filed-with-neighbours = { $kind ->
    [enquiry] 谢谢您的咨询。
   *[other] 谢谢您告诉我们。给您添麻烦了，很抱歉。
 }
    工单号：{ $number }（{ $place }）
    和邻居报的是同一件事，一起处理（加上您共 { $count } 户跟着报）。现在：{ $state }
    由{ $who }负责，联系方式：{ $phone }
    有进展马上告诉您；处理好了，也会单独请您看满不满意。
incident-joined = 【{ $number }】邻居也报了同一件事，我们合在一起处理，工单号不变，有进展照样告诉您。
incident-split = 【{ $number }】您这件和邻居报的不是一回事，我们单独为您处理。
step-join = { $at } 和邻居报的同一件事一起处理
step-split = { $at } 单独处理

# 给同事

card-also = 👥 另有 { $count } 户：{ $places }
card-joined-to = 🔗 并入 { $lead }
card-joined = { $number } 已并入 { $lead }，一起处理。
card-superior = 👔 { $names }亲自跟进
handler-also = 【{ $number }】又有一户报了同一件事：{ $place }。
handler-hears-neighbour = 【{ $number }】同一件事的{ $place }说：{ $words }
handler-succeeds = 【{ $number }】的业主撤回了，可邻居也报了同一件事，活儿照旧。请按 { $new }（{ $place }）继续。
merge-into = 合并到
split-from = 拆出
tell-everybody = 告知各户
by-number = 输入单号
merge-which = { $number } 和哪一单是同一件事？
    { $lines }
merge-line = { $number } { $kind } { $place }：{ $issue }
merge-number = 请在这里（群里请回复本条）写下要并入的单号，比如 1117-0003；今天的只写 3 也行（{ $number }）。
merge-itself = 这就是它自己。
merged = 🔗 { $number } 已并入 { $lead }，业主已知道。
split-off = { $number } 已拆出，请重新安排。
write-to-all = 请在这里（群里请回复本条）写下要告诉这 { $count } 户的话，请别写称呼和房号（{ $number }）。
told-all = 已告诉 { $count } 户（{ $number }）。
and-to-neighbours = { $question }
    👥 另有 { $count } 户会收到同样的话，请别写称呼和房号。
