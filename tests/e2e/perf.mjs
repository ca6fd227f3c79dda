// Measures what a person waits for, on the bytes of dist/ in Chromium slowed down six times: until the
// form can be filled in, and from a typed character or a moved slider to the verdicts that follow from it.

import { readFileSync } from "node:fs";
import { startBrowser } from "./support/browser.mjs";
import { openWithDossier } from "./support/former.mjs";
import { CPU_SLOWDOWN, KEYSTROKES, measured, median, RUNS, shown, slowed, slowNetwork, timed, timeInputs } from "./support/measure.mjs";
import { startSite } from "./support/site.mjs";
import { chromium } from "playwright-core";

/** Without delay, and with that of a slow mobile network, in milliseconds. */
const LATENCIES = [0, 150];
const FIRM = new URL("../golden/regime-2026/C01.json", import.meta.url);
const FIELD = "operating_revenue@2025";
const LEVER = "研发费用：申报上年度（滑块）";

/** Notes, in the page, when the form's first field is drawn and the page is idle again. */
function noteUsable() {
  const look = new MutationObserver(() => {
    if (document.querySelector("#enterprise_name")) {
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.usableAfter = performance.now())));
    }
  });
  look.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the start of the navigation to a form that can be filled in, and bytes received. */
async function untilUsable(browser, site, latency) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { page, devtools } = await slowed(context);
  const received = await slowNetwork(devtools, latency);
  await page.addInitScript(noteUsable);
  await page.goto(`${site.address}#/form`);
  await page.waitForFunction(() => globalThis.usableAfter);
  const usableAfter = await page.evaluate(() => globalThis.usableAfter);
  await context.close();
  return { usableAfter, bytes: received.bytes };
}

/** Milliseconds from each input event to the verdicts that follow, in a form that is filled in. */
async function typing(browser, site) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { page } = await slowed(context);
  const { dossier } = JSON.parse(readFileSync(FIRM, "utf8"));
  await openWithDossier(page, `${site.address}#/form`, dossier);
  const field = page.locator(`[id="${FIELD}"]`);
  await field.fill("");
  await page.evaluate(timeInputs, "aside");
  for (let stroke = 0; stroke < KEYSTROKES; stroke += 1) {
    await field.press(stroke % 5 === 4 ? "Backspace" : `${1 + (stroke % 9)}`);
  }
  return timed(context, page, "typing");
}

/** Milliseconds from each move of a slider to the verdicts that follow, among the advice for a firm. */
async function sliding(browser, site) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { page } = await slowed(context);
  const { dossier } = JSON.parse(readFileSync(FIRM, "utf8"));
  await page.addInitScript((text) => localStorage.setItem("zjtx.draft", text), JSON.stringify(dossier));
  await page.goto(`${site.address}#/routes`);
  const slider = page.getByRole("slider", { name: LEVER, includeHidden: true });
  await slider.waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelectorAll(".tryout details").forEach((details) => (details.open = true)));
  await slider.focus();
  await slider.press("Home");
  await page.evaluate(timeInputs, ".tried");
  for (let move = 0; move < KEYSTROKES; move += 1) {
    await slider.press(move % 2 === 0 ? "End" : "Home");
  }
  return timed(context, page, "a slider");
}

async function report(browser, site) {
  console.log(`CPU slowed ${CPU_SLOWDOWN} times; median of ${RUNS} (and each)`);
  for (const latency of LATENCIES) {
    const runs = await measured(() => untilUsable(browser, site, latency));
    console.log(`form usable at 1.6 Mbit/s, latency ${latency} ms: ${shown(runs.map((run) => run.usableAfter))}`);
    console.log(`  received ${median(runs.map((run) => run.bytes))} bytes with their headers`);
  }
  const strokes = await measured(() => typing(browser, site));
  console.log(`typed character to updated verdicts: ${shown(strokes.map((run) => run.drawn))}`);
  console.log(`  and laid out: ${shown(strokes.map((run) => run.laidOut))}`);
  const moves = await measured(() => sliding(browser, site));
  console.log(`moved slider to updated verdicts: ${shown(moves.map((run) => run.drawn))}`);
  console.log(`  and laid out: ${shown(moves.map((run) => run.laidOut))}`);
}

const site = await startSite();
try {
  const server = await startBrowser({ whole: true });
  try {
    await report(await chromium.connect(server.wsEndpoint()), site);
  } finally {
    await server.close();
  }
} finally {
  site.stop();
}
