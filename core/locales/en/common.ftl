# Said in many places

when-today = today { $time }
when-tomorrow = tomorrow { $time }
when-yesterday = yesterday { $time }
when-date = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
 } ({ $weekday }) { $time }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

as-it-is = { $words }
today = Today
tomorrow = Tomorrow
on-day = Day { $day }
day-and-time = { $day }, { $time }
ok = All right
cancelled = All right, we'll leave it.
nothing-to-cancel = There is nothing to cancel just now.
back = ← Back
cancel = Cancel

place-common = Common area
place-shop = Shop { $room }
place-room = Block { $building }, Flat { $room }
place-alone = Flat { $room }
place-entrance = Block { $building }, Entrance { $entrance }, Flat { $room }
unit-unknown = flat not given yet
phone-unknown = no phone number given
in-this-chat = just write here
the-desk = the service desk
our-colleague = Our colleague
no-deadline = —

kind-complaint = Complaint
kind-repair = Repair
kind-enquiry = Question
kind-help = Help
kind-suggestion = Suggestion
kind-praise = Praise
kind-and-category = { $kind } · { $category }
category-engineering = Maintenance
category-cleaning = Cleaning
category-order = Security, order
category-service = Customer service
category-other = Other
listed = { $a }, { $b }
because = (mentions: { $words })
shortened = { $words }… ({ $all } characters in all, kept in full)
only-pictures = (see pictures)

role-agent = Service desk
role-lead = Head of the service desk
role-handler = Handler
role-supervisor = Supervisor
role-manager = Estate manager
role-assistant = Manager's assistant
role-deputy-gm = Deputy general manager
role-monitoring = Control room
role-duty = duty officer
role-admin = Administrator

sorry-fault = Sorry, that last step went wrong on our side. What you sent is safe and a colleague will look into it; if it is urgent, please ring the service desk.
case-unknown = We have no case { $number }.
not-yours = Sorry, { $number } is not yours to handle.
moved-on = { $number } has moved on; please see the newest card.
button-unknown = This choice no longer works. Please see the newest message, or send /help.
