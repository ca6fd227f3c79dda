// The search of the lists with all of them in it, for pages elsewhere on the site and for workers.

import { fetchAll } from "./shelf.js";

/** The address of a file that the head of the lists' page names; workers have no parser of pages. */
function named(page, part, folder) {
  const [, path] = new RegExp(`content="([^"]+)" data-part="${part}"`).exec(page);
  return new URL(path, folder).href;
}

/** Loads program and lists from the `folder` of the lists, an address; resolves to index and search. */
export async function open(folder) {
  const page = await fetch(folder).then((answer) => answer.text());
  const { default: init, Directory } = await import(named(page, "firms", folder));
  await init({ module_or_path: fetch(named(page, "firms-wasm", folder)) });
  const opened = { index: null, shelf: null };
  await fetchAll({
    folder,
    begun: (index, text) => Object.assign(opened, { index, shelf: new Directory(text) }),
    arrived: (bytes) => opened.shelf.add(bytes),
  });
  return opened;
}
