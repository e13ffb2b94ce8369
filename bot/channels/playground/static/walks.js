// What can be played: each walk shows one thing the office does, on everybody's phones, from the first morning on.

const circle = {
  name: "circle",
  async play(hand) {
    const start = hand.newest;
    await hand.says("wang", hand.cast.wang.says[0]);
    await hand.taps("wang", "confirm", { since: start });
    await hand.taps("zhang", "take", { since: start });
    await hand.looks("li"); // whoever was not as fast finds the card greyed
    await hand.taps("zhang", "arrive", { since: start });
    await repairs(hand, "zhang", "拧紧了水槽下面的接头，不漏了", start);
    const asked = hand.newest;
    await hand.waits("15m");
    await hand.taps("wang", "no", { since: start });
    await hand.says("wang", "刚才又滴水了，接头下面还是湿的");
    await hand.waits("1h"); // nobody takes it: the group, the supervisor and the manager hear of it in turn
    await hand.taps("li", "take", { since: start });
    await hand.taps("li", "arrive", { since: asked });
    await repairs(hand, "li", "换了新软管和密封圈，试水十分钟，一滴不漏", asked);
    const done = hand.newest;
    await hand.taps("lin", "reply", { at: "-service", since: asked });
    await hand.taps("wang", "yes", { since: done });
    await calledBack(hand, done);
  },
};

async function repairs(hand, as, words, since) {
  await hand.taps(as, "finish", { since });
  const asked = hand.newest;
  await hand.says(as, words, { picture: "fixed" });
  await hand.taps(as, "done", { since: asked });
}

async function calledBack(hand, since) {
  const asked = () => hand.sees("wang", "score", since);
  for (let days = 0; days < 4 && !asked(); days++) await hand.waits("tomorrow");
  let last = { seq: since };
  for (let question = 0; question < 7 && asked() && last.kind !== "notice"; question++) {
    last = await hand.taps("wang", "score", { since: last.seq });
  }
}

// Half past nine in the evening of a public holiday: the monitoring centre, the duty officer and the manager at once.
const holiday = {
  name: "holiday",
  async play(hand) {
    await hand.waits("holiday");
    const start = hand.newest;
    await hand.says("jiaxin", "8棟1單元1503廚房水管爆裂，水已經浸到走廊！13900020011");
    await hand.taps("jiaxin", "confirm", { since: start });
    await hand.looks("he");
    await hand.looks("watch");
    await hand.looks("lin", "-service");
    await hand.taps("lin", "tick", { at: "-service", since: start }); // 已电话通知
    await hand.taps("zheng", "go", { since: start }); // the duty officer goes first, the order comes afterwards
    await repairs(hand, "zheng", "关了8栋1单元的水阀，换了爆裂的软管，走廊的水已清", start);
    const done = hand.newest;
    await hand.taps("lin", "reply", { at: "-service", since: start });
    await hand.taps("jiaxin", "yes", { since: done });
  },
};

// A defect of the building: the developer is told in writing, the owner hears of it.
const developer = {
  name: "developer",
  async play(hand) {
    const start = hand.newest;
    await hand.says("sun", "2栋2单元901客厅外墙渗水，交房时就有裂缝，要求开发商处理 13900020004");
    await hand.taps("sun", "confirm", { since: start });
    await hand.more("lin", "class", "-service", start);
    await hand.taps("lin", "class:*:2", { at: "-service", since: start });
    await hand.taps("lin", "effect:*:large", { at: "-service", since: start });
    await hand.looks("lin", "-service");
    await hand.taps("lin", "reported", { at: "-service", since: start });
    await hand.taps("lin", "reported:*:*:letter", { at: "-service", since: start });
    await hand.looks("sun");
  },
};

