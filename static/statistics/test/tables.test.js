import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agreeing,
  districtsOf,
  figure,
  grownBy,
  historyOf,
  ladderOf,
  marginOf,
  packsOf,
  rangeOf,
  shadeOf,
  shareOf,
  standingAt,
  weeksOf,
} from "../page/tables.js";

const release = (district, pack, to, total) => ({ district, pack, to, table: { detail: "total_only", total } });
const RELEASES = [
  release("440106", "CN26P", "2026W45", 20),
  release("440105", "CN26P", "2026W46", 15),
  release("440106", "CN26P", "2026W47", 40),
  release("440106", "CN26L", "2027W01", 12),
];
const CODES = { packs: [{ code: "CN26P" }, { code: "CN22L" }, { code: "CN26L" }] };

test("a figure that is not shown is none, and noise does not make it negative", () => {
  assert.equal(figure({ detail: "too_few" }, "total"), null);
  assert.equal(figure({ detail: "met_or_other", total: 12, met: 7, other: 5 }, "unmet"), null);
  assert.equal(figure({ detail: "by_verdict", vetoed: -2 }, "vetoed"), 0);
});

test("a total has twice the margin of a verdict; exact tables have none", () => {
  assert.equal(marginOf({ noise: { margin_95: 6 } }, "met"), 6);
  assert.equal(marginOf({ noise: { margin_95: 6 } }, "total"), 12);
  assert.equal(marginOf({}, "total"), 0);
});

test("only what has releases can be chosen", () => {
  assert.deepEqual(weeksOf(RELEASES), ["2027W01", "2026W47", "2026W46", "2026W45"]);
  assert.deepEqual(packsOf(RELEASES, CODES), ["CN26P", "CN26L"]);
  assert.deepEqual(packsOf(RELEASES, { packs: [{ code: "CN26L" }] }), ["CN26L", "CN26P"]);
  const releases = [release("440100", "CN26P", "2026W47", 10), ...RELEASES];
  assert.deepEqual(districtsOf(releases, "CN26P", "440100"), ["440105", "440106", "440100"]);
});

test("a district stands where its last release before the week's end left it", () => {
  const totals = (week) => standingAt(RELEASES, "CN26P", week).map(({ district, table }) => [district, table.total]);
  assert.deepEqual(totals("2026W46"), [["440105", 15], ["440106", 20]]);
  assert.deepEqual(totals("2027W01"), [["440105", 15], ["440106", 40]]);
  assert.deepEqual(totals("2026W44"), []);
  assert.deepEqual(historyOf(RELEASES, "CN26P", "440106", "2026W46").map(({ to }) => to), ["2026W45"]);
});

test("shades go from nothing to the most", () => {
  assert.deepEqual([null, 0, 1, 50, 100].map((value) => shadeOf(value, 100)), [0, 0, 1, 2, 4]);
  assert.equal(shadeOf(0, 0), 0);
});

test("what is shown and the rest add up to the total that is shown", () => {
  const measures = ["total", "met"];
  const tables = [{ total: 30, met: 12 }, { total: 20 }, {}];
  const { rest, sum } = agreeing(tables, { total: 60, met: 11 }, measures);
  assert.deepEqual(rest, { total: 10, met: 0 });
  assert.deepEqual(sum, { total: 60, met: 12 });
  for (const measure of measures) {
    const shown = tables.reduce((all, table) => all + (table[measure] ?? 0), 0);
    assert.equal(shown + rest[measure], sum[measure]);
  }
});

test("shares and ranges are told only where their figures are", () => {
  assert.equal(shareOf({ total: 30, met: 12 }), 40);
  assert.deepEqual([shareOf({ total: 30 }), shareOf({ met: 3 }), shareOf({ total: 0, met: 0 })], [null, null, null]);
  assert.equal(shareOf({ total: 10, met: 12 }), 100);
  assert.deepEqual(rangeOf({ table: { met: 5 }, noise: { margin_95: 8 } }, "met"), [0, 13]);
  assert.equal(rangeOf({ table: { met: 5 } }, "met"), null);
});

test("growth is that since the release before", () => {
  const weeks = weeksOf(RELEASES);
  assert.equal(grownBy(RELEASES, RELEASES[2], "total", weeks), 20);
  assert.equal(grownBy(RELEASES, RELEASES[0], "total", weeks), 20);
  assert.equal(grownBy(RELEASES, RELEASES[0], "met", weeks), null);
});

test("the ladder has the newest rules of each level, from below", () => {
  const codes = { levels: [{ code: "1" }, { code: "2" }], packs: [{ code: "A" }, { code: "B" }, { code: "C" }] };
  const totals = [{ pack: "A", level: "2" }, { pack: "B", level: "2" }, { pack: "C", level: "1" }];
  assert.deepEqual(ladderOf(totals, codes).map(({ pack }) => pack), ["B", "C"]);
});
