// Every page: accessible in light and dark, in both languages, large and small.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const PAGES = ["", "form", "result", "records", "rules", "rules/cn-innovative-sme-2022", "privacy", "about", "nowhere"];

const LOOKS = {
  desktop: { search: "", context: { viewport: DESKTOP } },
  dark: { search: "", context: { viewport: DESKTOP, colorScheme: "dark" } },
  phone: { search: "", context: { viewport: PHONE } },
  large: { search: "?size=large", context: { viewport: PHONE } },
  english: { search: "?lang=en", context: { viewport: DESKTOP } },
  forced: { search: "", context: { viewport: DESKTOP, forcedColors: "active" } },
};

for (const [look, { search, context }] of Object.entries(LOOKS)) {
  pageTest(`every page is accessible: ${look}`, { context }, async (page) => {
    for (const name of PAGES) {
      await page.goto(addressOf(`${search}#/${name}`));
      await page.locator("#title").waitFor();
      await assertAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
      await takeShot(page, `${look}-${name.replace("/", "-") || "start"}`);
    }
  });
}

pageTest("the language changes at once and stays", {}, async (page) => {
  await page.goto(addressOf());
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: "Past tests" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.reload();
  await page.getByRole("link", { name: "Past tests" }).waitFor();
});

pageTest("state per level is told politely while typing", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  const status = page.getByRole("status").filter({ hasText: "创新型" });
  const before = await status.innerText();
  await page.getByRole("group", { name: /经营异常名录/ }).getByText("是", { exact: true }).click();
  assert.match(await status.innerText(), /暂不符合条件/);
  assert.doesNotMatch(before, /暂不符合条件/);
});
