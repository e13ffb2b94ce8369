// The table: the phones that lie on it, the dock of those that do not, and the clock above.

import { avatar } from "./bubble.js";
import { icon, make } from "./make.js";
import { date, hour, when } from "./moment.js";
import { Phone } from "./phone.js";
import { drawTour, noticeTour, tourIsPlaying } from "./tour.js";
import { mediaAddress, post } from "./wire.js";
import { either, speak, speaking, word } from "./words.js";
import { connect, now, on, world } from "./world.js";

const find = (query) => document.querySelector(query);
const ROOM = 286; // pixels a phone wants

export const table = {
  phones: new Map(), // those that are open, by id
  unread: {}, // messages for those that are not

  open(id) {
    if (this.phones.has(id)) return this.phones.get(id);
    const told = world.cast.phones.find((phone) => phone.id === id);
    const phone = new Phone(told, this);
    const saved = this.saved()[id];
    if (saved && told.members.includes(saved.member)) Object.assign(phone, saved), phone.draw();
    this.unread[id] = 0;
    this.phones.set(id, phone);
    find("#shelf").append(phone.element);
    return phone;
  },

  toggle(id) {
    const phone = this.phones.get(id);
    if (phone) {
      phone.element.remove();
      this.phones.delete(id);
    } else {
      const opened = this.open(id);
      opened.element.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
      opened.element.classList.add("arriving");
    }
    this.remember();
    drawDock();
  },

  reveal(id) {
    const phone = this.phones.get(id) ?? (this.toggle(id), this.phones.get(id));
    phone.element.scrollIntoView({ behavior: "smooth", inline: "nearest", block: "nearest" });
    return phone;
  },

  saved: () => JSON.parse(localStorage.getItem("table") || "{}"),

  remember() {
    const open = Object.fromEntries([...this.phones].map(([id, phone]) => [id, { member: phone.member, chat: phone.chat }]));
    localStorage.setItem("table", JSON.stringify(open));
  },

  noticed: () => drawDock(),

  say: (words) => notice(words),

  hear(news) {
    for (const told of world.cast.phones) {
      const phone = this.phones.get(told.id);
      if (phone) phone.hear(news);
      else if ([told.group, ...told.members].includes(news.message.chat) && !told.members.includes(news.message.who)) {
        this.unread[told.id] = (this.unread[told.id] ?? 0) + 1;
      }
    }
    drawDock();
  },

  async backTo(mark) {
    await post("back", { mark: mark?.id ?? 0 });
    if (mark) notice(word("went-back", { when: when(mark.at) }));
  },

  look(item) {
    const shade = make("div.lightbox", { onclick: () => shade.remove() }, make("img", { src: mediaAddress(item.ref), alt: item.name }));
    document.body.append(shade);
    const close = (event) => event.key === "Escape" && (shade.remove(), removeEventListener("keydown", close));
    addEventListener("keydown", close);
  },
};

function lay() {
  const saved = Object.keys(table.saved()).filter((id) => world.cast.phones.some((phone) => phone.id === id));
  const room = Math.max(1, Math.floor((innerWidth - 16) / ROOM));
  const first = world.cast.phones.filter((phone) => phone.open && phone.open <= Math.max(room, 1)).map((phone) => phone.id);
  (saved.length ? saved : first).forEach((id) => table.open(id));
}

function drawAll() {
  speak(speaking());
  document.querySelectorAll("[data-word]").forEach((element) => (element.textContent = word(element.dataset.word)));
  document.title = `${word("name")} · ${world.cast.estate}`;
  find("#shelf").replaceChildren();
  const open = [...table.phones.keys()];
  const before = new Map(table.phones);
  table.phones.clear();
  if (open.length) {
    open.forEach((id) => {
      const phone = table.open(id);
      Object.assign(phone, { member: before.get(id).member, chat: before.get(id).chat });
      phone.draw();
    });
  } else lay();
  drawTop();
  drawTour(table);
  drawDock();
}

