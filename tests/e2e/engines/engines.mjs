// The engines that the site is held to: each a browser with its WebDriver server.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Capabilities, WebDriver } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http/index.js";
import { freePort } from "../support/ports.mjs";

const { "goog:chromeOptions": FLAGS } = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"));
/** Longest that a server may take to listen, in milliseconds. */
const START = 30_000;
/** Size of the window: a desktop's. */
const WINDOW = { x: 0, y: 0, width: 1280, height: 900 };

/** The engines by their names in the accessibility statement. */
export const ENGINES = {
  Chromium: {
    driver: process.env.CHROMEDRIVER,
    wants: { browserName: "chrome", "goog:chromeOptions": { ...FLAGS, binary: process.env.CHROMIUM } },
  },
  WebKit: {
    driver: process.env.WEBKIT_DRIVER,
    wants: {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: process.env.WEBKIT, args: ["--automation"] },
    },
    // It has no mode without a screen.
    needsScreen: true,
  },
  Firefox: {
    driver: process.env.GECKODRIVER,
    wants: { browserName: "firefox", "moz:firefoxOptions": { binary: process.env.FIREFOX, args: ["-headless"] } },
  },
};

/** Starts a program; `stop` ends it and waits for that. */
function start(program, words, options) {
  const child = spawn(program, words, options);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, "exit");
  };
  return { child, stop };
}

/** Starts a screen that nobody sees; resolves to its name and how it is ended. */
async function startScreen() {
  const words = ["-displayfd", "1", "-screen", "0", `${WINDOW.width}x${WINDOW.height}x24`, "-nolisten", "tcp"];
  const { child, stop } = start("Xvfb", words, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const number of createInterface({ input: child.stdout })) return { display: `:${number}`, stop };
  throw new Error("Xvfb ended without a screen");
}

/** Resolves once the server at an address answers. */
async function listens(address) {
  const limit = AbortSignal.timeout(START);
  const answers = () => fetch(new URL("/status", address), { signal: limit }).then(({ ok }) => ok, () => false);
  while (!(await answers())) limit.throwIfAborted();
}

/** Starts the WebDriver server of an engine, and a screen where it needs one. `open` begins a session of its own. */
export async function startEngine(name) {
  const { driver, wants, needsScreen } = ENGINES[name];
  const screen = needsScreen ? await startScreen() : null;
  const environment = { ...process.env };
  if (screen) environment.DISPLAY = screen.display;
  // Its sandbox does not start for root; the pages are the site's own.
  if (process.getuid() === 0) environment.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = "1";
  const port = await freePort();
  const server = start(driver, [`--port=${port}`], { stdio: "ignore", env: environment });
  const address = `http://127.0.0.1:${port}`;
  await listens(address);
  const open = async () => {
    const session = WebDriver.createSession(new Executor(new HttpClient(address)), new Capabilities(wants));
    await session.manage().window().setRect(WINDOW);
    return session;
  };
  const stop = async () => {
    await server.stop();
    await screen?.stop();
  };
  return { open, stop };
}
