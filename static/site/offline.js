// What may wait until the first page is there: the site's copy on this device, the notice that a newer
// version is ready, what makes the site installable, and printing.

import "./print.js";
import { keeps } from "./storage.mjs";

const WORDS = {
  "zh-CN": ["本网站有新版本，已填写的内容不受影响。", "重新载入"],
  en: ["A newer version of this site is ready; your answers stay as they are.", "Reload"],
};

/** Milliseconds until a page is taken to be idle by browsers that do not say. */
const LEISURE = 2_000;

/** A reload must lose nothing: not while the form is filled in, nor where the browser keeps nothing. */
const isReloadHarmless = () => keeps() && !location.hash.startsWith("#/form");

/** The version that waits takes over, and the page is drawn by it. */
function renew(worker) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("take over");
}

/** Draws the notice into its place, in the language of the page as it is now. */
function draw(notice, worker) {
  notice.replaceChildren();
  if (!isReloadHarmless()) return;
  const [sentence, name] = WORDS[document.documentElement.lang] ?? WORDS["zh-CN"];
  const button = Object.assign(document.createElement("button"), { type: "button", className: "link" });
  button.append(name);
  button.addEventListener("click", () => renew(worker));
  notice.append(Object.assign(document.createElement("p"), { className: "notice" }));
  notice.firstChild.append(sentence, button);
}

function offer(worker) {
  const notice = document.querySelector("#update");
  draw(notice, worker);
  addEventListener("hashchange", () => draw(notice, worker));
}

async function keepCopy() {
  const registration = await navigator.serviceWorker.register(new URL("sw.js", document.baseURI));
  const look = () => registration.active && registration.waiting && offer(registration.waiting);
  look();
  registration.addEventListener("updatefound", () => {
    registration.installing.addEventListener("statechange", look);
  });
  await keepRest();
}

/** The program for lists of firms comes into the copy last, and not where data is to be saved: there its first use
 * brings it. */
async function keepRest() {
  const { active } = await navigator.serviceWorker.ready;
  const keep = () => navigator.connection?.saveData || active.postMessage("keep the rest");
  const atLeisure = self.requestIdleCallback ?? ((then) => setTimeout(then, LEISURE));
  atLeisure(keep);
}

function link(rel, href) {
  document.head.append(Object.assign(document.createElement("link"), { rel, href }));
}

// A frame in another site's page is no place to install anything.
if (self === top) {
  link("manifest", "manifest.webmanifest");
  link("icon", "icons/icon.svg");
  link("apple-touch-icon", "icons/touch.png");
  // Without a copy the site needs the network, as any other does.
  keepCopy().catch((error) => console.warn("zjtx keeps no copy here:", error));
}
