// How typed figures are read, while they are typed and when they cannot be.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const REVENUE = "#operating_revenue\\@2025";

pageTest("full-width digits, separators, 万 and 亿 are understood and shown", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  for (const [typed, read] of [
    ["1.2亿", "即 12000 万元"],
    ["８６００．５", "即 8600.5 万元"],
    ["1,234万", "即 1234 万元"],
    ["86000000元", "即 8600 万元"],
    ["8600", ""],
  ]) {
    await page.locator(REVENUE).fill(typed);
    await page.waitForFunction(([id, read]) => document.querySelector(id).innerText === read, [`${REVENUE}-message`, read]);
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
  await page.locator("#class1_ip_owned:focus").waitFor();
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

/** Pastes into the field that has the focus, as a person does. */
async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (document.activeElement.dispatchEvent(event)) document.execCommand("insertText", false, text);
  }, text);
}

function years(page, fact, list) {
  return Promise.all(list.map((year) => page.locator(`[id="${fact}@${year}"]`).inputValue()));
}

pageTest("cells of a spreadsheet fill the years, and are taken back", {}, async (page) => {
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  await page.goto(addressOf("#/form"));
  const revenue = (list) => years(page, "operating_revenue", list);
  await page.locator(REVENUE).fill("1");
  await page.locator(REVENUE).focus();
  await paste(page, "8,600\r\n7,800\r\n7,000\r\n");
  assert.deepEqual(await revenue([2025, 2024, 2023]), ["8,600", "7,800", "7,000"]);
  await page.getByText("已由近及远填入各年度").waitFor();
  await takeShot(page, "form-pasted");
  await page.getByRole("button", { name: "撤销" }).click();
  assert.deepEqual(await revenue([2025, 2024, 2023]), ["1", "", ""]);

  await page.locator('[id="operating_revenue@2024"]').focus();
  await paste(page, "7800\t7000\t6000\t5000");
  assert.deepEqual(await revenue([2025, 2024, 2023]), ["1", "7800", "7000"]);
  await page.getByText("多余的 2 个数据未填入").waitFor();
  await page.locator(REVENUE).fill("8600");
  assert.equal(await page.getByRole("button", { name: "撤销" }).count(), 0);

  await page.locator(REVENUE).focus();
  await page.keyboard.press("Control+A");
  await paste(page, "9000");
  assert.deepEqual(await revenue([2025, 2024]), ["9000", "7800"]);
});

/** What a screen reader says of a field besides its name. */
async function descriptionOf(page, field) {
  const browser = await page.context().newCDPSession(page);
  const { result } = await browser.send("Runtime.evaluate", { expression: `document.getElementById("${field}")` });
  const { nodes } = await browser.send("Accessibility.getPartialAXTree", { objectId: result.objectId });
  return nodes[0].description.value;
}

pageTest("a section is cleared in one act, told, and had back", {}, async (page) => {
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  await page.goto(addressOf("#/form"));
  await page.locator("#class1_ip_owned").fill("3");
  await page.locator(REVENUE).fill("8600");
  const finance = page.getByRole("region", { name: /经营与财务/ });
  assert.equal(await page.getByRole("button", { name: "清空本节" }).count(), 2, "only where something is answered");
  await finance.getByRole("button", { name: "清空本节" }).press("Enter");
  assert.equal(await page.locator(REVENUE).inputValue(), "");
  assert.equal(await page.locator("#class1_ip_owned").inputValue(), "3");
  await page.getByRole("status").filter({ hasText: "本节已清空" }).waitFor();
  await page.locator(":focus", { hasText: "经营与财务" }).waitFor();
  // Further down the notice stays in view, above answers that scroll beneath it.
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
  await takeShot(page, "form-cleared");
  await page.getByRole("button", { name: "撤销" }).press("Enter");
  assert.equal(await page.locator(REVENUE).inputValue(), "8600");
});

pageTest("shares, growth and size class are shown as they arise", {}, async (page) => {
  await page.clock.setFixedTime("2026-11-22T09:00:00");
  await page.goto(addressOf("#/form"));
  const fill = (field, text) => page.locator(`[id="${field}"]`).fill(text);
  await fill("operating_revenue@2025", "8600");
  await fill("rd_expense@2025", "257.99");
  const year = page.locator(".year", { has: page.locator('[id="rd_expense@2025"]') });
  await year.getByText("占营业收入约 2.99%").waitFor();
  await fill("total_assets@2025", "1亿");
  await fill("total_liabilities@2025", "7500");
  await page.getByText("资产负债率 75%").waitFor();
  await fill("operating_revenue@2024", "8000");
  await page.getByText("同比增长 7.5%").waitFor();
  await takeShot(page, "form-derived");
  await fill("industry", "39");
  await fill("headcount@2025", "120");
  const standing = page.getByRole("region", { name: "当前判断" });
  await standing.getByText("划型：小型").waitFor();
  for (const [field, told] of [
    ["rd_expense@2025", /占营业收入约 2\.99%/],
    ["total_liabilities@2025", /资产负债率 75%/],
    ["operating_revenue@2025", /同比增长 7\.5%/],
    ["headcount@2025", /划型：小型/],
    ["industry", /即 39 .*划型：小型/s],
  ]) {
    assert.match(await descriptionOf(page, field), told, field);
  }
});

pageTest("an industry is found by its name or the beginning of its code", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  const industry = page.locator("#industry");
  await industry.fill("软件");
  await page.getByRole("button", { name: /^65 软件和信息技术服务业/ }).press("Enter");
  await page.locator("#industry:focus").waitFor();
  await page.locator("#industry-message").getByText("即 65 软件和信息技术服务业", { exact: true }).waitFor();
  assert.equal(await industry.inputValue(), "65");
  await industry.fill("6");
  const offered = page.locator("#question-industry").getByRole("button");
  await offered.nth(7).waitFor();
  assert.equal(await offered.count(), 8);
  await assertAccessible(page);
});
