// Page 批量摸底: lists in, firms by verdict, results out, and the page's own thread left free.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after } from "node:test";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";
import { within } from "./support/timed.mjs";

const HEADINGS = "企业名称,所在区,申报日期,研发费用2025,营业收入2025,境内登记、独立法人";
const SMALL = `${HEADINGS}
甲公司,天河区,2026-05-01,50,8000,是
乙公司,天河区,2026-05-01,约100,8000,是
丙公司,白云区,2026-05-01,400,8000,否
`;
/** 企业名称,研发费用2025,营业收入2025 / 广州甲公司,50,8000 in GB18030. */
const GB18030 = Buffer.from(
  "c6f3d2b5c3fbb3c62cd1d0b7a2b7d1d3c3323032352cd3aad2b5cad5c8eb323032350ab9e3d6ddbcd7b9abcbbe2c35302c383030300a",
  "hex",
);
const MANY = 100_000;
/** Longest that the page's own thread may be busy at a time, and that 取消 may take, in milliseconds. */
const LONGEST_TASK = 50;
const LONGEST_CANCEL = 100;

/** A long list is a file on the disk: handed over as bytes it would keep the page busy. */
const folder = mkdtempSync(join(tmpdir(), "zjtx-lists-"));
after(() => rmSync(folder, { recursive: true }));

const csv = (name, content) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

function manyFirms() {
  const lines = [HEADINGS];
  for (let row = 0; row < MANY; row += 1) {
    const district = row % 3 === 0 ? "天河区" : "白云区";
    lines.push(`第${row}公司,${district},2026-05-01,${100 + (row % 500)},${2000 + (row % 9000)},${row % 10 ? "是" : "否"}`);
  }
  const path = join(folder, "很多.csv");
  writeFileSync(path, lines.join("\n"));
  return path;
}

async function open(page) {
  await page.goto(addressOf("#/batch"));
  await page.getByRole("heading", { level: 1, name: "批量摸底" }).waitFor();
}

const choose = (page, file) => page.getByLabel("选择清单文件").setInputFiles(file);

async function judge(page, file) {
  await choose(page, file);
  await page.getByText("判断完成").waitFor({ timeout: 120_000 });
}

const status = (page) => page.getByRole("status").filter({ hasText: "列出" });
const shows = (page, text) => status(page).filter({ hasText: text }).waitFor();

const bytesOf = async (download) => buffer(await download.createReadStream());

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return download;
}

pageTest("every firm stands under the headings", {}, async (page) => {
  await open(page);
  await judge(page, csv("清单.csv", SMALL));
  const edges = (cells) => cells.map((cell) => cell.getBoundingClientRect().left);
  const headings = await page.locator(".rows thead th").evaluateAll(edges);
  const firm = page.getByRole("row", { name: /^甲公司/ }).locator("th, td");
  assert.deepEqual(await firm.evaluateAll(edges), headings);
});

pageTest("a small list: mistakes by cell, good rows judged, filters, details", {}, async (page) => {
  await open(page);
  await judge(page, csv("清单.csv", SMALL));
  await page.getByText("D3：研发费用 2025 年“约100”不是数字").waitFor();
  await shows(page, "共 3 家，列出 3 家");
  await assertAccessible(page);
  await takeShot(page, "batch-small");
  await page.getByLabel("区", { exact: true }).selectOption({ label: "天河区 (2)" });
  await shows(page, "列出 2 家");
  await page.getByLabel("区", { exact: true }).selectOption("");
  await page.getByLabel("结论").selectOption({ label: "填写有误，未判断" });
  await shows(page, "列出 1 家");
  await page.getByLabel("结论").selectOption({ label: "暂不符合条件" });
  await shows(page, "列出 2 家");
  await page.getByLabel("企业全称").fill("丙");
  await shows(page, "列出 1 家");
  await page.getByRole("button", { name: "丙公司" }).click();
  await page.getByRole("heading", { level: 2, name: "丙公司" }).waitFor();
  assert.match(await page.getByText("暂不满足", { exact: true }).first().locator("xpath=..").innerText(), /法人|登记/);
  await assertAccessible(page);
  await takeShot(page, "batch-firm");
});

