// The page's height, which the host gives to the frame: the page itself never scrolls and never depends
// on the frame's height, so that one cannot drive the other.

/** For this long a height that came back is taken for a host's scroll bar that comes and goes. */
const FLICKER = 1000;

/**
 * Decides which heights are told. A host may answer a height with a scroll bar, which makes the page
 * narrower and its height another; where that other height takes the scroll bar away again, the two would
 * follow each other for ever. So a page that got lower because its width changed back does not say so.
 */
export function heightFilter(now = () => performance.now()) {
  const told = [];
  return function isNews(width, height) {
    const time = now();
    const last = told.at(-1);
    if (height <= 0 || (last && last.height === height)) return false;
    while (told.length > 1 && told[0].time < time - FLICKER) told.shift();
    const cameBack = told.some((before) => before.width === width && before.height === height);
    if (last && last.width !== width && height < last.height && cameBack) return false;
    told.push({ width, height, time });
    return true;
  };
}

/** Calls `tell` with the page's height, in whole CSS pixels, now and whenever it changes. */
export function watchHeight(tell) {
  const root = document.documentElement;
  const isNews = heightFilter();
  const look = () => {
    const { width, height } = root.getBoundingClientRect();
    if (isNews(width, Math.ceil(height))) tell(Math.ceil(height));
  };
  new ResizeObserver(look).observe(root);
}
