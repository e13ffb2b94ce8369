# What the check says about site files and the state of things: where, why, and what would be right

check-no-file = There is no such file, or we may not read it. Please look at the path in BIHUAN_SITES.
check-empty = The file is empty. bot/channels/playground/estate/wangjiang.toml is a good one to start from.
check-encoding = { $encoding ->
    [GBK] This file is written in GBK (ANSI); only UTF-8 can be read here.
    [UTF-16] This file is written in UTF-16 (Unicode); only UTF-8 can be read here.
   *[other] This file is not UTF-8 and cannot be read.
 } Please save it again as UTF-8 (in Notepad: Save as, Encoding).
check-wide = This line has a full-width sign { $sign } in it; please type the plain one instead: { $row }
check-syntax = This line does not read right; perhaps a quotation mark, an equals sign or a bracket is missing: { $row }
    It should look like: name = "Engineering"
    ({ $why })
check-unknown = There is no “{ $word }” here. { $hint }
check-missing = “{ $word }” is missing. Please add a line, such as: { $example }
check-empty-value = “{ $word }” must not be empty. For example: { $example }
check-type = “{ $word }” says { $given }; it should be { $wanted }.
check-a-text = text in double quotes, such as "3"
check-a-number = a number without quotes, such as 18
check-a-yes-or-no = true or false
check-a-list = a list in square brackets, such as ["1", "2"]
check-a-table = a table: a [name] of its own, or {"{"} role = "handler" {"}"}
check-a-time = a time of day without quotes, such as 20:00:00
check-a-day = a day, such as 2027-02-05 (without quotes)
check-a-span = a length of time with its unit, such as "90s", "15m", "2h", "5d", "1w"
check-least = “{ $word }” says { $given }; it cannot be less than { $limit }.
check-most = “{ $word }” says { $given }; it cannot be more than { $limit }.
check-other = “{ $word }” says { $given }, which will not do: { $why }
check-did-you-mean = Did you mean “{ $wanted }”?
check-one-of = It can be: { $options }.

check-id = “{ $given }” cannot be an id. Use small letters, digits and hyphens, 20 at most, such as wangjiang.
check-number = “{ $given }” cannot be a building or entrance. Write the number alone, such as "3" or "A", letters in capitals.
check-prefix = “{ $given }” cannot begin a case number. Use 1 to 6 capital letters or digits, such as WJ.
check-phone = “{ $given }” does not look like a telephone number. For example: "13800138000", or "0571-88001234" with its area code.
check-language = There is no language “{ $given }”. { $hint }
check-timezone = There is no time zone “{ $given }”. { $hint }
check-address = “{ $given }” is not an address. An address is “platform:number”, such as "telegram:-1001234567890". { $hint }
check-address-telegram = “{ $given }” is not a Telegram number. It is a number, not a user name: 123456789 for a person, -1001234567890 for a group.
check-role = There is no role “{ $given }”. { $hint }
check-roles = It can be:
    { $roles }
check-role-line = { $role } ({ $name })
check-no-kind = There is no kind of case “{ $given }”. { $hint }
check-hours-order = The hours are in the wrong order: { $given } is earlier than “{ $before }”, { $at }.
check-hours-empty = This leaves no hour to work in; please look at start, lunch and end.
check-day-both = { $given } is listed as a holiday and as a workday; please keep one.
check-shift-twice = The shifts “{ $given }” and “{ $other }” start at the same time; please move one.
check-no-shift = There is no shift “{ $given }”. It can be: { $known }.
check-no-cover = “{ $given }” is neither a role nor a department, so nobody can cover. { $hint }
check-cover-empty = “{ $cover }” covers “{ $shift }”, but nobody holds that post yet. Until then cases go to the department as usual, and the desk is told.
check-ladder-cycle = “{ $step }” stands in this ladder twice, so it would lead back. Name each rung once, from the bottom up.
check-twice-word = “{ $given }” stands in this list twice; please delete one.
check-twice-keyword = The keyword “{ $given }” is already in “{ $other }”; counting for both would mislead, please keep one.
check-understanding = These words cannot be used: { $why }

check-example-site-id = id = "wangjiang"
check-example-site-name = name = "Wangjiang Gardens"
check-example-site-prefix = prefix = "WJ" (case numbers will be like WJ-20261121-0001)
check-example-site = a table [site] with id, name and prefix
check-example-building-number = number = "3"
check-example-department-id = id = "engineering"
check-example-department-name = name = "Engineering"
check-example-staff-name = name = "Zhang Zhiqiang"
check-example-staff-posts = posts = [{"{"} role = "handler", department = "engineering" {"}"}]
check-example-posts-role = role = "handler"
check-example-questions-key = key = "overall"

check-twice-building = Building { $given } is there twice; please take one away.
check-twice-department = Department “{ $given }” is there twice; please make it one.
check-twice-phone = Two people have the number { $given }{ $there }. Each needs their own; one person at two sites needs the same name in both.
check-twice-accounts = Account { $given } is given to two people{ $there }. Please leave it with its owner.
check-twice-groups = Group { $given } is given to two departments{ $there }. A group belongs to one.
check-twice-site = The site id “{ $given }” is taken{ $there }. Please choose another.
check-twice-prefix = The prefix “{ $given }” is taken{ $there }; case numbers of two sites would be mixed up. Please choose another.
check-there = {" "}(also in { $file }, line { $line })
check-no-desk = There is no desk. Please add a [[department]] with id = "service".
check-no-department = There is no department “{ $given }”. { $hint }
check-post-without-department = A { $role } needs a department, such as department = "engineering".
check-no-admin = There is no admin, so nobody could bind a group later. Please give somebody {"{"} role = "admin" {"}"}.
check-unreachable = { $name } has neither telephone nor account, and would not be known again at the next start. Please add one.
check-category-to-desk = There is no department “{ $category }”; such cases go to the desk first. If another department deals with them, say so in [sop.triage.departments].
check-nobody-at-desk = Nobody works in { $name }: give somebody the role agent or lead, or new cases are seen by no one.
check-no-handlers = { $name } has no handler, so nobody could take its jobs.
check-no-group = { $name } has no group; its messages go to the desk's group. Write one under groups, or let an admin bind it in the chat.
check-ladder-empty = When nobody takes a job it goes up to the { $role }, but nobody is; that step is skipped.
