// What the browser keeps for a page. A browser may have no storage, or refuse it, with an exception at every touch: then nothing
// is kept, and the page works all the same.

const PROBE = "zjtx.probe";

/** What a touch of the storage gives; `otherwise` where it is refused. */
function tried(touch, otherwise) {
  try {
    return touch();
  } catch {
    return otherwise;
  }
}

/** Whether the device keeps anything for this page. */
export function keeps() {
  return tried(() => {
    localStorage.setItem(PROBE, "1");
    localStorage.removeItem(PROBE);
    return true;
  }, false);
}

/** A text that is kept in `localStorage` or `sessionStorage`, by their names; null where there is none. */
export const kept = (area, key) => tried(() => globalThis[area].getItem(key), null);

/** Keeps a text where that is possible; null drops it. */
export function keep(area, key, text) {
  tried(() => (text === null ? globalThis[area].removeItem(key) : globalThis[area].setItem(key, text)));
}
