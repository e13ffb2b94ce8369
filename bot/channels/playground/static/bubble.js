// One message on one phone.

import { icon, make } from "./make.js";
import { hour } from "./moment.js";
import { mediaAddress } from "./wire.js";
import { word } from "./words.js";
import { formal } from "./card.js";
import { markFor, member, platformOf, world } from "./world.js";

export function avatar(id, size = "") {
  if (!id) return make(`span.avatar.office.${size || "small"}`, { title: word("office") }, make("img", { src: "/playground/static/seal.svg", alt: "" }));
  const who = member(id);
  const letter = /[A-Za-z]/.test(who.name[0]) ? who.name[0] : who.name.slice(0, 1);
  return make(`span.avatar.${size || "small"}`, { data: { colour: who.colour }, title: who.name }, letter);
}

// `acts`: reply, edit, restart, tap, open, page; what a bubble can have done.
export function bubble(message, phone, acts) {
  const side = message.who === phone.member ? "mine" : "theirs";
  const named = phone.isGroup && side === "theirs";
  return make(
    `li.message.${side}`,
    { data: { message: message.id } },
    named && avatar(message.who),
    make(
      "div.stack",
      {},
      named && make("span.name", {}, message.who ? member(message.who).name : word("office")),
      body(message, phone, acts),
    ),
    tools(message, phone, acts),
  );
}

function body(message, phone, acts) {
  if (message.kind) return formal(message, acts, footnote(message));
  const card = message.rows.length > 0;
  return make(
    `div.bubble${card ? ".card" : ""}${message.media.length ? ".pictured" : ""}`,
    {},
    message.reply_to && quote(message, acts),
    pictures(message, acts),
    message.text && words(message.text, acts, message.numbered.length),
    card && buttons(message, acts),
    footnote(message),
  );
}

function quote(message, acts) {
  const original = world.messages.get(message.chat)?.get(message.reply_to);
  if (!original) return null;
  const line = original.text.split("\n")[0] || word(original.media[0]?.kind ?? "photo");
  return make("button.quote", { type: "button", onclick: () => acts.find(message.reply_to) }, line);
}

function pictures(message, acts) {
  if (!message.media.length) return null;
  return make(`div.media${message.media.length > 1 ? ".several" : ""}`, {}, message.media.map((item) => medium(item, acts)));
}

function medium(item, acts) {
  if (item.kind === "contact") {
    return make("div.contact", {}, icon("contact"), make("div", {}, make("b", {}, item.name), make("span", {}, item.ref)));
  }
  const here = item.channel === "playground";
  if (item.kind === "photo" && here) {
    const picture = make("img", { src: mediaAddress(item.ref), alt: item.name || word("photo"), onload: acts.grown });
    return make("button.photo", { type: "button", onclick: () => acts.open(item) }, picture);
  }
  if (item.kind === "voice") {
    return make("div.voice", {}, icon("play"), make("span.wave", {}, ...Array.from({ length: 14 }, () => make("i"))), make("small", {}, "0:04"));
  }
  const shape = item.kind === "video" ? "video" : item.kind === "photo" ? "picture" : "file";
  return make("div.file", {}, icon(shape), make("span", {}, item.name || word(item.kind)));
}

const LABELLED = /^((?:· )?(?:[^\s\d:：，。,.【]{1,8}|[A-Za-z][A-Za-z ]{1,14}))(：|: )(.+)$/;
const TAGGED = /^【([^】]{2,24})】/;
const PICTURED = /^\p{Extended_Pictographic}/u;
const LINK = /^https?:\/\/\S+\/c\/\S+$/;
const NUMBER = /([A-Z]{1,6}-\d{8}-\d{4})/;

// A card's lines: the first is its heading, "label: value" is set as such, a line that begins with a sign stands out,
// and case numbers keep together.
// The last so many lines are choices that can only be typed.
function words(told, acts, typed = 0) {
  const all = told.split("\n");
  const lines = typed ? all.slice(0, -typed) : all;
  const table = lines.filter((line) => LABELLED.test(line)).length > 1;
  const choices = typed ? all.slice(-typed).map((line) => make("div.line.option", {}, line)) : [];
  return make("div.words", { dir: "auto" }, lines.map((line, index) => (LINK.test(line) ? link(line, acts) : wordLine(line, table && index === 0, table))), choices);
}

const link = (address, acts) => make("button.link", { type: "button", onclick: () => acts.page({ link: address }) }, address);

function wordLine(line, heading, table) {
  if (!line.trim()) return make("div.gap");
  const found = table && !heading && !line.includes("://") ? line.match(LABELLED) : null;
  if (found) return make("div.line", {}, make("span.label", {}, found[1] + found[2]), ...numbers(found[3]));
  const kind = heading ? ".heading" : table && PICTURED.test(line) ? ".state" : "";
  return make(`div.line${kind}`, {}, ...numbers(line));
}

function numbers(line) {
  const tag = line.match(TAGGED);
  if (tag) return [make("span.tag", {}, tag[1]), ...numbers(line.slice(tag[0].length))];
  return line.split(NUMBER).map((part) => (NUMBER.test(part) ? make("span.number", {}, part) : part));
}

function buttons(message, acts) {
  const tapped = new Set(world.taps.filter((tap) => tap.chat === message.chat && tap.message === message.id).map((tap) => tap.act));
  return make(
    "div.rows",
    {},
    message.rows.map((row) =>
      make(
        "div.row",
        {},
        row.map((button) =>
          make(
            `button.choice${tapped.has(button.act) ? ".tapped" : ""}`,
            { type: "button", data: { act: button.act }, onclick: (event) => acts.tap(message, button, event.currentTarget) },
            button.label,
          ),
        ),
      ),
    ),
  );
}

function footnote(message) {
  const changed = message.times > 0 && make("span.changed", {}, word(message.who ? "edited-own" : "edited"));
  return make("span.footnote", {}, changed, make("time", {}, hour(message.edited || message.at)));
}

function tools(message, phone, acts) {
  const free = platformOf(message.chat) === "telegram"; // elsewhere nobody answers a certain message, or corrects one
  const tool = (name, act) => make("button.tool", { type: "button", title: word(name), "aria-label": word(name), onclick: act }, icon(shapeOf[name]));
  return make(
    "span.tools",
    {},
    free && tool("reply", () => acts.reply(message)),
    free && message.who === phone.member && message.text && tool("edit", () => acts.edit(message)),
    markFor(message) && tool("again", () => acts.restart(message)),
  );
}

const shapeOf = { reply: "reply", edit: "pencil", again: "rewind" };
