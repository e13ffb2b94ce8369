// The first minute: six steps that tick themselves off, and walks that are played for whoever only wants to look.

import { Hand, Stopped } from "./hands.js";
import { icon, make } from "./make.js";
import { WALKS } from "./walks.js";
import { speaking, word } from "./words.js";
import { world } from "./world.js";

const STEPS = [
  { name: "file", verbs: ["confirm"] },
  { name: "take", verbs: ["take"] },
  { name: "arrive", verbs: ["arrive"] },
  { name: "finish", verbs: ["done"] },
  { name: "judge", verbs: ["yes", "no"] },
  { name: "call", verbs: ["score"] },
];

let table;
let playing = null;
let walk = WALKS[0];

export const tourIsPlaying = () => Boolean(playing);

const verb = (act) => act.split(":")[0];
const isDone = (step) => world.taps.some((tap) => step.verbs.includes(verb(tap.act)));

export function drawTour(its) {
  table = its;
  const next = STEPS.findIndex((step) => !isDone(step));
  const drawn = JSON.stringify([speaking(), Boolean(playing), walk.name, STEPS.map(isDone)]);
  if (drawn === drawTour.drawn) return;
  drawTour.drawn = drawn;
  document.querySelector("#tour").replaceChildren(
    make("b", {}, word("tour-title")),
    make("ol", {}, STEPS.map((step, index) => stepOf(step, index, next))),
    make("p.hint", {}, hint(next)),
    choice(),
    make(`button.play${playing ? ".playing" : ""}`, { type: "button", onclick: () => (playing ? stop() : play()) }, icon(playing ? "stop" : "play"), word(playing ? "tour-stop" : "tour-play")),
  );
}

export const noticeTour = () => table && drawTour(table);

function stepOf(step, index, next) {
  const done = isDone(step);
  return make(`li${done ? ".done" : ""}${index === next ? ".next" : ""}`, { title: word(`step-${step.name}-hint`), data: { step: step.name } },
    make("span.count", {}, done ? icon("check") : String(index + 1)), word(`step-${step.name}`));
}

function hint(next) {
  if (playing || walk !== WALKS[0]) return word(`walk-${walk.name}-hint`);
  return next < 0 ? word("tour-done") : word(`step-${STEPS[next].name}-hint`);
}

function choice() {
  const options = WALKS.map(({ name }) => make("option", { value: name, selected: name === walk.name }, word(`walk-${name}`)));
  const pick = (event) => ((walk = WALKS.find(({ name }) => name === event.target.value)), noticeTour());
  return make("select.walks", { "aria-label": word("tour-walks"), disabled: Boolean(playing), onchange: pick }, options);
}

function stop() {
  playing?.abort();
  playing = null;
  noticeTour();
}

// On the first morning nothing is in the way of a walk.
async function begun(hand) {
  if (!hand.newest) return;
  await table.backTo(null);
  while (hand.newest) await hand.pause(100);
}

async function play() {
  playing = new AbortController();
  noticeTour();
  try {
    const hand = new Hand(table, playing.signal);
    await begun(hand);
    await walk.play(hand);
    document.body.dataset.played = walk.name;
  } catch (error) {
    if (!(error instanceof Stopped)) table.say(word("tour-broke")), console.error(error);
  } finally {
    playing = null;
    noticeTour();
  }
}
