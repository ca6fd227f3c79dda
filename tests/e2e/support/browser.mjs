// Chromium: started once by run.mjs, shared by all test files.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS_FILE = new URL("../webdriver.json", import.meta.url);

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** How to start a browser, with the flags that the wasm unit tests use too. */
function launch(executablePath) {
  const { "goog:chromeOptions": options } = JSON.parse(readFileSync(FLAGS_FILE, "utf8"));
  return { executablePath, args: options.args };
}

/** Starts the browser; unless the whole one is wanted, without windows and tool bars, which nobody looks at here. */
export function startBrowser({ whole = false } = {}) {
  return chromium.launchServer(launch((!whole && process.env.CHROMIUM_SHELL) || CHROMIUM));
}

/** Starts a whole browser for one test. */
export function launchWhole() {
  return chromium.launch(launch(CHROMIUM));
}

/** What lets frames of other sites store something, each in its host's share; some builds begin without it. */
const FRAMES_STORE = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/** Playwright turns the partitions off among other features; of two such switches the last one holds. */
const PARTITIONED = "--disable-features=Translate";

/** Starts a browser of its own with a profile, as private contexts let no frame of another site store anything. */
export async function startProfile() {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-profile-"));
  mkdirSync(join(folder, "Default"));
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(FRAMES_STORE));
  const { args, ...options } = launch(CHROMIUM);
  const context = await chromium.launchPersistentContext(folder, { ...options, args: [...args, PARTITIONED] });
  const stop = async () => {
    await context.close();
    rmSync(folder, { recursive: true, maxRetries: 10 });
  };
  return { context, stop };
}

/** Connects a test file to the browser that run.mjs started. */
export function connectBrowser() {
  if (!process.env.ZJTX_BROWSER) {
    throw new Error("please run the browser tests by `cargo xtask test` or `node tests/e2e/run.mjs`");
  }
  return chromium.connect(process.env.ZJTX_BROWSER);
}
