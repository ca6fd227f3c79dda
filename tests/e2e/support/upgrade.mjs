// A device as a former version left it (tests/upgrade/).

import { readFileSync } from "node:fs";

/** The bytes of a file that a version left behind. */
export function leftBehind(version, name) {
  return readFileSync(new URL(`../../upgrade/${version}/${name}`, import.meta.url));
}

/** Puts a device's stores into the browser of an open page that makes no use of them yet. */
export function fillDevice(page, { localStorage: items, database }) {
  return page.evaluate(
    async ([items, { version, stores }]) => {
      for (const [key, text] of Object.entries(items)) localStorage.setItem(key, text);
      const opening = indexedDB.open("zjtx", version);
      opening.onupgradeneeded = () => {
        for (const [name, texts] of Object.entries(stores)) {
          const store = opening.result.createObjectStore(name);
          for (const [key, text] of Object.entries(texts)) store.put(text, key);
        }
      };
      await new Promise((done, fail) => Object.assign(opening, { onsuccess: done, onerror: fail }));
      opening.result.close();
    },
    [items, database],
  );
}
