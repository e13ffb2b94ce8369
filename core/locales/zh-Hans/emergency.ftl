# 还没确认的紧急情况

emergency-waits = ⏰ 还没有人点“已电话通知”，请马上联系：
    { $card }
emergency-number = { $place } { $name }：{ $phone }
emergency-filed = ✅ 已经提交立单（{ $number }，{ $place }），请按这一单跟进。
emergency-dropped = ⚪ 这件急事（{ $place }）取消了，没有提交。还没联系上的话，请打个电话问一声是否平安。
emergency-forgotten = ⚪ 这件急事（{ $place }）一直没有确认提交，草稿已经清掉。还没联系过的话，请打个电话问一声。
emergency-elsewhere = ⚪ 已经弄清楚了，是另一个小区的事，这里不用处理。
emergency-withdrawn = ⚪ { $number }（{ $place }）业主撤回了，不用再赶过去。
emergency-none = ⚪ { $number }（{ $place }）核实过，不是紧急情况，按平常的办就行。
draft-left-urgent = { $standing ->
    [called] 您刚才说的急事，同事已经在电话跟进了。
    [shown] 您刚才说的急事，已经发到客服中心。
   *[nobody] 您刚才说的急事还没有送到同事手上，请马上打电话。
 } 请点“继续填”确认一下，我们好马上派人。还有危险就先离开，急事请联系我们：{ $phone }。
added-urgent = 情况紧急，已经把 { $number } 转为紧急处理，通知了负责的同事。请先注意安全，不要冒险；有生命危险请先打急救或火警电话。急事请联系我们：{ $phone }。
job-raised = 🔴 { $number }（{ $place }）有危险，已经转为紧急。请先确保人员安全，需要人手马上叫。
noted-urgent = 记下了，{ $number } 已经转为紧急，客服和主管都收到了。请先确保自己和业主的安全。
human-closed = 已经替您转告客服（{ $number }），说过的都记着，不用再说一遍。现在不是上班时间，客服中心 { $opens } 上班后在这里回复您。急事请联系我们：{ $phone }。
desk-danger-heard = 🔴 { $who }在现场说有危险：{ $words }
    他手上不止一件活，正在问是哪一件；请马上联系他。
