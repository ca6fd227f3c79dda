// What this browser, or the page around, does not let this page do. static/site/frame.css hides what needs it.

import { keeps } from "../../site/storage.mjs";

function copies() {
  const isAllowed = document.featurePolicy?.allowsFeature("clipboard-write") ?? true;
  return isAllowed && isSecureContext && "clipboard" in navigator;
}

/** A sandbox without an origin of its own; whatever else it forbids cannot be asked, so nothing is promised. */
export const isSealed = () => self.origin === "null";

/** What cannot be done here: `storage`, `clipboard`, `print`, `download`, `sending`. */
export function lacks() {
  const sealed = isSealed();
  const can = {
    storage: keeps(),
    clipboard: copies(),
    print: !sealed && typeof print === "function",
    download: !sealed,
    sending: !sealed,
  };
  return Object.keys(can).filter((name) => !can[name]);
}
