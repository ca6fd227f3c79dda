// Pictures for people to look at; nothing is compared with them.

const FOLDER = new URL("../shots/", import.meta.url);

/** Saves the whole page, or an element of it, as tests/e2e/shots/<name>.png. */
export async function takeShot(page, name) {
  await page.screenshot({ path: new URL(`${name}.png`, FOLDER).pathname, fullPage: true });
}
