# 各处共用的说法

when-today = 今天 { $time }
when-tomorrow = 明天 { $time }
when-yesterday = 昨天 { $time }
when-date = { $month }月{ $day }日（{ $weekday }）{ $time }
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日

as-it-is = { $words }
today = 今天
tomorrow = 明天
on-day = { $day }日
day-and-time = { $day } { $time }
ok = 好的
cancelled = 好的，先放一放。
nothing-to-cancel = 现在没有要取消的事。
back = ← 返回
cancel = 取消

place-common = 公共区域
place-shop = 商铺{ $room }号
place-room = { $building }栋{ $room }室
place-alone = { $room }室
place-entrance = { $building }栋{ $entrance }单元{ $room }室
unit-unknown = 房号还没说
phone-unknown = 没有留电话
in-this-chat = 就在这里留言
the-desk = 客服中心
our-colleague = 我们的同事
no-deadline = —

kind-complaint = 投诉
kind-repair = 报修
kind-enquiry = 咨询
kind-help = 求助
kind-suggestion = 建议
kind-praise = 表扬
kind-and-category = { $kind } · { $category }
category-engineering = 工程维修
category-cleaning = 环境卫生
category-order = 秩序安全
category-service = 客户服务
category-other = 其他
listed = { $a }、{ $b }
because = （因为提到：{ $words }）
shortened = { $words }……（全文共 { $all } 字，已完整记录）
only-pictures = （见图片）

role-agent = 客服
role-lead = 客服负责人
role-handler = 维修人员
role-supervisor = 主管
role-manager = 管理处经理
role-assistant = 经理助理
role-deputy-gm = 公司副总经理
role-monitoring = 监控中心
role-duty = 值班人员
role-admin = 系统管理员

sorry-fault = 抱歉，刚才这一下我们没接好。内容已经留住了，同事会尽快跟进；急事请直接打客服电话。
case-unknown = 没有找到工单 { $number }。
not-yours = 抱歉，{ $number } 不归您处理。
moved-on = { $number } 已经到下一步了，请看最新的卡片。
button-unknown = 这个选项已经用不了了。请看最新的消息，或者发 /help。
