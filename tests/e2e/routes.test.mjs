// 「差距与路径」: gaps and routes, levers that are tried, next year, plans, and the printed sheet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible } from "./support/axe.mjs";
import { goByKeyboard } from "./support/form.mjs";
import { assertLanded } from "./support/landing.mjs";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { illegible, print } from "./support/paper.mjs";
import { takeShot } from "./support/shots.mjs";

const FIRM_NAME = "广州示例精密有限公司";
const SPECIALIZED = "专精特新中小企业";
const PHONE_IN_HAND = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** A firm that misses conditions of the two upper levels. */
const FIRM = firm("C03", {});
/** What no advice may suggest. */
const SUGGESTIVE = {
  zh: ["修改", "调整", "更正", "改报", "重报", "补报", "调减", "调增", "虚", "认定通过", "包过"],
  en: ["restate", "adjust", "correct the figures", "amend", "approved", "certified"],
};

function firm(goldenCase, facts) {
  const file = new URL(`../golden/regime-2026/${goldenCase}.json`, import.meta.url);
  const { dossier } = JSON.parse(readFileSync(file, "utf8"));
  dossier.facts = { ...dossier.facts, enterprise_name: FIRM_NAME, ...facts };
  return dossier;
}

/** Opens the page for a firm whose answers are on the device. */
async function openRoutes(page, { dossier = FIRM, search = "" } = {}) {
  await page.addInitScript((text) => {
    if (localStorage.getItem("zjtx.draft") === null) localStorage.setItem("zjtx.draft", text);
  }, JSON.stringify(dossier));
  await page.goto(addressOf(`${search}#/routes`));
  await page.getByRole("heading", { level: 1, name: /差距与路径|Gaps and routes/ }).waitFor();
}

const standing = (page, level) => page.locator(".tried .level").filter({ hasText: level });
const draft = (page) => page.evaluate(() => localStorage.getItem("zjtx.draft"));

async function foldOut(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
}

for (const [look, context, search] of [
  ["desktop", { viewport: DESKTOP }, ""],
  ["phone", { viewport: PHONE }, ""],
  ["dark", { viewport: DESKTOP, colorScheme: "dark" }, ""],
  ["large", { viewport: PHONE }, "?size=large"],
  ["english", { viewport: DESKTOP }, "?lang=en"],
  ["zoomed", { viewport: { width: 320, height: 256 } }, ""],
]) {
  pageTest(`gaps and routes are accessible and fit: ${look}`, { context }, async (page) => {
    await openRoutes(page, { search });
    await takeShot(page, `routes-${look}`);
    await page.locator(".route").getByRole("button").first().click();
    await takeShot(page, `routes-${look}-tried`);
    await foldOut(page);
    await assertAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  });
}

