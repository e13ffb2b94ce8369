# What the command line says

bihuan = Bihuan: the chat assistant of a property-management office. Nothing is closed before it is.
command-demo = Try everything in the browser; needs no account
command-run = Run an installation
command-check = See whether all is well: 0 fine, 1 something waits for you, 2 it cannot run
command-import = Take in the owners' roster (CSV or Excel)
command-roster = take the roster of the staff (CSV or Excel)
command-invite = Make one-time codes for owners or colleagues
command-migrate = Bring the database up to date

option-port = Port
option-roster = The roster, .csv or .xlsx, with columns for unit, name and phone
option-duties = the roster: .csv or .xlsx with columns day, shift and name (or phone), best with department
option-site = The site's id; not needed where there is but one
option-dry-run = Only look, write nothing
option-unit = For this home, such as 3-2-1201
option-staff = For this colleague, by name or telephone
option-all = For everybody on the roster
option-days = Days until it expires
option-csv = Write a table, to print letters from
option-show = Show people's words and numbers too

settings-wrong = These settings make no sense; please look at .env or the environment: { $names }
sites-none = No site file is named. Please write in .env: BIHUAN_SITES=sites/wangjiang.toml (bot/channels/playground/estate/wangjiang.toml is a good one to start from)
sites-wrong = { $count ->
    [one] One thing in the site files has
   *[other] { $count } things in the site files have
 } to be put right first.
site-which = There is no site “{ $given }”; please choose one with --site: { $sites }
migrated = The database is up to date.
database-unreachable = The database { $database } cannot be opened: { $why }
port-busy = { $host }:{ $port } cannot be used ({ $why }); another program may have it. Close it, or take another: --port { $other }
demo-open = Open { $url } in your browser (Ctrl+C ends it)
run-no-channel = No chat platform is connected. Please write the keys of Telegram, WeChat or WeCom in .env (see README); to try things out, use bihuan demo.
run-site = { $name }: { $staff } colleagues
run-open = At work on { $channels } (Ctrl+C ends it)

import-reading = Reading
import-done = { $site }: { $taken } rows taken, { $new } new in the roster.
import-would = { $site }: { $taken } rows can be taken, { $new } would be new. This was a look only; nothing was written.
import-rejected = { $count ->
    [one] One row was not taken; it is
   *[other] { $count } rows were not taken; they are
 } in { $file } with the reason. Once corrected, import that very file.
import-row = Row
import-reason = Reason
import-no-file = There is no such file: { $file }
import-old-excel = This is an old Excel file (.xls). Please open it in Excel and save it as .xlsx: { $file }
import-broken-excel = This Excel file cannot be opened. Please open it in Excel and save it anew as .xlsx: { $file }
import-encoding = The encoding of this file is unknown. Please save it from Excel as “CSV UTF-8” or .xlsx: { $file }
import-no-columns = No headers were found. There must be one for the unit and one for the phone (and better one for the name). The first row says: { $found }
import-no-unit = No unit. It should look like { $example }
import-unit = “{ $given }” is no unit we can read. It should look like { $example }
import-unit-elsewhere = “{ $given }” is { $unit }, but the site file has no such building or entrance. Buildings: { $buildings }
import-no-phone = No telephone. It should look like 13800138000
import-phone = “{ $given }” is not a telephone number. It should look like 13800138000 or 0571-88001234
import-phone-shortened = Excel has shortened the telephone to { $given }; its last digits are lost. Please make the column “Text” and fill it in again.

roster-done = { $site }: the roster is up to date, { $days } days, { $count } duties.
roster-would = { $site }: nothing is wrong with the roster, { $days } days, { $count } duties. This was only a check; nothing was written.
roster-wrong = { $count } rows of { $file } need correction. Nothing of the table was written.
roster-no-columns = No headers found. There should be “day”, “shift” and “name” (or “phone”), best also “department”. The first row says: { $found }
roster-day = “{ $given }” is no day. It should look like 2026-10-02
roster-shift = There is no shift “{ $given }”. There are: { $known }
roster-department = There is no department “{ $given }”. There are: { $known }
roster-nobody = It does not say who is on duty.
roster-no-colleague = There is no colleague “{ $given }”. Please check names and telephones in the site file.
roster-several = There is more than one “{ $given }”. Please write the telephone instead.
roster-not-of = { $name } is not of { $department }.
roster-which-department = { $name } has several posts, or none with a department: please say which in the column “department”.

