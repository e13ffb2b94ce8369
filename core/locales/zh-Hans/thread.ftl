# 业主与客服之间的话

added-after = { $state ->
    [withdrawn] 记下了，客服看得到（{ $number }）。这件事您已经撤回，我们不会派人；要我们来，请选“重新报这件事”。
   *[other] 记下了，客服看得到（{ $number }）。这件事已经了结；要是问题又出现了，请告诉我们。
 }
report-anew = 重新报这件事
human-has-draft = 已经请客服同事来接待您（{ $number }），刚才说的都记在里面，不用再说一遍，就在这里回复您。急事请联系我们：{ $phone }。
