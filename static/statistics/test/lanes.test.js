import assert from "node:assert/strict";
import { test } from "node:test";
import { laneName, lanesOf } from "../page/lanes.js";
import { wordsOf } from "../page/words.js";

test("counts with and without a token are never in one list", () => {
  const answer = { releases: ["with"], totals: ["sum"], apart: ["without"], totals_apart: ["other sum"] };
  assert.deepEqual(lanesOf(answer), {
    main: { releases: ["with"], totals: ["sum"] },
    apart: { releases: ["without"], totals: ["other sum"] },
  });
});

test("an endpoint without tokens has one list, and a district no sums", () => {
  assert.deepEqual(lanesOf({ releases: ["all"] }), { main: { releases: ["all"], totals: [] }, apart: { releases: [], totals: [] } });
});

test("a lane has a name only where there are two", () => {
  const words = wordsOf("zh", { packs: [], levels: [], districts: [], former: [] });
  const name = (lane, { tokens = [], apart = [], inUse = true } = {}) =>
    laneName({ config: { tokens: inUse ? {} : undefined }, tokens, lanes: lanesOf({ releases: ["all"], apart }) }, { lane }, words);
  assert.equal(name("main"), "");
  assert.equal(name("main", { apart: ["other"] }), "持凭证填报");
  assert.equal(name("apart", { tokens: [{}] }), "未持凭证填报");
  assert.equal(name("main", { tokens: [{}], inUse: false }), "未持凭证填报");
});
