// A page over WebDriver, with what the journeys use of Playwright's: so one journey speaks to every engine.

import { Key } from "selenium-webdriver";

/** Longest wait in milliseconds, as Playwright's own. */
const LIMIT = 30_000;
const KEYS = { Tab: Key.TAB, Enter: Key.ENTER, Space: " ", ArrowDown: Key.ARROW_DOWN };

/** Remembers in the page what went wrong there; once a document. */
function watch() {
  if (globalThis.troubles) return;
  globalThis.troubles = [];
  addEventListener("error", ({ message }) => globalThis.troubles.push(message));
  addEventListener("unhandledrejection", ({ reason }) => globalThis.troubles.push(`${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    globalThis.troubles.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** Elements that match, and have a text; only those that are drawn. */
function matching(css, text) {
  const all = [...document.querySelectorAll(css)];
  return all.filter((element) => element.getClientRects().length > 0 && element.textContent.includes(text));
}

/** Elements by a selector and their text, looked for anew at each use. */
class Locator {
  constructor(page, css, { text = "", at = 0 } = {}) {
    Object.assign(this, { page, css, text, at });
  }

  first() {
    return this.nth(0);
  }

  nth(at) {
    return new Locator(this.page, this.css, { text: this.text, at });
  }

  /** How many there are now. */
  async count() {
    return (await this.page.evaluate(matching, this.css, this.text)).length;
  }

  /** The element, once it is drawn. */
  waitFor() {
    const found = async () => (await this.page.evaluate(matching, this.css, this.text))[this.at];
    return this.page.until(found, `${this.css} ${this.text}`);
  }

  /** What a function in the page says of it. */
  async evaluate(told) {
    return this.page.evaluate(told, await this.waitFor());
  }

  innerText() {
    return this.evaluate((element) => element.innerText);
  }

  /** The texts of all; by a function of its own, as not every server takes elements in a list. */
  async allInnerTexts() {
    await this.waitFor();
    const texts = (css) => [...document.querySelectorAll(css)].map((element) => element.innerText);
    return (await this.page.evaluate(texts, this.css)).filter((told) => told.includes(this.text));
  }

  /** Clicks it in the middle of the view, where nothing that sticks to an edge covers it. */
  async click() {
    const element = await this.waitFor();
    await this.page.evaluate((shown) => shown.scrollIntoView({ block: "center" }), element);
    await element.click();
  }

  /** Hands it a file of this machine. */
  async setFile(path) {
    await (await this.waitFor()).sendKeys(path);
  }
}

/** A page in a session of its own. */
export class Page {
  constructor(driver) {
    this.driver = driver;
    const keys = (text) => driver.actions().sendKeys(text).perform();
    this.keyboard = { press: (key) => keys(KEYS[key]), type: (text) => keys(text) };
  }

  /** Opens an address, and watches for trouble there. */
  async goto(address) {
    await this.driver.get(address);
    await this.evaluate(watch);
  }

  url() {
    return this.driver.getCurrentUrl();
  }

  evaluate(asked, ...given) {
    return this.driver.executeScript(asked, ...given);
  }

  /** Resolves to the first answer that is one. */
  until(asked, what) {
    return this.driver.wait(asked, LIMIT, `waited for ${what}`);
  }

  waitForFunction(asked, ...given) {
    return this.until(() => this.evaluate(asked, ...given), asked);
  }

  locator(css, { hasText = "" } = {}) {
    return new Locator(this, css, { text: hasText });
  }

  /** Goes into the only frame of the page; `leave` comes back. */
  async enter() {
    await this.driver.switchTo().frame(await this.locator("iframe").waitFor());
    await this.evaluate(watch);
  }

  leave() {
    return this.driver.switchTo().defaultContent();
  }

  /** What went wrong in the document since it was opened. */
  troubles() {
    return this.evaluate(() => globalThis.troubles ?? []);
  }

  /** A picture of what is in view, as PNG. */
  async screenshot() {
    return Buffer.from(await this.driver.takeScreenshot(), "base64");
  }
}
