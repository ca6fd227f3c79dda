// Node: the evaluator as wasm says of every dossier what it says natively.
// Usage: node agreement.mjs MODULE DOSSIERS, the latter one JSON object {pack, dossier, outcome, advice} a line.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [, , modulePath, dossiersPath] = process.argv;
const { HeldDossier, advise, evaluate, evaluateBatch } = await import(pathToFileURL(modulePath));
/** Dossiers by pack, for all at once. */
const lists = new Map();
let agreed = 0;
for await (const line of createInterface({ input: createReadStream(dossiersPath) })) {
  const { pack, dossier, outcome, advice } = JSON.parse(line);
  assert.deepEqual(evaluate(dossier, pack), outcome, JSON.stringify(dossier));
  assert.deepEqual(advise(dossier, pack), advice, JSON.stringify(dossier));
  assert.deepEqual(evaluate(asText(dossier), pack), outcome, JSON.stringify(dossier));
  assert.deepEqual(filledIn(dossier).evaluate(pack), outcome, JSON.stringify(dossier));
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

/** The same dossier as it is read that is no plain object: as JSON text. */
function asText(dossier) {
  return Object.assign(Object.create(null), dossier);
}

/** The same dossier as a form makes it: empty, and then fact by fact. */
function filledIn(dossier) {
  const held = new HeldDossier({ ...dossier, facts: {} });
  for (const [id, answer] of Object.entries(dossier.facts)) held.set({ [id]: answer });
  return held;
}

/** What a batch tells of an outcome. */
function shortened({ pack, revision, verdict, score, criteria }) {
  const unmet = criteria.filter(({ truth }) => truth === 'unmet').map(({ id }) => id);
  return { pack, revision, verdict, score: score && { min: score.min, max: score.max }, unmet };
}
