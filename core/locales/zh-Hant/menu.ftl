# 輸入框旁的指令選單

command-repair = 我要報修
command-complain = 我要投訴
command-ask = 諮詢建議
command-mine = 我的工單
command-notices = 屋苑公示
command-person = 轉人工
command-bind = 綁定單位
command-language = 轉換語言
command-cancel = 先不處理
command-help = 可以做甚麼
command-bind-group = 本群屬於哪個部門
command-calls-group = 客服：要打的電話
command-duty-group = 誰在當值
command-log-group = 客服：客服部日誌
command-dutylog-group = 客服：值班記錄表

# 菜单里分享自己号码的一格
share-phone = 📱 分享我的電話
menu-more = 更多
menu-bind = 綁定單位