// Somebody wants to be compensated: summary, opinion, and no word to the owner that nobody approved.
const claim = {
  name: "claim",
  async play(hand) {
    const start = hand.newest;
    await hand.says("zhao", "2栋2单元901楼上漏水把我家新装的木地板泡坏了，要求物业赔偿8000元 13900020003");
    await hand.taps("zhao", "confirm", { since: start });
    await hand.taps("lin", "claim", { at: "-service", since: start });
    await hand.looks("zhou");
    await hand.taps("zhou", "summarise", { since: start });
    await hand.says("zhou", "昨夜楼上水管漏水，客厅地板约15平米起鼓，业主要求8000元");
    await hand.taps("he", "claimop", { since: start });
    await hand.says("he", "先请保险公司定损，答复只说已报保险、三天内回话");
    await hand.looks("su");
    await hand.looks("zhou");
  },
};

// Not satisfied, and angry: another handler, their superior, and somebody senior takes over.
const anger = {
  name: "anger",
  async play(hand) {
    const start = hand.newest;
    await hand.says("wang", hand.cast.wang.says[0]);
    await hand.taps("wang", "confirm", { since: start });
    await hand.taps("zhang", "take", { since: start });
    await repairs(hand, "zhang", "拧紧了接头", start);
    const asked = hand.newest;
    await hand.taps("wang", "no", { since: start });
    await hand.says("wang", "又漏了！你们太过分了，叫你们经理来！");
    await hand.looks("zheng"); // the superior hears of the second round
    await hand.taps("wang", "calm", { since: asked });
    await hand.taps("zhou", "takeover", { since: asked }); // a change of person: the lead speaks with the owner
    await hand.taps("zhang", "take", { since: asked }); // whoever had it before is asked to leave it to a colleague
    await hand.taps("li", "take", { since: asked });
    await repairs(hand, "li", "换了新软管和密封圈，试水十分钟，一滴不漏", asked);
    const done = hand.newest;
    await hand.taps("lin", "reply", { at: "-service", since: asked });
    await hand.taps("wang", "yes", { since: done });
  },
};

// Through the government hotline: recorded by the desk, tracked by its lead, somebody appointed from above.
const hotline = {
  name: "hotline",
  async play(hand) {
    const start = hand.newest;
    await hand.says("xu", "/record");
    await hand.taps("xu", "pick:*:via:hotline", { since: start });
    await hand.taps("xu", "pick", { since: hand.newest - 1 }); // just now
    const told = hand.newest;
    await hand.says("xu", "3栋2单元1201业主反映楼道垃圾三天没人收，要求尽快清理 13800138000");
    await hand.taps("xu", "confirm", { since: told });
    await hand.looks("zhou");
    await hand.taps("gu", "appoint", { since: start });
    await hand.taps("gu", "appointed", { since: start });
    await hand.taps("ma", "take", { since: start });
    await repairs(hand, "ma", "楼道垃圾已清运，并加了一次晚间巡查", start);
    await hand.looks("zhou");
    await hand.looks("gu");
  },
};

// One cause, five owners: one job, and everybody is told of each step.
const incident = {
  name: "incident",
  async play(hand) {
    const start = hand.newest;
    await hand.says("wang", "3栋2单元1201停水了 13800138000");
    await hand.taps("wang", "confirm", { since: start });
    for (const [who, words] of Object.entries({
      emma: "No water in building 3 unit 2 room 803. Call 13900020007",
      jiaxin: "3棟2單元1503冇水 13900020011",
      chen: "3栋2单元302也停水了",
      sun: "3栋2单元901家里没水了",
    })) {
      const before = hand.newest;
      await hand.says(who, words);
      await hand.taps(who, "metoo", { since: before });
    }
    await hand.looks("zhang");
    await hand.taps("zhang", "take", { since: start });
    await hand.looks("emma");
    await repairs(hand, "zhang", "3栋加压泵跳闸，已复位，全楼恢复供水", start);
    const done = hand.newest;
    await hand.answers("lin", "reply", "-service", start);
    for (const who of ["wang", "emma", "jiaxin", "chen", "sun"]) await hand.taps(who, "yes", { since: start });
    await hand.looks("zhang");
    return done;
  },
};

export const WALKS = [circle, holiday, developer, claim, anger, hotline, incident];
