// The two self-tests of 2021, each by keyboard alone, and what one changed answer makes of them.

import assert from "node:assert/strict";
import { answersOf, fillByKeyboard, openForm, verdicts } from "./support/form.mjs";
import { pageTest, PHONE } from "./support/pages.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { takeShot } from "./support/shots.mjs";

const PROVINCIAL = "专精特新中小企业";
const NATIONAL = "专精特新“小巨人”企业";

const TESTS = {
  [PROVINCIAL]: {
    schemes: { 创新型: false, 小巨人: false },
    golden: "guangdong-2021/GD21-01",
    changed: { "total_assets@2020": "2000" },
    veto: { serious_incident: true },
    review: { special_conditions_confirmed: undefined },
  },
  [NATIONAL]: {
    schemes: { 创新型: false, 专精特新中小企业: false },
    golden: "national-2021/N21-01",
    changed: { years_in_segment: "2" },
    veto: { single_champion: true },
  },
};

async function resultOf(page, test, changes) {
  const { asOf, answers } = answersOf(test.golden);
  const changed = Object.entries({ ...answers, ...changes }).filter(([, value]) => value !== undefined);
  await openForm(page, asOf, test.schemes);
  await fillByKeyboard(page, Object.fromEntries(changed));
  return verdicts(page);
}

function chapter(page, name) {
  return page.locator(".chapter", { has: page.getByRole("heading", { name }) });
}

for (const [level, test] of Object.entries(TESTS)) {
  pageTest(`${level} 2021 by keyboard alone: 符合条件`, {}, async (page) => {
    assert.deepEqual(await resultOf(page, test, {}), { [level]: "符合条件" });
    await assertAccessible(page);
    await takeShot(page, `result-met-${test.golden.split("/")[0]}`);
  });

  pageTest(`${level} 2021 with one figure changed: 暂不符合条件`, {}, async (page) => {
    assert.deepEqual(await resultOf(page, test, test.changed), { [level]: "暂不符合条件" });
    const unmet = page.locator(".criterion", { has: page.locator(".pill.unmet") });
    assert.match(await unmet.innerText(), /差 /);
    await takeShot(page, `result-unmet-${test.golden.split("/")[0]}`);
  });

  pageTest(`${level} 2021 with a veto: 暂不符合条件`, {}, async (page) => {
    assert.deepEqual(await resultOf(page, test, test.veto), { [level]: "暂不符合条件" });
    assert.equal(await chapter(page, "否决性条件").locator(".pill.unmet").count(), 1);
  });
}

pageTest("专项条件 that nobody answered or confirmed stay open", {}, async (page) => {
  const test = TESTS[PROVINCIAL];
  assert.deepEqual(await resultOf(page, test, test.review), { [PROVINCIAL]: "尚不能判断" });
  await page.getByRole("button", { name: "展开全部条件" }).click();
  const open = await chapter(page, "必备条件").locator(".pill.open").allInnerTexts();
  // 专业化 follows from answers; 精细化, 特色化 and 新颖化 wait for a confirmation, and so does the whole.
  assert.deepEqual(open, [...Array(4).fill("?\n待填"), ...Array(4).fill("!\n待核")]);
});

const onPhone = { context: { viewport: PHONE, hasTouch: true, isMobile: true } };
pageTest("an unfinished form on a phone: 尚不能判断, and the way to what is missing", onPhone, async (page) => {
  await openForm(page, "2021-05-01", TESTS[NATIONAL].schemes);
  await page.getByRole("group", { name: /具有独立法人资格/ }).getByText("是", { exact: true }).tap();
  await page.getByRole("button", { name: "下一节" }).tap();
  await page.getByRole("heading", { level: 2, name: "二、经营与财务" }).waitFor();
  await page.getByRole("button", { name: "提交并查看结果" }).tap();
  assert.deepEqual(await verdicts(page), { [NATIONAL]: "尚不能判断" });
  await takeShot(page, "result-open-phone");
  await page.getByText(/^还有 \d+ 项$/).tap();
  await page.getByRole("link", { name: "从事特定细分市场年限", exact: true }).tap();
  await page.locator("#years_in_segment:focus").waitFor();
  await takeShot(page, "form-section-phone");
});
