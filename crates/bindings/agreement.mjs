// Node: the evaluator as wasm says of every dossier what it says natively.
// Usage: node agreement.mjs MODULE DOSSIERS, the latter one JSON object {pack, dossier, outcome, advice} a line.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [, , modulePath, dossiersPath] = process.argv;
const { advise, evaluate, evaluateBatch } = await import(pathToFileURL(modulePath));
/** Dossiers by pack, for all at once. */
const lists = new Map();
let agreed = 0;
for await (const line of createInterface({ input: createReadStream(dossiersPath) })) {
  const { pack, dossier, outcome, advice } = JSON.parse(line);
  assert.deepEqual(evaluate(dossier, pack), outcome, JSON.stringify(dossier));
  assert.deepEqual(advise(dossier, pack), advice, JSON.stringify(dossier));
  lists.set(pack, [...(lists.get(pack) ?? []), { dossier, outcome }]);
  agreed += 1;
}
for (const [pack, list] of lists) {
  const rows = evaluateBatch(list.map(({ dossier }) => dossier), pack);
  assert.deepEqual(rows, list.map(({ outcome }) => shortened(outcome)), pack);
}
assert.ok(agreed >= 2000, `only ${agreed} dossiers`);
assert.throws(() => evaluate({ schema: 1 }, 'cn-size-2011'), { code: 'missing_field' });
assert.throws(() => advise({ schema: 1 }, 'cn-size-2011'), { code: 'missing_field' });
console.log(`${agreed} dossiers are judged and advised alike natively and as wasm`);

/** What a batch tells of an outcome. */
function shortened({ pack, revision, verdict, score, criteria }) {
  const unmet = criteria.filter(({ truth }) => truth === 'unmet').map(({ id }) => id);
  return { pack, revision, verdict, score: score && { min: score.min, max: score.max }, unmet };
}
