// The addresses of all pages, as the app itself writes them (app/src/address.rs).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const SOURCE = new URL("../../../app/src/address.rs", import.meta.url);

/** Address patterns in the order of the source, such as `""`, `form` and `rules/{pack}/{rule}`. */
function patterns() {
  const [source] = readFileSync(SOURCE, "utf8").split("#[cfg(");
  return [...new Set([...source.matchAll(/"#\/([^"]*)"/g)].map(([, pattern]) => pattern))];
}

/**
 * Every page's address without `#/`. `examples` has an address for each pattern with parts that differ, by the
 * pattern; a pattern without one fails, so that no new page is left out.
 */
export function addressesOf(examples) {
  const all = patterns();
  const open = all.filter((pattern) => pattern.includes("{"));
  assert.ok(all.length > 15, `only ${all.length} addresses were found`);
  assert.deepEqual(Object.keys(examples).sort(), open.sort(), "an example for each address with parts that differ");
  return all.map((pattern) => examples[pattern] ?? pattern);
}
