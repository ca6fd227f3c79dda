// What is kept and taken up again, and what a browser does to a page: nothing stale is judged or shown, nothing typed is lost.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { save, submit } from "./support/records.mjs";
import { takeShot } from "./support/shots.mjs";
import { translate } from "./support/translate.mjs";

const field = (page, name) => page.locator(`[id="${name}"]`);
const REVENUE = "operating_revenue@2025";
const IN_DECEMBER = "2026-12-20T10:00:00";
const IN_FEBRUARY = "2027-02-20T10:00:00";
const PASSED = "这份按 2026 年的标准填写";

pageTest("a form of last year says so before anything is judged, and one press takes it to today", {}, async (page) => {
  await page.clock.setFixedTime(IN_DECEMBER);
  await page.goto(addressOf("#/form"));
  await field(page, REVENUE).fill("8600.5");
  await page.locator('[id="legal_person"]').check();
  await page.clock.setFixedTime(IN_FEBRUARY);
  for (const route of ["#/result", "#/routes", "#/form"]) {
    await page.goto(addressOf(route));
    await page.reload();
    const told = page.getByText(PASSED);
    await told.waitFor();
    const judged = page.locator(".summary, .levels, form, .section").first();
    if (await judged.count()) {
      const [above, below] = [await told.boundingBox(), await judged.boundingBox()];
      assert.ok(above.y < below.y, `${route}: it stands above what is judged`);
    }
  }
  await assertAccessible(page);
  await takeShot(page, "form-of-last-year");
  await page.locator('[data-act="day"]').click();
  assert.equal(await field(page, REVENUE).inputValue(), "8600.5");
  await field(page, "operating_revenue@2026").waitFor();
  const todo = page.locator("#renewed");
  assert.match(await todo.innerText(), /待补 \d+ 项年度数据[\s\S]*营业收入（2026 年）/);
  await todo.locator("summary").click();
  await todo.getByRole("link", { name: "境内登记、独立法人" }).waitFor();
  await assertAccessible(page);
  await takeShot(page, "form-renewed");
  assert.equal(await page.getByText(PASSED).count(), 0);
  await todo.getByRole("link", { name: "营业收入（2026 年）" }).click();
  await page.locator('[id="operating_revenue@2026"]:focus').waitFor();
});

pageTest("a past test of last year says so, and so does the form that is made of it", {}, async (page) => {
  await page.clock.setFixedTime(IN_DECEMBER);
  await page.goto(addressOf("#/form"));
  await field(page, REVENUE).fill("8600.5");
  await submit(page);
  await page.clock.setFixedTime(IN_FEBRUARY);
  await page.reload();
  await page.getByText(PASSED).waitFor();
  await page.getByRole("button", { name: "编辑" }).click();
  await page.locator('[data-act="day"]').waitFor();
});

pageTest("a form that gave way to another is there after a reload, until it is old or one is submitted", {}, async (page) => {
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  await page.goto(addressOf("#/form"));
  await field(page, "enterprise_name").fill("甲公司");
  await field(page, REVENUE).fill("8600");
  await page.goto(addressOf("#/"));
  await page.locator('[data-act="new"]').click();
  await page.goto(addressOf("#/form"));
  await field(page, "enterprise_name").fill("乙公司");
  await page.goto(addressOf("#/"));
  await page.locator('[data-act="new"]').click();
  await page.reload();
  await page.goto(addressOf("#/records"));
  const list = page.getByRole("region", { name: "未提交的填报" });
  await list.getByText("甲公司，已填 2 项").waitFor();
  await assertAccessible(page);
  await takeShot(page, "records-not-submitted");
  assert.equal(await list.getByRole("listitem").count(), 2);
  await list.getByRole("listitem").filter({ hasText: "甲公司" }).getByRole("button", { name: "恢复这份" }).click();
  await page.waitForFunction((id) => document.getElementById(id)?.value === "8600", REVENUE);

  await page.clock.setFixedTime("2026-11-28T09:00:00");
  await page.goto(addressOf("#/records"));
  await page.reload();
  await list.getByRole("listitem").first().waitFor();
  assert.equal(await list.getByRole("listitem").count(), 1, "within seven days");
  await page.clock.setFixedTime("2026-11-29T10:00:00");
  await page.reload();
  await page.getByText("共 0 条").waitFor();
  assert.equal(await list.count(), 0, "not longer than seven days");

  await page.goto(addressOf("#/"));
  await page.locator('[data-act="new"]').click();
  await page.reload();
  await page.getByRole("button", { name: "恢复原填报" }).waitFor();
  await page.goto(addressOf("#/form"));
  await submit(page);
  await page.goto(addressOf("#/records"));
  await page.reload();
  await page.getByText("共 1 条").waitFor();
  assert.equal(await page.getByRole("button", { name: /恢复/ }).count(), 0, "submitting ends it");
});

