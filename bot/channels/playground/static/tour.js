// The first minute: six steps that tick themselves off, and a hand that plays them for whoever only wants to look.

import { icon, make } from "./make.js";
import { sampleFile } from "./samples.js";
import { post, upload } from "./wire.js";
import { speaking, word } from "./words.js";
import { messagesOf, world } from "./world.js";

const STEPS = [
  { name: "file", verbs: ["confirm"] },
  { name: "take", verbs: ["take"] },
  { name: "arrive", verbs: ["arrive"] },
  { name: "finish", verbs: ["done"] },
  { name: "judge", verbs: ["yes", "no"] },
  { name: "call", verbs: ["score"] },
];

const PACE = Number(new URLSearchParams(location.search).get("pace")) || 1; // ?pace=0.1: for those in a hurry

let table;
let playing = null;

export const tourIsPlaying = () => Boolean(playing);

const verb = (act) => act.split(":")[0];
const isDone = (step) => world.taps.some((tap) => step.verbs.includes(verb(tap.act)));

export function drawTour(its) {
  table = its;
  const next = STEPS.findIndex((step) => !isDone(step));
  const step = (told, index) => make(`li${isDone(told) ? ".done" : ""}${index === next ? ".next" : ""}`, { title: word(`step-${told.name}-hint`), data: { step: told.name } },
    make("span.count", {}, isDone(told) ? icon("check") : String(index + 1)), word(`step-${told.name}`));
  const play = make(`button.play${playing ? ".playing" : ""}`, { type: "button", onclick: () => (playing ? stop() : playAll()) }, icon(playing ? "stop" : "play"), word(playing ? "tour-stop" : "tour-play"));
  const drawn = JSON.stringify([speaking(), Boolean(playing), STEPS.map(isDone)]);
  if (drawn === drawTour.drawn) return;
  drawTour.drawn = drawn;
  document.querySelector("#tour").replaceChildren(
    make("b", {}, word("tour-title")),
    make("ol", {}, STEPS.map(step)),
    make("p.hint", {}, next < 0 ? word("tour-done") : word(`step-${STEPS[next].name}-hint`)),
    play,
  );
}

export const noticeTour = () => table && drawTour(table);

class Stopped extends Error {}

function stop() {
  playing?.abort();
  playing = null;
  noticeTour();
}

async function playAll() {
  playing = new AbortController();
  noticeTour();
  try {
    await perform(playing.signal);
  } catch (error) {
    if (!(error instanceof Stopped)) console.error(error);
  } finally {
    playing = null;
    noticeTour();
  }
}

function pause(signal, span) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, span * PACE);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(new Stopped())), { once: true });
  });
}

const offers = (message, wanted) => [...message.rows.flat(), ...message.numbered].find((one) => wanted.includes(verb(one.act)));

// The newest message of a chat that offers one of these acts, once there is one.
async function offered(signal, chat, wanted, since = 0) {
  for (let tries = 0; tries < 60; tries++) {
    for (const message of messagesOf(chat).reverse()) {
      if (message.seq <= since) break;
      const button = offers(message, wanted);
      if (button) return { message, button };
    }
    await pause(signal, 200);
  }
  throw new Stopped();
}

const newest = () => Math.max(0, ...[...world.messages.values()].flatMap((chat) => [...chat.values()].map((message) => message.seq)));

// Choose as that platform has it: with a button, by a number that is typed, or on the page behind a notice.
async function choose(signal, id, as, chat, wanted, since) {
  const phone = hold(id, as, chat);
  const { message, button } = await offered(signal, chat, wanted, since);
  if (message.kind === "notice") await onPage(signal, phone, message);
  else if (message.numbered.length) await typeChoice(signal, phone, message, button);
  else {
    await point(signal, phone, () => phone.log.querySelector(`[data-message="${CSS.escape(message.id)}"] [data-act="${CSS.escape(button.act)}"]`));
    await phone.tap(message, button);
    await pause(signal, 1100);
  }
  return message;
}

function hold(id, as, chat) {
  const phone = table.reveal(id);
  if (phone.member !== as) phone.speakAs(as);
  if (phone.chat !== chat) phone.open(chat);
  return phone;
}

