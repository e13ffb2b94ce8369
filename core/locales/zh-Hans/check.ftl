# 检查站点文件和系统状态时说的话：错在哪里、为什么、怎样才对

check-no-file = 找不到这个文件，或者没有读取它的权限。请核对 BIHUAN_SITES 里写的路径。
check-empty = 文件是空的。请照着示范文件 bot/channels/playground/estate/wangjiang.toml 写一份。
check-encoding = { $encoding ->
    [GBK] 这个文件是 GBK（ANSI）编码，这里只能读 UTF-8。
    [UTF-16] 这个文件是 UTF-16（Unicode）编码，这里只能读 UTF-8。
   *[other] 这个文件不是 UTF-8 编码，读不出来。
 } 请用记事本打开，选“另存为”，编码选 UTF-8，保存后再试。
check-wide = 这一行有中文输入法的符号 { $sign } ，请换成英文半角的再试：{ $row }
check-syntax = 这一行的格式不对，看看是不是少了引号、等号或括号：{ $row }
    正确的样子：name = "工程部"
    （{ $why }）
check-unknown = 没有“{ $word }”这一项。{ $hint }
check-missing = 少了“{ $word }”。请加上一行，例如：{ $example }
check-empty-value = “{ $word }”不能空着。例如：{ $example }
check-type = “{ $word }”写成了 { $given }，这里要写{ $wanted }。
check-a-text = 用英文双引号括起来的文字，例如 "3"
check-a-number = 不带引号的数字，例如 18
check-a-yes-or-no = true 或 false
check-a-list = 方括号里的一列，例如 ["1", "2"]
check-a-table = 一个表：自成一段的 [名称]，或 {"{"} role = "handler" {"}"}
check-a-time = 一个钟点，例如 20:00:00（不加引号）
check-a-day = 一个日子，例如 2027-02-05（不加引号）
check-a-span = 带单位的时长，例如 "90s"、"15m"、"2h"、"5d"、"1w"（秒、分、时、天、周）
check-least = “{ $word }”写成了 { $given }，不能小于 { $limit }。
check-most = “{ $word }”写成了 { $given }，不能大于 { $limit }。
check-other = “{ $word }”写成了 { $given }，这样不行：{ $why }
check-did-you-mean = 是不是想写“{ $wanted }”？
check-one-of = 可以写的有：{ $options }。

check-id = “{ $given }”不能当代号。代号用小写字母、数字和短横，最多 20 个字，例如 wangjiang。
check-number = “{ $given }”不能当楼栋或单元号。只写号码本身，例如 "3" 或 "A"，不写“栋”“单元”，字母用大写。
check-prefix = “{ $given }”不能当工单号的前缀。请用 1 到 6 个大写字母或数字，例如 WJ。
check-phone = “{ $given }”不像一个电话号码。请写手机号，或带区号的座机，例如 "13800138000"、"0571-88001234"。
check-language = 没有“{ $given }”这种语言。{ $hint }
check-timezone = 没有“{ $given }”这个时区。{ $hint }
check-address = “{ $given }”不是一个地址。地址是“平台:编号”，例如 "telegram:-1001234567890"。{ $hint }
check-address-telegram = “{ $given }”不是 Telegram 的编号。要写数字编号，不是用户名：个人如 123456789，群以减号开头，如 -1001234567890。
check-role = 没有“{ $given }”这个角色。{ $hint }
check-roles = 可以写的有：
    { $roles }
check-role-line = { $role }（{ $name }）
check-no-kind = 没有“{ $given }”这一类。{ $hint }
check-hours-order = 上班时间前后颠倒了：{ $given } 早于“{ $before }”的 { $at }。
check-hours-empty = 这样一来一天里没有上班的时间了，请检查上下班和午休的钟点。
check-day-both = { $given } 既写成了放假又写成了上班，请只留一处。
check-shift-twice = 班次“{ $given }”和“{ $other }”同一时刻开始，请错开。
check-no-shift = 没有“{ $given }”这个班次。可以写的有：{ $known }。
check-no-cover = “{ $given }”既不是角色也不是部门，没人能顶这个班。{ $hint }
check-cover-empty = “{ $shift }”由“{ $cover }”顶班，可是还没有这样的人。没人时工单照旧发给部门，并告诉客服。
check-ladder-cycle = “{ $step }”在这条上报线里出现了两次，会绕回来。每一级只写一次，从下往上。
check-twice-word = “{ $given }”在这一列里写了两次，请删掉一处。
check-twice-keyword = 关键词“{ $given }”在“{ $other }”里已经有了，两处都算会判错，请只留一处。
check-understanding = 理解用词的这一节用不了：{ $why }

check-example-site-id = id = "wangjiang"
check-example-site-name = name = "望江花园"
check-example-site-prefix = prefix = "WJ"（工单号会是 WJ-20261121-0001）
check-example-site = [site] 一节，里面有 id、name、prefix
check-example-building-number = number = "3"
check-example-department-id = id = "engineering"
check-example-department-name = name = "工程部"
check-example-staff-name = name = "张志强"
check-example-staff-posts = posts = [{"{"} role = "handler", department = "engineering" {"}"}]
check-example-posts-role = role = "handler"
check-example-questions-key = key = "overall"

check-twice-building = { $given } 栋写了两次，请删掉一处。
check-twice-department = 部门“{ $given }”写了两次，请合成一处。
check-twice-phone = 电话 { $given } 有两个人在用{ $there }。每人要有自己的号码；同一个人请合成一处，或在各站点用同一个姓名。
check-twice-accounts = 账号 { $given } 写给了两个人{ $there }。请只留真正的主人。
check-twice-groups = 群 { $given } 给了两个部门{ $there }。一个群只能归一个部门。
check-twice-site = 站点代号“{ $given }”已经用过了{ $there }。请换一个。
check-twice-prefix = 工单前缀“{ $given }”已经用过了{ $there }。两个站点的工单号会混在一起，请换一个。
check-there = （另一处：{ $file } 第 { $line } 行）
check-no-desk = 没有客服部门。请加一个 [[department]]，id = "service"，name 可以写“客服中心”。
check-no-department = 没有“{ $given }”这个部门。{ $hint }
check-post-without-department = { $role }要写明在哪个部门，例如 department = "engineering"。
check-no-admin = 还没有系统管理员，以后没人能绑定群。请给一位同事加上 {"{"} role = "admin" {"}"}。
check-unreachable = { $name }既没有电话也没有账号，下次启动就认不出来了。请至少写一样。
check-category-to-desk = 没有“{ $category }”这个部门，这一类的工单会先到客服中心。如果有别的部门负责，请写在 [sop.triage.departments] 里。
check-nobody-at-desk = { $name }还没有人：请给同事加上客服（agent）或客服负责人（lead）的岗位，不然新工单没人看。
check-no-handlers = { $name }还没有接单的人（handler），派过去的单没人能接。
check-no-group = { $name }还没有群，通知会先发到客服的群里。可以在 groups 里写上，也可以由管理员在群里绑定。
check-ladder-empty = 没人接单时要往上找{ $role }，可是还没有人担任，这一级会被跳过。
