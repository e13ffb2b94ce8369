# 业主与客服之间的话

added-after = { $state ->
    [withdrawn] 记下了，客服看得到（{ $number }）。这件事您已经撤回，我们不会派人；要我们来，请选“重新报这件事”。
   *[other] 记下了，客服看得到（{ $number }）。这件事已经了结；要是问题又出现了，请告诉我们。
 }
report-anew = 重新报这件事
human-has-draft = 已经请客服同事来接待您（{ $number }），刚才说的都记在里面，不用再说一遍，就在这里回复您。急事请联系我们：{ $phone }。

# 业主用文字表态

added-verdict = { $answer ->
    [explained] 记下了，客服看得到（{ $number }）。清楚了请选“明白了”；不认可或不清楚，请选“还有疑问”，我们接着办。
   *[other] 记下了，客服看得到（{ $number }）。这次处理您满意吗？还没好请选“不满意”，马上重新处理。
 }
very-satisfied = 很满意
not-fixed = 没修好
not-fixed-yet = 还没修好
not-solved = 没解决
note-no = 记为不满意
note-doubt = 记为还有疑问
case-over = { $number } 已经了结了。还有问题，请直接告诉我们。
withdraw-too-late = { $number } 同事已经处理完，马上给您答复，现在不用撤回了。不需要了请直接告诉我们。
explained-words = 业主看了说明后说：“{ $words }”。请问清是不是还有疑问。
went-on = { $number } 已经有了新的进展，“我的工单”里看得到最新情况。
desk-hears-staff = 【{ $number }】同事{ $who }：{ $words }
for-whom = 这句话是说给谁的（{ $number }）？还没有发出去。
    { $words }
to-owner = 给业主
to-handler = 给师傅
desk-to-handler = 【{ $number }】客服{ $who }：{ $words }
told-handler = 已转给师傅，业主看不到（{ $number }）。
