// Waiting for what a page only tells by a promise. `page.waitForFunction` takes a promise for a yes, so it does not wait
// for an asynchronous question.

/** Longest wait in milliseconds, as Playwright's own. */
const LIMIT = 30_000;

/** Resolves once an asynchronous question, asked in the page once a frame, is answered by yes. */
export async function until(page, holds) {
  const limit = AbortSignal.timeout(LIMIT);
  while (!(await page.evaluate(holds))) {
    limit.throwIfAborted();
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
