# 输入框旁的命令菜单

command-repair = 我要报修
command-complain = 我要投诉
command-ask = 咨询建议
command-mine = 我的工单
command-notices = 小区公示
command-person = 转人工
command-bind = 绑定房号
command-language = 换语言
command-cancel = 先不弄了
command-help = 能做什么
command-bind-group = 本群是哪个部门的群
command-calls-group = 客服：要打的电话
command-duty-group = 谁在值班
command-log-group = 客服：客服部日志
command-dutylog-group = 客服：值班记录表

# 菜单里分享自己号码的一格
share-phone = 📱 分享我的电话
menu-more = 更多
menu-bind = 绑定房号
