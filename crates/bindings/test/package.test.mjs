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
  assert.equal(examples.length, 6);
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
  const lines = ['import type { Advice, BatchRow, Dossier, Facts, Outcome, PackInfo } from "zjtx-evaluator";'];
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
  lines.push('import { HeldDossier, evaluate } from "zjtx-evaluator/web";', 'export const text: string = evaluate(_1).pack;');
  lines.push('const held = new HeldDossier(_1);', 'held.set(_1.facts satisfies Facts);');
  lines.push('const outcome: Outcome = held.evaluate();', 'const advice: Advice = held.advise(outcome.pack);');
  lines.push("// @ts-expect-error no fact has that name", 'held.set({ revenue: "1" });');
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

/** Facts that are no plain object go as JSON text, as bad ones do. */
const asText = (dossier) => ({ ...dossier, facts: Object.assign(Object.create(null), dossier.facts) });

test("plain objects are judged as their JSON text is", async () => {
  const { HeldDossier, evaluate, packs } = await import(join(PACKAGE, "node.js"));
  for (const dossier of dossiers()) {
    for (const { id } of packs()) {
      const outcome = evaluate(dossier, id);
      assert.deepEqual(outcome, evaluate(asText(dossier), id));
      assert.deepEqual(Object.keys(outcome), Object.keys(JSON.parse(JSON.stringify(outcome))));
    }
    const held = new HeldDossier({ ...dossier, facts: {} });
    held.set(dossier.facts);
    assert.deepEqual(held.evaluate("cn-specialized-sme-2022"), evaluate(dossier, "cn-specialized-sme-2022"));
    held.free();
  }
});

test("what an answer may be does not hang on how it comes", async () => {
  const { evaluate } = await import(join(PACKAGE, "node.js"));
  const told = (dossier) => {
    try {
      return evaluate(dossier, "cn-specialized-sme-2026");
    } catch ({ code, path, message }) {
      return { code, path, message };
    }
  };
  const date = new Date(0);
  const answers = [
    true, false, null, undefined, 0, -0, -1, 8, 8.5, 1e21, NaN, "", " 8 ", "8600万元", "８６００", "none", "class1", "é", "\u{20000}",
    "\ud800", "x".repeat(2_000), [], ["qms_certified"], ["qms_certified", 1], ["qms_certified,own_brand"], ["qms_certified", "own_brand"], ["qms_certified\nown_brand"], ["none"], [""], [, "qms_certified"], {}, { 2025: "8" }, { undefined: "8" }, date,
    { 2025: null }, { 2025: undefined }, { 2025: true }, { 2e3: "8", 1999: "7" }, { "2e03": "8" }, { 12025: "8" }, () => 1, new String("8"),
  ];
  const ids = ["legal_person", "years_in_segment", "operating_revenue", "quality_items", "ip_grade", "domestic_market_rank"];
  for (const id of [...ids, "enterprise_name", "industry", "platform_score", "no_such_fact"]) {
    for (const answer of answers) {
      const dossier = { schema: 1, as_of: "2026-05-01", application_kind: "first", facts: { [id]: answer } };
      assert.deepEqual(told(dossier), told(asText(dossier)), `${id}: ${String(answer)}`);
    }
  }
});

test("a held dossier changes as it is told, or not at all", async () => {
  const { HeldDossier, evaluate } = await import(join(PACKAGE, "node.js"));
  const dossier = (facts) => ({ schema: 1, as_of: "2026-05-01", application_kind: "first", facts });
  const held = new HeldDossier(dossier({ legal_person: true, rd_expense: { 2025: "80", 2024: "70" } }));
  const holds = (facts) => assert.deepEqual(held.evaluate(), evaluate(dossier(facts)));
  held.set({ rd_expense: { 2025: "258" }, years_in_segment: 8 });
  holds({ legal_person: true, rd_expense: { 2025: "258", 2024: "70" }, years_in_segment: "8" });
  assert.throws(() => held.set({ years_in_segment: "9", rd_expense: { 2025: "x" } }), {
    code: "unreadable",
    path: "/rd_expense/2025",
  });
  assert.throws(() => held.set({ revenue: "1" }), { code: "unknown_fact", path: "/revenue" });
  assert.throws(() => held.evaluate("no-such-pack"), { code: "unknown_pack" });
  holds({ legal_person: true, rd_expense: { 2025: "258", 2024: "70" }, years_in_segment: "8" });
  held.set({ rd_expense: null, years_in_segment: null });
  holds({ legal_person: true });
  held.set(Object.assign(Object.create(null), { rd_expense: { 2025: "80" }, legal_person: null }));
  holds({ rd_expense: { 2025: "80" } });
  held.set(Object.assign(Object.create(null), { rd_expense: null }));
  holds({});
});

test("npm packs what is needed and nothing else", () => {
  const words = ["pack", "--dry-run", "--json", PACKAGE];
  const [{ files }] = JSON.parse(execFileSync("npm", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "bundler.d.ts", "bundler.js", "glue.js", "node.d.ts",
    "node.js", "package.json", "web.d.ts", "web.js", "web_bg.wasm", "web_bg.wasm.d.ts",
  ]);
});
