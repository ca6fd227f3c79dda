// Measures what a person waits for, on the bytes of dist/ in Chromium slowed down six times: until the
// form can be filled in, from a typed character or a moved slider to the verdicts that follow from it, and with ten
// thousand recognised firms until they can be searched, and from a typed character to the hits.

import { readFileSync } from "node:fs";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { startBrowser } from "./support/browser.mjs";
import { openWithDossier } from "./support/former.mjs";
import { siteOfFirms } from "./support/made-up.mjs";
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

/** Recognised firms of the site that is searched. */
const FIRMS = 10_000;
/** A name that firms have in part, and all keystrokes that find some. */
const SEARCHED = "虚构星辰";

/** Notes, in the page, when one element is drawn, and another is not there or no longer. */
function noteDrawn({ wanted, gone }) {
  const look = new MutationObserver(() => {
    if (document.querySelector(wanted) && !(gone && document.querySelector(gone))) {
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.usableAfter = performance.now())));
    }
  });
  look.observe(document, { childList: true, subtree: true });
}

const FIRST_FIELD = { wanted: "#enterprise_name" };
const ALL_FIRMS = { wanted: "#text", gone: "#arriving" };

/** Milliseconds from the start of the navigation to a page that can be used, and bytes received. */
async function untilUsable(browser, address, latency, drawn) {
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
  await page.addInitScript(noteDrawn, drawn);
  await page.goto(address);
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

/** Milliseconds from each typed character to the firms that it finds. */
async function searching(browser, address) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { page } = await slowed(context);
  await page.goto(address);
  await page.locator("#text").waitFor();
  await page.locator("#arriving").waitFor({ state: "detached" });
  await page.evaluate(timeInputs, "#hits");
  const field = page.locator("#text");
  for (let stroke = 0; stroke < KEYSTROKES; stroke += 1) {
    // Each character is an input of its own, as with an input method that has composed it.
    await field.evaluate((input, text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, SEARCHED.slice(0, 1 + (stroke % SEARCHED.length)));
  }
  return timed(context, page, "searching");
}

async function reportFirms(browser) {
  const folder = makeFolder();
  const server = await startAggregator(folder, "2026-11-18T10:00:00+08:00", { ZJTX_SITE: siteOfFirms(folder.path, FIRMS) });
  try {
    const address = `${server.address}directory/#/query`;
    const runs = await measured(() => untilUsable(browser, address, 0, ALL_FIRMS));
    console.log(`${FIRMS} firms searchable at 1.6 Mbit/s: ${shown(runs.map((run) => run.usableAfter))}`);
    console.log(`  received ${median(runs.map((run) => run.bytes))} bytes with their headers`);
    const strokes = await measured(() => searching(browser, address));
    console.log(`typed character to hits: ${shown(strokes.map((run) => run.drawn))}`);
    console.log(`  and laid out: ${shown(strokes.map((run) => run.laidOut))}`);
  } finally {
    await server.stop();
    folder.remove();
  }
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
    const runs = await measured(() => untilUsable(browser, `${site.address}#/form`, latency, FIRST_FIELD));
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
    const browser = await chromium.connect(server.wsEndpoint());
    await report(browser, site);
    await reportFirms(browser);
  } finally {
    await server.close();
  }
} finally {
  site.stop();
}
