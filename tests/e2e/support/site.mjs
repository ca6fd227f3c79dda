// The site under test: the bytes of dist/, served by `cargo xtask serve`.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const ANNOUNCEMENT = /^serving the site at (http:\/\/127\.0\.0\.1:\d+\/)$/;

/** The address of the site's page, with a route such as "#/form" behind it. */
export function addressOf(route = "") {
  return new URL(route, process.env.ZJTX_SITE).href;
}

/** Serves the site on a free port, built anew unless it is to be taken as built; resolves when it listens. */
export async function startSite({ asBuilt = false } = {}) {
  const words = ["xtask", "serve", "--port", "0", ...(asBuilt ? ["--as-built"] : [])];
  const server = spawn("cargo", words, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = ANNOUNCEMENT.exec(line)?.[1];
    if (address) {
      return { address, stop: () => server.kill() };
    }
  }
  throw new Error("cargo xtask serve ended without an address; its messages stand above");
}