function drawTop() {
  const move = (by) => make("button", { type: "button", title: word("clock-hint"), data: { by }, onclick: (event) => putClock(by, event.currentTarget) }, word(`clock-${by}`));
  find("#clock .moves").replaceChildren(...["15m", "1h", "tomorrow", "1w"].map(move));
  const tool = (name, shape, act, title = name) => make("button.tool", { type: "button", title: word(title), data: { tool: name }, onclick: act }, icon(shape), make("span", {}, word(name)));
  find("#tools").replaceChildren(
    tool("mark", "flag", async () => (await post("mark"), notice(word("marked")))),
    tool("again", "rewind", (event) => againMenu(event.currentTarget), "again-hint"),
    make("button.tool.plain", { type: "button", title: word("language-hint"), onclick: () => (speak(speaking() === "zh" ? "en" : "zh"), drawAll()) }, word("language")),
    make("button.tool.plain", { type: "button", title: word("dark"), "aria-label": word("dark"), onclick: turnLight }, icon(isDark() ? "sun" : "moon")),
  );
  tick();
}

async function putClock(by, button) {
  const all = find("#clock");
  all.classList.add("moving");
  button.disabled = true;
  try {
    await post("clock", { by });
  } catch {
    notice(word("not-sent"));
  } finally {
    button.disabled = false;
    all.classList.remove("moving");
  }
}

function againMenu(button) {
  find(".popover")?.remove();
  const go = (mark, label, hint) => make("button.way", { type: "button", onclick: () => (pop.remove(), table.backTo(mark)) }, icon(mark ? "flag" : "rewind"), make("span", {}, label, hint && make("small", {}, hint)));
  const pinned = world.marks.filter((mark) => mark.pinned).reverse();
  const pop = make("div.popover", { role: "menu" },
    go(null, word("beginning"), word("beginning-hint")),
    pinned.map((mark) => go(mark, word("mark-at", { when: when(mark.at) }))),
    !pinned.length && make("p", {}, word("no-marks")));
  button.parentElement.append(pop);
  setTimeout(() => addEventListener("click", () => pop.remove(), { once: true }));
}

function tick() {
  const moment = now();
  const today = date(moment);
  find("#clock time").replaceChildren(make("b", {}, hour(moment)), make("span", {}, today));
  table.phones.forEach((phone) => phone.tick());
}

function drawDock() {
  const item = (told) => {
    const phone = table.phones.get(told.id);
    const waiting = phone ? 0 : table.unread[told.id];
    const label = told.members.length > 1 ? either(told, "title") : world.cast.members[told.members[0]].name;
    return make(`button.docked${phone ? ".open" : ""}${waiting ? ".waiting" : ""}`,
      { type: "button", "aria-pressed": String(Boolean(phone)), data: { kind: told.kind, phone: told.id }, onclick: () => table.toggle(told.id) },
      make("span.faces", {}, told.members.slice(0, 3).map((id) => avatar(id, "tiny"))), label, waiting ? make("i", {}, String(waiting)) : null);
  };
  find("#dock").replaceChildren(make("span.title", {}, word("people")), ...world.cast.phones.map(item));
}

let noticing = 0;
export function notice(text) {
  find(".notice")?.remove();
  const shown = make("div.notice", { role: "status" }, text);
  document.body.append(shown);
  clearTimeout(noticing);
  noticing = setTimeout(() => shown.remove(), 3200);
}

const isDark = () => (document.documentElement.dataset.light || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "day")) === "dark";

function turnLight() {
  document.documentElement.dataset.light = isDark() ? "day" : "dark";
  localStorage.setItem("light", document.documentElement.dataset.light);
  drawTop();
}

if (localStorage.getItem("light")) document.documentElement.dataset.light = localStorage.getItem("light");
on("state", () => (drawAll(), noticeTour()));
on("message", (news) => (table.hear(news), noticeTour()));
on("tap", (tap) => (table.phones.forEach((phone) => phone.tapped(tap)), noticeTour()));
on("chats", () => table.phones.forEach((phone) => (phone.drawHead(), phone.drawGauge(), phone.composer.draw())));
on("marks", () => {});
on("clock", tick);
on("connected", (connected) => document.body.classList.toggle("offline", !connected));
setInterval(() => world.cast && tick(), 1000);
connect();
document.body.dataset.ready = tourIsPlaying() ? "playing" : "yes";
