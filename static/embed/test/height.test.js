import assert from "node:assert/strict";
import { test } from "node:test";
import { heightFilter } from "../frame/height.js";

test("every other height is told, none twice, and never none", () => {
  const isNews = heightFilter(() => 0);
  const heights = [500, 500, 0, 700, 500, 700, 500];
  assert.deepEqual(heights.map((height) => isNews(800, height)), [true, false, false, true, true, true, true]);
});

test("a host whose scroll bar comes and goes is not followed for ever", () => {
  let time = 0;
  const isNews = heightFilter(() => (time += 16));
  // Without the bar 800 px wide, where the page is 1000 high and needs the bar; with it 785 px wide, where the
  // page is only 900 high and does not need it.
  let height = 0;
  let turns = 0;
  for (;;) {
    const [width, next] = height === 1000 ? [785, 900] : [800, 1000];
    if (!isNews(width, next)) break;
    height = next;
    assert.ok((turns += 1) < 10, "the page and its host follow each other");
  }
  assert.equal(height, 1000, "nothing is cut off");
});

test("a host that is made narrower and wider again is followed", () => {
  let time = 0;
  const isNews = heightFilter(() => (time += 2000));
  const told = [[800, 900], [400, 1500], [800, 900], [400, 1500]].map(([width, height]) => isNews(width, height));
  assert.deepEqual(told, [true, true, true, true]);
});
