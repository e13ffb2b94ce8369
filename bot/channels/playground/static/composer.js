// Where one types: words, pictures, one's own number, the menu's labels and a few first sentences.

import { icon, make } from "./make.js";
import { SAMPLES, sampleAddress, sampleFile, videoFile, voiceFile } from "./samples.js";
import { mediaAddress, upload } from "./wire.js";
import { word } from "./words.js";
import { isGroup, member, messagesOf, platformOf, world } from "./world.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.pending = [];
    this.answering = null; // the message that is replied to, or changed
    this.field = make("textarea", {
      rows: 1,
      oninput: () => this.grow(),
      onkeydown: (event) => this.key(event),
      onpaste: (event) => this.take(event, event.clipboardData.files),
    });
    this.picker = make("input", { type: "file", multiple: true, hidden: true, onchange: () => this.add([...this.picker.files]) });
    this.above = make("div.above");
    this.sheet = make("div.sheet", { hidden: true });
    const plus = this.round("plus", "attach", () => this.toggle("attach"));
    this.idea = this.round("idea", "ideas", () => this.toggle("ideas"));
    const send = make("button.round.send", { type: "submit", title: word("send"), "aria-label": word("send") }, icon("send"));
    const form = make("form", { onsubmit: (event) => (event.preventDefault(), this.send()) }, plus, this.field, this.idea, send);
    this.bar = make("nav.standing", { hidden: true });
    this.element = make("footer.composer", {}, this.above, this.sheet, form, this.bar, this.picker);
  }

  get platform() {
    return platformOf(this.phone.chat);
  }

  round(shape, name, act) {
    return make("button.round", { type: "button", title: word(name), "aria-label": word(name), onclick: act }, icon(shape));
  }

  key(event) {
    if (event.key === "Escape") this.clear();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  grow() {
    this.field.style.height = "";
    if (this.field.value) this.field.style.height = `${Math.min(this.field.scrollHeight, 96)}px`;
    this.element.classList.toggle("filled", Boolean(this.field.value.trim() || this.pending.length));
  }

  take(event, files) {
    if (!files?.length) return;
    event.preventDefault();
    this.add([...files]);
  }

  async add(files) {
    this.sheet.hidden = true;
    for (const file of files) {
      try {
        this.pending.push(await upload(file));
      } catch (error) {
        this.phone.toast(word(error.message === "too-large" ? "too-large" : "not-sent"), true);
      }
    }
    this.picker.value = "";
    this.draw();
    this.field.focus({ preventScroll: true });
  }

  async send() {
    const text = this.field.value.trim();
    if (!text && !this.pending.length) return;
    const { answering, pending } = this;
    this.clear();
    const more = answering?.edit ? { edits: answering.message.id } : { reply_to: answering?.message.id ?? "" };
    if (this.platform === "telegram") return this.phone.say({ text, attachments: pending, ...more });
    if (text) await this.phone.say({ text });
    for (const item of pending) await this.phone.say({ attachments: [item] }); // one message, one thing
  }

  clear() {
    this.field.value = "";
    this.pending = [];
    this.answering = null;
    this.sheet.hidden = true;
    this.draw();
  }

  answer(message, edit = false) {
    this.answering = { message, edit };
    if (edit) this.field.value = message.text;
    this.draw();
    this.field.focus({ preventScroll: true });
  }

  toggle(what) {
    const open = !this.sheet.hidden && this.sheet.dataset.what === what;
    this.sheet.hidden = open;
    if (open) return;
    this.sheet.dataset.what = what;
    this.sheet.replaceChildren(...(what === "attach" ? this.attachSheet() : this.ideaSheet()));
  }

  attachSheet() {
    const sample = (name) =>
      make("button.sample", { type: "button", title: word(name), onclick: async () => this.add([await sampleFile(name)]) },
        make("img", { src: sampleAddress(name), alt: "" }), make("span", {}, word(name)));
    const line = (shape, name, act) => make("button.way", { type: "button", onclick: act }, icon(shape), word(name));
    const own = this.platform === "telegram" && member(this.phone.member).phone && !isGroup(this.phone.chat);
    return [
      make("div.samples", {}, SAMPLES.map(sample)),
      line("picture", "choose", () => this.picker.click()),
      line("voice", "voice", () => this.add([voiceFile()]).then(() => this.send())),
      line("video", "video", () => this.add([videoFile()]).then(() => this.send())),
      own && line("contact", "contact", () => (this.clear(), this.phone.say({ contact: true }))),
    ].filter(Boolean);
  }

  ideaSheet() {
    return member(this.phone.member).says.map((line) =>
      make("button.idea", { type: "button", onclick: () => (this.clear(), this.phone.say({ text: line })) }, line),
    );
  }

  draw() {
    const says = member(this.phone.member).says.length > 0 && !isGroup(this.phone.chat) && messagesOf(this.phone.chat).length > 0;
    this.idea.hidden = !says;
    const menu = (world.chats[this.phone.chat]?.menu ?? []).flat();
    const chips = menu.map((label) => make("button.chip", { type: "button", onclick: () => this.phone.say({ text: label }) }, label));
    const who = member(this.phone.member);
    this.field.placeholder = this.hint(who);
    this.field.setAttribute("aria-label", this.field.placeholder);
    this.above.replaceChildren(
      ...(chips.length && !this.answering ? [make("div.menu", {}, chips)] : []),
      ...(this.answering ? [this.answerBar()] : []),
      ...(this.pending.length ? [make("div.pending", {}, this.pending.map((item) => this.thumb(item)))] : []),
    );
    this.drawBar();
    this.grow();
  }

  hint(who) {
    const offers = messagesOf(this.phone.chat).findLast((message) => !message.who)?.numbered.length;
    if (this.platform === "wechat") return word(offers ? "type-number" : "type");
    if (!isGroup(this.phone.chat)) return word("type");
    return word(this.platform === "wecom" ? "type-among" : "type-as", { name: who.name });
  }

  // The account's own menu, below the line on WeChat.
  drawBar() {
    this.bar.hidden = this.platform !== "wechat";
    if (this.bar.hidden || this.bar.childElementCount) return;
    const press = (entry) => (this.bar.querySelector(".below")?.remove(), this.phone.choose(entry.act));
    const several = (entry, button) => {
      if (this.bar.querySelector(".below")) return this.bar.querySelector(".below").remove();
      button.append(make("div.below", {}, entry.below.map((one) => make("button", { type: "button", onclick: (event) => (event.stopPropagation(), press(one)) }, one.label))));
    };
    this.bar.append(...world.menu.map((entry) =>
      make("div.entry", { role: "button", tabIndex: 0, onclick: (event) => (entry.act ? press(entry) : several(entry, event.currentTarget)) },
        entry.below.length > 0 && make("span.lines", {}, "≡"), entry.label)));
  }

  answerBar() {
    const { message, edit } = this.answering;
    return make("div.answering", {}, icon(edit ? "pencil" : "reply"), make("span", {}, message.text.split("\n")[0] || word("photo")),
      make("button", { type: "button", title: word("cancel"), "aria-label": word("cancel"), onclick: () => this.clear() }, icon("close")));
  }

  thumb(item) {
    const look = item.kind === "photo" ? make("img", { src: mediaAddress(item.ref), alt: item.name }) : make("span.file", {}, icon(item.kind === "voice" ? "voice" : item.kind === "video" ? "video" : "file"));
    const away = () => ((this.pending = this.pending.filter((other) => other !== item)), this.draw());
    return make("span.thumb", {}, look, make("button", { type: "button", title: word("cancel"), "aria-label": word("cancel"), onclick: away }, icon("close")));
  }
}
