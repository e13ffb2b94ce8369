# Messages as pages for telephones, where a platform has no buttons. Of several lines the first is the heading

page-name = From your estate office
page-case = Case { $number }
page-picture = Picture { $number }
page-voice = 🔈 Listen
page-file = 📄 { $name }
page-unnamed = File
page-say = Nothing fits? Write to us here
page-words = Write to us here
page-send = Send
page-done = We have it, thank you!
page-newest = See where it stands now
page-foot = You can close this page. Write in the chat whenever you need us.
page-again = Open it again

page-altered =
    This link is not complete
    A few letters may have been lost when it was copied. Please go back to the chat and tap the message itself; if you cannot find it, just write to us there.
page-expired =
    This link has expired
    To be on the safe side links last { $days } days. Please write in the chat: we carry on from there and send you a new link when one is needed.
page-theirs =
    This message is for somebody else
    To keep residents' affairs private, it opens only for whoever it was sent to. If there is something we can do for you, please write to us in the chat.
page-gone =
    We cannot find this message
    It may be done and put away. To hear how things stand, just ask in the chat.
page-nobody =
    We could not tell who you are
    Please open it from the chat it came in; if your browser does not let pages remember you, allow it first. Then try again below.
page-away =
    No connection just now
    The network or the platform is busy; it is nothing you did. Please try again below in a moment.
page-stale =
    This page has been open for too long
    Nothing was sent just now. Please open it again and choose once more.
page-long =
    That is too long
    We can take { $most } characters at a time, and nothing was sent just now. Please open it again and write in several parts.
page-fault =
    Sorry, something went wrong on our side
    Please open it again to see whether we have it; if not, choose once more. If it is urgent, ring the service desk.
