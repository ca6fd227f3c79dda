// Waiting for what a page only tells by a promise. `page.waitForFunction` takes a promise for a yes, so it does not wait
// for an asynchronous question.

/** Longest wait in milliseconds, as Playwright's own. */
const LIMIT = 30_000;

/** Resolves once an asynchronous question, asked in the page once a frame, is answered by yes. */
export function until(page, holds) {
  return seen(page, () => page.evaluate(holds));
}

/** The same, asked from outside: of where something stands in the whole window, say. */
export async function seen(page, holds) {
  const limit = AbortSignal.timeout(LIMIT);
  while (!(await holds())) {
    limit.throwIfAborted();
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
