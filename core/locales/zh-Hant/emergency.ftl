# 還沒確認的緊急情況

emergency-waits = ⏰ 還沒有人按「已電話通知」，請馬上聯絡：
    { $card }
emergency-number = { $place } { $name }：{ $phone }
emergency-filed = ✅ 已經提交立案（{ $number }，{ $place }），請按這一單跟進。
emergency-dropped = ⚪ 這件急事（{ $place }）取消了，沒有提交。如果還沒聯絡上，請致電問候一聲是否平安。
emergency-forgotten = ⚪ 這件急事（{ $place }）一直沒有確認提交，草稿已經清除。如果還沒聯絡過，請致電問候一聲。
emergency-elsewhere = ⚪ 已經弄清楚，是另一個屋苑的事，這裡不用處理。
emergency-withdrawn = ⚪ { $number }（{ $place }）業戶撤回了，不用再趕過去。
emergency-none = ⚪ { $number }（{ $place }）已核實，不是緊急情況，按平常的程序辦就可以。
draft-left-urgent = { $standing ->
    [called] 您剛才說的急事，同事已經在電話跟進。
    [shown] 您剛才說的急事，已經傳到客服中心。
   *[nobody] 您剛才說的急事還沒有送到同事手上，請馬上致電。
 } 請按「繼續填寫」確認一下，我們好馬上派人。如果仍有危險請先離開，急事請聯絡我們：{ $phone }。
added-urgent = 情況緊急，已經把 { $number } 轉為緊急處理，並通知負責的同事。請先注意安全，不要冒險；有生命危險請先致電救護或消防。急事請聯絡我們：{ $phone }。
job-raised = 🔴 { $number }（{ $place }）有危險，已經轉為緊急。請先確保人員安全，需要人手馬上叫。
noted-urgent = 已記下，{ $number } 已經轉為緊急，客服和主管都收到了。請先確保自己和業戶的安全。
human-closed = 已經替您轉告客服（{ $number }），說過的都記著，不用再說一遍。現在不是辦公時間，客服中心 { $opens } 上班後在這裡回覆您。急事請聯絡我們：{ $phone }。
desk-danger-heard = 🔴 { $who }在現場說有危險：{ $words }
    他手上不止一件工作，正在問是哪一件；請馬上聯絡他。
