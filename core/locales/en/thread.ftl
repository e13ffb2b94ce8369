# Between owners and the desk

added-after = { $state ->
    [withdrawn] Noted, and the desk can see it ({ $number }). You withdrew this, so nobody is coming; if you would like us to, choose “Report it again”.
   *[other] Noted, and the desk can see it ({ $number }). This is settled; if the problem is back, please tell us.
 }
report-anew = Report it again
human-has-draft = A colleague will be with you ({ $number }). All you said so far is in it, no need to repeat; we answer right here. If it is urgent: { $phone }.

# A verdict in words

added-verdict = { $answer ->
    [explained] Noted; the desk reads it ({ $number }). If it is clear, choose “I see”. If you do not agree or something is unclear, choose “Not clear to me” and we go on.
   *[other] Noted; the desk reads it ({ $number }). Are you satisfied with what was done? If it is not all right yet, choose “Not satisfied” and we start again at once.
 }
very-satisfied = Very satisfied
not-fixed = Not fixed
not-fixed-yet = Still not fixed
not-solved = Not solved
note-no = Note: unhappy
note-doubt = Note: in doubt
case-over = { $number } is settled. If anything is still wrong, just tell us.
withdraw-too-late = The work on { $number } is done and you hear from us in a moment, so there is nothing to withdraw. If you do not need it any more, just tell us.
explained-words = After our explanation the owner said: “{ $words }”. Please ask whether they are still in doubt.
went-on = { $number } has gone on meanwhile; “My cases” shows how it stands.
desk-hears-staff = [{ $number }] our colleague { $who }: { $words }
for-whom = Who is this for ({ $number })? It has not been sent yet.
    { $words }
to-owner = To the owner
to-handler = To the handler
desk-to-handler = [{ $number }] { $who } of the desk: { $words }
told-handler = Passed on to the handler; the owner does not see it ({ $number }).
