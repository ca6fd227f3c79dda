import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, textOf } from "../tokens/bytes.js";
import { fill } from "../tokens/fetching.js";
import { asking, isGiven } from "../tokens/portal.js";
import { functionsOf } from "../tokens/program.js";
import { openPurse } from "../tokens/purse.js";
import { messages } from "./fixtures.js";

const KEY = "K".repeat(43);
const PINNED = textOf(new Uint8Array(32).fill(3));
const WEEKS = ["2026W47", "2026W48", "2026W49", "2026W50", "2026W51"];

/** A purse's storage, which lists its items as a browser's does. */
class Items {
  getItem = (name) => this[name] ?? null;
  setItem = (name, text) => void (this[name] = `${text}`);
  removeItem = (name) => void delete this[name];

  constructor() {
    for (const name of ["getItem", "setItem", "removeItem"]) Object.defineProperty(this, name, { enumerable: false });
  }
}

/** Stands for the wasm: what it checks is tested in crates/blind-tokens-page. */
const program = (is = { signed: true, proven: true }) => ({
  isSigned: (pinned, _, text) => is.signed && String.fromCharCode(...text).startsWith("zjtx token keys 1\n2026W47 ") && textOf(pinned) === PINNED,
  blind: (random) => Uint8Array.from([...random.slice(0, 32), ...new Uint8Array(64).fill(7)]),
  finish: (kept) => (is.proven ? Uint8Array.from([...kept.slice(0, 32), ...new Uint8Array(32)]) : undefined),
});

const config = (tokens = { keys: WEEKS.map((period) => ({ period, key: KEY })), signature: "S".repeat(86) }) => ({
  period: "2026W47",
  codes: { levels: [{ code: "1" }, { code: "2" }] },
  tokens,
});

/** A portal that answers as the endpoint would, and remembers what it was asked. */
function portal() {
  const asked = [];
  const ask = async (request) => {
    asked.push(request);
    const evaluated = request.blinded.map(({ level }) => ({ level, element: "E".repeat(43), proof: "F".repeat(86) }));
    return { period: request.period, evaluated };
  };
  return { asked, ask };
}

function purse(storage = new Items()) {
  return { storage, purse: openPurse(storage, () => 1_000, () => 0.5) };
}

test("bytes are written as the endpoint reads them", () => {
  assert.equal(textOf(Uint8Array.from([251, 255, 254])), "-__-");
  assert.deepEqual([...bytesOf("-__-")], [251, 255, 254]);
  assert.equal(textOf(new Uint8Array(32)).length, 43);
});

test("one token a level is fetched for this week and the next, and not again", async () => {
  const { storage, purse: own } = purse();
  const { asked, ask } = portal();
  const parts = { purse: own, config: config(), pinned: PINNED, program: program(), ask };
  assert.deepEqual(await fill(parts), ["fetched", "fetched"]);
  assert.deepEqual(asked.map(({ period, blinded }) => [period, blinded.map(({ level }) => level)]), [["2026W47", ["1", "2"]], ["2026W48", ["1", "2"]]]);
  const [token, ripe] = storage.getItem("zjtx.token.2026W47.2").split(" ");
  assert.equal(token.length, 86);
  assert.equal(Number(ripe), 1_000 + 1.5 * 3_600_000, "not before an hour has passed");
  assert.deepEqual(await fill(parts), ["held", "held"]);
  assert.equal(asked.length, 2);
});

test("what is asked for does not hold the number that is spent", async () => {
  const { storage, purse: own } = purse();
  const { asked, ask } = portal();
  await fill({ purse: own, config: config(), pinned: PINNED, program: program(), ask });
  const nonces = Object.keys(storage).filter((name) => !name.endsWith("key")).map((name) => storage.getItem(name).slice(0, 42));
  for (const { blinded } of asked) for (const { element } of blinded) assert.ok(!nonces.includes(element.slice(0, 42)));
});

test("keys that the pinned key did not sign are refused, and nobody is asked", async () => {
  const { asked, ask } = portal();
  for (const [pinned, is, told] of [
    ["Q".repeat(43), { signed: true }, config()],
    [PINNED, { signed: false }, config()],
    [PINNED, { signed: true }, config({ keys: [{ period: "2026W46", key: KEY }], signature: "S".repeat(86) })],
    [PINNED, { signed: true }, config(null)],
  ]) {
    const { purse: own } = purse();
    assert.deepEqual(await fill({ purse: own, config: told, pinned, program: program({ proven: true, ...is }), ask }), []);
  }
  assert.equal(asked.length, 0);
});

test("a portal that is down, and an answer that does not fit, leave the purse as it was", async () => {
  const fitting = portal().ask;
  const other = (change) => async (request) => change(await fitting(request));
  for (const [ask, is, outcome] of [
    [async () => null, {}, "none"],
    [fitting, { proven: false }, "refused"],
    [other((answer) => ({ ...answer, period: "2026W51" })), {}, "refused"],
    [other((answer) => ({ ...answer, evaluated: answer.evaluated.slice(1) })), {}, "refused"],
    [other((answer) => ({ ...answer, evaluated: answer.evaluated.toReversed() })), {}, "refused"],
  ]) {
    const { storage, purse: own } = purse();
    const outcomes = await fill({ purse: own, config: config(), pinned: PINNED, program: program({ signed: true, proven: true, ...is }), ask });
    assert.deepEqual(outcomes, [outcome, outcome]);
    assert.deepEqual(Object.keys(storage), []);
  }
});

test("tokens of another key or of past weeks are forgotten", async () => {
  const { storage, purse: own } = purse();
  const { ask } = portal();
  const parts = { purse: own, config: config(), pinned: PINNED, program: program(), ask };
  storage.setItem("zjtx.token.2026W46.2", "old");
  storage.setItem("zjtx.draft", "kept");
  await fill(parts);
  assert.equal(storage.getItem("zjtx.token.2026W46.2"), null);
  assert.equal(storage.getItem("zjtx.draft"), "kept");
  const keys = WEEKS.map((period) => ({ period, key: "N".repeat(43) }));
  assert.deepEqual(await fill({ ...parts, config: config({ keys, signature: "S".repeat(86) }) }), ["fetched", "fetched"]);
});

test("parts and answer go through the program's room", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const room = new Uint8Array(memory.buffer, 8, 4);
  const given = [];
  const work = (answer) => (length) => {
    given.push([...room.slice(0, length)]);
    room.fill(9, 0, Math.max(answer, 0));
    return answer;
  };
  const own = functionsOf({ memory, room: () => 8, size: () => 4, blind: work(2), finish: work(-1), verify: work(0) });
  assert.deepEqual([...own.blind([1], [2, 3])], [9, 9]);
  assert.equal(own.finish([4]), undefined);
  assert.equal(own.isSigned([5], []), true);
  assert.deepEqual(given, [[1, 2, 3], [4], [5]]);
  assert.throws(() => own.blind([1, 2, 3], [4, 5]), RangeError, "no more than there is room for");
});

test("messages are as the fixtures have them", () => {
  for (const message of messages.tokensGiven) assert.ok(isGiven(message), JSON.stringify(message));
  for (const message of messages.notTokensGiven) assert.ok(!isGiven(message), JSON.stringify(message));
  const [{ request }] = messages.tokensAsked;
  assert.deepEqual(messages.tokensAsked, [asking(request)]);
});
