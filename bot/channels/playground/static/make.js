// Making elements: make("button.chip", {onclick}, "words", child). Words always go in as text, never as HTML.

export function make(name, props = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) set(element, key, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key === "data") Object.assign(element.dataset, value);
  else if (key.startsWith("on") || key in element) element[key] = value;
  else element.setAttribute(key, value === true ? "" : value);
}

const SHAPES = {
  send: "M4 12l16-8-6 16-2.5-6.5z",
  plus: "M12 5v14M5 12h14",
  idea: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.3 1.1 2.2h5c0-.9.4-1.6 1.1-2.2A6 6 0 0 0 12 3z",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  reply: "M9 7L4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  rewind: "M4 5v5h5M4.6 10A8 8 0 1 1 4 14",
  pencil: "M4 20l1-4L16 5l3 3L8 19z",
  close: "M6 6l12 12M18 6L6 18",
  flag: "M6 21V4M6 5h11l-2.5 4L17 13H6",
  moon: "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
  voice: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
  video: "M4 6h11v12H4zM15 11l5-3v8l-5-3z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  contact: "M12 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c.6-4 3.4-6 7-6s6.4 2 7 6",
  off: "M12 4v8M7 6.5a8 8 0 1 0 10 0",
  slow: "M4 18h.01M9 18v-4M14 18v-8M19 18V6",
  play: "M8 5l11 7-11 7z",
  stop: "M7 7h10v10H7z",
  check: "M5 12.5l4.5 4.5L19 7",
  hide: "M5 12h14",
  ring: "M19.2 8.2A8.3 8.3 0 1 0 20.3 12M8.6 12.3l2.7 2.7 6.5-8.2",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name} ${name === "ring" ? "ring" : ""}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
