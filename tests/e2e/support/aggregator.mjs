// The real statistics server on a database of its own, with the site of dist/, under a clock that a test sets.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { program } from "./programs.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ANNOUNCEMENT = /^serving the site at (http:\/\/127\.0\.0\.1:\d+\/)$/;
const TOKEN = /^demo token (\S+) (\S+)$/;

/** A folder for a database; call `remove` in the end. */
export function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), "zjtx-statistics-"));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/**
 * Starts the demonstration server: new databases are filled with made-up weeks before `at`. Resolves to
 * its address and its tokens by scope, such as `read:city`.
 */
export async function startAggregator(folder, at, environment = {}) {
  // The server refuses settings that it does not know, such as what these tests tell each other.
  const { ZJTX_BROWSER: _, ...inherited } = process.env;
  const words = ["--demo-database", join(folder.path, "demo.db"), "--at", at];
  const server = spawn(program("zjtx-aggregator"), ["demo", ...words], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...inherited, ZJTX_LISTEN: "127.0.0.1:0", ZJTX_SITE: join(ROOT, "dist"), ZJTX_LOG__LEVEL: "error", ...environment },
  });
  const tokens = {};
  for await (const line of createInterface({ input: server.stdout })) {
    const [, scope, token] = TOKEN.exec(line) ?? [];
    if (scope) {
      tokens[scope] = token;
    }
    const address = ANNOUNCEMENT.exec(line)?.[1];
    if (address) {
      return { address, tokens, stop: () => stop(server) };
    }
  }
  throw new Error("the statistics server ended without an address; its messages stand above");
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, "exit");
}