pageTest("by keyboard: a route is taken, a lever moved, all of it taken back", {}, async (page) => {
  await openRoutes(page);
  const before = await draft(page);
  const level = standing(page, SPECIALIZED);
  const asFilledIn = await level.innerText();
  assert.doesNotMatch(asFilledIn, /\n符合条件/);
  await goByKeyboard(page, `试算此路径（${SPECIALIZED}路径 1）`);
  await page.locator("#tryout:focus").waitFor();
  assert.match(await level.innerText(), /符合条件/);
  assert.doesNotMatch(await level.innerText(), /暂不符合条件\n/);

  await goByKeyboard(page, "恢复填报值");
  // The route is for next year's application; what is tried of whenever the firm applies stood apart.
  await page.getByLabel("按要求试算").check();
  assert.equal(await level.innerText(), asFilledIn);
  const slider = page.getByRole("slider", { name: "研发费用：申报上年度（滑块）" });
  await slider.focus();
  const figure = page.locator("#rd_expense\\@2025");
  const own = await figure.inputValue();
  await page.keyboard.press("Home");
  assert.equal(await figure.inputValue(), "0");
  assert.match(await slider.getAttribute("aria-valuetext"), /^0 万元$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("１．２亿");
  assert.equal(await slider.getAttribute("aria-valuetext"), "12000 万元");
  assert.notEqual(own, "１．２亿");
  assert.equal(await draft(page), before, "what is tried is not the form");
});

pageTest("what a lever breaks is told at once", {}, async (page) => {
  await openRoutes(page, { dossier: firm("C01", {}) });
  const level = standing(page, "小巨人").or(standing(page, "“小巨人”")).first();
  assert.match(await level.innerText(), /符合条件/);
  await page.getByText(/其他可试算项目/).click();
  await page.locator("#rd_expense\\@2025").fill("1");
  const told = page.locator(".tried-level").filter({ hasText: "小巨人" });
  assert.match(await told.innerText(), /暂不符合条件/);
  assert.match(await told.innerText(), /对其他条件的影响/);
  assert.match(await told.innerText(), /填报结论：符合条件/);
});

pageTest("a plan is another form: closed years stay, and the former answers come back", {}, async (page) => {
  await openRoutes(page);
  const own = await page.locator("#rd_expense\\@2025").inputValue();
  await page.locator("#rd_expense\\@2025").fill("4321");
  await page.getByRole("button", { name: "另存为计划" }).click();
  await page.getByRole("heading", { level: 1, name: "自测填报" }).waitFor();
  const name = page.getByLabel("企业全称");
  assert.equal(await name.inputValue(), `${FIRM_NAME}计划（2027）`);
  assert.equal(await page.locator("#rd_expense\\@2025").inputValue(), own);
  assert.equal(await page.locator("#rd_expense\\@2026").inputValue(), "4321");
  await page.getByRole("button", { name: "恢复原填报" }).click();
  assert.equal(await name.inputValue(), FIRM_NAME);
});

pageTest("a plan on a phone begins on top of the view", { context: PHONE_IN_HAND }, async (page) => {
  await openRoutes(page);
  await page.goto(addressOf("#/form?mode=all"));
  await page.locator("section.section").first().waitFor({ state: "attached" });
  await openRoutes(page);
  await page.locator("#rd_expense\\@2025").fill("4321");
  await page.getByRole("button", { name: "另存为计划" }).tap();
  await page.getByRole("button", { name: "恢复原填报" }).waitFor();
  await assertLanded(page, "title");
});

pageTest("the same firm next year: rules named, plan begun with the year before", {}, async (page) => {
  await openRoutes(page);
  await page.getByText("按下一年度试算").click();
  const tryout = page.locator(".tryout");
  assert.match(await tryout.innerText(), /假设 2027-\d\d-\d\d 申报：请填写 2026 年计划数/);
  assert.match(await tryout.innerText(), /创新型.*按现行标准试算/);
  const level = standing(page, SPECIALIZED);
  assert.match(await level.innerText(), /尚不能判断/);
  await page.getByRole("button", { name: "先用上年数据预填" }).click();
  assert.notEqual(await page.locator("#operating_revenue\\@2026").inputValue(), "");
  assert.equal(await page.locator("#operating_revenue\\@2025").count(), 0, "closed years cannot be tried");
  assert.doesNotMatch(await level.innerText(), /尚不能判断/);
  await takeShot(page, "routes-next-year");
  await foldOut(page);
  await assertAccessible(page);
  await page.getByRole("button", { name: "另存为计划" }).click();
  await page.getByRole("heading", { level: 1, name: "自测填报" }).waitFor();
  assert.match(await page.locator(".scope").innerText(), /2027-/);
});

pageTest("result and past test lead here, and a past test keeps its own answers", {}, async (page) => {
  await openRoutes(page);
  await page.getByRole("link", { name: "返回结果" }).click();
  await page.getByRole("link", { name: "差距与路径" }).click();
  await page.getByRole("heading", { level: 1, name: "差距与路径" }).waitFor();
  await page.goto(addressOf("#/form"));
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  await page.getByRole("link", { name: "差距与路径" }).click();
  await page.getByText("自测于").waitFor();
  assert.match(page.url(), /#\/routes\/[\d-]+$/);
  assert.equal(await page.getByText(FIRM_NAME).first().isVisible(), true);
});

for (const lang of ["zh", "en"]) {
  pageTest(`no word suggests to state closed figures otherwise: ${lang}`, {}, async (page) => {
    await openRoutes(page, { search: `?lang=${lang}` });
    await page.locator(".route").getByRole("button").first().click();
    await foldOut(page);
    const looks = [await page.locator("main").innerText()];
    await page.getByText(lang === "zh" ? "按下一年度试算" : "The same firm, next year").click();
    await foldOut(page);
    looks.push(await page.locator("main").innerText());
    await page.emulateMedia({ media: "print" });
    looks.push(await page.locator("main").innerText());
    const found = SUGGESTIVE[lang].filter((word) => looks.some((text) => text.toLowerCase().includes(word)));
    assert.deepEqual(found, []);
  });
}

/** The same questions answered with next to nothing: the longest sheet. */
function nextToNothing({ facts }) {
  const least = (answer) => {
    if (answer === true) return false;
    if (typeof answer === "object" && !Array.isArray(answer)) {
      return Object.fromEntries(Object.keys(answer).map((year) => [year, "1"]));
    }
    return /^[0-9.]+$/.test(answer) ? "1" : answer;
  };
  const kept = ["industry", "city", "legal_person", "enterprise_name"];
  const answers = Object.entries(facts).map(([fact, answer]) => [fact, kept.includes(fact) ? answer : least(answer)]);
  return Object.fromEntries(answers);
}

const PRINTED = {
  unmet: FIRM,
  far: firm("C03", nextToNothing(FIRM)),
  unknown: { ...FIRM, facts: { enterprise_name: FIRM_NAME } },
};

for (const [state, dossier] of Object.entries(PRINTED)) {
  for (const search of ["", "?lang=en"]) {
    pageTest(`what to work for is one sheet: ${state}${search}`, { context: { colorScheme: "dark" } }, async (page) => {
      await openRoutes(page, { dossier, search });
      assert.equal(await print(page, `routes-${state}${search && "-en"}`), 1);
      await page.emulateMedia({ media: "print" });
      await takeShot(page, `routes-print-${state}${search && "-en"}`);
      assert.deepEqual(await illegible(page, { leastContrast: 7, leastSize: 10 }), []);
      const paper = await page.locator("main").innerText();
      assert.match(paper, search ? /For self-test only/ : /仅供自测参考，不作为评审依据/);
      assert.match(paper, search ? /What to work for/ : /培育建议/);
    });
  }
}