// A number counts for the newest list; a choice of an older one is typed in words.
async function typeChoice(signal, phone, message, button) {
  const list = messagesOf(message.chat).findLast((one) => one.numbered.length);
  const nth = list === message ? message.numbered.findIndex((one) => one.act === button.act) + 1 : 0;
  await pause(signal, 500);
  await say(signal, phone.id, phone.member, message.chat, nth ? String(nth) : button.label);
}

// The first choice of everything the page asks.
async function onPage(signal, phone, message) {
  const frame = phone.openPage(message);
  await arrived(signal, frame);
  for (let question = 0; question < 8; question++) {
    const choice = frame.contentDocument.querySelector("button[name=choice]");
    if (!choice) break;
    await pause(signal, 1300);
    choice.click();
    await arrived(signal, frame);
  }
  await pause(signal, 1600);
  phone.closePage();
}

function arrived(signal, frame) {
  return new Promise((resolve, reject) => {
    frame.addEventListener("load", () => setTimeout(resolve, 100), { once: true });
    signal.addEventListener("abort", () => reject(new Stopped()), { once: true });
  });
}

async function point(signal, phone, find) {
  phone.element.classList.add("acting");
  find()?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  await pause(signal, 500);
  find()?.classList.add("pointed");
  await pause(signal, 900);
  find()?.classList.remove("pointed");
  phone.element.classList.remove("acting");
}

async function say(signal, id, as, chat, text, attachments = []) {
  const phone = hold(id, as, chat);
  phone.element.classList.add("acting");
  for (let end = 1; end <= text.length; end += 2) {
    phone.composer.field.value = text.slice(0, end + 1);
    phone.composer.grow();
    await pause(signal, 45);
  }
  await pause(signal, 500);
  phone.composer.pending = attachments;
  phone.composer.field.value = text;
  await phone.composer.send();
  phone.element.classList.remove("acting");
  await pause(signal, 1100);
}

// The whole circle: what a first visit, an owner who is not satisfied, and a callback look like.
async function perform(signal) {
  const start = newest();
  const owner = (verbs, since) => choose(signal, "wang", "wang", "wang", verbs, since);
  const crew = (as, verbs, since) => choose(signal, "engineering", as, as, verbs, since);
  const report = async (as, text) => {
    await crew(as, ["finish"], start);
    const since = newest();
    const picture = await upload(await sampleFile("fixed"));
    await say(signal, "engineering", as, as, text, [picture]);
    await crew(as, ["done"], since);
    return since;
  };

  await say(signal, "wang", "wang", "wang", world.cast.members.wang.says[0]);
  await owner(["confirm"], start);
  await crew("zhang", ["take"], start);
  await peek(signal, "engineering", "li", "zhang");
  await crew("zhang", ["arrive"], start);
  let since = await report("zhang", "拧紧了水槽下面的接头，不漏了");
  await post("clock", { by: "15m" });
  await owner(["no"], since);
  await say(signal, "wang", "wang", "wang", "刚才又滴水了，接头下面还是湿的");
  const again = newest();
  await post("clock", { by: "1h" }); // nobody takes it: the group, the supervisor and the manager hear of it in turn
  await pause(signal, 1600);
  await crew("li", ["take"], start);
  await crew("li", ["arrive"], again);
  since = await report("li", "换了新软管和密封圈，试水十分钟，一滴不漏");
  await choose(signal, "service", "lin", "-service", ["reply"], since);
  await owner(["yes"], since);
  await callback(signal, start);
}

// Whoever was not as fast finds the card greyed.
async function peek(signal, id, other, as) {
  const phone = hold(id, other, other);
  await pause(signal, 2200);
  phone.speakAs(as);
  await pause(signal, 900);
}

async function callback(signal, start) {
  const asked = () => messagesOf("wang").some((message) => message.seq > start && offers(message, ["score"]));
  for (let days = 0; days < 4 && !asked(); days++) {
    await post("clock", { by: "tomorrow" });
    await pause(signal, 900);
  }
  let last = { seq: start };
  for (let question = 0; question < 7 && asked() && last.kind !== "notice"; question++) {
    last = await choose(signal, "wang", "wang", "wang", ["score"], last.seq);
  }
}
