// Past tests as a person makes them, and as the browser's database holds them.

import { verdicts } from "./form.mjs";
import { addressOf } from "./pages.mjs";

export const NAME = "企业全称";
/** Said once everything is written. */
const KEPT = "自测记录仅保存在本机当前浏览器";

/** Opens the form and names the firm. */
export async function nameFirm(page, name) {
  await page.goto(addressOf("#/form"));
  await page.getByLabel(NAME).fill(name);
}

/** Submits the form and waits until the test is kept. */
export async function submit(page) {
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  const found = await verdicts(page);
  await kept(page);
  return found;
}

/** Waits until the page says that everything is written. */
export function kept(page) {
  return page.getByText(KEPT).waitFor();
}

/** Everything in a store of the page's database, by key. */
export function stored(page, store) {
  return page.evaluate(async (store) => {
    const answer = (request) =>
      new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
    const database = await answer(indexedDB.open("zjtx"));
    const objects = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  }, store);
}

/** Writes texts by key into stores of the database that the page made: `{ records: { "/1": "…" } }`. */
export function store(page, texts) {
  return page.evaluate(async (texts) => {
    const answer = (request) =>
      new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
    const database = await answer(indexedDB.open("zjtx"));
    const transaction = database.transaction(Object.keys(texts), "readwrite");
    for (const [store, items] of Object.entries(texts)) {
      for (const [key, text] of Object.entries(items)) {
        transaction.objectStore(store).put(text, key);
      }
    }
    await new Promise((done, fail) => Object.assign(transaction, { oncomplete: done, onabort: fail }));
    database.close();
  }, texts);
}

/** A browser that lets pages store nothing at all. */
export function blockStorage(context) {
  return context.addInitScript(() => {
    const denied = {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, denied);
    }
  });
}

/** Presses what saves a file; its name and text. */
export async function save(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) {
    chunks.push(chunk);
  }
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

/** Opens an archive on the page. */
export function open(page, { name, text }) {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  return page.getByLabel("导入记录").setInputFiles(file);
}