/** A database whose requests of a kind are never answered. */
function silence(what) {
  const forever = () => Object.assign(new EventTarget(), { onsuccess: null, onerror: null, result: null });
  if (what === "open") IDBFactory.prototype.open = forever;
  if (what === "read") IDBObjectStore.prototype.getAllKeys = IDBObjectStore.prototype.getAll = forever;
  if (what === "write") IDBObjectStore.prototype.put = forever;
  if (what !== "open") {
    // A transaction whose end nobody is told.
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set() {}, get: () => null });
  }
}

for (const what of ["open", "read", "write"]) {
  pageTest(`a database that never answers to ${what} is told, and the tests of the visit are saved as a file`, {}, async (page) => {
    await page.addInitScript(silence, what);
    await page.clock.install({ time: "2026-11-22T09:00:00" });
    await page.goto(addressOf("#/form"));
    await page.locator('[id="enterprise_name"]').fill("甲公司");
    await page.locator('[data-act="submit"]').click();
    await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
    const told = page.getByText("或它的数据库没有响应");
    for (let step = 0; step < 20 && (await told.count()) === 0; step += 1) await page.clock.runFor(1_000);
    await told.waitFor();
    await page.goto(addressOf("#/records"));
    await page.locator(".record", { hasText: "甲公司" }).waitFor();
    const saving = save(page, page.getByRole("button", { name: "导出全部记录" }));
    for (let step = 0; step < 20; step += 1) await page.clock.runFor(1_000);
    assert.match((await saving).text, /甲公司/);
  });
}

/** What a page says, without the marks of the translation. */
const said = async (page) => (await page.locator("main").innerText()).replaceAll("·", "").replace(/\s+/g, "");

const STEPS = [
  [REVENUE, "1.2亿"],
  ["rd_expense@2025", "268"],
  [REVENUE, "52000000"],
  ["rd_expense@2025", "100"],
  ["total_assets@2025", "很多"],
  [REVENUE, "5200"],
  ["total_assets@2025", "9000"],
];

pageTest("a page that the browser translates shows what one that it does not shows", {}, async (page) => {
  const pages = {
    "#/form": "自测填报",
    "#/result": "最终判断结果",
    "#/routes": "差距与路径",
    "#/preparation": "准备清单",
    "#/": /^企业自测/,
    "#/records": "自测结果查询",
  };
  const walk = async (translated) => {
    await page.goto(addressOf("#/form"));
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await field(page, REVENUE).waitFor();
    if (translated) await page.evaluate(translate);
    for (const [name, text] of STEPS) await field(page, name).fill(text);
    const states = [];
    for (const [route, name] of Object.entries(pages)) {
      await page.evaluate((route) => (location.hash = route), route);
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await page.waitForFunction(() => !/正在(读取|保存)/.test(document.querySelector("main").textContent));
      // The plan of a result says of years what the part of advice brings.
      if (route === "#/result") await page.getByText("哪年能到").waitFor();
      states.push(await said(page));
    }
    await page.evaluate(() => (location.hash = "#/form"));
    await field(page, "rd_expense@2025").fill("400");
    states.push(await said(page));
    return states;
  };
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  const [plain, translated] = [await walk(false), await walk(true)];
  for (const [at, route] of [...Object.keys(pages), "the form again"].entries()) assert.equal(translated[at], plain[at], route);
});
