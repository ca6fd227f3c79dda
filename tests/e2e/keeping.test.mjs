// What is kept on the device: the draft, past tests, and what cannot be read.

import assert from "node:assert/strict";
import { addressOf, pageTest } from "./support/pages.mjs";
import { verdicts } from "./support/form.mjs";
import { kept, NAME, nameFirm, stored, submit } from "./support/records.mjs";
import { takeShot } from "./support/shots.mjs";
import { until } from "./support/until.mjs";

pageTest("a draft is there after a reload", {}, async (page) => {
  await nameFirm(page, "广州示例精密有限公司");
  for (const text of ["看不懂", "932", "932.5", "9325"]) {
    await page.locator("#rd_expense\\@2025").fill(text);
    // At once: whatever was typed is stored by then.
    await page.reload();
    assert.equal(await page.getByLabel(NAME).inputValue(), "广州示例精密有限公司");
    assert.equal(await page.locator("#rd_expense\\@2025").inputValue(), text);
  }
  await page.goto(addressOf("#/"));
  await page.getByRole("link", { name: "继续填写" }).waitFor();
});

pageTest("past tests: details, edit, duplicate, filter, delete", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  await page.goto(addressOf("#/form"));
  await page.getByLabel(NAME).fill("乙公司");
  await submit(page);
  await page.goto(addressOf("#/records"));
  await page.reload();
  const items = page.locator(".record");
  await items.nth(1).waitFor();
  assert.deepEqual(await items.getByRole("heading").allInnerTexts(), ["乙公司", "甲公司"]);
  await takeShot(page, "records");

  await page.getByLabel("企业全称").fill("甲");
  assert.equal(await items.count(), 1);
  await items.getByRole("button", { name: "复制" }).click();
  await items.nth(1).waitFor();
  await items.first().getByRole("button", { name: "删除" }).click();
  await items.first().getByRole("button", { name: "保留" }).click();
  assert.equal(await items.count(), 2);
  await items.first().getByRole("button", { name: "删除" }).click();
  await items.first().getByRole("button", { name: "确定删除" }).click();
  assert.equal(await items.count(), 1);

  await items.getByRole("button", { name: "编辑" }).click();
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
  await page.getByRole("button", { name: "恢复原填报" }).click();
  assert.equal(await page.getByLabel(NAME).inputValue(), "乙公司");
  await page.goto(addressOf("#/records"));
  await items.last().getByRole("link", { name: "详情" }).click();
  await verdicts(page);
});

pageTest("everything is cleared in one act", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  await page.goto(addressOf("#/privacy"));
  await page.getByRole("button", { name: "清除本机数据" }).click();
  await page.getByRole("button", { name: "确定清除" }).click();
  await page.getByRole("button", { name: "清除本机数据" }).waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await until(page, async () => (await indexedDB.databases()).length === 0);
  await page.goto(addressOf("#/records"));
  await page.getByText("共 0 条").waitFor();
  assert.equal(await page.locator(".record").count(), 0);
});

pageTest("a browser without local storage still works and says so", {}, async (page) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await nameFirm(page, "甲公司");
  await page.getByText("当前浏览器无法保存").waitFor();
  await submit(page);
});

pageTest("a store that is full is told, and nothing typed is lost", {}, async (page) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = function (key) {
      if (key !== "zjtx.probe") {
        throw new DOMException("full", "QuotaExceededError");
      }
    };
  });
  await nameFirm(page, "甲公司");
  await page.getByText("当前浏览器无法保存").waitFor();
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
});

pageTest("a damaged or newer draft is put aside and told", {}, async (page) => {
  await page.addInitScript(() => {
    if (localStorage.length === 0) {
      localStorage.setItem("zjtx.draft", '{"schema":99,"answers":{}}');
    }
  });
  await page.goto(addressOf("#/form"));
  await page.getByRole("heading", { name: "填报文件" }).waitFor();
  await nameFirm(page, "甲公司");
  await page.goto(addressOf("#/records"));
  await kept(page);
  await page.reload();
  await page.locator(".notice code").waitFor();
  assert.deepEqual(Object.values(await stored(page, "records")), ['{"schema":99,"answers":{}}']);
});
