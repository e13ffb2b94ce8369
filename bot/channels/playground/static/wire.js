// The line to the playground: news come in by a socket, everything done goes out by a POST under a key of its own.

export const newKey = () => crypto.randomUUID();

export async function post(what, body = {}) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`/playground/${what}`, { method: "POST", headers, body: JSON.stringify(body) });
  const told = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(told.error || `status ${response.status}`);
  return told;
}

export async function upload(file) {
  if (file.size > 20 * 1024 * 1024) throw new Error("too-large");
  const headers = { "Content-Type": file.type || "application/octet-stream" };
  const address = `/playground/upload?name=${encodeURIComponent(file.name || "")}`;
  const response = await fetch(address, { method: "POST", headers, body: file });
  const told = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(told.error || `status ${response.status}`);
  return told;
}

export const mediaAddress = (ref) => `/playground/media/${encodeURIComponent(ref)}`;

export function listen(hear, connected) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  let wait = 250;
  const open = () => {
    const socket = new WebSocket(`${scheme}://${location.host}/playground/news`);
    socket.onopen = () => ((wait = 250), connected(true));
    socket.onmessage = (event) => hear(JSON.parse(event.data));
    socket.onclose = () => {
      connected(false);
      setTimeout(open, (wait = Math.min(wait * 2, 4000)));
    };
  };
  open();
}
