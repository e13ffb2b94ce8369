// What the page knows: the cast, every message, the clock. Whoever draws something asks to be told of changes.

import { listen } from "./wire.js";

export const world = { cast: null, menu: [], messages: new Map(), taps: [], chats: {}, marks: [], ahead: 0, connected: true };

const told = new EventTarget();

export const on = (name, react) => told.addEventListener(name, (event) => react(event.detail));
const tell = (name, detail) => told.dispatchEvent(new CustomEvent(name, { detail }));

export const now = () => new Date(Date.now() + world.ahead);
export const messagesOf = (chat) => [...(world.messages.get(chat)?.values() ?? [])];
export const isGroup = (chat) => chat.startsWith("-");
export const member = (id) => world.cast.members[id];
export const platformOf = (chat) => world.cast.phones.find((phone) => phone.group === chat || phone.members.includes(chat))?.platform ?? "telegram";

function keep(message) {
  if (!world.messages.has(message.chat)) world.messages.set(message.chat, new Map());
  const chat = world.messages.get(message.chat);
  const before = chat.get(message.id);
  chat.set(message.id, message);
  return before;
}

const HEAR = {
  state(state) {
    Object.assign(world, { cast: state.cast, menu: state.menu, taps: state.taps, chats: state.chats, marks: state.marks });
    world.messages = new Map();
    state.messages.forEach(keep);
    HEAR.now(state.now);
    tell("state");
  },
  message(message) {
    const before = keep(message);
    tell("message", { message, before });
  },
  tap(tap) {
    world.taps.push(tap);
    tell("tap", tap);
  },
  chats(chats) {
    world.chats = chats;
    tell("chats");
  },
  marks(marks) {
    world.marks = marks;
    tell("marks");
  },
  now(moment) {
    world.ahead = new Date(moment).getTime() - Date.now();
    tell("clock");
  },
};

export function connect() {
  listen(
    (news) => Object.entries(news).forEach(([name, detail]) => HEAR[name]?.(detail)),
    (connected) => ((world.connected = connected), tell("connected", connected)),
  );
}

// Where one would go back to from a message: the point just before one's own words, or the point
// at which the office's words were the newest thing somebody then reacted to.
export function markFor(message) {
  if (message.who) return world.marks.filter((mark) => mark.seq < message.seq).at(-1);
  return world.marks.find((mark) => mark.seq >= message.seq);
}
