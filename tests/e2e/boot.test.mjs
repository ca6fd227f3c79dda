// What the page says, and loads, before the app runs.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";

const FAILURE = "#boot-failed";

/** Follows the way to the criteria that needs neither scripts nor wasm. */
async function readCriteria(page) {
  await page.getByRole("link", { name: "各级条件一览" }).click();
  await page.getByRole("heading", { level: 1, name: "规则说明" }).waitFor();
  assert.ok((await page.getByRole("table").count()) > 0, "the criteria have tables");
}

pageTest("a host that sends wasm with another type", {}, async (page) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "application/octet-stream" };
    await route.fulfill({ response, headers });
  });
  await page.goto(addressOf());
  await page.locator("#boot-loading").waitFor({ state: "detached" });
});

pageTest("a browser without WebAssembly", {}, async (page) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(addressOf());
  await page.locator(FAILURE).waitFor({ state: "visible" });
  assert.equal(await page.locator("#boot-loading").isVisible(), false);
  await assertAccessible(page);
  await readCriteria(page);
});

const lostFile = { expectedErrors: [/ERR_FAILED/] };
pageTest("a network that loses the app", lostFile, async (page) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(addressOf());
  await page.locator(FAILURE).waitFor({ state: "visible" });
});

pageTest("a network that loses what is read: said, and nothing typed is lost", lostFile, async (page) => {
  await page.goto(addressOf("#/form"));
  await page.getByLabel("企业全称").fill("甲公司");
  const loses = (route) => route.abort();
  await page.route("**/{split,chunk}_*.wasm", loses);
  await page.getByRole("link", { name: "自测结果查询" }).click();
  await page.locator(FAILURE).waitFor({ state: "visible" });
  await assertAccessible(page);
  assert.equal(await page.getByLabel("企业全称").inputValue(), "甲公司");
  await page.unroute("**/{split,chunk}_*.wasm", loses);
  await page.getByRole("link", { name: "规则说明" }).click();
  await page.getByRole("heading", { level: 1, name: "规则说明" }).waitFor();
  assert.equal(await page.locator(FAILURE).isVisible(), false);
});

pageTest("a clock that cannot be read is told, and no day is taken for it", {}, async (page) => {
  await page.addInitScript(() => {
    const FAR = Date.UTC(1650, 0, 1, 12);
    globalThis.Date = class extends Date {
      constructor(...given) {
        super(...(given.length > 0 ? given : [FAR]));
      }
    };
  });
  await page.goto(addressOf("#/form"));
  const alert = page.getByRole("alert").filter({ hasText: "本机时钟显示的年份是 1650 年" });
  await alert.waitFor({ state: "visible" });
  assert.equal(await page.getByRole("textbox").count(), 0, "nothing is asked");
  await assertAccessible(page);
});

pageTest("a browser with scripts off", { context: { javaScriptEnabled: false } }, async (page) => {
  await page.goto(addressOf());
  assert.equal(await page.locator("noscript").isVisible(), true);
  assert.equal(await page.locator("h1").isVisible(), true);
  await readCriteria(page);
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "The rules" }).waitFor();
});

pageTest("the page's own policy and headers", {}, async (page) => {
  const response = await page.goto(addressOf());
  const headers = response.headers();
  assert.match(headers["content-security-policy"], /default-src 'none'.*frame-ancestors \*/);
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["referrer-policy"], "no-referrer");
  assert.equal(headers["cache-control"], "no-cache");
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  assert.match(await meta.getAttribute("content"), /^default-src 'none'/);
});
