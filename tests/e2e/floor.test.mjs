// The oldest browsers that the site is built for read every script of it: Chromium 97, Safari 16, Firefox 102. What
// they know of wasm is held by `cargo xtask dist`.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { full } from "acorn-walk";

const SITE = fileURLToPath(new URL("../../dist/", import.meta.url));
/** All three know its syntax, but for what `tooNew` names. */
const ECMA_VERSION = 2022;

/** What Safari knows only from 16.4 on, by the kind of node. */
const tooNew = {
  StaticBlock: () => "a static block",
  Literal: ({ regex }) => (regex && /\(\?<[=!]/.test(regex.pattern) ? "a look behind" : undefined),
};

/** Why a script cannot be read there; nothing where it can. */
function objections(text) {
  const found = [];
  try {
    full(parse(text, { ecmaVersion: ECMA_VERSION, sourceType: "module" }), (node) => found.push(tooNew[node.type]?.(node)));
  } catch (error) {
    found.push(error.message);
  }
  return found.filter(Boolean);
}

test("every script of the site is read by the oldest browsers", () => {
  const scripts = readdirSync(SITE, { recursive: true }).filter((path) => path.endsWith(".js"));
  assert.ok(scripts.length > 10, scripts.join());
  const refused = scripts.map((path) => [path, objections(readFileSync(SITE + path, "utf8"))]);
  assert.deepEqual(refused.filter(([, objections]) => objections.length > 0), []);
});

for (const [what, text] of [
  ["a static block", "class A { static { A.b = 1; } }"],
  ["a look behind", "export const price = /(?<=¥)\\d+/;"],
  ["syntax of later years", "using file = open();"],
]) {
  test(`${what} would be told`, () => assert.equal(objections(text).length, 1));
}
