// The directory's files: the index, then every piece in its order, whatever is looked for. They are kept on the
// device and come from there the next time.

const KEPT = "zjtx-directory";
const INDEX = "index.json";

/** Nothing here: the site has no lists. */
export class NoLists extends Error {}

/**
 * Fetches everything; `begun` gets the index, `arrived` each piece's bytes and its number. A page elsewhere names the
 * `folder` of the lists.
 */
export async function fetchAll({ begun, arrived, folder = "" }) {
  const kept = await globalThis.caches?.open(KEPT).catch(() => null);
  const text = await newest(`${folder}${INDEX}`, kept);
  const index = JSON.parse(text);
  begun(index, text);
  for (const [number, { file }] of index.pieces.entries()) {
    arrived(new Uint8Array(await keptOrFetched(`${folder}${file}`, kept)), number + 1);
  }
  if (folder === "") await keepPage(kept);
  await forgetOthers(kept, index);
}

/** The page itself with its scripts and styles, so that it opens without a network; their names change with them. */
async function keepPage(kept) {
  const parts = [...document.querySelectorAll("[data-part], link[rel=stylesheet], script[src]")];
  const files = parts.map((part) => part.href || part.src || new URL(part.content, document.baseURI).href);
  await kept?.addAll([new URL("./", document.baseURI).href, ...files]).catch(() => {});
}

/** The index as it is now; without a network as it was. */
async function newest(path, kept) {
  const response = await fetch(path, { cache: "no-cache" }).catch(() => null);
  if (response?.ok) {
    await kept?.put(path, response.clone()).catch(() => {});
    return response.text();
  }
  const before = response?.status === 404 ? null : await kept?.match(path);
  if (!before) throw response ? new NoLists() : new Error("no network");
  return before.text();
}

/** A piece never changes under its name. */
async function keptOrFetched(path, kept) {
  const before = await kept?.match(path);
  if (before) return before.arrayBuffer();
  const response = await fetch(path);
  if (!response.ok) throw new Error(path);
  await kept?.put(path, response.clone()).catch(() => {});
  return response.arrayBuffer();
}

/** Pieces of former directories are no longer needed. */
async function forgetOthers(kept, index) {
  const wanted = new Set([INDEX, ...index.pieces.map(({ file }) => file)]);
  for (const request of (await kept?.keys()) ?? []) {
    const name = request.url.split("/").pop();
    if (name.startsWith("firms-") && name.endsWith(".bin") && !wanted.has(name)) await kept.delete(request);
  }
}
