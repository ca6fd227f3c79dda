// The result as a plan: short as it opens, the rest of it a press away, and where to apply.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { goByKeyboard } from "./support/form.mjs";
import { openWithDossier } from "./support/former.mjs";
import { openGolden } from "./support/golden.mjs";
import { SAMPLE } from "./support/guided.mjs";
import { addressOf, DESKTOP, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Screens of a phone that a result takes as it opens. */
const SCREENS = 5;
/** The longest that is known: seven conditions of a level are not met. */
const LONGEST = 5.1;
/** What keeps a firm that meets all else from 「小巨人」. */
const NO_GIANT = { chain_role: false, segment_market_share: "3", domestic_market_rank: "12", single_champion: true };

const FORMS = {
  sample: (page) => openWithDossier(page, addressOf("#/"), SAMPLE),
  "two of three": (page) => openGolden(page, "regime-2026/C01", NO_GIANT),
  "seven unmet": (page) => openGolden(page, "regime-2026/C03"),
  empty: () => {},
};

/** Opens the result, with what is drawn later. */
async function openResult(page, open, search = "") {
  await open(page);
  await page.goto(addressOf(`${search}#/result`));
  await page.getByText(/去哪里办|^Where$/).waitFor();
}

const bottom = (locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);

for (const [name, open] of Object.entries(FORMS)) {
  const most = open === FORMS["seven unmet"] ? LONGEST : SCREENS;
  pageTest(`a result on a phone is ${most} screens as it opens, the plan first: ${name}`, { context: PHONE }, async (page) => {
    await openResult(page, open);
    await takeShot(page, `plan-phone-${name.replaceAll(" ", "-")}`);
    const { height } = PHONE.viewport;
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(whole <= most * height, `${whole} px are ${(whole / height).toFixed(1)} screens`);
    const rows = await page.locator(".plan dt").allInnerTexts();
    assert.deepEqual(rows.slice(0, 2), ["现在可报", "还差什么"]);
    assert.ok(rows.includes("去哪里办"));
    if (open === FORMS["two of three"]) await page.locator(".plan").getByText("不存在“已是制造业单项冠军企业或产品”的情形").waitFor();
    const plan = await bottom(page.locator('[data-act="platform"]'));
    assert.ok(plan <= height, `where to apply stands at ${plan} px`);
    await assertAccessible(page);
  });
}

for (const [look, context, search] of [
  ["desktop", { viewport: DESKTOP }, ""],
  ["dark", { ...PHONE, colorScheme: "dark" }, ""],
  ["large", PHONE, "?size=large"],
  ["english", PHONE, "?lang=en"],
]) {
  pageTest(`a result as a plan is accessible and fits: ${look}`, { context }, async (page) => {
    await openResult(page, FORMS["two of three"], search);
    await takeShot(page, `plan-${look}`);
    await assertAccessible(page);
    await page.locator('[data-act="unfold"]').click();
    await takeShot(page, `plan-${look}-unfolded`);
    await assertAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  });
}

pageTest("open answers: the most decisive first, the others unfold by keyboard", {}, async (page) => {
  await openResult(page, FORMS.empty);
  const links = page.locator(".plan .chips a:visible");
  assert.deepEqual(await links.count(), 4);
  const [told] = /\d+/.exec(await page.locator(".plan dt", { hasText: "待填" }).innerText());
  await goByKeyboard(page, `还有 ${told - 4} 项`);
  assert.equal(await links.count(), Number(told));
});

pageTest("of a level that is not met what is short is shown, and the rest counted", {}, async (page) => {
  await openResult(page, FORMS["two of three"]);
  const level = page.locator(".level-detail").nth(2);
  const shown = level.locator(".criterion:visible .criterion-head .pill");
  const before = await shown.allInnerTexts();
  assert.ok(before.length > 0 && before.every((pill) => !/满足$/.test(pill) || /不满足$/.test(pill)), before.join());
  await level.locator("summary", { hasText: /^已满足 \d+ 项/ }).last().click();
  assert.ok((await shown.count()) > before.length);
  const met = page.locator(".level-detail").first();
  assert.equal(await met.locator(".criterion:visible").count(), 0, "a level that is met is one line");
});

pageTest("of what is not met the first stands in full, the others with what they lack", { context: PHONE }, async (page) => {
  await openResult(page, FORMS["seven unmet"]);
  const level = page.locator(".level-detail").nth(2);
  const lines = level.locator(".chapter > ul > li > .fold > summary:visible");
  assert.equal(await lines.count(), 6);
  assert.equal(await level.locator(".criterion-head:visible").count(), 1);
  await lines.filter({ hasText: /：差 / }).first().tap();
  assert.equal(await level.locator(".criterion-head:visible").count(), 2);
});

pageTest("without a platform the page says where to ask", {}, async (page) => {
  await page.route(addressOf(), async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace(/(<meta name="site" content=")[^"]*/, "$1");
    await route.fulfill({ response, body: text });
  });
  await openResult(page, FORMS.empty);
  await page.getByText("申报入口以当地主管部门通知为准。").waitFor();
  assert.equal(await page.locator('[data-act="platform"]').count(), 0);
});
