// Several firms on one device: each has its own form and past tests.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { verdicts } from "./support/form.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { blockStorage, kept, NAME, nameFirm, open, save, stored, submit } from "./support/records.mjs";
import { takeShot } from "./support/shots.mjs";

const firms = (page) => page.locator(".record");

async function openFirms(page) {
  await page.goto(addressOf("#/records"));
  await page.getByRole("link", { name: "企业管理" }).click();
  await page.getByRole("heading", { level: 1, name: "企业" }).waitFor();
  await page.getByRole("heading", { name: "添加企业" }).waitFor();
}

async function addFirm(page, name) {
  await openFirms(page);
  await page.getByLabel("企业名称").fill(name);
  await page.getByRole("button", { name: "添加并切换" }).click();
  await page.locator(".firm", { hasText: name }).waitFor();
}

const names = (page) => firms(page).getByRole("heading").allInnerTexts();

pageTest("forms and past tests of two firms do not mix", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  assert.equal(await page.locator(".firm").count(), 0, "one firm needs no name");
  const ofFirst = page.url();
  await addFirm(page, "乙公司");
  await kept(page);
  await page.goto(addressOf("#/form"));
  assert.equal(await page.locator(".firm").innerText(), "乙公司");
  assert.equal(await page.getByLabel(NAME).inputValue(), "");
  await page.getByLabel(NAME).fill("乙公司");
  await submit(page);
  await page.reload();
  await page.goto(addressOf("#/records"));
  await firms(page).waitFor();
  assert.deepEqual(await names(page), ["乙公司"]);
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "乙公司");

  await page.goto(ofFirst);
  await page.getByRole("heading", { level: 1, name: "该记录属于另一家企业" }).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "切换到“甲公司”并打开" }).click();
  await verdicts(page);
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
  assert.equal(await page.locator(".firm").innerText(), "甲公司");
});

pageTest("two windows may each have a firm of their own", {}, async (page) => {
  await nameFirm(page, "甲公司");
  const other = await page.context().newPage();
  await addFirm(other, "乙公司");
  await page.getByLabel(NAME).fill("甲公司改");
  await page.goto(addressOf("#/result"));
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司改");
  await nameFirm(other, "乙公司");
  // What one window stores comes to the other a moment later.
  await page.waitForFunction((named) => {
    const drafts = Object.entries(localStorage).filter(([key]) => key.startsWith("zjtx.draft"));
    const names = drafts.map(([, text]) => new URLSearchParams(text).get("answer.enterprise_name"));
    return names.sort().join() === named;
  }, ["乙公司", "甲公司改"].join());
});

pageTest("a firm is renamed, exported, removed and imported again", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  await addFirm(page, "乙公司");
  await nameFirm(page, "乙公司全称");
  await submit(page);
  await openFirms(page);
  const second = firms(page).filter({ hasText: "乙公司" });
  await second.getByRole("button", { name: "改名" }).click();
  await page.getByLabel("新名称").fill("");
  await page.getByRole("button", { name: "改名" }).last().click();
  await page.getByText("请先填写名称").waitFor();
  await page.getByLabel("新名称").fill("丙公司");
  await page.getByLabel("新名称").press("Enter");
  await page.locator(".firm", { hasText: "丙公司" }).waitFor();
  const third = firms(page).filter({ hasText: "丙公司" });
  await takeShot(page, "firms");
  const file = await save(page, third.getByRole("button", { name: "导出这家企业" }));
  assert.match(file.name, /^丙公司-/);
  const archive = JSON.parse(file.text);
  assert.deepEqual(archive.firms.map(({ name, records }) => [name, records.length]), [["丙公司", 1]]);

  await firms(page).filter({ hasText: "甲公司" }).getByRole("button", { name: "切换" }).click();
  await third.getByRole("button", { name: "删除" }).click();
  await page.getByRole("alert").filter({ hasText: "1 条自测记录将一并删除" }).waitFor();
  await page.getByRole("button", { name: "确定删除这家企业" }).click();
  await third.waitFor({ state: "detached" });
  await kept(page);
  assert.equal(Object.keys(await stored(page, "records")).length, 1);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("zjtx.draft")).length), 1);
  assert.equal(await page.locator(".firm").count(), 0);

  await open(page, file);
  await page.getByText("新增企业：丙公司").waitFor();
  await third.getByRole("button", { name: "切换" }).click();
  await page.locator(".firm", { hasText: "丙公司" }).waitFor();
  await kept(page);
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "乙公司全称");
  await page.goto(addressOf("#/records"));
  await page.getByText("共 1 条").waitFor();
  assert.deepEqual(await names(page), ["乙公司全称"]);
});

pageTest("a browser that stores nothing holds firms apart for this visit", {}, async (page) => {
  await blockStorage(page.context());
  await nameFirm(page, "甲公司");
  await addFirm(page, "乙公司");
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "");
  await page.getByLabel(NAME).fill("乙公司");
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  await verdicts(page);
  await openFirms(page);
  await firms(page).filter({ hasText: "甲公司" }).getByRole("button", { name: "切换" }).click();
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
  await page.goto(addressOf("#/records"));
  await page.getByText("共 0 条").waitFor();
});

pageTest("the page of firms on a phone, in English and large", { context: { viewport: PHONE } }, async (page) => {
  await addFirm(page, "广州示例精密机械制造有限公司");
  await takeShot(page, "firms-phone");
  await page.goto(addressOf("?lang=en&size=large#/firms"));
  await page.getByRole("heading", { level: 1, name: "Firms" }).waitFor();
  await assertAccessible(page);
  await takeShot(page, "firms-phone-large-english");
});
