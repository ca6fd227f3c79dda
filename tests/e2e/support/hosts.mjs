// Another site that embeds the self-test: the pages of tests/e2e/hosts, served from an origin of their own.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { pageTest } from "./pages.mjs";

const FOLDER = new URL("../hosts/", import.meta.url);
const INTEGRITY = new URL("../../../static/embed/v1.integrity", import.meta.url);
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

/** What the page 「嵌入」 advises. */
export const ADVISED =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";

/** The origin of the self-test, as a host's policy names it. */
export const siteOrigin = () => new URL(process.env.ZJTX_SITE).origin;

function fill(text, { query = "", sandbox = null }) {
  return text
    .replaceAll("%SITE%", process.env.ZJTX_SITE)
    .replaceAll("%INTEGRITY%", readFileSync(INTEGRITY, "utf8").trim())
    .replaceAll("%QUERY%", query)
    .replaceAll("%SANDBOX%", sandbox === null ? "" : `sandbox="${sandbox}"`);
}

/**
 * Serves the host pages on a free port. `options.policy` is the host's content security policy, `options.name`
 * its host name; `options.query` and `options.sandbox` go into the plain frame. `options.pages` are further
 * pages by path.
 */
export async function startHost({ policy, name = "localhost", pages = {}, ...filled }) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://host").pathname.slice(1);
    if (path === "favicon.ico") return response.writeHead(204).end();
    const headers = { "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8" };
    if (policy) headers["content-security-policy"] = policy;
    try {
      const text = pages[path] ?? readFileSync(new URL(path, FOLDER), "utf8");
      response.writeHead(200, headers).end(fill(text, filled));
    } catch {
      response.writeHead(404).end();
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://${name}:${server.address().port}`;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, stop };
}

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
