# 判斷、說明、分類

and-also = { $a } · { $b }
class-1 = 一類·物業
class-2 = 二類·發展商
class-3 = 三類·外部
size-minor = 小修
size-ordinary = 一般維修
urgency-yes = 緊急
urgency-no = 不緊急
effect-large = 影響大
effect-small = 影響不大
effect-open = 尚未判斷

change-category = 改類別
change-class = 改一二三類
change-urgency = 緊急程度
change-size = 大小
judge-category = { $number } 現在是「{ $now }」，應該是哪一類？
judge-class = { $number } 現在是「{ $now }」。一類由物業自己管，二類是發展商或房屋質素，三類是外部環境和公共設施。
judge-urgency = { $number } 現在是「{ $now }」，該怎樣算？
judge-size = { $number } 這次維修有多大？時限會跟著調整。
judged = { $number } 記下了：{ $what }。
judged-by = { $number } 剛剛{ $who }已經改過，請看最新的卡片再決定。
judged-so = { $number } 本來就是這樣。
judge-closed = { $number } 已經了結，不能再改判。
give-to = 轉給{ $department }
leave-there = 先不轉
moved-to = { $number } 已轉給{ $department }。
reason-judged = 類別改判
reason-doubt = 對說明還有疑問
call-off = { $number } 這通電話不用打了。

# 說明

not-in-scope = 不屬我們範圍
explain-reason = 解釋說明
cannot-solve = 暫時無法解決
in-own-words = 自己寫
ask-whose = { $number } 請業主找誰？選一個就發給業主；名單上沒有，就自己寫。
ask-where-instead = 請在這裡（群組裡請回覆本則）寫：這件事該找誰、怎樣找（{ $number }）。會連同說明一起發給業主。
ask-reason = 請在這裡（群組裡請回覆本則）寫明理由：查了甚麼、依據是甚麼（{ $number }）。會連同說明一起發給業主，並存檔。
ask-why-not = 請在這裡（群組裡請回覆本則）寫明為何暫時無法解決（{ $number }）。會如實告訴業主，並報告經理。
ask-alternative = 再寫一下：眼下可以替業主做些甚麼（{ $number }）？例如臨時的辦法、下一步找誰。
explained-to-owner = { $number } { $told ->
    [call] 說明已記下。業主收不到訊息，已列入電話清單，請照着說，並問清楚是否明白。
   *[other] 說明已發給業主，並問了是否明白。
 }
answered-by = 慢了一步，{ $number } { $who }已經答覆過了。
your-words = 您寫的還在這裡（{ $number }），沒有發出去：
    { $words }
handler-explained = 【{ $number }】客服已向業主說明情況，這一單不用再跑了。
manager-unsolved = 報告：{ $number }（{ $place }）暫時無法解決，已向業主說明並致歉。
    情況：{ $issue }
    原因：{ $why }
    替代辦法：{ $alternative }
    經辦：{ $who }
call-explained = 已向業主說明，一直沒有回音。請電話問一下是否明白，照實記錄。

explanation-outside = 【{ $number }】您好，您反映的{ $place }的事，我們認真看過了。這件事不屬物業管理範圍，我們沒有權限處理，未能直接幫上您，很抱歉。
    { $instead }
    如果那邊不好聯絡，或者還有不清楚的地方，請告訴我們，我們陪您一起想辦法。
turn-to = 可以直接找：{ $where }
name-and-phone = { $name }（{ $phone }）
explanation-invalid = 【{ $number }】您好，您反映的事我們認真核實過了，向您說明如下：
    { $reason }
    讓您費心了。有哪裡不清楚，儘管問，我們再跟您細說。
explanation-unsolved = 【{ $number }】您好，這件事我們盡力了，眼下仍無法解決，真的很抱歉。
    原因：{ $why }
    現在能做的：{ $alternative }
    這件事已經報告經理，不會就這樣放下。有哪裡不清楚，儘管問。
understood = 明白了
doubt = 還有疑問
explained-reminder = 【{ $number }】前面的說明您看到了嗎？清楚了就選「明白了」；有疑問請直說，我們接著辦。
thanks-understood = 謝謝您的體諒，{ $number } 先到這裡。情況有變化，隨時告訴我們。
why-doubt = 好的，{ $number } 這就接著辦。請說說哪裡不清楚、哪裡不認同，照片也可以。
owner-explained = 【{ $number }】我們的說明一直沒等到您的回音，這件事先放到這裡，不算您滿意。還有疑問，隨時點下面，我們馬上接着辦。

state-explaining = 💬 已向業主說明，等業主回應
state-understood = ✅ 已說明，業主表示明白（不計滿意）
state-unanswered = ☑️ 已說明，業主沒有回音（不計滿意）
owner-state-explaining = 已向您說明，等您回應
owner-state-understood = 已說明，您表示明白
owner-state-unanswered = 已向您說明，您可以隨時再提
note-explain = · 說明：{ $why }
step-explain = { $at } 向您說明情況
step-explained = { $at } 已向您說明，暫告一段落
step-reported = { $at } 已書面報給外單位
step-publish = { $at } 公示結果：{ $why }