for (const [where, options] of [["", {}], [", on a phone", { context: { viewport: PHONE } }]]) {
  pageTest(`a list beside another day: every judged firm in one cell, and a workbook${where}`, options, async (page) => {
    await open(page);
    await judge(page, csv("清单.csv", SMALL));
    await page.getByLabel("按该日期的标准").fill("2026-03-01");
    const download = await saved(page, "对照并下载 Excel");
    assert.equal(download.suggestedFilename(), "清单-两版对照.xlsx");
    assert.ok((await bytesOf(download)).subarray(0, 2).equals(Buffer.from("PK")));
    const tables = page.locator("section[aria-labelledby=batch-compare] table:has(caption)");
    await tables.first().waitFor();
    for (const table of await tables.all()) {
      const firms = (await table.locator("td").allInnerTexts()).map(Number);
      assert.equal(firms.reduce((sum, cell) => sum + cell, 0), 2);
    }
    await page.locator("list-chart svg").first().waitFor();
    await takeShot(page, `batch-compare${where && "-phone"}`);
    const cell = tables.first().getByRole("button").first();
    const firms = await cell.innerText();
    await cell.click();
    await shows(page, `列出 ${firms} 家`);
    await assertAccessible(page);
  });
}

const TRIED = `企业名称,所在区,申报日期,从事特定细分市场年限
甲公司,天河区,2026-05-01,1
乙公司,白云区,2026-05-01,9
丙公司,白云区,2026-05-01,5
`;

/** Begins a trial, and moves the figure that is told in these words. */
async function pickFigure(page, words) {
  await page.getByLabel("试算的标准").selectOption("cn-specialized-sme-2026");
  const figure = page.locator("#trial-figure option").filter({ hasText: words }).first();
  await page.getByLabel("要改动的数值").selectOption(await figure.getAttribute("value"));
}

for (const [where, options] of [["", {}], [", on a phone", { context: { viewport: PHONE } }], [", in the dark", { context: { colorScheme: "dark" } }]]) {
  pageTest(`a trial of other figures: who crosses, refusals, the curve, back again, and a workbook${where}`, options, async (page) => {
    await open(page);
    await judge(page, csv("清单.csv", TRIED));
    await pickFigure(page, /细分市场.*年/);
    const card = page.locator("section[aria-labelledby=batch-trial]");
    await card.getByText("试算，不是现行标准").waitFor();
    const typed = card.locator("input[type=text]");
    await typed.fill("1年");
    await typed.blur();
    const all = card.getByRole("row", { name: /^全部/ });
    await all.filter({ hasText: "1 → 0" }).waitFor();
    await card.locator("list-chart svg").waitFor();
    await takeShot(page, `batch-trial${where && where.replace(/.* /, "-")}`);
    await assertAccessible(page);
    await typed.fill("3%");
    await typed.blur();
    await card.getByRole("alert").filter({ hasText: "这样改动，规则通不过检查：" }).waitFor();
    await card.getByRole("button", { name: "全部复原" }).click();
    await all.filter({ hasNotText: "→" }).waitFor();
    assert.equal(await card.getByRole("alert").count(), 0);
    await pickFigure(page, /细分市场.*年/);
    await card.locator("input[type=range]").fill("1");
    await all.filter({ hasText: "1 → 0" }).waitFor();
    const crossing = card.locator("table:has(caption)").last().getByRole("row", { name: /^暂不符合条件/ });
    await crossing.getByRole("button", { name: "1" }).click();
    await shows(page, "列出 1 家");
    const download = await saved(page, "下载试算结果 Excel");
    assert.equal(download.suggestedFilename(), "清单-门槛试算.xlsx");
    assert.ok((await bytesOf(download)).subarray(0, 2).equals(Buffer.from("PK")));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  });
}

pageTest("an English page tells mistakes in English, in the result too, and follows its language", {}, async (page) => {
  await page.goto(addressOf("?lang=en#/batch"));
  await page.getByLabel("Choose the list").setInputFiles(csv("list.csv", SMALL));
  const mistake = "D3: R&D expense 2025 “约100” is not a number";
  await page.getByText(mistake).waitFor();
  const lines = `${await bytesOf(await saved(page, "Save the result as CSV"))}`.trim().split("\n");
  assert.ok(lines[2].includes(mistake), lines[2]);
  assert.match(lines[0], /^\uFEFF?Place,Firm,.*: verdict,/);
  assert.match(lines[1], /,Conditions not met yet,/);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByText("D3：研发费用 2025 年“约100”不是数字").waitFor();
});

