# Between owners and the desk

added-after = { $state ->
    [withdrawn] Noted, and the desk can see it ({ $number }). You withdrew this, so nobody is coming; if you would like us to, choose “Report it again”.
   *[other] Noted, and the desk can see it ({ $number }). This is settled; if the problem is back, please tell us.
 }
report-anew = Report it again
human-has-draft = A colleague will be with you ({ $number }). All you said so far is in it, no need to repeat; we answer right here. If it is urgent: { $phone }.
