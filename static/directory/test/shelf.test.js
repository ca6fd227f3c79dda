import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fetchAll, NoLists } from "../page/shelf.js";

const INDEX = { pieces: [{ file: "firms-000-aa.bin" }, { file: "firms-001-bb.bin" }] };

/** A host that is asked, and a device that keeps; both as small as the page needs them. */
let asked;
let online;
let kept;

function answer(path) {
  if (!online) return Promise.reject(new Error("no network"));
  asked.push(path);
  const body = path === "index.json" ? JSON.stringify(INDEX) : path.slice(6, 9);
  return Promise.resolve(new Response(body, { status: online === "empty" ? 404 : 200 }));
}

const cache = {
  match: async (path) => kept.get(path)?.clone(),
  put: async (path, response) => void kept.set(path, response),
  keys: async () => [...kept.keys()].map((path) => ({ url: `https://site.example/directory/${path}`, path })),
  delete: async ({ path }) => kept.delete(path),
  addAll: async () => {},
};

beforeEach(() => {
  asked = [];
  online = true;
  kept = new Map();
  Object.assign(globalThis, {
    fetch: answer,
    caches: { open: async () => cache },
    location: { href: "https://site.example/directory/" },
    document: { querySelectorAll: () => [], baseURI: "https://site.example/directory/" },
  });
});

async function visit() {
  const arrived = [];
  await fetchAll({ begun: () => {}, arrived: (bytes) => arrived.push(new TextDecoder().decode(bytes)) });
  return arrived;
}

test("everything is fetched in the order of the index", async () => {
  assert.deepEqual(await visit(), ["000", "001"]);
  assert.deepEqual(asked, ["index.json", "firms-000-aa.bin", "firms-001-bb.bin"]);
});

test("a second visit fetches the index alone, and one without a network nothing", async () => {
  await visit();
  assert.deepEqual([await visit(), asked.slice(3)], [["000", "001"], ["index.json"]]);
  online = false;
  assert.deepEqual(await visit(), ["000", "001"]);
});

test("a site without lists says so, also where there were some before", async () => {
  await visit();
  online = "empty";
  await assert.rejects(visit(), NoLists);
});

test("pieces of former directories are forgotten", async () => {
  kept.set("firms-000-old.bin", new Response("old"));
  await visit();
  assert.deepEqual([...kept.keys()].sort(), ["firms-000-aa.bin", "firms-001-bb.bin", "index.json"]);
});
