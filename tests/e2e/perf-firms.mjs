// Measures the lists of recognised firms, as many as a city and as a province have, made up: their build by the
// released program, their bytes, and in Chromium slowed down six times until they can be searched, the first hits while
// they arrive, a typed character to its hits, memory, and the next visit without a network. Takes dist/ as it stands.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { startBrowser } from "./support/browser.mjs";
import { KEYSTROKES, measured, median, shown, slowed, slowNetwork, timed, timeInputs } from "./support/measure.mjs";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Firms of a city and of a province, and how often each is measured. */
const SIZES = [
  { firms: 10_000, runs: 5 },
  { firms: 150_000, runs: 3 },
];
/** A name that firms have in part, and all pieces of it that are typed. */
const SEARCHED = "虚构星辰";

/** Runs a program of the workspace, as it is released. */
const cargo = (...words) => execFileSync("cargo", ["run", "--quiet", "--profile", "programs", ...words], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
const zjtx = (...words) => cargo("--package", "zjtx", "--", ...words);

/** Builds a directory of so many firms and a site with it; how long the directory took, and its bytes as Brotli. */
function siteOf(firms, folder) {
  mkdirSync(folder, { recursive: true });
  cargo("--package", "zjtx-directory", "--example", "made-up", "--", `${firms}`, folder);
  zjtx("packs");
  const lists = join(folder, "lists");
  const start = performance.now();
  zjtx("directory", "build", join(folder, "list.csv"), "-o", lists);
  const took = performance.now() - start;
  zjtx("site", "build", "--site", join(ROOT, "rules/sites/guangzhou.toml"), "--directory", lists, join(ROOT, "dist"), "-o", join(folder, "site"));
  const sent = readdirSync(lists).filter((name) => name.endsWith(".br"));
  return { took, bytes: sent.reduce((sum, name) => sum + statSync(join(lists, name)).size, 0) };
}

/** Types, in the page, as soon as there is a field, and notes when the first hit and the last piece are there. */
function typeAtOnce(text) {
  globalThis.noted = {};
  const note = (name, is) => is && (globalThis.noted[name] ??= performance.now());
  new MutationObserver(() => {
    const field = document.querySelector("#text");
    if (field && !("typed" in globalThis.noted)) {
      note("typed", true);
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    note("bar", document.querySelector("#progress"));
    note("hit", document.querySelector(".firm"));
    note("complete", field && !document.querySelector("#arriving"));
  }).observe(document, { childList: true, subtree: true });
}

/** Keeps, in the page, the memory of every program that it starts. */
function keepMemories() {
  globalThis.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      globalThis.memories.push((started.instance ?? started).exports.memory);
      return started;
    };
  }
}

/** A first visit on a slow network: milliseconds to the bar, the first hit and the last piece; bytes and memory. */
async function firstVisit(browser, address) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { page, devtools } = await slowed(context);
  const received = await slowNetwork(devtools, 0);
  await page.addInitScript(keepMemories);
  await page.addInitScript(typeAtOnce, SEARCHED);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.noted.complete, undefined, { timeout: 120_000 });
  const noted = await page.evaluate(() => globalThis.noted);
  const programs = await page.evaluate(() => globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  // Scripts' own heap with what stands outside it, such as files on their way.
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devtools.send("Runtime.getHeapUsage");
  await context.close();
  return { ...noted, bytes: received.bytes, memory: programs + usedSize + embedderHeapUsedSize + backingStorageSize };
}

/** Milliseconds from each typed character to the firms that it finds. */
async function searching(browser, address) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { page } = await slowed(context);
  await page.goto(address);
  await page.locator("#text").waitFor();
  await page.locator("#arriving").waitFor({ state: "detached", timeout: 120_000 });
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

/** Milliseconds until everything is there on a second visit, when the server is gone. */
async function withoutServer(browser, address, server) {
  const context = await browser.newContext();
  const { page } = await slowed(context);
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller, undefined, { timeout: 120_000 });
  await server.stop();
  await page.addInitScript(typeAtOnce, SEARCHED);
  await page.reload();
  await page.waitForFunction(() => globalThis.noted.complete && globalThis.noted.hit, undefined, { timeout: 120_000 });
  const { complete } = await page.evaluate(() => globalThis.noted);
  await context.close();
  return complete;
}

async function report(browser, { firms, runs }, folder) {
  const { took, bytes } = siteOf(firms, join(folder.path, `${firms}`));
  console.log(`${firms} firms: built in ${(took / 1000).toFixed(1)} s, ${(bytes / firms).toFixed(1)} bytes a firm as Brotli`);
  const server = await startAggregator(folder, "2026-11-18T10:00:00+08:00", { ZJTX_SITE: join(folder.path, `${firms}`, "site") });
  try {
    const address = `${server.address}directory/#/query`;
    const visits = await measured(() => firstVisit(browser, address), runs);
    const of = (name) => shown(visits.map((visit) => visit[name]));
    console.log(`  at 1.6 Mbit/s: bar after ${of("bar")}, first hit after ${of("hit")}`);
    console.log(`  complete after ${of("complete")}, ${median(visits.map((visit) => visit.bytes))} bytes with their headers`);
    console.log(`  memory ${(median(visits.map((visit) => visit.memory)) / 1e6).toFixed(1)} MB`);
    const strokes = await measured(() => searching(browser, address), runs);
    console.log(`  typed character to hits: ${shown(strokes.map((run) => run.drawn))}`);
    console.log(`    and laid out: ${shown(strokes.map((run) => run.laidOut))}`);
    console.log(`  complete again without a network after ${shown([await withoutServer(browser, address, server)])}`);
  } finally {
    await server.stop();
  }
}

const folder = makeFolder();
const browserServer = await startBrowser({ whole: true });
try {
  const browser = await chromium.connect(browserServer.wsEndpoint());
  for (const size of SIZES) {
    await report(browser, size, folder);
  }
} finally {
  await browserServer.close();
  folder.remove();
}
