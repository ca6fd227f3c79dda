// From a condition of a result to its place in the document of its pack, and what changed since.

import assert from "node:assert/strict";
import { text as textOf } from "node:stream/consumers";
import { assertAccessible } from "./support/axe.mjs";
import { openGolden } from "./support/golden.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

/** What has the focus, and whether it stands in view. */
function place(page) {
  return page.evaluate(() => {
    const { id, textContent } = document.activeElement;
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return { id, text: textContent.trim(), inView: top >= 0 && bottom <= innerHeight };
  });
}

pageTest("a condition of a result leads to its place in the rules", {}, async (page) => {
  await openGolden(page, "regime-2026/C01");
  await page.goto(addressOf("#/result"));
  await page.getByRole("button", { name: "展开全部条件" }).click();
  await page.getByRole("link", { name: "规则说明 S7", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("#rule-S7:focus").waitFor();
  assert.equal(page.url(), addressOf("#/rules/cn-specialized-sme-2026/S7"));
  assert.equal((await place(page)).inView, true);
  await takeShot(page, "rule-place");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
});

pageTest("a pasted address opens the rules at the condition, or at the indicator", {}, async (page) => {
  for (const [address, id] of [
    ["#/rules/cn-specialized-sme-2022/Z-C2", "rule-Z-C2"],
    ["#/rules/cn-specialized-sme-2022/12", "rule-12"],
    ["#/rules/cn-little-giant-2022/L-X1a", "rule-L-X1a"],
  ]) {
    await page.goto("about:blank");
    await page.goto(addressOf(address));
    await page.locator(`[id="${id}"]:focus`).waitFor();
    assert.equal((await place(page)).inView, true, address);
    assert.equal(page.url(), addressOf(address));
    await assertAccessible(page);
  }
});

pageTest("a place that is not in the rules still opens them", {}, async (page) => {
  await page.goto(addressOf("#/rules/cn-specialized-sme-2022/no-such"));
  await page.getByRole("heading", { level: 2, name: "政策依据" }).waitFor();
  await page.goto(addressOf("#/rules/no-such/S1"));
  await page.getByRole("heading", { level: 1, name: "页面不存在" }).waitFor();
});

pageTest("every pack ends with what changed from the version before, without scripts too", {}, async (page) => {
  const title = "与上一版对比";
  await page.goto(addressOf("#/rules/cn-specialized-sme-2026"));
  const section = page.getByRole("region", { name: title });
  assert.match(await section.innerText(), /上一版：[\s\S]*上年度营业收入 不低于 1000万元 → 不低于 1500万元/);
  await takeShot(page, "rule-changes");
  await page.goto(addressOf("#/rules/cn-little-giant-2021"));
  assert.match(await page.getByRole("region", { name: title }).innerText(), /无更早版本/);
  await page.goto(addressOf("criteria.html"));
  const packs = await page.locator("section").count();
  assert.equal(await page.getByRole("heading", { name: title }).count(), packs);
  await page.getByText("上年度营业收入 不低于 1000万元 → 不低于 1500万元").first().waitFor();
});

pageTest("a result goes out as a golden case, without the firm’s name", {}, async (page) => {
  await openGolden(page, "regime-2026/C03", { enterprise_name: "甲公司", contact_phone: "13800000000" });
  await page.goto(addressOf("#/result"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^导出样例/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "zjtx-2026-05-01.case.json");
  const text = await textOf(await download.createReadStream());
  assert.doesNotMatch(text, /甲公司|13800000000/);
  const exported = JSON.parse(text);
  const packs = ["cn-innovative-sme-2022", "cn-little-giant-2026", "cn-specialized-sme-2026"];
  assert.deepEqual(Object.keys(exported.expect).sort(), packs);
  assert.equal(exported.expect["cn-little-giant-2026"].verdict, "unmet");
  for (const field of ["id", "title", "confidence", "provenance", "dossier", "reasoning"]) {
    assert.ok(exported[field], field);
  }
});

pageTest("the same answers under the rules of another day", {}, async (page) => {
  await openGolden(page, "regime-2026/C01");
  await page.goto(addressOf("#/result"));
  const section = page.getByRole("region", { name: "换用其他标准判断（填报内容不变）" });
  await section.locator("summary").first().click();
  await section.getByLabel("选择标准版本").selectOption("2022-08-01");
  const row = section.getByRole("row", { name: /^专精特新中小企业/ });
  assert.match(await row.innerText(), /符合条件[\s\S]*尚不能判断[\s\S]*结论不同/);
  await assertAccessible(page);
  await takeShot(page, "result-otherwise");
  await section.getByRole("button", { name: "按 2022-08-01 的标准判断" }).click();
  await page.locator(".scope").getByText("适用日期 2022-08-01").waitFor();
});

pageTest("a result is narrowed to what is not met, and leads from a verdict to its reasons", {}, async (page) => {
  await openGolden(page, "regime-2026/C03");
  await page.goto(addressOf("#/result"));
  const conditions = page.locator(".criterion");
  const toReasons = page.getByRole("button", { name: /^查看逐条判断 .*小巨人/ });
  await toReasons.waitFor();
  const before = await conditions.count();
  await toReasons.press("Enter");
  await page.locator(":focus", { hasText: /小巨人.*2026/ }).waitFor();
  assert.equal(await page.locator(".criterion:visible .pill.met").count(), 0);
  assert.notEqual(await page.locator(".criterion:visible .pill.unmet").count(), 0);
  await assertAccessible(page);
  await takeShot(page, "result-narrowed");
  await page.getByRole("button", { name: "展开全部条件" }).click();
  assert.notEqual(await page.locator(".criterion:visible .pill.met").count(), 0);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".criterion:visible").count(), before, "paper has all of it");
});

pageTest("the same answers for another kind of application", {}, async (page) => {
  await openGolden(page, "regime-2026/C01");
  await page.goto(addressOf("#/result"));
  const section = page.getByRole("region", { name: "换用其他标准判断（填报内容不变）" });
  await section.locator("summary").first().click();
  await section.getByLabel("申请类型").selectOption("复核");
  const row = section.getByRole("row", { name: /小巨人/ });
  assert.match(await row.innerText(), /2026[\s\S]*2022/);
  await section.getByText(/小巨人”?企业：标准有 \d+ 处不同/).click();
  await assertAccessible(page);
  await takeShot(page, "result-otherwise-kind");
  await section.getByRole("button", { name: "按 2026-05-01 的标准、复核判断" }).click();
  await page.locator(".scope").getByText("复核").waitFor();
});
