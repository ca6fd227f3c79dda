// One evaluation with explanation, object in and object out, beside zen-engine's quickest form of the same conditions:
// a decision made once from precompiled content, without trace. Both judge the same dossiers, in turns.
//
// node run.mjs PACKAGE: the folder of the evaluator's npm package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { decision, figures } from './conditions.mjs';

const PACK = 'cn-specialized-sme-2022';
const CASES = ['Z22-01', 'Z22-05', 'Z22-09', 'Z22-15'];
const ROUNDS = 2_000;
const RUNS = 15;
/** Evaluations of zen-engine that are under way at the same time. */
const TOGETHER = 64;

const { HeldDossier, evaluate } = await import(pathToFileURL(resolve(process.argv[2], 'node.js')));
const golden = new URL('../../../tests/golden/specialized-2022/', import.meta.url);
const dossiers = CASES.map((id) => JSON.parse(readFileSync(new URL(`${id}.json`, golden), 'utf8')).dossier);
const inputs = dossiers.map(figures);
const held = dossiers.map((dossier) => new HeldDossier(dossier));
/** What somebody types into a form: one figure after the other. */
const typed = ['301', '302', '303', '304'].map((figure) => ({ rd_expense: { 2022: figure } }));
const engine = new ZenEngine();
const content = new ZenDecisionContent(Buffer.from(JSON.stringify(decision)));
const zen = engine.createDecision(content);

for (const [index, dossier] of dossiers.entries()) {
  const { result } = await zen.evaluate(inputs[index]);
  const own = evaluate(dossier, PACK);
  assert.deepEqual([result.met, Number(result.score)], [own.verdict === 'met', Number(own.score.min)], CASES[index]);
}

const ways = {
  'zen-engine, one after the other': async () => {
    for (let round = 0; round < ROUNDS; round += 1) await zen.evaluate(inputs[round % inputs.length]);
  },
  [`zen-engine, ${TOGETHER} at the same time`]: async () => {
    for (let round = 0; round < ROUNDS; round += TOGETHER) {
      await Promise.all(Array.from({ length: TOGETHER }, (_, index) => zen.evaluate(inputs[index % inputs.length])));
    }
  },
  'zjtx, object in, object out': async () => {
    for (let round = 0; round < ROUNDS; round += 1) evaluate(dossiers[round % dossiers.length], PACK);
  },
  'zjtx, held dossier, a fact changed': async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = held[round % held.length];
      one.set(typed[(round >> 2) % typed.length]);
      one.evaluate(PACK);
    }
  },
  'zjtx, held dossier': async () => {
    for (let round = 0; round < ROUNDS; round += 1) held[round % held.length].evaluate(PACK);
  },
};

const least = Object.fromEntries(Object.keys(ways).map((name) => [name, Infinity]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, work] of Object.entries(ways)) {
    const started = performance.now();
    await work();
    least[name] = Math.min(least[name], ((performance.now() - started) * 1e3) / ROUNDS);
  }
}
const [alone, together] = Object.values(least);
const quickest = Math.min(alone, together);
for (const [name, micros] of Object.entries(least)) {
  console.log(`${name.padEnd(36)} ${micros.toFixed(2).padStart(8)} µs   ${(quickest / micros).toFixed(2).padStart(6)} times`);
}
