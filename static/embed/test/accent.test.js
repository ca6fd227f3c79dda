import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, parseColour, properties } from "../frame/accent.js";

test("colours are six or three hexadecimal digits", () => {
  assert.deepEqual(parseColour("#0b5cad"), [11, 92, 173]);
  assert.deepEqual(parseColour("05A"), [0, 85, 170]);
  for (const text of ["", "red", "#12345", "url(x)", "#0b5cad;x", "0".repeat(10_000)]) assert.equal(parseColour(text), null);
});

test("contrast is that of WCAG", () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), "4.48");
});

test("a colour that is too pale is no accent", () => {
  for (const pale of ["#ffff00", "#777777", "#8ab4f8", "#ffffff"]) assert.equal(properties(pale), null, pale);
});

const colourOf = (property, theme) => new RegExp(`var\\(--${theme}, rgb\\((\\d+) (\\d+) (\\d+)\\)`).exec(property).slice(1).map(Number);

test("text stays legible in both themes", () => {
  for (const accent of ["#0b5cad", "#a8201a", "#000000", "#0c6b41", "#6b2fa0", "#c00000"]) {
    const made = properties(accent);
    for (const [theme, papers] of [["light", [[255, 255, 255], [243, 245, 248]]], ["dark", [[27, 34, 43], [18, 23, 29]]]]) {
      const [colour, soft, on] = ["--accent", "--accent-soft", "--on-accent"].map((name) => colourOf(made[name], theme));
      for (const behind of [...papers, soft, on]) assert.ok(contrast(colour, behind) >= 4.5, `${accent} ${theme}`);
    }
  }
});
