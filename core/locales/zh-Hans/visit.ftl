# 上门：谁去、什么时候去、怎么做客

go = 我先去
gone-first = 记下了，您先去，到了请点“到场”。业主电话已私信给您，单子处理完再补。
owner-going = { $number }：情况紧急，{ $handler }正在赶来，预计{ $due } 前到。

job-private = 【{ $number }】{ $place }
    业主：{ $name } { $phone }
    情况：{ $issue }
    期望：{ $expectation }
    时限：{ $due }
    { $notes }
visit-words = 上门请这样做：
    1. 敲门问好：“您好，我是{ $estate }{ $department }的{ $handler }，来给您看看报的事。”
    2. 亮工牌，穿好鞋套再进门。
    3. 看过先讲：什么原因、怎么修；收费的先报价，业主同意了再动手。
    4. 修完收拾干净，垃圾带走。
    5. 请业主看过、试过，请他在手机上点验收。
    6. 道别：“打扰您了，有事随时找我们。”

# 约时间

book = 约时间
book-from = 【{ $number }】最早什么时候能去？（业主希望：{ $wish }）
    选一个，业主会收到从这时起的几个时间来挑。
book-call-first = 【{ $number }】业主不在聊天里，请先打电话约（业主希望：{ $wish }）。约好了点时间：
book-agreed = 【{ $number }】电话里约在什么时候？（业主希望：{ $wish }）
agreed-by-phone = 电话约好了
book-offered = 【{ $number }】已请业主挑时间，定了马上告诉您。
book-kept = 【{ $number }】记下了，约在{ $at } 上门，业主也收到了。
time-gone = 这个时间已经过了，请重新选。
card-visit = 📅 约好{ $at } 上门

visit-offer = 【{ $number }】师傅要上门看看（{ $place }），您哪个时间方便？
no-time-suits = 都不方便
visit-agreed = 【{ $number }】约好了，师傅{ $at } 上门。届时请留意电话。
move-visit = 改时间
visit-to-when = 【{ $number }】想改到什么时候？
visit-asked = 【{ $number }】好的，已经问师傅{ $at } 行不行，定了马上告诉您；没定之前，原来说好的时间不变。
when-suits = 【{ $number }】没关系，您什么时候方便？请直接说，比如“周六上午”。师傅和客服都看得到。
offer-over = { $number } 的时间有变动，请看最新的消息；要另约时间请选“转人工”。
visit-chosen = 📅 { $number } 业主选了{ $at } 上门。
visit-none-suits = 📅 { $number } 提的时间业主都不方便，业主会说什么时候行；请再约一次。
visit-wished = 📅 { $number } 业主想改到{ $at } 上门，行吗？
that-time-suits = 可以
other-times = 另约时间

owner-visit-missed = 【{ $number }】非常抱歉，约好{ $at } 上门，师傅还没到，我们正在催。您想另约时间，点下面就行。
visit-missed = ⏰ { $number } 约好{ $at } 上门，{ $handler }还没到场，业主已收到致歉。请说明原因，另定时间。
owner-missed-us = 【{ $number }】{ $handler }上门了，家里没有人。您什么时候方便，可以改个时间，我们再来。
head-delayed = 【{ $number }】{ $who }报延期：{ $why }，新的时间是{ $until } 前。{ $told ->
    [call] 业主收不到消息，已列入客服的电话清单。
   *[other] 业主已收到说明。
 }

# 暂停

pause = 暂停
resume = 恢复
paused = { $told ->
    [call] 记下了。业主收不到消息，客服会打电话说明原因和日期。
   *[other] 记下了，业主已收到说明和日期。
 }
resumed = 恢复了，接着计时。
not-paused = 这一单没有暂停。
reason-owner-away = 业主外出
reason-weather = 等天气
card-paused = ⏸ 暂停到{ $until }：{ $why }
owner-paused = 【{ $number }】跟您说一声：这件事要先停一停（{ $why }），{ $until } 接着处理。
owner-resumed = 【{ $number }】接着处理了，有进展再告诉您。
staff-paused = ⏸【{ $number }】{ $who }报暂停：{ $why }，{ $until } 恢复。{ $told ->
    [call] 业主收不到消息，已列入客服的电话清单。
   *[other] 业主已收到说明。
 }
pause-over = ▶️【{ $number }】暂停到期（{ $why }，到{ $until }），重新计时，请接着处理；还不行请再报暂停或延期。

step-go = { $at } { $who }先赶往现场
step-appointment = { $at } 约好上门时间：{ $why }
step-pause = { $at } 暂停：{ $why }
step-resume = { $at } 接着处理
