# 各處共用的說法

when-today = 今天 { $time }
when-tomorrow = 明天 { $time }
when-yesterday = 昨天 { $time }
when-date = { $month }月{ $day }日（{ $weekday }）{ $time }
weekday-1 = 週一
weekday-2 = 週二
weekday-3 = 週三
weekday-4 = 週四
weekday-5 = 週五
weekday-6 = 週六
weekday-7 = 週日

as-it-is = { $words }
today = 今天
tomorrow = 明天
on-day = { $day }日
day-and-time = { $day } { $time }
ok = 好的
cancelled = 好的，先放一放。
nothing-to-cancel = 目前沒有要取消的事。
back = ← 返回
cancel = 取消

place-common = 公共地方
place-shop = 商舖{ $room }號
place-room = { $building }棟{ $room }室
place-alone = { $room }室
place-entrance = { $building }棟{ $entrance }單元{ $room }室
unit-unknown = 還沒說是哪一戶
phone-unknown = 沒有留電話
in-this-chat = 就在這裡留言
the-desk = 客服中心
our-colleague = 我們的同事
no-deadline = —

kind-complaint = 投訴
kind-repair = 報修
kind-enquiry = 查詢
kind-help = 求助
kind-suggestion = 建議
kind-praise = 表揚
kind-and-category = { $kind } · { $category }
category-engineering = 工程維修
category-cleaning = 清潔衛生
category-order = 秩序安全
category-service = 客戶服務
category-other = 其他
listed = { $a }、{ $b }
because = （因為提到：{ $words }）
shortened = { $words }……（全文共 { $all } 字，已完整記錄）
only-pictures = （見相片）

role-agent = 客服
role-lead = 客服主任
role-handler = 維修師傅
role-supervisor = 主管
role-manager = 管理處經理
role-assistant = 經理助理
role-deputy-gm = 公司副總經理
role-monitoring = 監控中心
role-duty = 值班人員
role-admin = 系統管理員

sorry-fault = 抱歉，剛才這一下我們沒接好。內容已經留住了，同事會儘快跟進；急事請直接致電客服。
case-unknown = 找不到工單 { $number }。
not-yours = 抱歉，{ $number } 不由您負責。
moved-on = { $number } 已經到下一步了，請看最新的卡片。
button-unknown = 這個選項已經不能用了。請看最新的訊息，或者傳送 /help。
