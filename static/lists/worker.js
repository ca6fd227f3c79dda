// The worker of page 批量摸底: files are read, judged and kept here, away from the page's own thread.
// It answers one message after the other: [act, ...words] with [act, result, ...words].

/** Milliseconds between two reports of progress. */
const PAUSE = 50;

/** A program that runs out of memory stops without words of its own. */
const TOO_LARGE = "清单太大，这个浏览器放不下；请拆成几个文件。 The list is too large for this browser; please split it.";

let desk;

async function open(rules, glue, wasm) {
  const bytes = fetch(rules).then((response) => response.arrayBuffer());
  const { default: init, Desk } = await import(glue);
  await init({ module_or_path: fetch(wasm) });
  desk = new Desk(new Uint8Array(await bytes));
}

/** Tells the page how many rows are done, of how many, after how many milliseconds. */
function telling() {
  const start = performance.now();
  let told = start;
  return (done, all) => {
    const now = performance.now();
    if (now < told + PAUSE) return;
    told = now;
    postMessage(["progress", done, all, now - start]);
  };
}

const ACTS = {
  open,
  template: (day) => desk.template(day),
  read: async (settings, file) => desk.read(new Uint8Array(await file.arrayBuffer()), settings, telling()),
  filter: (filter) => desk.filter(filter),
  window: (start, length) => desk.window(start, length),
  firm: (index) => desk.firm(index),
  dossier: (index) => desk.dossier(index),
  result: (asCsv, lang) => desk.result(asCsv, lang, telling()),
};

async function answer([act, ...words]) {
  try {
    postMessage([act, await ACTS[act](...words), ...words]);
  } catch (error) {
    console.warn("zjtx could not answer:", act, error);
    const reason = error instanceof WebAssembly.RuntimeError ? TOO_LARGE : error.message;
    postMessage(["failed", reason, act]);
  }
}

let turn = Promise.resolve();
addEventListener("message", ({ data }) => {
  turn = turn.then(() => answer(data));
});
