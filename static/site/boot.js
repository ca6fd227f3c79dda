// Starts the app in the page.

/** The address of a file that the page's head names. */
function file(name) {
  const { href, content } = document.querySelector(`[data-part="${name}"]`);
  return href ?? new URL(content, document.baseURI).href;
}

/** What stands outside the app is there still when it does not come. */
const show = (id, shown) => document.getElementById(id)?.toggleAttribute("hidden", !shown);

const bytesOf = (name) =>
  fetch(file(name)).then(async (response) => new Uint8Array(await response.arrayBuffer()));

/** A page around this one, or parameters. */
const surroundings = self !== top || location.search ? import(file("frame")) : null;

/** The style of pages that are read; without it, they can be read still. */
const loadStyle = () =>
  new Promise((done) => {
    const [rel, href] = ["stylesheet", file("read-style")];
    document.head.append(Object.assign(document.createElement("link"), { rel, href, onload: done, onerror: done }));
  });
let style = null;

/** The rules of all days in both languages. */
async function wholeRules() {
  style ??= loadStyle();
  const rules = await bytesOf("all-rules");
  await style;
  return rules;
}

/** The form's settings in lines (`app/src/site.rs`); nothing where a page has none. */
function settings() {
  const { content } = document.querySelector("meta[name=site]");
  if (!content) return "";
  const { service, default_region, offered, ticked, area, areas } = JSON.parse(content);
  const line = ({ code, name }) => [code, name.zh, name.en].join("\t");
  return [`${service.zh}\t${service.en}`, default_region ?? "", offered, ticked, ...[area, ...areas].map(line)].join("\n");
}

async function boot() {
  const rules = bytesOf("rules");
  const { default: init, start } = await import(file("app"));
  // Compiled while it downloads, or from bytes where the host sends another type.
  await init({ module_or_path: fetch(file("app-wasm")) });
  const around = await surroundings;
  const app = start(await rules, wholeRules, settings());
  around?.started(app);
}

function fail(error) {
  console.warn("zjtx could not start:", error);
  show("boot-loading", false);
  show("boot-failed", true);
  surroundings?.then(({ failed }) => failed());
}

if (typeof WebAssembly === "object") boot().then(() => import(file("offline")), fail);
else fail("this browser has no WebAssembly");
