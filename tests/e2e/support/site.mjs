// The site under test: the bytes of dist/, served by `cargo xtask serve`.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const ANNOUNCEMENT = /^serving the site at (http:\/\/127\.0\.0\.1:\d+\/)$/;

/** Builds and serves the site on a free port; resolves when it listens. */
export async function startSite() {
  const server = spawn("cargo", ["xtask", "serve", "--port", "0"], {
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
