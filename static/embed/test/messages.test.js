import assert from "node:assert/strict";
import { test } from "node:test";
import { HELLO, isFromHost, isInit, say } from "../frame/messages.js";
import { messages } from "./fixtures.js";

const text = (message) => JSON.stringify(message);

test("hello and init are as the fixtures have them", () => {
  assert.deepEqual(messages.hello, [HELLO]);
  for (const message of messages.init) assert.ok(isInit(message), text(message));
  for (const message of messages.notInit) assert.ok(!isInit(message), text(message));
});

test("the host's messages are taken, and nothing else", () => {
  for (const message of messages.fromHost) assert.ok(isFromHost(message), text(message));
  for (const message of messages.notFromHost) assert.ok(!isFromHost(message), text(message));
});

test("a proposal of any length is not taken", () => {
  const facts = { enterprise_name: "长".repeat(70_000) };
  assert.equal(isFromHost({ type: "prefill", facts, source: "档案" }), false);
  assert.equal(isFromHost({ type: "prefill", facts: {}, source: "长".repeat(201) }), false);
});

test("what the frame says is among the fixtures", () => {
  const packs = [["cn-innovative-sme-2022", "1"], ["cn-specialized-sme-2026", "1"]];
  const said = [say.ready("0.1.0", packs), say.height(1834), say.scrollTo(0), say.progress(3, 41), say.error("no_wasm")];
  const known = messages.fromFrame.map(text);
  for (const message of said) assert.ok(known.includes(text(message)), text(message));
});
