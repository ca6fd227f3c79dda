import assert from "node:assert/strict";
import { test } from "node:test";
import { lanesOf } from "../page/lanes.js";

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
