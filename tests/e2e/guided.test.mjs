// The form question by question: the sample firm to its result, by touch and by keyboard alone.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { byField, verdicts } from "./support/form.mjs";
import { goThrough, KEYBOARD, SAMPLE, TOUCH } from "./support/guided.mjs";
import { assertLanded } from "./support/landing.mjs";
import { addressOf, DESKTOP, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const TODAY = new Date("2026-11-28T09:00:00+08:00");
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const OUTCOME = {
  创新型中小企业: "符合条件",
  专精特新中小企业: "尚不能判断",
  "专精特新“小巨人”企业": "暂不符合条件",
};

/** The one-line standing of a level. */
const standing = (page, name) => page.locator(".standing-line .pill", { hasText: name });

pageTest("the sample firm by thumb on a phone: few answers, few taps, nothing to scroll for", { context: PHONE }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/"));
  await page.locator('[data-act="start"]').tap();
  const count = await goThrough(page, byField(SAMPLE.facts), TOUCH, async ({ answers, screens }) => {
    if (answers === 1) await standing(page, "小巨人").and(page.locator(".unmet")).waitFor();
    const inView = await standing(page, "创新型").evaluate((pill) => pill.getBoundingClientRect().top);
    assert.ok(inView >= 0 && inView < 100, `the standing is at ${inView} px`);
    const height = await page.evaluate(() => document.querySelector(".guided form").offsetHeight);
    assert.ok(height <= 844, `screen ${screens} is ${height} px high`);
    if (screens < 3) await takeShot(page, `guided-${screens}-phone`);
  });
  assert.ok(count.answers <= 21, `${count.answers} answers`);
  assert.ok(count.presses + 1 <= 30, `${count.presses + 1} taps`);
  assert.deepEqual(await verdicts(page), OUTCOME);
  await assertAccessible(page);
  await takeShot(page, "guided-result-phone");
});

pageTest("the sample firm by keyboard alone on a desktop", { context: { viewport: DESKTOP } }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/"));
  await page.locator("#title").waitFor();
  await page.goto(addressOf("#/form?mode=guided"));
  await goThrough(page, byField(SAMPLE.facts), KEYBOARD, async ({ screens }) => {
    if (screens === 0) await assertAccessible(page);
  });
  assert.deepEqual(await verdicts(page), OUTCOME);
});

pageTest("back goes one question back, and the mode is remembered", { context: PHONE }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/"));
  await page.locator('[data-act="start"]').tap();
  await page.locator('[id="specialized_title-1"]').tap();
  await page.waitForFunction(() => !location.hash.includes("specialized_title"));
  await page.locator('[data-act="previous-question"]').tap();
  await assertLanded(page, "title");
  assert.equal(await page.locator('[id="specialized_title-1"]').getAttribute("aria-pressed"), "true");
  await page.locator('[data-act="all"]').tap();
  await page.locator("section.section").first().waitFor();
  await page.goto(addressOf("#/"));
  await page.locator('[data-act="resume"]').tap();
  await page.locator("section.section").first().waitFor();
});

pageTest("what is not known sinks and is told apart, and a figure that cannot be read is told", { context: PHONE }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/form/specialized_title?mode=guided"));
  await page.locator('[data-act="answer"][value="?"]').tap();
  await page.getByText("1 项您选了“不清楚”，查清后才能定。").waitFor();
  await page.goto(addressOf("#/form/total_assets?mode=guided"));
  await page.locator('[id="total_assets@2025"]').fill("很多");
  await page.locator('[data-act="next-question"]').tap();
  await page.locator('[id="total_assets@2025"][aria-invalid="true"]').waitFor();
});

pageTest("every answer can be changed from the page 核对填写内容", { context: PHONE }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/form/total_assets?mode=guided"));
  await page.locator('[id="total_assets@2025"]').fill("6000");
  await page.locator('[data-act="review"]').tap();
  await assertLanded(page, "title");
  await page.locator(".review").getByText("6000").waitFor();
  await assertAccessible(page);
  await takeShot(page, "review-phone");
  await page.locator('[data-act="edit-total_assets@2025"]').tap();
  assert.equal(await page.locator('[id="total_assets@2025"]').inputValue(), "6000");
});

pageTest("only what changed is said, once typing is over", { context: { viewport: DESKTOP } }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/form?mode=all"));
  await page.locator('label:has([id="specialized_title-1"])').click();
  const said = page.locator("#said");
  await said.getByText("小巨人：尚不能判断 → 暂不符合条件", { exact: true }).waitFor({ state: "attached" });
});
