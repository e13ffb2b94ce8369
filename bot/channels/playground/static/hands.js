// The hand that plays a walk: it takes up a phone, writes, taps, opens a page and puts the clock forward, as a visitor would.

import { sampleFile } from "./samples.js";
import { post, upload } from "./wire.js";
import { messagesOf, world } from "./world.js";

const PACE = Number(new URLSearchParams(location.search).get("pace")) || 1; // ?pace=0.1: for those in a hurry
const PATIENCE = 15000; // ms until something that should be offered is missed

export class Stopped extends Error {}


// "yes" is any yes; "class:*:2" a choice among several, a star standing for whatever is there.
function fits(act, wanted) {
  const parts = act.split(":");
  return wanted.split(":").every((part, at) => part === "*" || part === parts[at]);
}

export class Hand {
  constructor(table, signal) {
    Object.assign(this, { table, signal });
  }

  // The newest message there is: what comes after it is new.
  get newest() {
    return Math.max(0, ...[...world.messages.values()].flatMap((chat) => [...chat.values()].map((message) => message.seq)));
  }

  pause(span) {
    return new Promise((resolve, reject) => {
      if (this.signal.aborted) return reject(new Stopped());
      const timer = setTimeout(resolve, span * PACE);
      this.signal.addEventListener("abort", () => (clearTimeout(timer), reject(new Stopped())), { once: true });
    });
  }

  get cast() {
    return world.cast.members;
  }

  // Whether somebody has been offered this.
  sees(chat, wanted, since) {
    return messagesOf(chat).some((message) => message.seq > since && this.offers(message, [wanted]));
  }

  // Put the clock forward: "15m", "1h", "tomorrow", "1w", or to half past nine on the next public holiday.
  async waits(by) {
    await post("clock", { by });
    await this.pause(1200);
  }

  phoneOf(chat, as) {
    const told = world.cast.phones.find((phone) => phone.group === chat || phone.members.includes(as));
    const phone = this.table.reveal(told.id);
    if (phone.member !== as) phone.speakAs(as);
    if (phone.chat !== chat) phone.open(chat);
    return phone;
  }

  offers(message, wanted) {
    return [...message.rows.flat(), ...message.numbered].find((one) => wanted.some((each) => fits(one.act, each)));
  }

  // The newest message of a chat that offers one of these acts, once there is one.
  async offered(chat, wanted, since = 0) {
    for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
      for (const message of messagesOf(chat).reverse()) {
        if (message.seq <= since) break;
        const button = this.offers(message, wanted);
        if (button) return { message, button };
      }
      await this.pause(Math.max(200, 50 / PACE));
    }
    throw new Error(`nobody was offered ${wanted} in ${chat}`);
  }

  // Choose as that platform has it: with a button, by a number that is typed, or on the page behind a notice.
  async taps(as, wanted, { at = as, since = 0 } = {}) {
    const phone = this.phoneOf(at, as);
    const { message, button } = await this.offered(at, [wanted].flat(), since);
    if (message.kind === "notice") await this.onPage(phone, message);
    else if (message.numbered.length) await this.types(phone, message, button);
    else {
      await this.points(phone, () => phone.log.querySelector(`[data-message="${CSS.escape(message.id)}"] [data-act="${CSS.escape(button.act)}"]`));
      await phone.tap(message, button);
      await this.pause(1100);
    }
    return message;
  }

  // A number counts for the newest list; a choice of an older one is typed in words.
  async types(phone, message, button) {
    const list = messagesOf(message.chat).findLast((one) => one.numbered.length);
    const nth = list === message ? message.numbered.findIndex((one) => one.act === button.act) + 1 : 0;
    await this.pause(500);
    await this.says(phone.member, nth ? String(nth) : button.label, { at: message.chat });
  }

  // The first choice of everything the page asks.
  async onPage(phone, message) {
    const frame = phone.openPage(message);
    await this.arrived(frame);
    for (let question = 0; question < 8; question++) {
      const choice = frame.contentDocument.querySelector("button[name=choice]");
      if (!choice) break;
      await this.pause(1300);
      choice.click();
      await this.arrived(frame);
    }
    await this.pause(1600);
    phone.closePage();
  }

  arrived(frame) {
    return new Promise((resolve, reject) => {
      frame.addEventListener("load", () => setTimeout(resolve, 100), { once: true });
      this.signal.addEventListener("abort", () => reject(new Stopped()), { once: true });
    });
  }

  async points(phone, find) {
    phone.element.classList.add("acting");
    find()?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    await this.pause(500);
    find()?.classList.add("pointed");
    await this.pause(900);
    find()?.classList.remove("pointed");
    phone.element.classList.remove("acting");
  }

  async says(as, text, { at = as, picture = "" } = {}) {
    const phone = this.phoneOf(at, as);
    phone.element.classList.add("acting");
    for (let end = 1; end <= text.length; end += 2) {
      phone.composer.field.value = text.slice(0, end + 1);
      phone.composer.grow();
      await this.pause(45);
    }
    await this.pause(500);
    phone.composer.pending = picture ? [await upload(await sampleFile(picture))] : [];
    phone.composer.field.value = text;
    await phone.composer.send();
    phone.element.classList.remove("acting");
    await this.pause(1100);
  }

  // Look at somebody's phone for a while: what is there has come by itself.
  async looks(as, at = as) {
    this.phoneOf(at, as);
    await this.pause(2200);
  }

  // 更多, and one of the things that are there.
  async more(as, wanted, at, since) {
    await this.taps(as, "extras", { at, since });
    await this.taps(as, wanted, { at, since });
  }

  // Only where it is still asked: some answers go out by themselves.
  async answers(as, wanted, at, since) {
    await this.pause(800);
    if (this.sees(at, wanted, since)) await this.taps(as, wanted, { at, since });
  }
}
