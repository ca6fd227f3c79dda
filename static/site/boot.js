// Starts the part of the app that draws the page of the address, and hands over to the other part when
// the address asks for it. The page already holds what is shown without the app.

/** The start page and the form are one part, everything that is read is the other. */
const partOf = (address) => (/^#?\/?(form(\/|$)|$)/.test(address) ? "form" : "desk");

/** The address of a file that the page's head names: to be loaded at once, or later. */
function file(name) {
  const { href, content } = document.querySelector(`[data-part="${name}"]`);
  return href ?? new URL(content, document.baseURI).href;
}

/** What stands outside the app is there still when a part of it does not come. */
const show = (id, shown) => document.getElementById(id)?.toggleAttribute("hidden", !shown);

const bytesOf = (name) =>
  fetch(file(name)).then(async (response) => new Uint8Array(await response.arrayBuffer()));

/** Another page around this one, or parameters of the address. */
const surroundings = self !== top || location.search ? import(file("frame")) : null;

let running = null;
let allRules = null;
let deskStyle = null;

/** The rules of all days in both languages; the form begins with those of today in Chinese. */
function wholeRules() {
  allRules ??= bytesOf("all-rules");
  allRules.catch(() => (allRules = null));
  return allRules;
}

/** What is read has a style sheet of its own; without it, it can be read still. */
function loadDeskStyle() {
  deskStyle ??= new Promise((done) => {
    const rel = "stylesheet";
    const href = file("desk-style");
    document.head.append(Object.assign(document.createElement("link"), { rel, href, onload: done, onerror: done }));
  });
  return deskStyle;
}

async function load(part) {
  const styled = part === "desk" && loadDeskStyle();
  const rules = part === "form" && !allRules ? bytesOf("rules") : wholeRules();
  const { default: init, start } = await import(file(part));
  // The glue compiles while it downloads, or from bytes where the host sends another type.
  await init({ module_or_path: fetch(file(`${part}-wasm`)) });
  await styled;
  return { start, rules: await rules };
}

/** Shows the part of the present address; what was typed goes with the person. */
async function follow() {
  const part = partOf(location.hash);
  show("boot-failed", false);
  if (part === running?.part) return;
  show("boot-loading", true);
  const { start, rules } = await load(part);
  const around = await surroundings;
  // While this part was loading, the address may have changed: to the other one again, or within this
  // one, which was followed too.
  if (part !== partOf(location.hash) || part === running?.part) return;
  const leftBehind = running?.app.stop();
  running = { part, app: start(rules, leftBehind, wholeRules) };
  around?.started(running.app);
  show("boot-loading", false);
}

function fail(error) {
  console.warn("zjtx could not start:", error);
  show("boot-loading", false);
  show("boot-failed", true);
  surroundings?.then(({ failed }) => failed());
}

const go = () => follow().catch(fail);
addEventListener("hashchange", go);
if (typeof WebAssembly === "object") go().then(() => running && import(file("offline")));
else fail("this browser has no WebAssembly");
