// The officers' page with the demonstration's made-up half-year.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { blockStorage } from "./support/records.mjs";
import { takeShot } from "./support/shots.mjs";

const NOW = "2026-11-18T10:00:00+08:00";
const CITY = "read:city";
const TIANHE = "read:district:440106";

let folder;
let server;
before(async () => {
  folder = makeFolder();
  server = await startAggregator(folder, NOW);
});
after(async () => {
  await server.stop();
  folder.remove();
});

const onServer = { site: () => server.address };

async function openStatistics(page, scope, search = "") {
  await page.goto(`${server.address}stats/${search}#token=${server.tokens[scope]}`);
  await page.locator(".chart svg").nth(1).waitFor();
}

const LOOKS = {
  desktop: { scope: CITY, context: { viewport: DESKTOP } },
  district: { scope: TIANHE, context: { viewport: DESKTOP } },
  dark: { scope: CITY, context: { viewport: DESKTOP, colorScheme: "dark" } },
  phone: { scope: CITY, context: { viewport: PHONE, hasTouch: true, isMobile: true } },
  english: { scope: CITY, search: "?lang=en", context: { viewport: DESKTOP } },
  forced: { scope: CITY, context: { viewport: DESKTOP, forcedColors: "active" } },
};

pageTest("a browser that keeps nothing shows the officers' page all the same", onServer, async (page) => {
  await blockStorage(page.context());
  await openStatistics(page, CITY);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: /^Statistics/ }).waitFor();
});

for (const [look, { scope, search, context }] of Object.entries(LOOKS)) {
  pageTest(`the officers' page is accessible: ${look}`, { ...onServer, context }, async (page) => {
    await openStatistics(page, scope, search);
    await assertAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await takeShot(page, `stats-${look}`);
  });
}

pageTest("the large view and the way out of it", onServer, async (page) => {
  await openStatistics(page, CITY);
  await page.getByRole("button", { name: "大屏" }).click();
  await page.getByRole("button", { name: "退出大屏" }).waitFor();
  await page.locator(".chart svg").nth(1).waitFor();
  await assertAccessible(page);
  await takeShot(page, "stats-wall");
  const sign = await page.locator("#sign").innerText();
  assert.match(sign, /数据截至 2026年11月15日/);
  assert.match(sign, /演示：以下数字均为虚构/);
  await page.getByRole("button", { name: "退出大屏" }).click();
  await page.getByRole("button", { name: "大屏", exact: true }).waitFor();
});

pageTest("a tile shows its district's trend; a week and a verdict change the figures", onServer, async (page) => {
  await openStatistics(page, CITY);
  const trend = page.getByRole("figure", { name: /走势/ });
  await page.getByRole("button", { name: /白云/ }).click();
  await trend.getByRole("heading", { name: "走势：白云区" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /白云/ }).getAttribute("aria-pressed"), "true");
  await page.getByLabel("图表指标").selectOption("met");
  await page.getByRole("heading", { name: "各地区比较：符合" }).waitFor();
  const before = await page.getByRole("row", { name: /白云/ }).innerText();
  await page.getByLabel("截至", { exact: true }).selectOption({ index: 12 });
  assert.notEqual(await page.getByRole("row", { name: /白云/ }).innerText(), before);
  assert.equal(await page.getByRole("row", { name: /^合计/ }).count(), 0, "totals are those of the latest week");
});

pageTest("the figures that are shown add up to the total that is shown", onServer, async (page) => {
  await openStatistics(page, CITY);
  const numbers = await page.locator(".stacked tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.className, Number(row.querySelector("td")?.firstChild?.textContent.replace(/\D/g, "") || 0)]),
  );
  const total = numbers.find(([kind]) => kind === "sum")[1];
  assert.equal(numbers.filter(([kind]) => kind !== "sum").reduce((sum, [, figure]) => sum + figure, 0), total);
  assert.ok(total > 0);
});

pageTest("the table is saved as the page shows it", onServer, async (page) => {
  await openStatistics(page, CITY);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载本页表格" }).click()]);
  const file = join(folder.path, "table.csv");
  await download.saveAs(file);
  const text = readFileSync(file).toString();
  assert.match(download.suggestedFilename(), /^广州市自测统计-2026W\d\d\.csv$/);
  assert.match(text, /"演示：数字均为虚构"\r\n/);
  assert.match(text, /"天河区","约 [\d,]+（\d[\d,]* 至 [\d,]+）"/);
  assert.match(text, /"合计","[\d,]+"/);
  assert.match(text, /"演示站点，未由任何机关主办"$/);
});

pageTest("the tables can be saved", onServer, async (page) => {
  await openStatistics(page, TIANHE);
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    const file = join(folder.path, download.suggestedFilename());
    await download.saveAs(file);
    return { name: download.suggestedFilename(), bytes: readFileSync(file) };
  };
  const csv = await save("全部发布记录（CSV）");
  const lines = csv.bytes.toString().split("\r\n").filter(Boolean);
  assert.equal(csv.name, "zjtx-440106.csv");
  assert.match(lines[0], /^\ufeff区代码,区,级别/);
  assert.ok(lines.length > 2 && lines.slice(1).every((line) => line.startsWith("440106,天河区,")));
  const excel = await save("全部发布记录（Excel）");
  assert.equal(excel.name, "zjtx-440106.xlsx");
  assert.equal(excel.bytes.subarray(0, 2).toString(), "PK");
});

pageTest("signing out leaves nothing behind", onServer, async (page) => {
  await openStatistics(page, CITY);
  await page.getByRole("button", { name: "退出", exact: true }).click();
  await page.getByText(/邀请链接/).waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});
