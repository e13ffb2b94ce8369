// A phone: one person's, or the one a group passes around, with everybody's private chat beside the group's.

import { avatar, bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { icon, make } from "./make.js";
import { dayOf, hour, when } from "./moment.js";
import { openedPage } from "./page.js";
import { newKey, post } from "./wire.js";
import { either, word } from "./words.js";
import { gauge } from "./gauge.js";
import { isGroup, markFor, member, messagesOf, now, world } from "./world.js";

const PAUSE = 20 * 60 * 1000; // after so long a silence the time is shown

export class Phone {
  constructor(told, table) {
    Object.assign(this, { told, table, id: told.id, member: told.members[0] });
    this.chat = told.platform === "wecom" ? this.member : told.group || this.member; // where the cards come
    this.unread = {};
    this.element = make("article.phone", { data: { phone: this.id, kind: told.kind, platform: told.platform }, tabIndex: -1 });
    this.composer = new Composer(this);
    this.log = make("ol.log", { role: "log", onscroll: () => this.scrolled() });
    this.atEnd = true;
    this.head = make("header.head");
    this.over = make("div.over");
    this.gauge = make("div.gauge", { role: "status", hidden: told.platform !== "wechat" });
    this.element.append(this.head, this.log, this.gauge, this.composer.element, this.over);
    this.receiveFiles();
    this.draw();
  }

  get isGroup() {
    return isGroup(this.chat);
  }

  get chats() {
    return [...(this.told.group ? [this.told.group] : []), ...this.told.members];
  }

  get trouble() {
    return world.chats[this.chat]?.trouble ?? "";
  }

  // what somebody does here

  async say(said) {
    const body = { key: newKey(), who: this.member, chat: this.chat, ...said };
    this.atEnd = true;
    await this.tryPosting(() => post("say", body));
  }

  async tap(message, button, pressed) {
    const body = { key: newKey(), who: this.member, chat: this.chat, message: message.id, act: button.act };
    pressed?.classList.add("pressed");
    const answer = await this.tryPosting(() => post("tap", body));
    pressed?.classList.remove("pressed");
    if (answer?.text) answer.alert ? this.alert(answer.text) : this.toast(answer.text);
  }

  // An entry of the menu below the line, on WeChat.
  async choose(act) {
    const body = { key: newKey(), who: this.member, act };
    this.atEnd = true;
    await this.tryPosting(() => post("menu", body));
  }

  // The key stays the same however often it is tried: what arrived already does not arrive twice.
  async tryPosting(attempt) {
    try {
      return await attempt();
    } catch (error) {
      if (await this.ask(word("not-received"))) return this.tryPosting(attempt);
    }
  }

  speakAs(id) {
    this.member = id;
    if (!this.isGroup) this.chat = id;
    this.arrive();
    this.table.remember();
  }

  open(chat) {
    this.chat = chat;
    this.arrive();
    this.table.remember();
  }

  arrive() {
    this.atEnd = true;
    this.unread[this.chat] = 0;
    this.composer.clear();
    this.draw();
    this.table.noticed();
  }

  // what is drawn

  draw() {
    this.unread[this.chat] = 0;
    this.drawHead();
    this.drawLog();
    this.drawGauge();
    this.composer.draw();
  }

  drawHead() {
    const who = member(this.member);
    const several = this.told.members.length > 1;
    const subtitle = several ? word("speaks-as", { name: who.name, title: either(who, "title") }) : who.unit || either(who, "title");
    const title = several ? either(this.told, "title") : who.name;
    this.hour = make("time", {}, hour(now()));
    this.head.replaceChildren(
      make("div.status", {}, this.hour, make("span.platform", {}, word(`on-${this.told.platform}`)), this.trouble && make("span.trouble", {}, icon(this.trouble), word(`is-${this.trouble}`)),
        make("button.more", { type: "button", title: word("more"), "aria-label": word("more"), onclick: (event) => this.moreMenu(event) }, icon("more"))),
      make("div.who", {}, several ? null : avatar(this.member, "large"), make("div.titles", {}, make("b", {}, title), make("small", {}, subtitle)),
        several ? make("div.people", {}, this.told.members.map((id) => this.face(id))) : null),
      this.told.group ? this.tabs() : "",
    );
    this.element.dataset.chat = this.isGroup ? "group" : "private";
    this.element.classList.toggle("is-off", this.trouble === "off");
  }

  face(id) {
    const chosen = id === this.member;
    const who = member(id);
    const waiting = this.unread[id] > 0 && !(this.chat === id);
    return make(`button.face${chosen ? ".chosen" : ""}${waiting ? ".waiting" : ""}`,
      { type: "button", title: `${who.name} · ${either(who, "title")}`, "aria-pressed": String(chosen), data: { member: id }, onclick: () => this.speakAs(id) }, avatar(id));
  }

  tabs() {
    const tab = (chat, label) =>
      make(`button.tab${this.chat === chat ? ".chosen" : ""}${this.unread[chat] ? ".waiting" : ""}`, { type: "button", role: "tab", "aria-selected": String(this.chat === chat), onclick: () => this.open(chat) }, label);
    return make("div.tabs", { role: "tablist" }, tab(this.told.group, word("group")), tab(this.member, word(this.told.platform === "wecom" ? "app-of" : "private", { name: member(this.member).name })));
  }

  drawLog() {
    const messages = messagesOf(this.chat);
    this.log.replaceChildren(...(messages.length ? [] : [this.blank()]));
    this.lastAt = null;
    messages.forEach((message) => this.add(message));
    this.toEnd(true);
  }

  blank() {
    const who = member(this.member);
    if (this.isGroup || !who.says.length) {
      const title = this.isGroup ? this.told.members.map((id) => member(id).name).join(" · ") : who.name;
      const cards = this.isGroup === (this.told.platform !== "wecom"); // where a department's cards come
      return make("li.blank", {}, icon("ring"), make("p.crowd", {}, title), make("p", {}, word(this.told.group ? `empty-${this.told.kind}${cards ? "" : "-other"}` : "empty-private")));
    }
    return make("li.blank", {}, avatar(this.member, "huge"), make("h2", {}, who.name), make("p", {}, either(who, "about")),
      make("h3", {}, word("begin")), make("div.ideas", {}, who.says.map((line) => make("button.idea", { type: "button", onclick: () => this.say({ text: line }) }, line))));
  }

  add(message) {
    const gap = !this.lastAt || dayOf(this.lastAt) !== dayOf(message.at) || Math.abs(new Date(message.at) - new Date(this.lastAt)) > PAUSE;
    if (gap) this.log.append(make("li.moment", { data: { at: message.at } }, when(message.at)));
    this.lastAt = message.at;
    const drawn = bubble(message, this, this.acts());
    this.log.append(drawn);
    return drawn;
  }

  acts() {
    return {
      reply: (message) => this.composer.answer(message),
      edit: (message) => this.composer.answer(message, true),
      restart: (message) => this.table.backTo(markFor(message)),
      tap: (message, button, pressed) => this.tap(message, button, pressed),
      open: (item) => this.table.look(item),
      page: (message) => this.openPage(message),
      find: (id) => this.log.querySelector(`[data-message="${CSS.escape(id)}"]`)?.scrollIntoView({ behavior: "smooth", block: "center" }),
      grown: () => this.toEnd(),
    };
  }

  // what comes in

  hear({ message, before }) {
    if (!this.chats.includes(message.chat)) return false;
    if (message.chat !== this.chat) {
      if (before?.task) return true; // a card that changes on WeCom calls nobody
      this.unread[message.chat] = (this.unread[message.chat] ?? 0) + 1;
      this.drawHead();
      return true;
    }
    this.show(message, before);
    return true;
  }

  show(message, before) {
    const standing = this.log.querySelector(`[data-message="${CSS.escape(message.id)}"]`);
    if (standing) {
      const fresh = bubble(message, this, this.acts());
      standing.replaceWith(fresh);
      if (before && message.times > before.times) fresh.classList.add("updated");
    } else {
      this.log.querySelector(".blank")?.remove();
      this.add(message).classList.add("arriving");
    }
    this.composer.draw();
    this.toEnd();
  }

  tapped(tap) {
    if (tap.chat !== this.chat) return;
    const place = this.log.querySelector(`[data-message="${CSS.escape(tap.message)}"]`);
    place?.querySelector(`[data-act="${CSS.escape(tap.act)}"]`)?.classList.add("tapped");
  }

  openPage(message) {
    this.closePage();
    const { page, frame } = openedPage(message.link, this.member, () => this.closePage());
    this.over.append(page);
    return frame;
  }

  closePage() {
    this.over.querySelector(".page")?.remove();
  }

  tick() {
    this.drawGauge();
    this.hour.textContent = hour(now());
    const today = dayOf(now());
    if (this.today !== today) this.log.querySelectorAll(".moment").forEach((line) => (line.textContent = when(line.dataset.at)));
    this.today = today;
  }

  // Pictures grow after they were put there: only who scrolls up wants to stay where they are.
  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    if (scrollHeight - scrollTop - clientHeight < 80) this.atEnd = true;
    else if (scrollTop < this.scrollTop - 2) this.atEnd = false;
    this.scrollTop = scrollTop;
  }

  toEnd(at_once = false) {
    if (!this.atEnd) return;
    requestAnimationFrame(() => this.log.scrollTo({ top: this.log.scrollHeight, behavior: at_once ? "instant" : "smooth" }));
  }

  // what lies over it

  toast(text, bad = false) {
    const shown = make(`div.toast${bad ? ".bad" : ""}`, { role: "status" }, text);
    this.over.append(shown);
    setTimeout(() => shown.classList.add("leaving"), 2600);
    setTimeout(() => shown.remove(), 3000);
  }

  alert(text) {
    return this.dialog(text, [["ok", true]]);
  }

  ask(text) {
    return this.dialog(text, [["cancel", false], ["ok", true]]);
  }

  dialog(text, answers) {
    return new Promise((resolve) => {
      const close = (answer) => (shade.remove(), resolve(answer));
      const button = ([name, answer]) => make("button", { type: "button", onclick: () => close(answer) }, word(name));
      const shade = make("div.shade", { role: "alertdialog" }, make("div.dialog", {}, make("p", {}, text), make("div.answers", {}, answers.map(button))));
      this.over.append(shade);
      shade.querySelector("button:last-child").focus({ preventScroll: true });
    });
  }

  drawGauge() {
    const { text, closed } = gauge(world.chats[this.chat]?.windows, now());
    if (this.gauge.textContent !== text) this.gauge.textContent = text;
    this.gauge.classList.toggle("closed", closed);
  }

  moreMenu() {
    const trouble = (name) => {
      const is = this.trouble === name;
      return make(`button.way${is ? ".chosen" : ""}`, { type: "button", role: "menuitemcheckbox", "aria-checked": String(is), onclick: () => (shade.remove(), post("phone", { chat: this.chat, trouble: is ? "" : name })) }, icon(name), word(name), is && icon("check"));
    };
    const hide = make("button.way", { type: "button", role: "menuitem", onclick: () => (shade.remove(), this.table.toggle(this.id)) }, icon("hide"), word("hide"));
    const shade = make("div.shade.light", { onclick: (event) => event.target === shade && shade.remove() }, make("div.menu-sheet", { role: "menu" }, trouble("off"), trouble("slow"), hide));
    this.over.append(shade);
  }

  receiveFiles() {
    const over = (event, is) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      this.element.classList.toggle("dropping", is);
      this.element.dataset.drop = word("drop", { name: member(this.member).name });
    };
    this.element.addEventListener("dragover", (event) => over(event, true));
    this.element.addEventListener("dragleave", (event) => over(event, false));
    this.element.addEventListener("drop", (event) => (over(event, false), this.composer.take(event, event.dataTransfer.files)));
  }
}
