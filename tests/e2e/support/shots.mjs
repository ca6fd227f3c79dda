// Pictures for people to look at; nothing is compared with them. `run.mjs --shots` takes them.

const FOLDER = new URL("../shots/", import.meta.url);
const WANTED = process.env.E2E_SHOTS === "1";

/** Saves the whole page, or an element of it, as tests/e2e/shots/<name>.png, where pictures are wanted. */
export async function takeShot(page, name) {
  if (WANTED) {
    await page.screenshot({ path: new URL(`${name}.png`, FOLDER).pathname, fullPage: true });
  }
}
