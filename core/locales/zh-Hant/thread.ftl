# 住戶與客服之間的話

added-after = { $state ->
    [withdrawn] 已記下，客服看得到（{ $number }）。這件事您已撤回，我們不會派人；如需我們處理，請選「重新報這件事」。
   *[other] 已記下，客服看得到（{ $number }）。這件事已經了結；如果問題又出現，請告訴我們。
 }
report-anew = 重新報這件事
human-has-draft = 已請客服同事接待您（{ $number }），剛才說的都記在裡面，不用再說一遍，就在這裡回覆您。急事請聯絡我們：{ $phone }。
