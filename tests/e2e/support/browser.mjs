// Chromium: started once by run.mjs, shared by all test files.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS_FILE = new URL("../webdriver.json", import.meta.url);

/** Starts the browser with the flags that the wasm unit tests use too. */
export function startBrowser() {
  const { "goog:chromeOptions": options } = JSON.parse(readFileSync(FLAGS_FILE, "utf8"));
  return chromium.launchServer({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: options.args,
  });
}

/** Connects a test file to the browser that run.mjs started. */
export function connectBrowser() {
  if (!process.env.ZJTX_BROWSER) {
    throw new Error("please run the browser tests by `cargo xtask test` or `node tests/e2e/run.mjs`");
  }
  return chromium.connect(process.env.ZJTX_BROWSER);
}
