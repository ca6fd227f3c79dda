// Bounds on time. `cargo xtask perf` holds figures to them; on a machine that runs other tests beside
// this one they say nothing of the page, and are printed only.

import assert from "node:assert/strict";

const HELD = process.env.E2E_TIMED === "1";

/** Prints a figure in milliseconds beside its bound, and fails above it where bounds are held. */
export function within(bound, figure, what) {
  console.log(`${what}: ${figure.toFixed(1)} ms (at most ${bound} ms)`);
  if (HELD) {
    assert.ok(figure <= bound, `${what}: ${figure.toFixed(1)} ms`);
  }
}