invite-which = Please choose one: --unit 3-2-1201 (a home), --staff NAME (a colleague), --all (everybody on the roster).
invite-no-unit = { $site } has no unit “{ $given }”. It should look like { $example }
invite-no-colleague = There is no colleague “{ $given }”. There are: { $names }
invite-several = There are several called “{ $given }”; please use the telephone: { $phones }
invite-nobody = The roster of { $site } is empty; please take one in first: bihuan import owners.xlsx
invite-written = { $count ->
    [one] One code is
   *[other] { $count } codes are
 } in { $file }.
invite-one = { $unit } { $name } code { $code }, until { $until }  { $link }
invite-no-link = With BIHUAN_TELEGRAM_NAME (the bot's user name) you get a link to tap as well.
invite-unit = Unit
invite-name = Name
invite-code = Code
invite-link = Link
invite-until = Until

check-level-0 = All is well.
check-level-1 = It can run, but somebody should see to what is marked “!”.
check-level-2 = It cannot run before what is marked “✗” is put right.
health-site = Site file: { $name }, { $departments } departments, { $staff } colleagues
health-channel = Chat platform: { $channel }
health-no-channel = No chat platform is connected (no keys of Telegram, WeChat or WeCom in .env)
health-calendar = Public holidays and make-up workdays are known until the end of { $year }
health-calendar-ends = Public holidays and make-up workdays are known only until the end of { $year }; after that only weekends count. Please upgrade: pip install -U chinesecalendar
health-database = Database: { $database }
health-not-migrated = The database is not made yet, or not up to date: { $database }. Starting does it, and so does bihuan migrate
health-no-stuck = No event is stuck
health-parked = One { $what } could not be handled and is put aside: { $channel }, { $at }, { $tries } tries, { $error }
health-failed = One { $what } could not be handled and will be tried again: { $channel }, { $at }, { $tries } tries, { $error }
health-what-message = message
health-what-edited = edited message
health-what-tap = tap
health-what-timer = timer
health-what-moved = move of a group
health-what-stopped = leaving
health-what-failed = report of a failure
health-no-lost = No message was undeliverable
health-lost = One message did not arrive: { $channel }, { $at }, case { $subject }, content { $message }
health-task = { $site }: { $kind }, { $count } open, the oldest since { $since }
health-task-emergency-call = emergency calls
health-task-emergency-draft = emergencies not confirmed yet
health-task-verdict-call = calls to ask for a verdict
health-task-survey-call = survey calls
health-task-undeliverable = messages to bring another way
health-task-answer = answers to bring to owners
health-task-no-cover = shifts nobody covers
health-task-signature = orders waiting for a signature
health-task-binding = units waiting for approval
health-no-group = { $site }, { $department }: no group is bound
health-other-group = { $site }, { $department }: { $bound } is bound, the site file says { $file }; what is bound counts
health-no-staff = { $site }: the staff is not in the database yet; starting once does it
health-never-started = { $site }: { $count } colleagues never spoke to the bot and cannot be written to: { $names }
health-blocked = { $site }: { $count } colleagues have blocked the bot: { $names }
health-roster = { $site }: { $count } lines in the owners' roster
health-no-roster = { $site }: the owners' roster is empty; bihuan import takes one in

command-wechat = The WeChat service account: menu, QR codes
command-wechat-menu = Put the menu below the account
command-wechat-qr = A QR code that links whoever scans it to a flat
command-wecom = WeCom: the departments' groups
command-wecom-group = Make a department's group and bind it to the department
option-department = the department's id, such as engineering
option-owner = the group owner's WeCom id; the first member if left out
wechat-menu-done = The menu is in place: { $labels }. WeChat may take a few minutes to show it.
wechat-qr-done = QR code for { $unit }: { $link }
    (invitation code { $invite }, good once until { $until })
wecom-no-department = There is no department “{ $given }”. Known: { $known }
wecom-too-few = Only { $count } of { $department } have a WeCom account in the site file; a group needs 2. Write accounts = ["wecom:id"] there.
wecom-group-done = The group of { $department } is made ({ $chat }, { $count } people) and bound. It appears with its first message.
platform-incomplete = These settings of { $platform } are missing or wrong: { $names }
wecom-not-root = WeCom lets this app make no groups: in its console set the app's 可见范围 to the whole company (根部门) and try again. ({ $why })
platform-refused = { $platform } refused: { $why }
health-half-channel = These settings of { $platform } are missing or wrong: { $names }
health-no-template = WeChat has no template message (BIHUAN_WECHAT_TEMPLATE): once an owner has been silent for 48 hours only a telephone call reaches them
health-files-lost = { $count } files sent by owners could not be fetched
