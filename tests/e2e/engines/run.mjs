// Runs the journeys on the site as it is built in dist/. Words after the command name the engines: `node run.mjs WebKit`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startSite } from "../support/site.mjs";

const chosen = process.argv.slice(2);
const site = await startSite({ asBuilt: true });
try {
  const environment = { ...process.env, ZJTX_SITE: site.address };
  if (chosen.length > 0) environment.E2E_ENGINES = chosen.join();
  const runner = spawn(process.execPath, ["--test", "--test-reporter=spec", "journeys.test.mjs"], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit"],
    env: environment,
  });
  const [code] = await once(runner, "exit");
  process.exitCode = code ?? 1;
} finally {
  site.stop();
}
