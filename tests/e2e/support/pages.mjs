// What every browser test starts from: a fresh page that watches for trouble.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connectBrowser, launchWhole } from "./browser.mjs";
import { addressOf } from "./site.mjs";

export { addressOf };

/** Sizes that the site is made for, in CSS pixels. */
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

let shared;
before(async () => {
  shared = await connectBrowser();
});
after(() => shared.close());

/**
 * Declares a test that gets a page in a browser context of its own.
 *
 * It fails, besides by its own assertions, on a console error, an uncaught exception, a violated
 * content security policy or a request to another origin. `options.context` goes to Playwright;
 * `options.expectedErrors` lists patterns of console errors that the test provokes; `options.site` tells
 * the address of a server other than the shared one; with `options.whole` the test has a browser of its own,
 * with everything that a person's has. The body gets the page, and a function that allows requests to one more
 * origin. Unless the context allows workers, the page keeps no copy of the site.
 */
export function pageTest(name, options, body) {
  test(name, async () => {
    const browser = options.whole ? await launchWhole() : shared;
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: "zh-CN",
      reducedMotion: "reduce",
      serviceWorkers: "block",
      ...options.context,
    });
    try {
      const own = new Set();
      const troubles = watch(context, own, options.expectedErrors ?? [], options.site ?? addressOf);
      await body(await context.newPage(), (origin) => own.add(origin));
      assert.deepEqual(troubles, [], "the page ran into trouble");
    } finally {
      await context.close();
      if (options.whole) await browser.close();
    }
  });
}

/** Collects what must not happen on any page of the context; Chromium logs a violated policy too. */
function watch(context, own, expectedErrors, site) {
  const troubles = [];
  const isExpected = (text) => expectedErrors.some((pattern) => pattern.test(text));
  context.on("console", (message) => {
    if (message.type() === "error" && !isExpected(message.text())) {
      troubles.push(`console error: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => troubles.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && !own.has(origin) && origin !== new URL(site()).origin) {
      troubles.push(`request to another origin: ${request.url()}`);
    }
  });
  return troubles;
}
