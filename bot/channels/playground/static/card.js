// What stands on WeChat and WeCom in the place of a card with buttons of our own: their cards, their notices.

import { make } from "./make.js";
import { hour } from "./moment.js";
import { word } from "./words.js";

export function formal(message, acts, footnote) {
  return { notice, textcard, card }[message.kind](message, acts, footnote);
}

const opening = (message, acts, label) =>
  make("button.opening", { type: "button", onclick: () => acts.page(message) }, make("span", {}, label), make("i", {}, "›"));

// A template message: a few short fields, no buttons, and a page behind it.
function notice(message, acts) {
  const fields = { number: message.subject, what: message.title, state: message.text, at: hour(message.at) };
  const told = Object.entries(fields).filter(([, value]) => value);
  return make("div.bubble.formal.template", {},
    make("b.subject", {}, word("notice-title")),
    make("dl", {}, told.map(([name, value]) => [make("dt", {}, word(`notice-${name}`)), make("dd", {}, value)]).flat()),
    message.link && opening(message, acts, word("open-page")));
}

// What a group on WeCom gets: the beginning, and the way to the page.
function textcard(message, acts, footnote) {
  return make("div.bubble.formal.textcard", {},
    make("b.subject", {}, message.title),
    make("p.extract", {}, rest(message)),
    opening(message, acts, word("open-page")),
    footnote);
}

// A member's own card: at most six buttons, all of them grey once somebody took the job.
function card(message, acts, footnote) {
  const button = (told) => make("button.choice", { type: "button", data: { act: told.act }, onclick: (event) => (told.act ? acts.tap(message, told, event.currentTarget) : acts.page(message)) }, told.label);
  return make("div.bubble.formal.wecom", {},
    make("button.subject", { type: "button", onclick: () => message.link && acts.page(message) }, message.title),
    message.text && make("p.extract", {}, message.text),
    message.stamp
      ? make("div.stamp", {}, message.stamp)
      : message.rows.length > 0 && make("div.rows", {}, message.rows.map((row) => make("div.row", {}, row.map(button)))),
    footnote);
}

const rest = (message) => (message.text.startsWith(message.title) ? message.text.slice(message.title.length).trim() : message.text);
