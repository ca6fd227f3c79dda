// The worker of page 批量摸底: files are read, judged and kept here, away from the page's own thread.
// The first message names the program's files, the rules in both their forms, and the lists of recognised firms where
// the site has any. Every other one is an ask in JSON with the file that belongs to it, and gets an answer in JSON with
// its file (crates/wire/src/lists), one after the other.

/** Milliseconds between two reports of progress. */
const PAUSE = 50;

let lists;
let progress;
/** Address of the site's lists of recognised firms; undefined on a site without any. */
let directory;

async function open([rules, documents, glue, wasm, recognised]) {
  directory = recognised;
  const bytes = fetch(rules).then((response) => response.arrayBuffer());
  const text = fetch(documents).then((response) => response.text());
  const program = await import(glue);
  await program.default({ module_or_path: fetch(wasm) });
  ({ progress } = program);
  lists = new program.ListWorker(new Uint8Array(await bytes), await text);
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

/** How the answer begins that a list was read. */
const READ = '{"read":';

/** The same once titles that the list lacks are filled in from the lists of recognised firms; as it was without them. */
async function withTitles([said, file]) {
  try {
    const { titlesOf } = await import(`${directory}in-lists.js`);
    const found = await titlesOf(directory, JSON.parse(lists.names()));
    return [lists.put_titles(JSON.stringify(found)), file];
  } catch (error) {
    console.warn("zjtx has no lists of recognised firms:", error);
    return [said, file];
  }
}

async function answer([ask, file]) {
  try {
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    const reply = lists.answer(ask, bytes, telling());
    postMessage(directory && reply[0].startsWith(READ) ? await withTitles(reply) : reply);
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
