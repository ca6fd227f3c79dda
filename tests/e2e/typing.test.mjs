// How typed figures are read, while they are typed and when they cannot be.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const REVENUE = "#operating_revenue\\@2025";

pageTest("full-width digits, separators, 万 and 亿 are understood and shown", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  const message = page.locator(`${REVENUE}-message`);
  for (const [typed, read] of [
    ["1.2亿", "读作 12000 万元"],
    ["８６００．５", "读作 8600.5 万元"],
    ["1,234万", "读作 1234 万元"],
    ["86000000元", "读作 8600 万元"],
    ["8600", ""],
  ]) {
    await page.locator(REVENUE).fill(typed);
    assert.equal(await message.innerText(), read, typed);
    assert.equal(await page.locator(REVENUE).inputValue(), typed);
  }
});

pageTest("what cannot be read is told on 提交 only, with the way to each field", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  await page.locator(REVENUE).fill("很多");
  await page.locator("#class1_ip_owned").fill("-3");
  await page.locator("#class1_ip_owned").blur();
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  const summary = page.locator("#mistakes:focus");
  await summary.waitFor();
  assert.match(await summary.innerText(), /营业收入（2025 年）[\s\S]*不是数字[\s\S]*已应用的Ⅰ类知识产权[\s\S]*不能是负数/);
  await assertAccessible(page);
  await takeShot(page, "form-mistakes");
  await summary.getByRole("link", { name: /已应用的Ⅰ类知识产权/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "class1_ip_owned");
  assert.equal(await page.locator("#class1_ip_owned").inputValue(), "-3");
});

pageTest("nothing is judged while an input method composes", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  const name = page.locator("#enterprise_name");
  await name.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "guang", selectionStart: 5, selectionEnd: 5 });
  const stored = () => page.evaluate(() => localStorage.getItem("zjtx.draft"));
  assert.equal(await stored(), null);
  await keyboard.send("Input.insertText", { text: "广州" });
  await page.waitForFunction(() => new URLSearchParams(localStorage.getItem("zjtx.draft") ?? "").get("answer.enterprise_name") === "广州");
  assert.equal(await name.inputValue(), "广州");
});
