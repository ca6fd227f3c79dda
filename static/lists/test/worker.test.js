// The worker's script with a program in place of the real one: what it carries, and what it says when there is none.

import assert from "node:assert/strict";
import { once, EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const SCRIPT = new URL("../worker.js", import.meta.url);
const PROGRAM = `
  export default async () => {};
  export const progress = (done, all, taken) => JSON.stringify({ progress: { done, all, taken } });
  export class ListWorker {
    answer(ask, file, tell) {
      if (ask === "full") throw new RangeError("Array buffer allocation failed");
      if (ask === "stopped") throw new WebAssembly.RuntimeError("unreachable");
      tell(1, 2);
      return [ask, file];
    }
    names() {
      return JSON.stringify({ day: "2026-11-29", names: ["甲"] });
    }
    put_titles(found) {
      return "filled " + found;
    }
  }
`;
const GLUE = `data:text/javascript,${encodeURIComponent(PROGRAM)}`;

/** Starts the script with its own listener; `say` hands it a message, `heard` collects what it posts. */
async function start(number) {
  const page = new EventEmitter();
  const heard = [];
  let listener;
  globalThis.addEventListener = (_, listen) => (listener = listen);
  globalThis.fetch = async () => new Response(new Uint8Array([1]));
  globalThis.postMessage = (message) => {
    heard.push(message);
    page.emit("answer");
  };
  console.warn = () => {};
  await import(`${SCRIPT}?${number}`);
  return { heard, say: (data) => listener({ data }), next: () => once(page, "answer") };
}

const file = (bytes) => ({ arrayBuffer: async () => new Uint8Array(bytes).buffer });

test("asks are carried with their files and answered in their order", async () => {
  const { say, heard, next } = await start(1);
  say(["rules", "documents", GLUE, "wasm"]);
  say(["one", file([7, 8])]);
  say(["two"]);
  while (heard.length < 2) await next();
  assert.deepEqual(heard, [["one", new Uint8Array([7, 8])], ["two", undefined]]);
});

test("a list that was read gets the titles of the site's lists, and is answered without them where they fail", async () => {
  const { say, heard, next } = await start(4);
  // The address of the lists stands before the script's name.
  const script = "export const titlesOf = async (folder, { names }) => names.map((name, at) => [at, [name]]); //";
  say(["rules", "documents", GLUE, "wasm", `data:text/javascript,${script}`]);
  say(['{"read":1}']);
  say(["other"]);
  while (heard.length < 2) await next();
  assert.deepEqual(heard.map(([said]) => said), ['filled [[0,["甲"]]]', "other"]);
  const failing = await start(5);
  failing.say(["rules", "documents", GLUE, "wasm", "data:text/javascript,throw new Error('none'); //"]);
  failing.say(['{"read":1}']);
  while (failing.heard.length < 1) await failing.next();
  assert.deepEqual(failing.heard.map(([said]) => said), ['{"read":1}']);
});

test("the program's last words are told by the script", async () => {
  const { say, heard, next } = await start(2);
  say(["rules", "documents", GLUE, "wasm"]);
  say(["full"]);
  say(["stopped"]);
  say(["one", { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotFoundError")) }]);
  while (heard.length < 3) await next();
  assert.deepEqual(heard, [['"too_large"'], ['"too_large"'], ['"unreadable"']]);
});

test("without a program nothing but that is told", async () => {
  const { say, heard, next } = await start(3);
  say(["rules", "documents", "data:text/javascript,throw new Error('no program')", "wasm"]);
  say(["one"]);
  await next();
  await new Promise(setImmediate);
  assert.deepEqual(heard, [['"lost"']]);
});

test("what the script says itself is what both ends know", () => {
  const known = readFileSync(new URL("../../../crates/wire/src/lists/answer.rs", import.meta.url), "utf8");
  const snake = [...known.matchAll(/^ {4}([A-Z]\w+),$/gm)].map(([, name]) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase());
  for (const word of ["lost", "too_large", "unreadable"]) assert.ok(snake.includes(word), `${word} among ${snake}`);
});