body-power = 電力公司
body-gas = 燃氣公司
body-water = 自來水公司
body-telecom = 電訊商
body-street = 街道和社區
body-hotline = 政府服務熱線
body-police = 派出所
body-developer = 發展商客服中心
check-body-nameless = 「{ $given }」還沒有寫名稱（name）。不寫名稱的只能是這幾個：{ $known }。

# 一類、二類、三類

keep-sheet = { $name }，請您負責 { $number } 的《客戶投訴及建議跟進處理表》。
    地點：{ $place }
    情況：{ $issue }
    每一步系統都會自動記上去；要補充，回覆這則就行。
sheet-not-yours = { $number } 的跟進處理表不用您填了。
see-sheet = 看表單
sheet = { $lines }
sheet-copy = 📄 副本，請部門存檔。
    { $sheet }
sheet-original = 📄 正本，請客服負責人存檔。
    { $sheet }
sheet-follow-up = 《客戶投訴及建議跟進處理表》
sheet-opinion = 《客戶意見徵詢表》
sheet-duty-log = 《值班記錄表》
line-case = { $number } · { $site } · { $kind }
line-owner = 業主：{ $place } { $name }
line-issue = 情況：{ $issue }
line-wish = 要求：{ $wish }
line-keeper = 跟進人：{ $name }
line-effect = 影響：{ $effect }
line-step = { $at } { $who } { $what }{ $why }
by-itself = 系統
detail = ：{ $words }
detail-report = ：{ $body }（{ $how }）
did-file = 受理
did-dispatch = 派單
did-transfer = 轉派
did-return = 退回客服
did-take = 接單
did-go = 先行趕往
did-arrive = 到場
did-delay = 延期
did-pause = 暫停
did-resume = 恢復
did-progress = 進展
did-finish = 完工
did-settle = 當場解決
did-join = 併入同一件事
did-reply = 答覆業主
did-explain = 向業主說明
did-explained = 說明後了結
did-accept = 業主滿意
did-reject = 業主不滿意
did-reject-answer = 業主不滿意
did-withdraw = 業主撤回
did-judge = 判定
did-follow-up = 指定跟進
did-reported = 書面報送
did-news = 告知業主進展
did-publish = 公示結果
did-chase = 業主催辦
did-add = 業主補充
did-desk-says = 給業主留言
did-duty-log = 記入值班記錄

ask-class = ❓ { $number }（{ $place }）看來像「{ $class_ }」，對嗎？
    { $issue }
ask-effect = ❓ { $number }（{ $place }）是「{ $class_ }」，影響大嗎？影響大的要書面報出去。
    { $issue }
effect-kept = { $number } 記下了：影響不大，不用另外報送。
ask-body = { $number }（{ $place }）影響大，專題報告給哪個單位？
    { $issue }
report-draft = 報送稿（{ $number }），請按此出書面報告，報出去以後點下面：
    致{ $body }：
    { $site }{ $place }業主於{ $opened }反映（{ $kind }）：「{ $issue }」
    業主要求：{ $wish }
    現場圖片或檔案：{ $pictures } 個。
    請貴方核實處理並告知結果。{ $site }客服中心 { $phone }
report-sent = 已報送
report-outside = 報送外單位
ask-how-sent = { $number } 報給{ $body }，是怎樣報的？
by-letter = 信函
by-email = 電郵
by-fax = 傳真
by-in-person = 當面送達
reported-already = 已經報送過了。
report-recorded = ✅ { $number } 已報送{ $body }（{ $how }，{ $who }），業主已知道。
owner-reported = 【{ $number }】您反映的事，我們已經書面報給{ $body }，一有進展馬上告訴您。
developer-news = 發展商進展
body-news = 外單位進展
ask-news = 請在這裡（群組裡請回覆本則）寫下對方的進展（{ $number }），會發給業主。
owner-outside-news = 【{ $number }】{ $body }那邊的進展：{ $words }
class-left = ⏰ { $number } 這件事還沒辦：
    { $question }
ask-publish = ❓ { $number }（{ $place }）已了結，請公示結果。
    { $issue }
publish-result = 公示結果
ask-notice = 請在這裡（群組裡請回覆本則）寫下要公示的結果（{ $number }）。全屋苑都看得到，請不要寫姓名、房號和電話。
publish-it = 公示出去
published = ✅ { $number } 已公示，有關業主也收到了：
    { $words }
take-back = 撤下公示
taken-back = { $number } 的公示已撤下。
owner-notice = 【{ $number }】處理結果公示：{ $words }
    發送 /notices 可以看屋苑的全部公示。
notices = 📢 { $site }公示
    { $lines }
notices-none = { $site }現在沒有公示。
notice-line = · { $at } { $words }
