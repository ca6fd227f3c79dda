import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { keep, keeps, kept } from "../../site/storage.mjs";

const AREAS = ["localStorage", "sessionStorage"];

/** Puts stores in place of the browser's. */
function provide(property) {
  for (const area of AREAS) Object.defineProperty(globalThis, area, { configurable: true, ...property() });
}

afterEach(() => AREAS.forEach((area) => delete globalThis[area]));

function memory() {
  const texts = new Map();
  const value = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: (key) => texts.delete(key),
  };
  return { value };
}

const refusing = () => ({
  get() {
    throw new DOMException("denied", "SecurityError");
  },
});

test("what is kept comes back, and is dropped", () => {
  provide(memory);
  assert.equal(keeps(), true);
  keep("sessionStorage", "token", "one");
  assert.equal(kept("sessionStorage", "token"), "one");
  assert.equal(kept("localStorage", "token"), null);
  keep("sessionStorage", "token", null);
  assert.equal(kept("sessionStorage", "token"), null);
});

test("a browser that refuses keeps nothing and stops nobody", () => {
  provide(refusing);
  assert.equal(keeps(), false);
  keep("localStorage", "lang", "en");
  assert.equal(kept("localStorage", "lang"), null);
});
