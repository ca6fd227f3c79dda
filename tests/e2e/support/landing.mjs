// Where a person lands: what has the focus, where it stands in the viewport, and whether anything covers it.

import assert from "node:assert/strict";

/** How far below the upper edge a heading may stand, in CSS pixels. */
export const REACH = 200;

/** Where the element with the focus stands, and whether a person sees it. */
function focused() {
  const active = document.activeElement;
  const { top, left, height } = active.getBoundingClientRect();
  const seen = document.elementFromPoint(left + 4, top + height / 2);
  return { id: active.id, top, isCovered: seen !== active && !active.contains(seen) };
}

/** Waits until an element has the focus, and asserts that it stands on top of the view, uncovered. */
export async function assertLanded(page, id) {
  await page.locator(`[id="${id}"]:focus`).waitFor();
  const landed = await page.evaluate(focused);
  assert.equal(landed.id, id);
  assert.ok(landed.top >= 0 && landed.top < REACH, `${id} stands at ${landed.top} px`);
  assert.equal(landed.isCovered, false, `${id} is covered`);
}
