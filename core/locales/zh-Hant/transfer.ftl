# 轉派、退回、經手人不在了

back-to-own = 退回本組
back-to-desk = 退回客服
changed-meanwhile = { $number } 剛才有變動，這次沒有轉。現時：{ $state }
reason-needed = 轉派和退回都要有原因，請按其中一個按鈕。
desk-hears-transfer = 🔁 { $number }：{ $who }由{ $source }轉給{ $to }（{ $why }）。{ $times ->
    [1] {""}
   *[other] 這一輪已經轉了 { $times } 次，請跟進。
 }
owner-handed-on = { $number }：這件事改由{ $to }繼續安排，定了誰來會立即通知您。
handler-relieved = 【{ $number }】已轉給{ $to }（{ $why }），您不用再跟進了。
holder-gone = ⚠️ { $handler } 已不在崗，等人接手，{ $due } 前
left-without-handler = { $number }（{ $place }）現時沒有人經手：{ $why }。已交還部門，請盡快安排人手。
reason-handler-gone = 經手同事已離崗
reason-off-shift = 接單的同事下班了
note-return = · 退回客服：{ $why }
progress-late = 已經逾時，不能說「按計劃」。請按「寫進展」，把實情和新安排告訴住戶。

step-leave = { $at } { $who }上門，家裡沒有人
did-leave = 上門沒人
above-step-leave = · { $who }上門，家裡沒有人
