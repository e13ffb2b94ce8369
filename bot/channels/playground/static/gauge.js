// How much WeChat still lets the office say on a phone, in a line.

import { word } from "./words.js";

const MINUTE = 60 * 1000;

export function gauge(windows, now) {
  const all = Object.values(windows ?? {});
  const open = all.filter((window) => new Date(window.until) > now);
  if (!open.length) return { text: word(all.length ? "window-closed" : "window-never"), closed: all.length > 0 };
  const left = open.reduce((sum, window) => sum + window.left, 0);
  const until = Math.max(...open.map((window) => new Date(window.until)));
  if (!left) return { text: word("window-empty"), closed: true };
  return { text: word("window-open", { left, time: span(until - now) }), closed: false };
}

function span(length) {
  const minutes = Math.ceil(length / MINUTE);
  return minutes > 90 ? word("span-hours", { n: Math.round(minutes / 60) }) : word("span-minutes", { n: minutes });
}