pageTest("a firm opens as a full test, the former form can be had back, and the list stays", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  await page.getByLabel("企业全称").fill("先前的公司");
  await open(page);
  await judge(page, csv("清单.csv", SMALL));
  await page.getByRole("button", { name: "甲公司" }).click();
  await page.getByRole("button", { name: "打开完整自测" }).click();
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  await page.getByRole("link", { name: "填写", exact: true }).click();
  assert.equal(await page.getByLabel("企业全称").inputValue(), "甲公司");
  assert.equal(await page.locator("#rd_expense\\@2025").inputValue(), "50");
  await page.getByRole("button", { name: "恢复原填报" }).click();
  assert.equal(await page.getByLabel("企业全称").inputValue(), "先前的公司");
  await open(page);
  await shows(page, "共 3 家");
});

pageTest("the template comes back as an empty list, results can be saved", {}, async (page) => {
  await open(page);
  const template = await saved(page, "下载模板");
  assert.match(template.suggestedFilename(), /模板\.xlsx$/);
  await choose(page, { ...csv("模板.xlsx", ""), buffer: await bytesOf(template) });
  await page.getByText("共 0 家，其中").waitFor();
  await judge(page, csv("清单.csv", SMALL));
  await shows(page, "共 3 家");
  const workbook = await saved(page, "下载结果 Excel");
  assert.equal(workbook.suggestedFilename(), "清单-自测结果.xlsx");
  assert.equal((await bytesOf(workbook)).subarray(0, 2).toString(), "PK");
  const lines = `${await bytesOf(await saved(page, "下载结果 CSV"))}`.trim().split("\n");
  assert.equal(lines.length, 4);
  assert.match(lines[2], /乙公司.*D3：研发费用/);
});

pageTest("GB18030, and files that are no lists", { expectedErrors: [/zjtx/] }, async (page) => {
  await open(page);
  await judge(page, { ...csv("老表.csv", ""), buffer: GB18030 });
  await page.getByRole("button", { name: "广州甲公司" }).waitFor();
  await choose(page, { ...csv("旧.xls", ""), buffer: Buffer.from("d0cf11e0a1b11ae1", "hex") });
  await page.getByRole("alert").filter({ hasText: "旧版 .xls" }).waitFor();
});

/** Notes, in the page, tasks of more than 50 ms. */
function watchThread() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({
    type: "longtask",
  });
}

pageTest("100,000 firms leave the page's thread free", {}, async (page) => {
  await open(page);
  await page.evaluate(watchThread);
  await judge(page, manyFirms());
  await shows(page, `共 ${MANY} 家，列出 ${MANY} 家`);
  const rows = page.locator(".rows");
  for (const share of [0.1, 0.5, 0.9, 1]) {
    await rows.evaluate((pane, share) => (pane.scrollTop = share * pane.scrollHeight), share);
    const row = Math.min(MANY - 1, Math.floor(share * MANY));
    await page.waitForFunction((row) => {
      const indices = [...document.querySelectorAll("tr.firm")].map((line) => Number(line.ariaRowIndex ?? line.getAttribute("aria-rowindex")));
      return indices.some((index) => Math.abs(index - 2 - row) < 30);
    }, row);
  }
  await page.getByRole("button", { name: `第${MANY - 1}公司` }).waitFor();
  await page.getByLabel("企业全称").fill("9999");
  await shows(page, "列出 19 家");
  const tasks = await page.evaluate(() => globalThis.tasks);
  within(LONGEST_TASK, Math.max(0, ...tasks.map(({ duration }) => duration)), `longest task with ${MANY} firms`);
});

pageTest("cancelling takes effect at once", {}, async (page) => {
  await open(page);
  await choose(page, manyFirms());
  await page.getByText(/已判断 \d{3,} 家/).waitFor();
  await takeShot(page, "batch-reading");
  const taken = await page.evaluate(async () => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "取消");
    const start = performance.now();
    button.click();
    while (!document.body.textContent.includes("已取消")) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  within(LONGEST_CANCEL, taken, "cancelling");
  await judge(page, csv("清单.csv", SMALL));
  await shows(page, "共 3 家");
});

pageTest("a phone shows the same list", { context: { viewport: PHONE } }, async (page) => {
  await open(page);
  await judge(page, csv("清单.csv", SMALL));
  await shows(page, "共 3 家");
  await assertAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await takeShot(page, "batch-phone");
  assert.ok(overflow <= 0, `${overflow} px too wide`);
});
