// A page over the chat, as in the platform's own browser; whose phone it is is known there.

import { icon, make } from "./make.js";
import { word } from "./words.js";
import { world } from "./world.js";

// Of a link only the path counts: the demo may be open under another name or port than it knows.
export function openedPage(link, who, close) {
  const frame = make("iframe", { src: `/as/${who}${new URL(link, location.href).pathname}`, title: word("page") });
  const away = make("button", { type: "button", title: word("close-page"), "aria-label": word("close-page"), onclick: close }, icon("close"));
  return { frame, page: make("section.page", {}, make("header", {}, away, make("b", {}, world.cast.estate)), make("div.leaf", {}, frame)) };
}
