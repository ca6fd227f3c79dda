// Measuring in a slow browser on a slow network: what `perf.mjs` and `perf-firms.mjs` share.

export const RUNS = 5;
export const CPU_SLOWDOWN = 6;
const BYTES_PER_SECOND = 1_600_000 / 8;
/** Each keystroke makes something else, and with it other verdicts, margins or hits. */
export const KEYSTROKES = 20;

export const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
export const shown = (figures) => `${median(figures).toFixed(1)} ms (${figures.map((ms) => ms.toFixed(1)).join(", ")})`;

/** A page in a browser that is slowed down. */
export async function slowed(context) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return { page, devtools };
}

/** Slows the network down; the bytes that are received are counted from then on. */
export async function slowNetwork(devtools, latency) {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  const received = { bytes: 0 };
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (received.bytes += encodedDataLength));
  return received;
}

/**
 * Times, in the page, every input event: until all it led to is drawn, and until that is laid out.
 *
 * The app draws in microtasks after its own listener, and these are done before the next listener's turn.
 */
export function timeInputs(outcome) {
  globalThis.inputs = [];
  let start;
  addEventListener("input", () => (start = performance.now()), true);
  addEventListener("input", () => {
    const drawn = performance.now() - start;
    document.body.getBoundingClientRect();
    const laidOut = performance.now() - start;
    globalThis.inputs.push({ drawn, laidOut, outcome: document.querySelector(outcome).textContent });
  });
}

/** The medians of what was timed in a page, which is left. */
export async function timed(context, page, what) {
  const inputs = await page.evaluate(() => globalThis.inputs);
  await context.close();
  if (new Set(inputs.map(({ outcome }) => outcome)).size < 2 || inputs.length !== KEYSTROKES) {
    throw new Error(`${what} did not change what the page says`);
  }
  return { drawn: median(inputs.map(({ drawn }) => drawn)), laidOut: median(inputs.map(({ laidOut }) => laidOut)) };
}

/** Measures several times, one after the other. */
export async function measured(measure, runs = RUNS) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    results.push(await measure());
  }
  return results;
}
