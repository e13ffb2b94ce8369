# 转派、退回、经手人不在了

back-to-own = 退回本组
back-to-desk = 退回客服
changed-meanwhile = { $number } 刚才有了变动，这次没有转。现在：{ $state }
reason-needed = 转派和退回都要有个原因，请从按钮里选一个。
desk-hears-transfer = 🔁 { $number }：{ $who }从{ $source }转给{ $to }（{ $why }）。{ $times ->
    [1] {""}
   *[other] 这一轮已经转了 { $times } 次，请盯一下。
 }
owner-handed-on = { $number }：这件事改由{ $to }接着安排，定了谁来马上告诉您。
handler-relieved = 【{ $number }】已转给{ $to }（{ $why }），您不用再跟了。
holder-gone = ⚠️ { $handler } 已不在岗，等人接手，{ $due } 前
left-without-handler = { $number }（{ $place }）现在没人经手：{ $why }。已交还部门，请尽快安排人。
reason-handler-gone = 经手同事已离岗
reason-off-shift = 接单的同事下班了
note-return = · 退回客服：{ $why }
progress-late = 已经超时了，不能说“按计划”。请点“写进展”，告诉业主实情和新的安排。

step-leave = { $at } { $who }上门，家里没有人
did-leave = 上门没人
above-step-leave = · { $who }上门，家里没有人
