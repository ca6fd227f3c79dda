// The npm package in a page under a strict policy, in a worker of it, and bundled. `cargo xtask package`
// builds it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { pageTest } from "./support/pages.mjs";

const PACKAGE = new URL("../../pkg/zjtx-evaluator/", import.meta.url);
const ESBUILD = fileURLToPath(new URL("../../static/statistics/node_modules/.bin/esbuild", import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; base-uri 'none'";
const TYPES = { js: "text/javascript", wasm: "application/wasm", html: "text/html" };

const JUDGE = `evaluate({ schema: 1, as_of: "2026-05-01", application_kind: "first",
  facts: { legal_person: false } }, "cn-specialized-sme-2026").verdict`;
const PLAIN = `import init, { evaluate } from "./web.js"; await init();`;

/** Files besides the package's own. */
const FILES = {
  "plain.html": `<!doctype html><title>plain</title><script type="module" src="plain.js"></script>`,
  "plain.js": `${PLAIN} document.title = ${JUDGE};`,
  "worker.html": `<!doctype html><title>worker</title><script type="module" src="starts.js"></script>`,
  "starts.js": `new Worker("worker.js", { type: "module" }).onmessage = ({ data }) => (document.title = data);`,
  "worker.js": `${PLAIN} postMessage(${JUDGE});`,
  "bundled.html": `<!doctype html><title>bundled</title><script type="module" src="bundled.js"></script>`,
};

function bundled() {
  const input = `import { evaluate } from "./bundler.js"; document.title = ${JUDGE};`;
  const words = ["--bundle", "--format=esm", "--log-level=error"];
  return execFileSync(ESBUILD, words, { input, cwd: fileURLToPath(PACKAGE), encoding: "utf8" });
}

let server;
before(async () => {
  assert.ok(existsSync(PACKAGE), "please build the package by `cargo xtask package`");
  const files = { ...FILES, "bundled.js": bundled() };
  server = createServer(({ url }, response) => {
    const name = url.slice(1);
    const headers = { "content-type": TYPES[name.split(".").pop()] ?? "", "content-security-policy": POLICY };
    response.writeHead(200, headers).end(files[name] ?? readFileSync(new URL(name, PACKAGE)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
after(() => server.close());

const address = () => `http://127.0.0.1:${server.address().port}/`;

for (const way of ["plain", "worker", "bundled"]) {
  pageTest(`the npm package under a strict policy: ${way}`, { site: address }, async (page) => {
    await page.route("**/favicon.ico", (route) => route.fulfill({ body: "" }));
    await page.goto(`${address()}${way}.html`);
    await page.waitForFunction(() => document.title === "unmet");
  });
}
