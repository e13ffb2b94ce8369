// Pictures and sounds for whoever has none at hand.

import { word } from "./words.js";

export const SAMPLES = ["leak", "lift", "rubbish", "fixed"];

export const sampleAddress = (name) => `/playground/static/samples/${name}.svg`;

export async function sampleFile(name) {
  const response = await fetch(sampleAddress(name));
  return new File([await response.blob()], `${word(name)}.svg`, { type: "image/svg+xml" });
}

// A second of silence: nobody has to lend the page a microphone.
export function voiceFile() {
  const rate = 8000;
  const view = new DataView(new ArrayBuffer(44 + rate));
  const write = (at, letters) => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  write(0, "RIFF"), view.setUint32(4, 36 + rate, true), write(8, "WAVEfmt ");
  view.setUint32(16, 16, true), view.setUint16(20, 1, true), view.setUint16(22, 1, true);
  view.setUint32(24, rate, true), view.setUint32(28, rate, true), view.setUint16(32, 1, true), view.setUint16(34, 8, true);
  write(36, "data"), view.setUint32(40, rate, true);
  for (let i = 0; i < rate; i++) view.setUint8(44 + i, 128);
  return new File([view], "voice.wav", { type: "audio/wav" });
}

export const videoFile = () => new File([new Uint8Array(64)], "video.mp4", { type: "video/mp4" });
