// One firm in several tabs of a browser: nothing that one keeps is destroyed, or brought back, by another.

import assert from "node:assert/strict";
import { addressOf, pageTest } from "./support/pages.mjs";
import { kept, nameFirm, stored, submit } from "./support/records.mjs";
import { takeShot } from "./support/shots.mjs";
import { until } from "./support/until.mjs";

const DAY = "2026-11-22T09:00:00";
const field = (page, name) => page.locator(`[id="${name}"]`);
const REVENUE = "operating_revenue@2025";
const ASSETS = "total_assets@2025";

/** Another tab of the same browser, at a page. */
async function tab(page, route) {
  const other = await page.context().newPage();
  await other.clock.setFixedTime(DAY);
  await other.goto(addressOf(route));
  return other;
}

async function open(page, route = "#/form") {
  await page.clock.setFixedTime(DAY);
  await page.goto(addressOf(route));
}

/** Resolves when the stored form has this answer. */
function keeps(page, name, text) {
  return page.waitForFunction(
    ([name, text]) => new URLSearchParams(localStorage.getItem("zjtx.draft") ?? "").get(`answer.${name}`) === text,
    [name, text],
  );
}

/** What a tab does elsewhere while the form is filled in beside it. */
const ELSEWHERE = ["#/form", "#/", "#/result", "#/routes", "#/records", "#/batch", "#/preparation", "#/rules", "#/firms", "#/privacy"];

pageTest("whatever page the other tab shows, both hold what either was told", {}, async (page) => {
  await open(page);
  for (const [at, route] of ELSEWHERE.entries()) {
    const other = await tab(page, route);
    await other.getByRole("heading", { level: 1 }).first().waitFor();
    const text = `${8600 + at}`;
    await field(page, REVENUE).fill(text);
    await keeps(page, REVENUE, text);
    await other.goto(addressOf("#/form"));
    await field(other, ASSETS).fill(`${9000 + at}`);
    await keeps(other, ASSETS, `${9000 + at}`);
    assert.equal(await field(other, REVENUE).inputValue(), text, `${route} took over what was typed`);
    await page.waitForFunction(([id, text]) => document.getElementById(id).value === text, [ASSETS, `${9000 + at}`]);
    await other.close();
  }
});

pageTest("an answer that was changed in both tabs is named", {}, async (page) => {
  await open(page);
  await field(page, REVENUE).fill("8600");
  await keeps(page, REVENUE, "8600");
  const other = await tab(page, "#/form");
  await field(other, REVENUE).fill("9000");
  await page.getByText("另一个标签页也在填写这份自测，已并入：营业收入（2025 年）").waitFor();
  assert.equal(await field(page, REVENUE).inputValue(), "9000");
  await takeShot(page, "form-two-tabs");

  // A tab that was asleep hears of nothing before it is typed into.
  await page.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await other.evaluate(([key, name]) => {
    const draft = new URLSearchParams(localStorage.getItem(key));
    draft.set(`answer.${name}`, "7000");
    localStorage.setItem(key, draft.toString());
  }, ["zjtx.draft", ASSETS]);
  await field(page, "rd_expense@2025").fill("700");
  await keeps(page, ASSETS, "7000");
  await keeps(page, "rd_expense@2025", "700");
});

pageTest("past tests of two tabs are listed in both, and a deleted one stays deleted", {}, async (page) => {
  await open(page);
  await nameFirm(page, "甲公司");
  await submit(page);
  await page.goto(addressOf("#/records"));
  await page.getByText("共 1 条").waitFor();
  const other = await tab(page, "#/form");
  await other.getByLabel("企业全称").fill("乙公司");
  await submit(other);
  await page.getByText("共 2 条").waitFor();

  await other.goto(addressOf("#/records"));
  const first = other.locator(".record", { hasText: "甲公司" });
  await first.getByRole("button", { name: "删除" }).click();
  await first.getByRole("button", { name: "确定删除" }).click();
  await page.getByText("共 1 条").waitFor();
  await page.locator(".record").getByRole("button", { name: "复制" }).click();
  await kept(page);
  await other.getByText("共 2 条").waitFor();
  assert.equal(Object.keys(await stored(page, "records")).length, 2);
});

pageTest("clearing wins: another tab brings nothing back", {}, async (page) => {
  await open(page);
  await nameFirm(page, "甲公司");
  await submit(page);
  await page.goto(addressOf("#/form"));
  await field(page, REVENUE).fill("8600");
  await page.goto(addressOf("#/"));
  await page.locator('[data-act="new"]').click();
  await page.getByRole("button", { name: "恢复原填报" }).waitFor();
  await page.goto(addressOf("#/records"));
  await page.getByText("共 1 条").waitFor();

  const other = await tab(page, "#/privacy");
  await other.getByRole("button", { name: "清除本机数据" }).click();
  await other.getByRole("button", { name: "确定清除" }).click();
  await page.getByText("共 0 条").waitFor();
  await page.getByRole("button", { name: "恢复原填报" }).waitFor({ state: "detached" });
  await page.goto(addressOf("#/form"));
  await field(page, ASSETS).fill("9000");
  await keeps(page, ASSETS, "9000");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["zjtx.draft"]);
  assert.equal(await field(page, REVENUE).inputValue(), "");
  await until(page, async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return names.length === 0 || names.length === 1;
  });
});

pageTest("ticks of one preparation list are kept from both tabs", {}, async (page) => {
  await open(page, "#/preparation");
  const other = await tab(page, "#/preparation");
  const boxes = (tab) => tab.locator('main input[type="checkbox"]');
  await boxes(page).nth(0).check();
  await boxes(other).nth(1).check();
  await page.waitForFunction(() => document.querySelectorAll('main input[type="checkbox"]')[1].checked);
  await page.reload();
  assert.deepEqual([await boxes(page).nth(0).isChecked(), await boxes(page).nth(1).isChecked()], [true, true]);
});
