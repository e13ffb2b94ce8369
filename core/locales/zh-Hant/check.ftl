# 檢查站點檔案和系統狀態時說的話：錯在哪裡、為什麼、怎樣才對

check-no-file = 找不到這個檔案，或者沒有讀取它的權限。請核對 BIHUAN_SITES 裡寫的路徑。
check-empty = 檔案是空的。請照著示範檔案 bot/channels/playground/estate/wangjiang.toml 寫一份。
check-encoding = { $encoding ->
    [GBK] 這個檔案是 GBK（ANSI）編碼，這裡只能讀 UTF-8。
    [UTF-16] 這個檔案是 UTF-16（Unicode）編碼，這裡只能讀 UTF-8。
   *[other] 這個檔案不是 UTF-8 編碼，讀不出來。
 } 請用記事本打開，選「另存新檔」，編碼選 UTF-8，儲存後再試。
check-wide = 這一行有中文輸入法的符號 { $sign } ，請換成英文半角的再試：{ $row }
check-syntax = 這一行的格式不對，看看是不是少了引號、等號或括號：{ $row }
    正確的樣子：name = "工程部"
    （{ $why }）
check-unknown = 沒有「{ $word }」這一項。{ $hint }
check-missing = 少了「{ $word }」。請加上一行，例如：{ $example }
check-empty-value = 「{ $word }」不能空著。例如：{ $example }
check-type = 「{ $word }」寫成了 { $given }，這裡要寫{ $wanted }。
check-a-text = 用英文雙引號括起來的文字，例如 "3"
check-a-number = 不帶引號的數字，例如 18
check-a-yes-or-no = true 或 false
check-a-list = 方括號裡的一列，例如 ["1", "2"]
check-a-table = 一個表：自成一段的 [名稱]，或 {"{"} role = "handler" {"}"}
check-a-time = 一個鐘點，例如 20:00:00（不加引號）
check-a-day = 一個日子，例如 2027-02-05（不加引號）
check-a-span = 帶單位的時長，例如 "90s"、"15m"、"2h"、"5d"、"1w"（秒、分、時、天、週）
check-least = 「{ $word }」寫成了 { $given }，不能小於 { $limit }。
check-most = 「{ $word }」寫成了 { $given }，不能大於 { $limit }。
check-other = 「{ $word }」寫成了 { $given }，這樣不行：{ $why }
check-did-you-mean = 是不是想寫「{ $wanted }」？
check-one-of = 可以寫的有：{ $options }。

check-id = 「{ $given }」不能當代號。代號用小寫字母、數字和短橫線，最多 20 個字，例如 wangjiang。
check-number = 「{ $given }」不能當樓棟或單元號。只寫號碼本身，例如 "3" 或 "A"，不寫「棟」「單元」，字母用大寫。
check-prefix = 「{ $given }」不能當工單號的前綴。請用 1 到 6 個大寫字母或數字，例如 WJ。
check-phone = 「{ $given }」不像一個電話號碼。請寫手機號，或帶區號的座機，例如 "13800138000"、"0571-88001234"。
check-language = 沒有「{ $given }」這種語言。{ $hint }
check-timezone = 沒有「{ $given }」這個時區。{ $hint }
check-address = 「{ $given }」不是一個地址。地址是「平台:編號」，例如 "telegram:-1001234567890"。{ $hint }
check-address-telegram = 「{ $given }」不是 Telegram 的編號。要寫數字編號，不是使用者名稱：個人如 123456789，群以減號開頭，如 -1001234567890。
check-role = 沒有「{ $given }」這個角色。{ $hint }
check-roles = 可以寫的有：
    { $roles }
check-role-line = { $role }（{ $name }）
check-no-kind = 沒有「{ $given }」這一類。{ $hint }
check-hours-order = 上班時間前後顛倒了：{ $given } 早於「{ $before }」的 { $at }。
check-hours-empty = 這樣一來一天裡沒有上班的時間了，請檢查上下班和午休的鐘點。
check-day-both = { $given } 既寫成了放假又寫成了上班，請只留一處。
check-shift-twice = 班次「{ $given }」和「{ $other }」同一時刻開始，請錯開。
check-no-shift = 沒有「{ $given }」這個班次。可以寫的有：{ $known }。
check-no-cover = 「{ $given }」既不是角色也不是部門，沒有人能頂這個班。{ $hint }
check-cover-empty = 「{ $shift }」由「{ $cover }」頂班，可是還沒有這樣的人。沒有人時工單照舊發給部門，並告訴客服。
check-ladder-cycle = 「{ $step }」在這條上報線裡出現了兩次，會繞回來。每一級只寫一次，由下而上。
check-twice-word = 「{ $given }」在這一列裡寫了兩次，請刪掉一處。
check-twice-keyword = 關鍵詞「{ $given }」在「{ $other }」裡已經有了，兩處都算會判錯，請只留一處。
check-understanding = 理解用詞的這一節用不了：{ $why }

check-example-site-id = id = "wangjiang"
check-example-site-name = name = "望江花園"
check-example-site-prefix = prefix = "WJ"（工單號會是 WJ-20261121-0001）
check-example-site = [site] 一節，裡面有 id、name、prefix
check-example-building-number = number = "3"
check-example-department-id = id = "engineering"
check-example-department-name = name = "工程部"
check-example-staff-name = name = "張志強"
check-example-staff-posts = posts = [{"{"} role = "handler", department = "engineering" {"}"}]
check-example-posts-role = role = "handler"
check-example-questions-key = key = "overall"

check-twice-building = { $given } 棟寫了兩次，請刪掉一處。
check-twice-department = 部門「{ $given }」寫了兩次，請合成一處。
check-twice-phone = 電話 { $given } 有兩個人在用{ $there }。每人要有自己的號碼；同一個人請合成一處，或在各站點用同一個姓名。
check-twice-accounts = 帳號 { $given } 寫給了兩個人{ $there }。請只留真正的主人。
check-twice-groups = 群 { $given } 給了兩個部門{ $there }。一個群只能歸一個部門。
check-twice-site = 站點代號「{ $given }」已經用過了{ $there }。請換一個。
check-twice-prefix = 工單前綴「{ $given }」已經用過了{ $there }。兩個站點的工單號會混在一起，請換一個。
check-there = （另一處：{ $file } 第 { $line } 行）
check-no-desk = 沒有客服部門。請加一個 [[department]]，id = "service"，name 可以寫「客服中心」。
check-no-department = 沒有「{ $given }」這個部門。{ $hint }
check-post-without-department = { $role }要寫明在哪個部門，例如 department = "engineering"。
check-no-admin = 還沒有系統管理員，以後沒人能綁定群。請給一位同事加上 {"{"} role = "admin" {"}"}。
check-unreachable = { $name }既沒有電話也沒有帳號，下次啟動就認不出來了。請至少寫一樣。
check-category-to-desk = 沒有「{ $category }」這個部門，這一類的工單會先到客服中心。如果有別的部門負責，請寫在 [sop.triage.departments] 裡。
check-nobody-at-desk = { $name }還沒有人：請給同事加上客服（agent）或客服負責人（lead）的崗位，不然新工單沒人看。
check-no-handlers = { $name }還沒有接單的人（handler），派過去的單沒人能接。
check-no-group = { $name }還沒有群，通知會先發到客服的群裡。可以在 groups 裡寫上，也可以由管理員在群裡綁定。
check-ladder-empty = 沒人接單時要往上找{ $role }，可是還沒有人擔任，這一級會被跳過。
