# The menu of commands beside the line where one types

command-repair = Report a repair
command-complain = Make a complaint
command-ask = Ask or suggest
command-mine = My cases
command-notices = Notices of the estate
command-person = Talk to a person
command-bind = Link my home
command-language = Change language
command-cancel = Never mind
command-help = What I can do here
command-bind-group = Which department is this group?
command-calls-group = Front desk: calls to make
command-duty-group = Who is on duty
command-log-group = Front desk: the log
command-dutylog-group = Front desk: the duty record

# The menu's entry that shares one's own number
share-phone = 📱 Share number
menu-more = More
menu-bind = Link my flat
