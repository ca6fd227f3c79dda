// Chromium: started once by run.mjs, shared by all test files.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS_FILE = new URL("../webdriver.json", import.meta.url);

/** The browser, with the flags that the wasm unit tests use too. */
function launch() {
  const { "goog:chromeOptions": options } = JSON.parse(readFileSync(FLAGS_FILE, "utf8"));
  return { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: options.args };
}

/** Starts the browser. */
export function startBrowser() {
  return chromium.launchServer(launch());
}

/** Starts a browser of its own that is not a private one: there, frames of other sites may store something. */
export function startProfile() {
  return chromium.launchPersistentContext("", launch());
}

/** Connects a test file to the browser that run.mjs started. */
export function connectBrowser() {
  if (!process.env.ZJTX_BROWSER) {
    throw new Error("please run the browser tests by `cargo xtask test` or `node tests/e2e/run.mjs`");
  }
  return chromium.connect(process.env.ZJTX_BROWSER);
}
