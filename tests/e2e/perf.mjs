// Measures what a person waits for, on the bytes of dist/ in Chromium slowed down six times: until the
// form can be filled in, and from a typed character or a moved slider to the verdicts that follow from it.

import { readFileSync } from "node:fs";
import { startBrowser } from "./support/browser.mjs";
import { openWithDossier } from "./support/former.mjs";
import { startSite } from "./support/site.mjs";
import { chromium } from "playwright-core";

const RUNS = 5;
const CPU_SLOWDOWN = 6;
const BYTES_PER_SECOND = 1_600_000 / 8;
/** Without delay, and with that of a slow mobile network, in milliseconds. */
const LATENCIES = [0, 150];
const FIRM = new URL("../golden/regime-2026/C01.json", import.meta.url);
const FIELD = "operating_revenue@2025";
/** Each keystroke makes another figure, and with it other verdicts and margins. */
const KEYSTROKES = 20;
const LEVER = "研发费用：申报上年度（滑块）";

const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
const shown = (figures) => `${median(figures).toFixed(1)} ms (${figures.map((ms) => ms.toFixed(1)).join(", ")})`;

async function slowed(context) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return { page, devtools };
}

/** Notes, in the page, when the first field of the form is drawn. */
function noteFirstField() {
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
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(noteFirstField);
  await page.goto(`${site.address}#/form`);
  await page.waitForFunction(() => globalThis.usableAfter);
  const usableAfter = await page.evaluate(() => globalThis.usableAfter);
  await context.close();
  return { usableAfter, bytes };
}

/**
 * Times, in the page, every input event: until all it led to is drawn, and until that is laid out.
 *
 * The app draws in microtasks after its own listener, and these are done before the next listener's turn.
 */
function timeInputs(verdicts) {
  globalThis.inputs = [];
  let start;
  addEventListener("input", () => (start = performance.now()), true);
  addEventListener("input", () => {
    const drawn = performance.now() - start;
    document.body.getBoundingClientRect();
    const laidOut = performance.now() - start;
    globalThis.inputs.push({ drawn, laidOut, verdicts: document.querySelector(verdicts).textContent });
  });
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

/** The medians of what was timed in a page, which is left. */
async function timed(context, page, what) {
  const inputs = await page.evaluate(() => globalThis.inputs);
  await context.close();
  if (new Set(inputs.map(({ verdicts }) => verdicts)).size < 2 || inputs.length !== KEYSTROKES) {
    throw new Error(`${what} did not change what the page says`);
  }
  return { drawn: median(inputs.map(({ drawn }) => drawn)), laidOut: median(inputs.map(({ laidOut }) => laidOut)) };
}

async function measured(measure) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) {
    results.push(await measure());
  }
  return results;
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
