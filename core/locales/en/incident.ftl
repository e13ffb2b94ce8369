# Several homes, one cause

building = Block { $number }
building-shops = the shops
incident-offer = A neighbour ({ $building }) reported “{ $what }” { $at }, and somebody is dealing with it. Is it the same?
    If so, choose “Same problem”: you get a number of your own, it is dealt with together, and you hear of every step.
readback-with = { $readback }

    👥 { $offer }
same-problem = Same problem
not-the-same = Not the same
incident-over = What your neighbour reported has just been answered. Yours gets a number of its own and is dealt with by itself.
filed-with-neighbours = { $kind ->
    [enquiry] Thank you for asking.
   *[other] Thank you for telling us. We are sorry for the trouble.
 }
    Number: { $number } ({ $place })
    It is dealt with together with your neighbour’s report ({ $count } { $count ->
    [one] home joined
   *[other] homes joined
 }, with yours). Now: { $state }
    In charge: { $who }, contact: { $phone }
    You will hear of every step, and when it is done we will ask you whether you are satisfied, too.
incident-joined = [{ $number }] Neighbours reported the same; we are dealing with it together. Your number stays, and you will hear of every step.
incident-split = [{ $number }] Yours is not the same as what your neighbours reported; we are dealing with it by itself.
step-join = { $at } dealt with together with a neighbour’s report
step-split = { $at } dealt with by itself

# For colleagues

card-also = 👥 and { $count } more: { $places }
card-joined-to = 🔗 joined to { $lead }
card-joined = { $number } is joined to { $lead }; they are one job.
card-superior = 👔 followed by { $names } in person
handler-also = [{ $number }] One more home reports the same: { $place }.
handler-hears-neighbour = [{ $number }] { $place }, with the same problem, says: { $words }
handler-succeeds = [{ $number }] was withdrawn, but a neighbour reported the same: the job goes on. Please continue under { $new } ({ $place }).
merge-into = Join to…
split-from = Take out
tell-everybody = Tell them all
by-number = Type a number
merge-which = Which case is the same as { $number }?
    { $lines }
merge-line = { $number } { $kind } { $place }: { $issue }
merge-number = Please write the number it belongs to here (in a group: in answer to this), such as 1117-0003; of today’s just 3 ({ $number }).
merge-itself = That is the case itself.
merged = 🔗 { $number } is joined to { $lead }; the owner knows.
split-off = { $number } is taken out; please see to it anew.
write-to-all = Please write here (in a group: in answer to this) what these { $count } homes are to hear, without names or rooms ({ $number }).
told-all = { $count } homes have been told ({ $number }).
and-to-neighbours = { $question }
    👥 { $count } more will get the same words: please leave out names and rooms.
