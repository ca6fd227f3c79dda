// What version 0.1.0 left on a device is taken over as it is: drafts, past tests, firms, files, the copy of the site.

import assert from "node:assert/strict";
import { addressOf, pageTest } from "./support/pages.mjs";
import { kept, NAME, open } from "./support/records.mjs";
import { fillDevice, leftBehind } from "./support/upgrade.mjs";
import { verdicts } from "./support/form.mjs";

const VERSION = "0.1.0";
const DEVICE = JSON.parse(leftBehind(VERSION, "device.json"));

/** A page of the site that runs no script of the app. */
const STILL = "criteria.html";

const file = (name) => ({ name, mimeType: "application/octet-stream", buffer: leftBehind(VERSION, name) });

async function openDevice(page, route) {
  await page.goto(addressOf(STILL));
  await fillDevice(page, DEVICE);
  await page.goto(addressOf(route));
}

pageTest("a draft of 0.1.0 goes on as it was typed", {}, async (page) => {
  await openDevice(page, "#/form");
  assert.equal(await page.getByLabel(NAME).inputValue(), "乙公司");
  assert.equal(await page.locator("#operating_revenue\\@2025").inputValue(), "１．２亿");
  assert.equal(await page.locator("#rd_expense\\@2025").inputValue(), "约100");
});

pageTest("firms and past tests of 0.1.0 are all there, with their results", {}, async (page) => {
  await openDevice(page, "#/firms");
  await page.locator(".record").filter({ hasText: "甲公司" }).getByRole("button", { name: "切换" }).click();
  await page.goto(addressOf("#/records"));
  await kept(page);
  await page.locator(".record").first().waitFor();
  const names = await page.locator(".record").getByRole("heading").allInnerTexts();
  assert.deepEqual(names.sort(), ["甲公司", "甲公司", "甲公司（改）"]);
  const [id] = Object.keys(DEVICE.database.stores.records);
  await page.goto(addressOf(`#/records${id}`));
  const found = await verdicts(page);
  assert.deepEqual([...new Set(Object.values(found))], ["符合条件"], JSON.stringify(found));
});

for (const [name, firms, tests] of [["firm.zjtx.json", ["甲公司"], 3], ["all.zjtx.json", ["甲公司", "乙公司"], 3]]) {
  pageTest(`an archive of 0.1.0 is imported: ${name}`, {}, async (page) => {
    await page.goto(addressOf("#/records"));
    await open(page, { name, text: leftBehind(VERSION, name) });
    await page.getByText(`新增 ${tests} 条自测记录，略过 0 项`).waitFor();
    await page.goto(addressOf("#/firms"));
    for (const firm of firms) await page.locator(".record").filter({ hasText: firm }).first().waitFor();
  });
}

pageTest("a dossier file of 0.1.0 opens as a form", {}, async (page) => {
  await page.goto(addressOf("#/file"));
  await page.getByLabel("导入填报文件").setInputFiles(file("firm.dossier.json"));
  await page.getByText("已导入填报文件").waitFor();
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
});

pageTest("the template of 0.1.0 and a list of its time are read", {}, async (page) => {
  await page.goto(addressOf("#/batch"));
  const choose = (name) => page.getByLabel("选择清单文件").setInputFiles(file(name));
  await choose("template.xlsx");
  await page.getByText("共 0 家，其中").waitFor();
  await choose("list.csv");
  await page.getByText("共 3 家，其中 1 家填写有误").waitFor();
});

pageTest("the copy of 0.1.0 on the device gives way to this version", { context: { serviceWorkers: "allow" } }, async (page) => {
  const { caches: former } = JSON.parse(leftBehind(VERSION, "service-worker.json"));
  await page.goto(addressOf(STILL));
  await page.evaluate(async (former) => {
    for (const [name, paths] of Object.entries(former)) {
      const cache = await caches.open(name.replace(" / ", ` ${location.origin}/ `));
      for (const path of paths) await cache.put(path, new Response("0.1.0", { headers: { "content-type": "text/html" } }));
    }
  }, former);
  await page.goto(addressOf("#/form"));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.reload();
  await page.getByLabel(NAME).waitFor();
  const answer = await page.evaluate(async () => (await fetch("./")).text());
  assert.ok(!answer.startsWith("0.1.0"), "the page is this version's");
});
