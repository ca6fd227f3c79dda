// Rounds of application, and the list with which one prepares for them.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { openWithDossier } from "./support/former.mjs";
import { openGolden } from "./support/golden.mjs";
import { SAMPLE } from "./support/guided.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { illegible, print } from "./support/paper.mjs";
import { takeShot } from "./support/shots.mjs";
import { fillByTouch } from "./support/touch.mjs";

const TODAY = "2026-11-22T09:00:00";
const EXPECTED = "2027年度广东省创新型中小企业评价";
const LITTLE_GIANT = "2027年度专精特新“小巨人”企业推荐和复核";
/** Evidence of each kind in the order of gathering: 证照, 审计, 知识产权, 市场, 信用. */
const GATHERED = ["营业执照", "审计", "知识产权", "市场", "信用"];

/** The sheet of a round. */
function round(page, title) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: title, exact: true }) });
}

pageTest("rounds tell the announced from the expected, with the days left and the source", {}, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/rules"));
  await page.getByRole("link", { name: "申报批次与截止日" }).click();
  await page.getByRole("heading", { level: 1, name: "申报批次" }).waitFor();

  const update = round(page, "2027年专精特新中小企业年度信息更新");
  assert.match(await update.innerText(), /已公布[\s\S]*2027-05-31 前\s+还剩 190 天/);
  const expected = round(page, EXPECTED);
  assert.match(await expected.innerText(), /预计[\s\S]*2027 年 6 月 至 2027 年 7 月\s+约 191 天后开始[\s\S]*正式通知尚未发布/);

  for (const past of await page.getByText("已结束的批次").all()) await past.click();
  const over = round(page, "第八批专精特新“小巨人”企业（2026年）");
  assert.match(await over.innerText(), /2026-04-25 至 2026-05-25\s+已截止/);
  await over.getByText("工信厅企业函〔2026〕117号").click();
  assert.match(await over.getByRole("link", { name: "查看来源（新窗口）" }).getAttribute("href"), /^https:\/\/www\.miit\.gov\.cn\//);
  await assertAccessible(page);
  await takeShot(page, "rounds-opened");
});

pageTest("days left follow the clock", {}, async (page) => {
  await page.clock.setFixedTime("2026-05-24T23:30:00");
  await page.goto(addressOf("#/rounds"));
  const batch = round(page, "第八批专精特新“小巨人”企业（2026年）");
  assert.match(await batch.innerText(), /2026-05-25\s+还剩 1 天/);
});

pageTest("a preparation list is counted back, ticked, kept and printed", {}, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await openGolden(page, "regime-2026/C01", { enterprise_name: "广州示例精密有限公司" });
  await page.goto(addressOf("#/result"));
  await page.getByRole("main").getByRole("link", { name: "准备清单" }).click();
  await page.getByRole("heading", { level: 1, name: "准备清单" }).waitFor();
  assert.match(await page.locator(".target").innerText(), /2027年度专精特新“小巨人”[\s\S]*预计[\s\S]*2027-03-01（距今天 99 天）/);
  await page.getByText("是本工具的建议，不是政策规定的期限").waitFor();

  await page.getByLabel("选择申报批次").selectOption({ label: `${EXPECTED}（预计）` });
  assert.match(await page.locator(".step").first().innerText(), /建议不晚于 2027-05-02（提前 90 天）/);
  const deadline = page.getByLabel("或自定截止日期");
  await deadline.fill("2026-12-31");
  await deadline.blur();
  assert.match(await page.locator(".step").first().innerText(), /2026-10-02（提前 90 天），已过，请尽快/);

  await page.getByLabel(/^营业执照/).check();
  await page.getByLabel(/^逐条自测/).check();
  await assertAccessible(page);
  await page.reload();
  assert.equal(await page.getByLabel(/^营业执照/).isChecked(), true);
  assert.equal(await page.getByLabel(/^逐条自测/).isChecked(), true);
  assert.equal(await page.getByLabel(/^提交/).isChecked(), false);
  assert.match(await page.locator(".target").innerText(), /自定截止日期：2026-12-31/);
  assert.doesNotMatch(await page.locator(".step").first().innerText(), /已过/);

  await takeShot(page, "preparation-list");
  const sheets = await print(page, "preparation");
  assert.ok(sheets <= 2, `${sheets} sheets`);
  await page.emulateMedia({ media: "print" });
  await takeShot(page, "preparation-print");
  assert.deepEqual(await illegible(page, { leastContrast: 7, leastSize: 10 }), []);
  assert.equal(await page.getByRole("combobox").count(), 0);
  assert.equal(await page.getByLabel(/^营业执照/).isVisible(), true);
});

pageTest("at first the round of the highest level within reach, and evidence as it is gathered", {}, async (page) => {
  await page.clock.setFixedTime(TODAY);
  // It has no title yet, so 「小巨人」, the nearest round, is out of reach.
  await openWithDossier(page, addressOf("#/"), SAMPLE);
  await page.goto(addressOf("#/preparation"));
  await page.locator(".target").getByText(EXPECTED).waitFor();
  const chosen = page.getByLabel("选择申报批次").locator("option:checked");
  assert.equal(await chosen.innerText(), `${EXPECTED}（预计）`);
  await page.getByLabel("选择申报批次").selectOption({ label: `${LITTLE_GIANT}（预计）` });
  await page.locator(".target").getByText(LITTLE_GIANT).waitFor();
  const evidence = await page.locator(".step li b").allInnerTexts();
  const places = GATHERED.map((name) => evidence.findIndex((of) => of.includes(name)));
  assert.ok(!places.includes(-1), evidence.join());
  assert.deepEqual(places, places.toSorted((a, b) => a - b), evidence.join());
});

pageTest("the list of a past test has ticks of its own", { context: { viewport: PHONE, hasTouch: true } }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await openGolden(page, "regime-2026/C01", { enterprise_name: "甲公司" });
  await page.goto(addressOf("#/preparation"));
  await page.getByLabel(/^营业执照/).check();
  await page.goto(addressOf("#/form?mode=all"));
  await fillByTouch(page, {});
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "准备清单" }).click();
  await page.getByRole("heading", { level: 1, name: "准备清单" }).waitFor();
  assert.equal(await page.getByLabel(/^营业执照/).isChecked(), false);
  await takeShot(page, "preparation-phone");
  await page.getByLabel(/^营业执照/).check();
  const lists = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("zjtx.preparation.")).length);
  assert.equal(await lists(), 2);
  await page.goto(addressOf("#/records"));
  await page.getByRole("button", { name: "删除", exact: true }).click();
  await page.getByRole("button", { name: "确定删除" }).click();
  assert.equal(await lists(), 1, "the ticks go with the test");
});

pageTest("a round that is expected only says so where it is chosen", {}, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/preparation"));
  await page.getByRole("heading", { level: 1, name: "准备清单" }).waitFor();
  const names = await page.getByLabel("选择申报批次").locator("option").allInnerTexts();
  assert.deepEqual(names, [`${LITTLE_GIANT}（预计）`, `${EXPECTED}（预计）`]);
});
