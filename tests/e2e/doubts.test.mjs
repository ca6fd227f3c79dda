// Figures that cannot be 「请核对」: told at the field and on the result, blocking nothing and changing nothing by themselves.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";
import { submit } from "./support/records.mjs";

const field = (page, name) => page.locator(`[id="${name}"]`);
const message = (page, name) => page.locator(`[id="${name}-message"]`);
const REVENUE = "operating_revenue@2025";

/** Answers, the field that the doubt stands at, and what it says. */
const DOUBTS = [
  [{ [REVENUE]: "52000000" }, REVENUE, /约 5200 亿元，超出中小企业的规模，请核对单位/],
  [{ [REVENUE]: "5200", "core_business_revenue@2025": "9030.53" }, "core_business_revenue@2025", /大于营业收入 2025 年 5200 万元，部分不会大于总体/],
  [{ [REVENUE]: "100", "rd_expense@2025": "192" }, "rd_expense@2025", /大于营业收入 2025 年 100 万元，少有这样的情况/],
  [{ "total_assets@2025": "9000", "total_liabilities@2025": "90000" }, "total_liabilities@2025", /大于资产总额/],
  [{ [REVENUE]: "150000", "operating_revenue@2024": "15" }, REVENUE, /相差一百倍以上/],
  [{ "headcount@2025": "52000" }, "headcount@2025", /超出中小企业的规模/],
];

pageTest("each doubt stands at its field and on the result, and blocks nothing", {}, async (page) => {
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  for (const [answers, at, told] of DOUBTS) {
    await page.goto(addressOf("#/form?mode=all"));
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    for (const name of ["industry", ...Object.keys(answers)]) {
      if (name === "industry") await field(page, name).fill("39");
    }
    for (const [name, text] of Object.entries(answers)) {
      await field(page, name).waitFor();
      await field(page, name).fill(text);
    }
    await message(page, at).filter({ hasText: told }).waitFor();
    for (const [name, text] of Object.entries(answers)) assert.equal(await field(page, name).inputValue(), text);
    await submit(page);
    await page.getByRole("heading", { name: /^请核对/ }).waitFor();
    await page.locator("li", { hasText: told }).first().waitFor();
  }
});

for (const [kind, context] of [["desktop", {}], ["phone", { viewport: PHONE }], ["dark", { colorScheme: "dark" }]]) {
  pageTest(`a figure in 元 is offered to be divided (${kind})`, { context }, async (page) => {
    await page.clock.setFixedTime("2026-11-22T09:00:00");
    await page.goto(addressOf("#/form?mode=all"));
    const revenue = field(page, REVENUE);
    if (!(await revenue.isVisible())) await page.locator('nav.contents a', { hasText: "经营与财务" }).click();
    await revenue.pressSequentially("52000000");
    await page.locator(`[id="${REVENUE}"]:focus`).waitFor();
    const offer = page.locator(".year", { has: revenue }).locator('[data-act="divide"]');
    await offer.scrollIntoViewIfNeeded();
    await assertAccessible(page);
    await takeShot(page, `form-doubt-${kind}`);
    assert.match(await offer.innerText(), /原数是元，改为 5200 万元/);
    await offer.click();
    assert.equal(await revenue.inputValue(), "5200");
    await page.locator(`[id="${REVENUE}"]:focus`).waitFor();
    assert.equal(await message(page, REVENUE).innerText(), "");
    assert.equal(await offer.count(), 0);
  });
}
