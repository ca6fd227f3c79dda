// The site's bytes at an address of their own, where a newer version can come out and the network go.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

/** What tells a page of the newer version. */
export const NEWER = '<meta name="newer">';

const PASSED_ON = ["content-type", "content-security-policy", "cache-control"];

async function original(path) {
  const response = await fetch(new URL(path, process.env.ZJTX_SITE));
  const headers = PASSED_ON.filter((name) => response.headers.has(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers.map((name) => [name, response.headers.get(name)])),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function integrity(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Serves the site on a free port. */
export async function startReleases() {
  const changed = new Map();
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await original(request.url);
    response.writeHead(status, headers).end(changed.get(request.url) ?? body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** A newer page comes out, with a worker that knows it, or one that is of yet another build. */
    async release({ complete }) {
      const page = `${(await original("/")).body}`.replace("<head>", `<head>${NEWER}`);
      const expected = integrity(complete ? page : "another page");
      const worker = `${(await original("/sw.js")).body}`
        .replace(/\["\.\/","[^"]*"\]/, `["./","${expected}"]`)
        .replace(/(const CACHE = `\$\{CACHES\})[^`]*/, `$1${expected}`);
      changed.set("/", page).set("/sw.js", worker);
    },
    /** Ends the network. */
    async stop() {
      if (server.listening) {
        const closed = once(server.close(), "close");
        server.closeAllConnections();
        await closed;
      }
    },
  };
}
