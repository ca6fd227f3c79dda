import assert from "node:assert/strict";
import { test } from "node:test";
import { withScope } from "../frame/state.js";

const DRAFT = "draft=2&as_of=2026-11-22&application_kind=renewal&region=440000&scheme=innovative_sme&scheme=little_giant&answer.enterprise_name=%E7%94%B2%26%E4%B9%99";

const read = (draft) => new URLSearchParams(draft);

test("another scope leaves what was typed", () => {
  const draft = read(withScope(DRAFT, { schemes: ["specialized_sme"], date: "2021-06-01", region: "000000", kind: "first" }));
  assert.deepEqual(draft.getAll("scheme"), ["specialized_sme"]);
  assert.deepEqual([draft.get("as_of"), draft.get("region"), draft.get("application_kind")], ["2021-06-01", "000000", "first"]);
  assert.equal(draft.get("answer.enterprise_name"), "甲&乙");
});

test("what is not asked for stays", () => {
  const draft = read(withScope(DRAFT, { region: "000000" }));
  assert.deepEqual(draft.getAll("scheme"), ["innovative_sme", "little_giant"]);
  assert.deepEqual([draft.get("as_of"), draft.get("application_kind")], ["2026-11-22", "renewal"]);
});
