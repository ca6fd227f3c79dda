// Runs the browser tests: builds and serves the site once, starts one Chromium, then hands both to
// Node's test runner. Words after the command name the tests to run: `node run.mjs smoke boot`. With
// `--as-built` it takes dist/ as it stands, with `--shots` it saves pictures of the pages.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./support/browser.mjs";
import { startSite } from "./support/site.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const AS_BUILT = process.argv.includes("--as-built");
const SHOTS = process.argv.includes("--shots");
const chosen = process.argv.slice(2).filter((word) => !word.startsWith("--"));
/** Test files at a time; the browser and its pages are processes of their own. */
const AT_ONCE = 2;

function testFiles() {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .filter((name) => chosen.length === 0 || chosen.some((word) => name.startsWith(word)));
  if (files.length === 0) {
    throw new Error(`no browser test is named ${chosen.join(" or ")}`);
  }
  return files;
}

async function runTests(site, browser) {
  const runner = spawn(process.execPath, ["--test", `--test-concurrency=${AT_ONCE}`, "--test-reporter=spec", ...testFiles()], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ZJTX_SITE: site.address, ZJTX_BROWSER: browser.wsEndpoint(), E2E_SHOTS: SHOTS ? "1" : "" },
  });
  const [code] = await once(runner, "exit");
  return code ?? 1;
}

const site = await startSite({ asBuilt: AS_BUILT });
try {
  const browser = await startBrowser();
  try {
    process.exitCode = await runTests(site, browser);
  } finally {
    await browser.close();
  }
} finally {
  site.stop();
}
