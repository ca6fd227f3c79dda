// The way to the portal in whose page the self-test stands, as crates/wire/src/embed.rs has it. Who the portal is, is
// neither asked nor read: what it gets tells nothing, and what it gives is checked.

/** How long an answer is waited for; a portal that knows no tokens never gives one. */
const PATIENCE = 30_000;

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (length) => (value) => typeof value === "string" && value.length === length;
const FIELDS = { level: isText(1), element: isText(43), proof: isText(86) };

const isEvaluated = (value) =>
  isRecord(value) && Object.keys(value).length === 3 && Object.entries(FIELDS).every(([name, fits]) => fits(value[name]));

/** Whether a portal may say this. */
export function isGiven(data) {
  if (!isRecord(data) || data.type !== "tokens" || Object.keys(data).length !== 2 || !isRecord(data.answer)) return false;
  const { period, evaluated, ...more } = data.answer;
  return isText(7)(period) && Array.isArray(evaluated) && evaluated.every(isEvaluated) && Object.keys(more).length === 0;
}

/** What is asked of the portal. */
export const asking = (request) => ({ zz: 1, type: "tokens", protocol: 1, request });

/** Asks the portal; resolves to its answer, or to null where it has none. */
export function ask(request, patience = PATIENCE) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(isGiven(data) ? data.answer : null);
    };
    parent.postMessage(asking(request), "*", [port2]);
  });
}
