// The pages of tests/e2e/hosts, which embed the self-test, served from an origin of their own.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { text } from "node:stream/consumers";

const FOLDER = new URL("../hosts/", import.meta.url);
const INTEGRITY = new URL("../../../static/embed/v1.integrity", import.meta.url);
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

function fill(page, { site = process.env.ZJTX_SITE, query = "", sandbox = null }) {
  return page
    .replaceAll("%SITE%", site)
    .replaceAll("%INTEGRITY%", readFileSync(INTEGRITY, "utf8").trim())
    .replaceAll("%QUERY%", query)
    .replaceAll("%SANDBOX%", sandbox === null ? "" : `sandbox="${sandbox}"`);
}

/**
 * Serves the host pages on a free port. `options.policy` is the host's content security policy, `options.name`
 * its host name; `options.query` and `options.sandbox` go into the plain frame. `options.pages` are further
 * pages by path, `options.acts` what its server does with a posted body, by path, as `{ status, text }`;
 * `options.site` is the self-test's address where it is not the shared one.
 */
export async function startHost({ policy, name = "localhost", pages = {}, acts = {}, ...filled }) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://host").pathname.slice(1);
    if (path === "favicon.ico") return response.writeHead(204).end();
    if (request.method === "POST" && acts[path]) {
      const { status, text: answer } = await acts[path](await text(request));
      return response.writeHead(status, { "content-type": "application/json" }).end(answer);
    }
    const headers = { "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8" };
    if (policy) headers["content-security-policy"] = policy;
    try {
      const page = pages[path] ?? readFileSync(new URL(path, FOLDER), "utf8");
      response.writeHead(200, headers).end(fill(page, filled));
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
