// Messages between this page in its frame and the loader around it, as crates/wire/src/embed.rs has them.

/** Longest text that is taken from a host, in characters of JSON. */
const MAX_FACTS = 65_536;
const MAX_SOURCE = 200;

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isOneOf = (...words) => (value) => words.includes(value);

/** Fields by type, each with what it must be. */
const FROM_HOST = new Map([
  ["theme", { theme: isOneOf("auto", "light", "dark") }],
  ["lang", { lang: isOneOf("zh", "en") }],
  ["prefill", { facts: isFacts, source: (value) => typeof value === "string" && value.length <= MAX_SOURCE }],
  ["focus", {}],
]);

function isFacts(value) {
  return isRecord(value) && JSON.stringify(value).length <= MAX_FACTS;
}

/** What is said as soon as this page listens. */
export const HELLO = { zz: 1, type: "hello", protocol: 1 };

export function isInit(data) {
  return isRecord(data) && data.zz === 1 && data.type === "init" && data.protocol === 1;
}

/** Whether a host may say this; everything else is ignored. */
export function isFromHost(data) {
  const fields = isRecord(data) && typeof data.type === "string" ? FROM_HOST.get(data.type) : undefined;
  if (!fields) return false;
  const names = Object.keys(data).filter((name) => name !== "type");
  return names.length === Object.keys(fields).length && names.every((name) => fields[name]?.(data[name]));
}

/** What this page tells its host, one function a message. */
export const say = {
  ready: (app, packs) => ({
    type: "ready",
    app,
    pack: packs.map(([id]) => id).join(","),
    packVersion: packs.map(([, revision]) => revision).join(","),
  }),
  height: (px) => ({ type: "height", px }),
  scrollTo: (y) => ({ type: "scrollTo", y }),
  progress: (answered, relevant) => ({ type: "progress", answered, relevant }),
  error: (code) => ({ type: "error", code }),
};
