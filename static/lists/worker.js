// The worker of page 批量摸底: files are read, judged and kept here, away from the page's own thread.
// The first message names the program's files. Every other one is an ask in JSON with the file that belongs to it,
// and gets an answer in JSON with its file (crates/wire/src/lists), one after the other.

/** Milliseconds between two reports of progress. */
const PAUSE = 50;

let lists;
let progress;

async function open([rules, glue, wasm]) {
  const bytes = fetch(rules).then((response) => response.arrayBuffer());
  const program = await import(glue);
  await program.default({ module_or_path: fetch(wasm) });
  ({ progress } = program);
  lists = new program.ListWorker(new Uint8Array(await bytes));
}

/** Tells the page how many rows are done, of how many, after how many milliseconds. */
function telling() {
  const start = performance.now();
  let told = start;
  return (done, all) => {
    const now = performance.now();
    if (now < told + PAUSE) return;
    told = now;
    postMessage([progress(done, all, now - start)]);
  };
}

/** The answers that the program cannot give itself: it did not come, has no memory left, or got no file. */
function tell(answer, error) {
  console.warn("zjtx could not answer:", error);
  postMessage([JSON.stringify(answer)]);
}

async function answer([ask, file]) {
  try {
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    postMessage(lists.answer(ask, bytes, telling()));
  } catch (error) {
    const isFull = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    tell(isFull ? "too_large" : "unreadable", error);
  }
}

/** Nothing is answered once the program did not come. */
function lost(error) {
  tell("lost", error);
  return new Promise(() => {});
}

let turn = null;
addEventListener("message", ({ data }) => {
  turn = turn === null ? open(data).catch(lost) : turn.then(() => answer(data));
});
