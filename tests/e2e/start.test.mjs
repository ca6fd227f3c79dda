// The first page: what to test, and by the rules of which day.

import assert from "node:assert/strict";
import { addressOf, pageTest } from "./support/pages.mjs";

const TODAY = new Date("2026-11-28T09:00:00+08:00");

/** Types a day of last February, whose rules are others: gives the field, and what lets the rules come and be drawn. */
async function typeFebruary(page) {
  await page.clock.setFixedTime(TODAY);
  let letCome;
  const mayCome = new Promise((come) => (letCome = come));
  await page.route(/all-rules/, async (route) => {
    await mayCome;
    await route.continue();
  });
  await page.goto(addressOf("#/"));
  const day = page.locator("#as-of");
  await day.focus();
  // This browser asks for the month first, then the day, then the year.
  await page.keyboard.type("0201");
  const coming = page.locator("#main").getByText("正在载入所需的规则").first();
  await coming.waitFor();
  const drawn = async () => {
    letCome();
    await coming.waitFor({ state: "detached" });
  };
  return { day, drawn };
}

pageTest("a day that is half typed stays so while rules come", {}, async (page) => {
  const { day, drawn } = await typeFebruary(page);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Backspace");
  assert.equal(await day.inputValue(), "");
  await drawn();
  assert.equal(await day.inputValue(), "", "the former day is not written over what is being typed");
  await page.keyboard.type("03");
  assert.equal(await day.inputValue(), "2026-02-03");
});

pageTest("a day that is typed keeps the focus while its rules come, and is taken", {}, async (page) => {
  const { day, drawn } = await typeFebruary(page);
  await drawn();
  await page.keyboard.type("2024");
  await page.locator("#as-of:focus").waitFor();
  assert.equal(await day.inputValue(), "2024-02-01");
  await page.getByRole("radio", { name: /^现行标准/ }).check();
  assert.equal(await day.inputValue(), "2026-11-28", "the field follows the other choices");
  await day.fill("2024-02-01");
  await page.getByRole("link", { name: "开始填写" }).click();
  await page.locator(".scope", { hasText: "2024-02-01" }).waitFor();
});

pageTest("a level says that it has no standard only where it has none", {}, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/"));
  const levels = page.locator("label.answer:has(input[type=checkbox])");
  const said = () => levels.evaluateAll((all) => all.map((level) => level.querySelector("small").textContent));
  await levels.first().waitFor();
  const before = await said();
  const open = before.flatMap((text, at) => (text === "" ? [at] : []));
  assert.ok(open.length > 0, "some levels are not among the first rules");
  for (const at of open) await levels.nth(at).getByRole("checkbox").check();
  await levels.nth(open[0]).getByText("依据：").waitFor();
  const after = await said();
  assert.ok(after.every((text, at) => before[at] === "" || text === before[at]), "nothing that was said has changed");
  assert.ok(after.every((text) => /^(依据：|该日期)/.test(text)), JSON.stringify(after));
});
