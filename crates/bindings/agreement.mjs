// Node: the evaluator as wasm says of every dossier what it says natively.
// Usage: node agreement.mjs MODULE DOSSIERS, the latter one JSON object {pack, dossier, outcome, advice} a line.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [, , modulePath, dossiersPath] = process.argv;
const { advise, evaluate } = createRequire(import.meta.url)(modulePath);
let agreed = 0;
for await (const line of createInterface({ input: createReadStream(dossiersPath) })) {
  const { pack, dossier, outcome, advice } = JSON.parse(line);
  assert.deepEqual(evaluate(dossier, pack), outcome, JSON.stringify(dossier));
  assert.deepEqual(advise(dossier, pack), advice, JSON.stringify(dossier));
  agreed += 1;
}
assert.ok(agreed >= 2000, `only ${agreed} dossiers`);
assert.throws(() => evaluate({ schema: 1 }, 'cn-size-2011'), { code: 'missing_field' });
assert.throws(() => advise({ schema: 1 }, 'cn-size-2011'), { code: 'missing_field' });
console.log(`${agreed} dossiers are judged and advised alike natively and as wasm`);
