import assert from "node:assert/strict";
import { test } from "node:test";
import { readParameters, scopeOf } from "../frame/parameters.js";

const packs = [
  { id: "cn-little-giant-2026", scheme: "little_giant", region: "000000", from: "2026-04-01", to: null },
  { id: "gd-specialized-sme-2021", scheme: "specialized_sme", region: "440000", from: "2021-04-01", to: "2022-07-31" },
];
const read = (search) => readParameters(search, { packs });

test("an address without parameters asks for nothing", () => {
  assert.deepEqual(read(""), { wishes: {}, refused: [] });
  assert.deepEqual(read("?utm_source=x&theme="), { wishes: {}, refused: [] });
});

test("known values are taken", () => {
  const { wishes, refused } = read("?scheme=little_giant,specialized_sme&date=2026-05-01&region=440106&lang=zh-CN&theme=dark&size=large&hide=header,footer");
  assert.deepEqual(refused, []);
  assert.deepEqual(wishes, {
    scheme: ["little_giant", "specialized_sme"],
    date: "2026-05-01",
    region: "440000",
    lang: "zh",
    theme: "dark",
    size: "large",
    hide: ["header", "footer"],
  });
});

test("what is not known is refused, whatever it is", () => {
  const long = "x".repeat(10_000);
  const hostile = ["%3Cscript%3E", "__proto__", "constructor", long, "null", "%00", "%E2%80%AE"];
  for (const name of ["pack", "scheme", "date", "region", "lang", "theme", "accent", "size", "hide"]) {
    for (const value of hostile) {
      const { wishes, refused } = read(`?${name}=${value}`);
      assert.deepEqual(wishes, {}, `${name}=${value}`);
      assert.equal(refused.length, 1, `${name}=${value}`);
    }
  }
});

test("days must be on the calendar", () => {
  for (const day of ["2026-02-29", "2026-13-01", "1999-12-31", "2100-01-01", "2026-5-1", "20260501"]) {
    assert.deepEqual(read(`?date=${day}`).wishes, {}, day);
  }
  assert.equal(read("?date=2024-02-29").wishes.date, "2024-02-29");
});

test("a pack brings its scheme, its region and a day on which it is in force", () => {
  const scope = (search) => scopeOf(read(search).wishes, "2026-11-22");
  const of2021 = { schemes: ["specialized_sme"], region: "440000", kind: "first" };
  assert.deepEqual(scope("?pack=gd-specialized-sme-2021"), { ...of2021, date: "2022-07-31" });
  assert.deepEqual(scope("?pack=gd-specialized-sme-2021&date=2021-06-01"), { ...of2021, date: "2021-06-01" });
  assert.deepEqual(scope("?pack=gd-specialized-sme-2021&date=2020-01-01"), { ...of2021, date: "2021-04-01" });
  assert.equal(scope("?pack=cn-little-giant-2026").date, "2026-11-22");
});
