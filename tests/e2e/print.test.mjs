// Results on paper: a summary on one sheet, the conditions on two, legible without colours.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { openWithDossier } from "./support/former.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { illegible, print } from "./support/paper.mjs";

/** Of 「小巨人」: all conditions met, and seven not met. */
const CASES = { met: "C01", unmet: "C03" };
const FIRM_NAME = "广州示例精密有限公司";
/** Sheets of what is read at a glance. */
const SUMMARY = 1;
/** 7.5 pt, in CSS pixels. */
const LEAST_SIZE = 10;
const LEAST_CONTRAST = 7;

/** Boxes on paper without a word in them. */
function emptyBoxes() {
  const boxes = [...document.querySelectorAll(".card, .notice, section, dl > div")];
  const empty = boxes.filter((box) => box.checkVisibility() && box.innerText.trim() === "");
  return empty.map((box) => box.outerHTML.slice(0, 200));
}

async function openResult(page, goldenCase, schemes) {
  const file = new URL(`../golden/regime-2026/${goldenCase}.json`, import.meta.url);
  const { dossier } = JSON.parse(readFileSync(file, "utf8"));
  dossier.facts.enterprise_name = FIRM_NAME;
  await openWithDossier(page, addressOf("#/"), dossier);
  for (const name of schemes) {
    await page.getByRole("checkbox", { name }).uncheck();
  }
  await page.getByRole("link", { name: "结果", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
}

for (const [state, goldenCase] of Object.entries(CASES)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = { colorScheme };
    pageTest(`“小巨人” 2026 ${state}: a summary and two sheets at most, printed from ${colorScheme}`, { context }, async (page) => {
      await openResult(page, goldenCase, ["创新型", "专精特新中小企业"]);
      // The years and the rounds are drawn later.
      await page.getByText("去哪里办").waitFor();
      const sheets = await print(page, `print-${state}-${colorScheme}`);
      assert.ok(sheets <= SUMMARY + 2, `${sheets} sheets`);
      await page.emulateMedia({ media: "print" });
      const pale = await illegible(page, { leastContrast: LEAST_CONTRAST, leastSize: LEAST_SIZE });
      assert.deepEqual(pale, []);
      assert.equal(await page.getByRole("navigation").count(), 0);
      assert.equal(await page.getByText(FIRM_NAME).isVisible(), true);
      for (const text of [/^打印日期：\d{4}-\d\d-\d\d$/, "经办人：", "复核人：", "申报建议"]) {
        assert.equal(await page.getByText(text).isVisible(), true, `${text}`);
      }
      assert.deepEqual(await page.evaluate(emptyBoxes), []);
      await page.evaluate(() => document.querySelector(".reasons").remove());
      assert.equal(await print(page, `print-${state}-${colorScheme}-summary`), SUMMARY);
    });
  }
}
