// The whole test by the rules of 2026, every level at once: by keyboard alone, by touch on a phone.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { answersOf, fillByKeyboard, goByKeyboard, verdicts } from "./support/form.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";
import { fillByTouch } from "./support/touch.mjs";

const { asOf, answers } = answersOf("regime-2026/C01");
const ALL_MET = {
  创新型中小企业: "符合条件",
  专精特新中小企业: "符合条件",
  "专精特新“小巨人”企业": "符合条件",
};

/** The start page on the day of the golden case. */
async function openStart(page) {
  await page.clock.setFixedTime(`${asOf}T09:00:00`);
  await page.goto(addressOf());
  await page.getByText(`现行标准（${asOf}）`).waitFor();
}

pageTest("“小巨人” 2026 with the levels below it, by keyboard alone", {}, async (page) => {
  await openStart(page);
  await goByKeyboard(page, "开始填写");
  await page.getByRole("heading", { level: 1, name: "自测填报" }).waitFor();
  await fillByKeyboard(page, answers);
  assert.deepEqual(await verdicts(page), ALL_MET);
  await page.locator("#title:focus").waitFor();
  await assertAccessible(page);
});

const onPhone = { context: { viewport: PHONE, hasTouch: true, isMobile: true } };
pageTest("“小巨人” 2026 with the levels below it, by touch on a phone", onPhone, async (page) => {
  await openStart(page);
  await page.goto(addressOf("#/form?mode=all"));
  await page.getByRole("heading", { level: 1, name: "自测填报" }).waitFor();
  await fillByTouch(page, answers);
  assert.deepEqual(await verdicts(page), ALL_MET);
  await assertAccessible(page);
  await takeShot(page, "result-2026-phone");
});
