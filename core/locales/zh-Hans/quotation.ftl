# 现场情况、报价、业主同意

findings = 现场情况
ask-findings = 【{ $number }】现场是什么情况、打算怎么处理？请在这里（群里请回复本条）写下来，可以带照片。
ask-findings-words = 【{ $number }】照片收到了。再用一两句话写明：什么情况、打算怎么处理。
note-findings = · 现场：{ $why }

quote = 报价
ask-quote = 【{ $number }】请在这里（群里请回复本条）发报价，一行一项：项目 材料 价钱，比如
    换角阀 角阀一个 45元
    人工 30元
    用时 1小时
    { $stands }
quote-stands = 现在的报价是第{ $version }版，共 { $total } 元；重新报价要业主再同意一次。
quote-so-far = 【{ $number }】报价，请核对：
    { $lines }
    合计：{ $total } 元
    用时：{ $takes }
    { $unclear }
quote-no-items = （还没有）
quote-takes-unsaid = 请选一个，或发“用时 2小时”
quote-line = · { $item }（{ $material }）{ $price } 元
quote-line-bare = · { $item } { $price } 元
lasts = { $days ->
    [0] {""}
   *[other] { $days }天
 }{ $hours ->
    [0] {""}
   *[other] { $hours }小时
 }{ $minutes ->
    [0] {""}
   *[other] { $minutes }分钟
 }
quote-unclear = ❓ “{ $line }”没看懂：{ $why }。这一行请重发。
unclear-no-price = 没有价钱
unclear-several = 有几个价钱，请一行写一项
unclear-range = 价钱要一个准数
unclear-negative = 价钱不能是负的
unclear-each = 请写这一项的总价
unclear-too-much = 数目太大，请再看看
unclear-no-time = 时间没看懂，请像“用时 2小时”这样写
unclear-no-name = 没写是什么项目
quote-adds-up = ❓ 您写的合计是 { $stated } 元，各项加起来是 { $total } 元，请核对。
quote-needs-words = 报价请打字，一行一项，业主要看得清每一项。
quote-say-again = 改过的那条我没有重算。要改请选“重写”，再发一次。
quote-anew = 重写
send-quote = 发给业主
quote-incomplete = 请先写明项目、价钱和用时。
quote-overtaken = 刚才有同事也报了价（共 { $total } 元）。请先商量；确实要以您这份为准，请再点一次。
quote-stands-agreed = 【{ $number }】和业主已经同意的报价一样，不用再问，可以开工。
quote-sent = 【{ $number }】报价已发给业主（共 { $total } 元），等业主答复；同意了马上告诉您，先别开工。
quote-dropped = 【{ $number }】好的，不报价了。
card-quote-waiting = 💰 报价 { $total } 元，等业主答复
card-quote-consent = 💰 报价 { $total } 元，业主已同意
card-quote-refuse = 💰 报价 { $total } 元，业主不同意
reason-consent = 等业主答复报价

quote-card = 【{ $number }】师傅看过了（{ $place }），{ $free ->
    [true] 动手前想先征得您同意
   *[other] 处理这件事要收费，请您先看看报价
 }（第{ $version }版）：
    { $lines }
    合计：{ $total } 元
    施工大约：{ $takes }
    您同意了我们才动手，不同意也没关系。
have-question = 有疑问
thanks-consent = 【{ $number }】谢谢您，记下了，这就安排开工。价钱就按这份报价，有变动会先问您。
thanks-refuse = 【{ $number }】好的，我们不会动手。师傅和客服会再跟您商量别的办法。
consent-already = { $number } 的报价您已经同意过了。想改主意或有疑问，请点下面告诉我们。
refuse-already = { $number } 的报价您已经说过不同意。有疑问请点下面告诉我们。
quote-replaced = { $number } 的报价改过了，这份已作废，请看新的一份。
quote-over = { $number } 现在没有等答复的报价。
ask-away = 【{ $number }】请说，师傅和客服都看得到，会在这里答复您。
staff-consent = 💰 { $number }（{ $place }）业主同意报价 { $total } 元，可以开工。
staff-refuse = 💰 { $number }（{ $place }）业主不同意报价 { $total } 元。请先别动手，看能不能换个办法或不收费处理，跟业主说清楚。
quote-silent = 💰 { $number } 业主对报价（{ $total } 元）一直没有答复，客服会打电话问。业主同意之前先别动工，别的事可以先准备；时间照常计算。

result-needs-quote = { $answer ->
    [waiting] 【{ $number }】业主还没有答复报价，同意了才能按有偿提交。您写的结果留着，业主同意后再点提交。
    [refuse] 【{ $number }】业主不同意报价，不能按有偿提交。可以重新报价，或按免费提交。
   *[none] 【{ $number }】收费的活要先报价、业主同意。请先报价；您写的结果留着，业主同意后再点提交。
 }

quote-by-phone = 电话问报价
call-quote = 请把报价念给业主听，问同不同意，照实记。
call-quote-words = 您好，师傅看过了（{ $place }），{ $free ->
    [true] 动手前想先征得您同意
   *[other] 处理要收费，给您报一下
 }：
    { $lines }
    合计 { $total } 元，施工大约{ $takes }。您同意的话我们就安排。

step-quote = { $at } 报价 { $why } 元
step-consent = { $at } 您同意报价 { $why } 元
step-refuse = { $at } 您不同意报价 { $why } 元
quote-changed = { $number } 报价刚改过（现在 { $total } 元），业主同意的不是这一份。请照新的卡片再念一次。
result-needs-word = { $answer ->
    [refuse] 【{ $number }】动手前征求过业主，业主不同意，不能按做完提交。请先跟业主商量，重新报一份征得同意，或请客服来说明。
   *[other] 【{ $number }】动手前征求业主同意，还没有答复，不能提交。您写的结果留着，业主同意后再点提交。
 }
