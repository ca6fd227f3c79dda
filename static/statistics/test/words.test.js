import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "../page/words.js";

const entry = (code, name) => ({ code, name: `${name}名`, name_en: `${name} name` });
const CODES = {
  packs: [{ ...entry("AB30C", "pack"), pack: "ab-pack-2030", level: "7" }],
  levels: [entry("7", "level")],
  districts: [entry("510104", "area")],
  former: [entry("510103", "ended")],
};

test("packs, levels and areas are called what the endpoint calls them, also those that ended", () => {
  const names = (language) => {
    const words = wordsOf(language, CODES);
    return [words.pack("AB30C"), words.level("7"), words.district("510104"), words.district("510103"), words.level("8")];
  };
  assert.deepEqual(names("zh"), ["pack名", "level名", "area名", "ended名", "8"]);
  assert.deepEqual(names("en"), ["pack name", "level name", "area name", "ended name", "8"]);
});
