// How long a fresh Node takes from importing the npm package to its first verdict. Usage: node cold-start.mjs FOLDER
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const RUNS = 21;
const MEASURE = `
  const start = performance.now();
  const { evaluate } = await import(${JSON.stringify(pathToFileURL(join(process.argv[2], "node.js")))});
  evaluate({ schema: 1, as_of: "2026-05-01", application_kind: "first", facts: { legal_person: true } });
  console.log(performance.now() - start);`;

const run = () => Number(execFileSync(process.execPath, ["--input-type=module", "-e", MEASURE], { encoding: "utf8" }));
const times = Array.from({ length: RUNS }, run).sort((a, b) => a - b);
const shown = [times[(RUNS - 1) / 2], times[0]].map((time) => time.toFixed(1));
console.log(`import, compile, first verdict in a fresh Node: median ${shown[0]} ms, fastest ${shown[1]} ms of ${RUNS}`);
