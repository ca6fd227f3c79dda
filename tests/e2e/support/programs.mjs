// Programs of the workspace, as their tests have built them: with one package alone, dependencies would be built anew
// with other features.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
let isBuilt = false;

/** The path of a program, built where it is not as its sources are. */
export function program(name) {
  if (!isBuilt) {
    execFileSync("cargo", ["test", "--quiet", "--no-run", "--workspace"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    isBuilt = true;
  }
  return join(ROOT, "target/debug", name);
}
