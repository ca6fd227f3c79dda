// The built npm package: its examples, its types against what it really gives, workers, its files.
// `cargo xtask package` builds it and runs this with ZJTX_PACKAGE naming its folder.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const PACKAGE = process.env.ZJTX_PACKAGE ?? fileURLToPath(new URL("../../../pkg/zjtx-evaluator", import.meta.url));
const TSC = fileURLToPath(new URL("../../../tests/e2e/node_modules/typescript/bin/tsc", import.meta.url));
const GOLDEN = new URL("../../../tests/golden/", import.meta.url);

/** A project that has installed the package. */
const project = mkdtempSync(join(tmpdir(), "zjtx-package-"));
mkdirSync(join(project, "node_modules"));
symlinkSync(PACKAGE, join(project, "node_modules/zjtx-evaluator"));
writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
after(() => rmSync(project, { recursive: true }));

function file(name, text) {
  writeFileSync(join(project, name), text);
  return join(project, name);
}

const run = (name) => execFileSync(process.execPath, ["--preserve-symlinks", name], { encoding: "utf8" });

test("the README's examples print what they say", () => {
  const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
  const examples = [...readme.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
  assert.equal(examples.length, 5);
  for (const [index, code] of examples.entries()) {
    const printed = run(file(`example-${index}.js`, code)).trim().split("\n");
    const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    for (const [line, text] of said.entries()) {
      if (!text.startsWith("the ")) assert.equal(printed[line], text);
    }
  }
});

/** Golden cases of every kind of rule. */
function dossiers() {
  const folders = readdirSync(GOLDEN, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const cases = folders.flatMap(({ name }) => readdirSync(new URL(`${name}/`, GOLDEN)).map((one) => `${name}/${one}`));
  const read = (path) => JSON.parse(readFileSync(new URL(path, GOLDEN), "utf8")).dossier;
  return cases.filter((_, index) => index % 7 === 0).map(read).filter(Boolean);
}

test("the types are those of what goes in and comes out", async () => {
  const { advise, evaluate, evaluateBatch, packs } = await import(join(PACKAGE, "node.js"));
  const lines = ['import type { Advice, BatchRow, Dossier, Outcome, PackInfo } from "zjtx-evaluator";'];
  const say = (type, value) => lines.push(`const _${lines.length}: ${type} = ${JSON.stringify(value)};`);
  for (const dossier of dossiers()) {
    say("Dossier", dossier);
    for (const { id } of packs().slice(lines.length % 3, (lines.length % 3) + 3)) {
      say("Outcome", evaluate(dossier, id));
      say("Advice", advise(dossier, id));
    }
  }
  say("BatchRow[]", evaluateBatch([...dossiers(), {}]));
  say("PackInfo[]", packs());
  lines.push('import { evaluate } from "zjtx-evaluator/web";', 'export const text: string = evaluate(_1).pack;');
  lines.push("// @ts-expect-error no fact has that name", '_1.facts.revenue = "1";');
  file("types.ts", lines.join("\n"));
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  const { stdout, status } = tsc([...options, join(project, "types.ts")]);
  assert.equal(status, 0, stdout);
});

function tsc(words) {
  try {
    return { stdout: execFileSync(process.execPath, [TSC, ...words], { encoding: "utf8" }), status: 0 };
  } catch ({ stdout, status }) {
    return { stdout: stdout.slice(0, 2000), status };
  }
}

test("it works in a worker", async () => {
  const code = `
    import { parentPort } from "node:worker_threads";
    import { packs } from "zjtx-evaluator";
    parentPort.postMessage(packs().length);`;
  const [count] = await once(new Worker(file("worker.js", code)), "message");
  assert.ok(count >= 8, `${count} packs`);
});

test("whatever it is given, it throws an error with a code and stays usable", async () => {
  const { evaluate, evaluateBatch } = await import(join(PACKAGE, "node.js"));
  const loop = {};
  loop.loop = loop;
  for (const bad of [undefined, null, 1, "x", [], {}, () => {}, loop, { schema: 1n }, { schema: 2 }]) {
    assert.throws(() => evaluate(bad), ({ code }) => typeof code === "string", String(bad));
  }
  assert.throws(() => evaluateBatch({}), { code: "not_a_list" });
  assert.throws(() => evaluate(dossiers()[0], "no-such-pack"), { code: "unknown_pack" });
  assert.ok(evaluate(dossiers()[0], "cn-little-giant-2026").pack);
});

test("npm packs what is needed and nothing else", () => {
  const words = ["pack", "--dry-run", "--json", PACKAGE];
  const [{ files }] = JSON.parse(execFileSync("npm", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "bundler.d.ts", "bundler.js", "node.d.ts", "node.js",
    "package.json", "web.d.ts", "web.js", "web_bg.wasm", "web_bg.wasm.d.ts",
  ]);
});
