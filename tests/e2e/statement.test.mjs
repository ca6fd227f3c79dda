// 「从财务报表导入」: a person chooses a file, looks, and takes over; what is not certain is asked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const FOLDER = new URL("../../crates/spreadsheet/tests/statements/", import.meta.url);
const field = (page, name) => page.locator(`[id="${name}"]`);

/** Opens the page and chooses a file of the fixtures, or these bytes. */
async function choose(page, name, buffer = readFileSync(new URL(name, FOLDER))) {
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  await page.goto(addressOf("#/statement"));
  await page.getByLabel("选择报表文件").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

const proposal = (page, name) => page.locator("label.answer", { hasText: name });
const take = (page) => page.getByRole("button", { name: /^填入所选的/ });

for (const [kind, context] of [["desktop", {}], ["phone", { viewport: PHONE, hasTouch: true, isMobile: true }], ["dark", { colorScheme: "dark" }]]) {
  pageTest(`a statement is imported in three acts (${kind})`, { context }, async (page) => {
    await page.clock.setFixedTime("2026-11-22T09:00:00");
    await page.goto(addressOf("#/form?mode=all"));
    await field(page, "net_profit@2025").or(field(page, "operating_revenue@2025")).first().waitFor({ state: "attached" });
    await field(page, "operating_revenue@2024").evaluate((input) => {
      input.value = "4000";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await choose(page, "01-income-general.csv");
    const newest = proposal(page, "营业收入（2025 年）");
    await newest.waitFor();
    assert.match(await newest.innerText(), /5200 万元[\s\S]*现在：（空）[\s\S]*B4“营业收入”，52,000,000\.00，单位元/);
    assert.equal(await newest.getByRole("checkbox").isChecked(), true);
    const own = proposal(page, "营业收入（2024 年）");
    assert.match(await own.innerText(), /4100 万元[\s\S]*现在：4000 万元/);
    assert.equal(await own.getByRole("checkbox").isChecked(), false, "an own answer is not replaced unasked");
    await assertAccessible(page);
    await takeShot(page, `statement-${kind}`);
    await take(page).click();
    await field(page, "operating_revenue@2025").waitFor({ state: "attached" });
    assert.equal(await field(page, "operating_revenue@2025").inputValue(), "5200");
    assert.equal(await field(page, "operating_revenue@2024").inputValue(), "4000");
    assert.equal(await field(page, "rd_expense@2025").inputValue(), "268");
    await page.getByText(/已填入 \d+ 项，请核对/).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    assert.equal(await field(page, "operating_revenue@2025").inputValue(), "");
  });
}

pageTest("of consolidated figures and the parent’s neither is ticked, and one at most is taken", {}, async (page) => {
  await choose(page, "11-consolidated-and-parent.xlsx");
  const boxes = page.locator("label.answer").getByRole("checkbox");
  await boxes.first().waitFor();
  await page.getByText("按申报主体选哪一个").first().waitFor();
  const ticked = () => boxes.evaluateAll((all) => all.filter(({ checked }) => checked).length);
  assert.equal(await ticked(), 0);
  await assertAccessible(page);
  await takeShot(page, "statement-asks");
  const name = (await page.locator("label.answer").first().innerText()).split("：")[0];
  const same = page.locator("label.answer", { hasText: name });
  assert.ok((await same.count()) >= 2, "both figures of a line are there");
  await same.nth(0).getByRole("checkbox").check();
  await same.nth(1).getByRole("checkbox").check();
  assert.equal(await ticked(), 1, "one answer has one figure");
});

for (const [name, told] of [
  ["06-income-half-year.csv", /不是全年数，没有列入/],
  ["08-balance-june.csv", /不是年末数，没有列入/],
  ["03-income-small.csv", /“研究费用”是管理费用中的费用化部分/],
  ["09-income-december.csv", /全年数还是 12 月当月数/],
  ["13-income-no-unit.csv", /没有写金额单位，按元读，对吗/],
  ["14-cash-flow.csv", /没有找到资产负债表或利润表/],
]) {
  pageTest(`${name} is asked about, not guessed`, {}, async (page) => {
    await choose(page, name);
    await page.getByText(told).first().waitFor();
    const boxes = page.locator("label.answer", { hasText: told }).getByRole("checkbox");
    for (const box of await boxes.all()) assert.equal(await box.isChecked(), false);
  });
}

for (const [name, text] of [
  ["a page.xls", "<html><body><table><tr><td>营业收入</td></tr></table></body></html>"],
  ["nothing.csv", ""],
  ["damaged.xlsx", "PK\u0003\u0004 no workbook"],
]) {
  pageTest(`${name}, which is no statement, is told`, {}, async (page) => {
    await choose(page, name, Buffer.from(text));
    await page.getByRole("alert").waitFor();
    assert.match(await page.getByRole("alert").innerText(), /无法读取 /);
    assert.equal(await take(page).count(), 0);
  });
}
