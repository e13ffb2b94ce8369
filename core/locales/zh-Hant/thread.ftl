# 住戶與客服之間的話

added-after = { $state ->
    [withdrawn] 已記下，客服看得到（{ $number }）。這件事您已撤回，我們不會派人；如需我們處理，請選「重新報這件事」。
   *[other] 已記下，客服看得到（{ $number }）。這件事已經了結；如果問題又出現，請告訴我們。
 }
report-anew = 重新報這件事
human-has-draft = 已請客服同事接待您（{ $number }），剛才說的都記在裡面，不用再說一遍，就在這裡回覆您。急事請聯絡我們：{ $phone }。

# 業主用文字表態

added-verdict = { $answer ->
    [explained] 收到，客服看得到（{ $number }）。清楚了請選「明白了」；不認同或不清楚，請選「還有疑問」，我們會繼續跟進。
   *[other] 收到，客服看得到（{ $number }）。這次處理您滿意嗎？還沒好請選「不滿意」，我們馬上重新處理。
 }
very-satisfied = 很滿意
not-fixed = 沒修好
not-fixed-yet = 還沒修好
not-solved = 沒解決
note-no = 記為不滿意
note-doubt = 記為還有疑問
case-over = { $number } 已經了結。還有問題，請直接告訴我們。
withdraw-too-late = { $number } 同事已經處理完，馬上給您答覆，現在不用撤回了。不需要的話請直接告訴我們。
explained-words = 業主看過說明後說：「{ $words }」。請問清楚是否還有疑問。
went-on = { $number } 已經有新的進展，「我的工單」裡看得到最新情況。
desk-hears-staff = 【{ $number }】同事{ $who }：{ $words }
for-whom = 這句話是對誰說的（{ $number }）？還沒有發出去。
    { $words }
to-owner = 給業主
to-handler = 給師傅
desk-to-handler = 【{ $number }】客服{ $who }：{ $words }
told-handler = 已轉給師傅，業主看不到（{ $number }）。
