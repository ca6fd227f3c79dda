import assert from "node:assert/strict";
import { test } from "node:test";
import { sentences } from "../frame/notes.js";
import { sum } from "../frame/page.js";

test("a stranger's words are quoted and short", () => {
  const { notes } = sentences({ refused: [["pack", "长".repeat(10_000)]] }, "zh-CN");
  assert.deepEqual(notes, [{ text: `网址中的参数 pack 不可用：“${"长".repeat(40)}…”，已按默认处理。` }]);
});

test("every note is there in English too, and a proposal leads to its page", () => {
  const held = { refused: [["theme", "x"]], address: "https://test.example/", proposal: { facts: { rd_staff: "5" }, source: "archive" } };
  const { notes } = sentences(held, "en");
  assert.equal(notes.length, 3);
  for (const { text } of notes) assert.doesNotMatch(text, /[\u4e00-\u9fff]/);
  assert.equal(notes[2].link.href, "#/prefill");
});

test("progress is the sum of the sections", () => {
  assert.deepEqual(sum(["3/5", "0/12"]), [3, 17]);
  assert.equal(sum([]), null);
});
