// Moments in words, on the clock of the estate.

import { now, world } from "./world.js";
import { speaking, word } from "./words.js";

function parts(moment) {
  const zone = world.cast.timezone;
  const form = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false,
  });
  const told = Object.fromEntries(form.formatToParts(moment).map((part) => [part.type, part.value]));
  return { ...told, date: `${told.year}-${told.month}-${told.day}`, time: `${told.hour === "24" ? "00" : told.hour}:${told.minute}` };
}

export const hour = (moment) => parts(new Date(moment)).time;
export const dayOf = (moment) => parts(new Date(moment)).date;

export function date(moment) {
  const locale = speaking() === "zh" ? "zh-CN" : "en-GB";
  const form = { timeZone: world.cast.timezone, month: speaking() === "zh" ? "long" : "short", day: "numeric", weekday: "short" };
  return new Intl.DateTimeFormat(locale, form).format(new Date(moment)).replace(/(日)(周)/, "$1 $2");
}

// 今天 10:02, 明天 9:00, 11月25日 周三 9:00
export function when(moment) {
  const days = Math.round((Date.parse(dayOf(moment)) - Date.parse(dayOf(now()))) / 86400000);
  const name = { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days];
  return `${name ? word(name) : date(moment)} ${hour(moment)}`;
}
