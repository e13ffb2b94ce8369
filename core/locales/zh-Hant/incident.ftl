# 幾戶同一件事

building = { $number }棟
building-shops = 商舖
incident-offer = { $building }有鄰居{ $at }報過{ $what }，已經在跟進。是同一件事嗎？
    是的話請選「我也遇到同樣問題」，您會有自己的單號，一併處理，每一步都通知您。
readback-with = { $readback }

    👥 { $offer }
same-problem = 我也遇到同樣問題
not-the-same = 不是同一件事
incident-over = 鄰居報的那件事剛剛已有結果。您這件我們另立單號，單獨處理。
filed-with-neighbours = { $kind ->
    [enquiry] 謝謝您的查詢。
   *[other] 謝謝您告訴我們。造成不便，非常抱歉。
 }
    單號：{ $number }（{ $place }）
    與鄰居報的是同一件事，一併處理（連您在內共 { $count } 戶跟進）。目前：{ $state }
    由{ $who }負責，聯絡方式：{ $phone }
    一有進展馬上通知您；處理好之後，也會單獨請您看看是否滿意。
incident-joined = 【{ $number }】鄰居也報了同一件事，我們一併處理，單號不變，有進展一樣會通知您。
incident-split = 【{ $number }】您這件與鄰居報的不是同一件事，我們單獨為您處理。
step-join = { $at } 與鄰居報的同一件事一併處理
step-split = { $at } 單獨處理

# 給同事

card-also = 👥 另有 { $count } 戶：{ $places }
card-joined-to = 🔗 已併入 { $lead }
card-joined = { $number } 已併入 { $lead }，一併處理。
card-superior = 👔 { $names }親自跟進
handler-also = 【{ $number }】又有一戶報了同一件事：{ $place }。
handler-hears-neighbour = 【{ $number }】同一件事的{ $place }說：{ $words }
handler-succeeds = 【{ $number }】的住戶撤回了，但鄰居也報了同一件事，工作照舊。請按 { $new }（{ $place }）繼續。
merge-into = 併入
split-from = 拆出
tell-everybody = 通知各戶
by-number = 輸入單號
merge-which = { $number } 與哪一單是同一件事？
    { $lines }
merge-line = { $number } { $kind } { $place }：{ $issue }
merge-number = 請在這裡（群組裡請回覆本則）寫下要併入的單號，例如 1117-0003；今天的只寫 3 也可以（{ $number }）。
merge-itself = 這就是它自己。
merged = 🔗 { $number } 已併入 { $lead }，住戶已知悉。
split-off = { $number } 已拆出，請重新安排。
write-to-all = 請在這裡（群組裡請回覆本則）寫下要告訴這 { $count } 戶的話，請勿寫稱呼和房號（{ $number }）。
told-all = 已通知 { $count } 戶（{ $number }）。
and-to-neighbours = { $question }
    👥 另有 { $count } 戶會收到同樣的話，請勿寫稱呼和房號。
