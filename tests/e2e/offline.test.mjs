// The copy of the site on the device: without a network, when a newer version comes out, and what is
// never kept.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { NEWER, startReleases } from "./support/releases.mjs";
import { until } from "./support/until.mjs";

const NAME = "企业全称";
const WITH_COPY = { context: { serviceWorkers: "allow" } };

/** Resolves when the whole site is kept. */
function kept(page) {
  return page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
}

/** A test of a site that is released and taken away while it runs. */
function releaseTest(name, options, body) {
  pageTest(name, { ...WITH_COPY, ...options }, async (page, allow) => {
    const site = await startReleases();
    allow(site.origin);
    try {
      await body(page, site);
    } finally {
      await site.stop();
    }
  });
}

function isNewer(page) {
  return page.evaluate((tag) => document.documentElement.outerHTML.includes(tag), NEWER);
}

async function assertCriteria(page) {
  await page.getByRole("heading", { level: 1, name: "规则说明" }).waitFor();
}

releaseTest("form, result and criteria open without a network", {}, async (page, site) => {
  await page.goto(`${site.origin}/#/form`);
  await page.getByLabel(NAME).fill("甲公司");
  await kept(page);
  await site.stop();

  await page.reload();
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
  await page.goto(`${site.origin}/?size=large#/result`);
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  await page.goto(`${site.origin}/criteria.html`);
  await assertCriteria(page);
});

releaseTest("the result opens without a network though it was never opened before", {}, async (page, site) => {
  await page.goto(`${site.origin}/#/form`);
  await kept(page);
  await site.stop();
  await page.getByRole("link", { name: "查看逐条判断" }).click();
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
});

/** Paths of the program for lists that are kept. */
function keptForLists(page) {
  return page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return stores.flat().map(({ url }) => new URL(url).pathname).filter((path) => path.includes("/assets/lists"));
  });
}

/** Resolves when code and glue of the program for lists are kept. */
function keepsLists(page) {
  return until(page, async () => {
    const stores = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return stores.flat().filter(({ url }) => url.includes("/assets/lists")).length === 2;
  });
}

const LIST = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("企业名称,研发费用2025,营业收入2025\n甲公司,50,8000\n") };

async function judgesLists(page) {
  await page.getByLabel("选择清单文件").setInputFiles(LIST);
  await page.getByText("判断完成").waitFor();
}

releaseTest("lists are judged without a network though none was before", {}, async (page, site) => {
  await page.goto(`${site.origin}/#/form`);
  await kept(page);
  await keepsLists(page);
  await site.stop();
  await page.goto(`${site.origin}/#/batch`);
  await judgesLists(page);
});

/** A device on which data is to be saved. Notes when the page asks for that, and what it tells the service worker. */
function saveData() {
  globalThis.toldWorker = [];
  const connection = {
    get saveData() {
      globalThis.askedWhetherToSave = true;
      return true;
    },
  };
  Object.defineProperty(navigator, "connection", { value: connection });
  const { postMessage } = ServiceWorker.prototype;
  ServiceWorker.prototype.postMessage = function (...words) {
    globalThis.toldWorker.push(words[0]);
    return postMessage.apply(this, words);
  };
}

releaseTest("where data is to be saved, the first use keeps the program for lists", {}, async (page, site) => {
  await page.addInitScript(saveData);
  await page.goto(`${site.origin}/#/form`);
  await kept(page);
  await page.waitForFunction(() => globalThis.askedWhetherToSave);
  assert.deepEqual(await page.evaluate(() => globalThis.toldWorker), [], "the worker is not told to keep the rest");
  assert.deepEqual(await keptForLists(page), []);
  await page.goto(`${site.origin}/#/batch`);
  await judgesLists(page);
  await keepsLists(page);
  await site.stop();
  await page.reload();
  await judgesLists(page);
});

releaseTest("a newer version waits for the person, and never on the form", {}, async (page, site) => {
  await page.goto(`${site.origin}/#/form`);
  await page.getByLabel(NAME).fill("甲公司");
  await kept(page);
  await site.release({ complete: true });

  await page.reload();
  await page.getByRole("link", { name: "开始", exact: true }).click();
  const reload = page.getByRole("button", { name: "重新载入" });
  await reload.waitFor();
  assert.equal(await isNewer(page), false);
  await assertAccessible(page);
  await page.getByRole("link", { name: "填写", exact: true }).click();
  await page.getByLabel(NAME).waitFor();
  assert.equal(await reload.count(), 0);

  await page.getByRole("link", { name: "结果", exact: true }).click();
  await Promise.all([page.waitForEvent("load"), reload.click()]);
  assert.equal(await isNewer(page), true);
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  await page.getByRole("link", { name: "填写", exact: true }).click();
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
  assert.equal(await reload.count(), 0);
});

const mixed = { expectedErrors: [/integrity/] };
releaseTest("a version that is only half there is not taken", mixed, async (page, site) => {
  await page.goto(`${site.origin}/`);
  await kept(page);
  await site.release({ complete: false });
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const refused = new Promise((resolve) => {
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker.addEventListener("statechange", () => worker.state === "redundant" && resolve());
      });
    });
    await registration.update();
    await refused;
  });
  await site.stop();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /企业自测/ }).waitFor();
  assert.equal(await isNewer(page), false);
});

pageTest("the statistics endpoint is asked anew each time and never kept", WITH_COPY, async (page) => {
  await page.goto(addressOf());
  await kept(page);
  const ask = () => page.evaluate(async () => (await fetch("/v1/config")).status);
  assert.deepEqual([await ask(), await ask()], [200, 200]);
  const addresses = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  assert.ok(addresses.includes("/"), "the page is kept");
  assert.deepEqual(addresses.filter((path) => path.startsWith("/v1")), []);
});

pageTest("the site can be installed", { ...WITH_COPY, whole: true }, async (page) => {
  await page.goto(addressOf());
  await kept(page);
  const browser = await page.context().newCDPSession(page);
  const { errors, data } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  for (const { src } of JSON.parse(data).icons) {
    assert.equal((await page.request.get(addressOf(src))).status(), 200, src);
  }
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // Every page under test is a private one, and nothing else may stand in the way.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"]);
});
