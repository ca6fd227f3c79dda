// Another site that embeds the self-test: tests with a host's page, which support/host.mjs serves.

import assert from "node:assert/strict";
import { startHost } from "./host.mjs";
import { REACH } from "./landing.mjs";
import { pageTest } from "./pages.mjs";
import { seen } from "./until.mjs";

export { startHost };

/** What the page 「嵌入」 advises. */
export const ADVISED =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";

/** The origin of the self-test, as a host's policy names it. */
export const siteOrigin = () => new URL(process.env.ZJTX_SITE).origin;

/** A test with a host; the body gets the page, the host's origin, and what any request told of the host. */
export function hostTest(name, { host = {}, ...options }, body) {
  pageTest(name, options, async (page, allow) => {
    const { origin, stop } = await startHost(host);
    allow(origin);
    const told = watchTold(page, origin);
    try {
      await body(page, origin);
      assert.deepEqual((await Promise.all(told)).filter(Boolean), [], "the site was told of its host");
    } finally {
      stop();
    }
  });
}

/**
 * Requests to the self-test's site that name the host in the address, a header or the body, as promises. A
 * browser compares the hash of the loader only where its request says from which origin it comes.
 */
function watchTold(page, origin) {
  const told = [];
  const name = new URL(origin).host;
  const tells = async (request) => {
    const { origin: from, ...others } = await request.allHeaders().catch(() => request.headers());
    const headers = request.url().endsWith("/embed/v1.js") ? others : { ...others, from };
    return `${request.url()} ${JSON.stringify(headers)} ${request.postData()}`.includes(name) && request.url();
  };
  page.on("request", (request) => request.url().startsWith(process.env.ZJTX_SITE) && told.push(tells(request)));
  return told;
}

/** The self-test in a host's page. */
export function frameOf(page, at = 0) {
  return page.frameLocator("iframe").nth(at);
}

/** Resolves when the app is drawn in the frame. */
export async function started(page, at = 0) {
  await frameOf(page, at).locator("main[data-packs]").waitFor();
}

/** Resolves once a page's heading has the focus and stands on top of the host's view. */
export async function landed(page) {
  const heading = frameOf(page).locator("#title:focus");
  await heading.waitFor();
  // Above the heading something may still be drawn, so that it is looked up each time.
  await seen(page, async () => {
    const { y } = (await heading.boundingBox()) ?? { y: -1 };
    return y >= 0 && y < REACH;
  });
}

/** The frame's document itself. */
export async function documentOf(page, at = 0) {
  const element = await page.locator("iframe").nth(at).elementHandle();
  return element.contentFrame();
}

/** Resolves when the frame is as high as its page, and neither scrolls; a frame that is out of view draws nothing. */
export async function fits(page, at = 0) {
  await page.locator("iframe").nth(at).scrollIntoViewIfNeeded();
  const frame = await documentOf(page, at);
  await frame.waitForFunction(() => {
    const root = document.documentElement;
    return root.scrollHeight <= innerHeight && Math.abs(root.getBoundingClientRect().height - innerHeight) <= 1;
  });
}
