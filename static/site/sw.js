// Keeps the whole site on this device, so that it opens without a network. `cargo xtask dist` fills in
// the version and its files. Nothing else is ever kept: what is not listed, such as the statistics
// endpoint, goes to the network as if this worker were not there.

/** Integrity of each file by its path beside this script; "./" is the page. */
const FILES = new Map("%FILES%");
/** The same for what only page 批量摸底 needs, most of the site's bytes: it is kept once it is used, or when the page
 * has time for it. */
const LATER = new Map("%LATER%");
/** One origin may hold several such sites. */
const CACHES = `zjtx ${registration.scope} `;
const CACHE = `${CACHES}%VERSION%`;
/** Pages of the version before may still be open, and ask for its files. */
const VERSIONS_KEPT = 2;
const FOLDER = new URL("./", location).href;

/** A file exactly as this version was built with it; a hashed name never goes stale. */
function exactly([path, integrity]) {
  return new Request(path, { integrity, cache: path.startsWith("assets/") ? "default" : "no-cache" });
}

async function keepFiles() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...FILES].map(exactly));
}

/** Not everybody has the room, nor the network any more; the rest of the site is kept all the same. */
const tellMissing = (error) => console.warn("zjtx keeps no copy of the program for lists:", error);

/** Keeps what is not kept yet of the files that may come later. */
async function keepRest() {
  const cache = await caches.open(CACHE);
  const isKept = await Promise.all([...LATER.keys()].map((path) => cache.match(path)));
  await cache.addAll([...LATER].filter((_, index) => !isKept[index]).map(exactly));
}

async function forgetOldVersions() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(versions.slice(0, -VERSIONS_KEPT).map((name) => caches.delete(name)));
}

/** Path of a kept file, or null: an address in our folder without its parameters. */
function keptPath(request) {
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !address.startsWith(FOLDER)) return null;
  const path = address.slice(FOLDER.length).replace(/^(index\.html)?$/, "./");
  return FILES.has(path) || LATER.has(path) || path.startsWith("assets/") ? path : null;
}

async function answer(path, request) {
  const cache = await caches.open(CACHE);
  const options = { ignoreVary: true };
  const kept = (await cache.match(path, options)) ?? (await caches.match(path, options));
  if (kept === undefined && LATER.has(path)) return keptOnUse(path, request, cache);
  // A page may not come from an answer that a host redirected; its copy tells nothing of that.
  return kept?.redirected ? new Response(kept.body, kept) : (kept ?? fetch(request));
}

/** The file itself, which is kept where there is room. */
async function keptOnUse(path, request, cache) {
  const response = await fetch(exactly([path, LATER.get(path)])).catch(() => fetch(request));
  if (response.ok) await cache.put(path, response.clone()).catch(tellMissing);
  return response;
}

/** The pages of recognised firms keep their own files, and have the newest while there is a network. */
const isOfLists = ({ method, url }) => method === "GET" && url.startsWith(`${FOLDER}directory/`);
const newest = (request) =>
  fetch(request).catch(async () => (await caches.match(request, { ignoreSearch: true })) ?? Response.error());

addEventListener("install", (event) => event.waitUntil(keepFiles()));
addEventListener("activate", (event) => event.waitUntil(forgetOldVersions().then(() => clients.claim())));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "keep the rest") event.waitUntil(keepRest().catch(tellMissing));
});
addEventListener("fetch", (event) => {
  const path = keptPath(event.request);
  if (path !== null) event.respondWith(answer(path, event.request));
  else if (isOfLists(event.request)) event.respondWith(newest(event.request));
});
