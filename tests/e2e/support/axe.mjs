// Accessibility rules, checked by axe.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Puts the rules into the page, and into every frame, where they answer to the page. */
async function equip(page, frames) {
  for (const frame of frames ? page.frames() : [page.mainFrame()]) {
    // A page that changes by its address's fragment alone keeps them.
    if (await frame.evaluate(() => "axe" in globalThis)) continue;
    await frame.evaluate(AXE);
    await frame.evaluate(() => globalThis.axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] }));
  }
}

/**
 * Fails with one line for each place on the page that breaks a rule of WCAG 2.2 A or AA; with `frames`, in the
 * frames of other origins too.
 */
export async function assertAccessible(page, { frames = false } = {}) {
  await equip(page, frames);
  const findings = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help}: ${target.flat().join(" ")}`),
    );
  });
  assert.deepEqual(findings, [], "axe found places that break a rule");
}
