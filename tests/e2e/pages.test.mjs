// Every page: accessible in light and dark, in both languages, large and small.

import assert from "node:assert/strict";
import { addressesOf } from "./support/addresses.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";
import { fillDevice, leftBehind } from "./support/upgrade.mjs";

/** A device with three past tests of one firm, whose form is filled in. */
const { localStorage: items, database } = JSON.parse(leftBehind("0.1.0", "device.json"));
const DEVICE = { database, localStorage: { "zjtx.draft": items["zjtx.draft"] } };
const [FIRST, SECOND] = Object.keys(database.stores.records).map((key) => key.slice(1));

const PAGES = [
  ...addressesOf({
    "form/{key}": "form/operating_revenue@2022",
    "form/section-{section}": "form/section-1",
    "form/{key}?mode=guided": "form/operating_revenue?mode=guided",
    "records/{id}": `records/${FIRST}`,
    "records/{a}/{b}": `records/${FIRST}/${SECOND}`,
    "routes/{id}": `routes/${FIRST}`,
    "rules/{id}": "rules/cn-innovative-sme-2022",
    "rules/{pack}/{rule}": "rules/cn-innovative-sme-2022/G1",
    "preparation/{id}": `preparation/${FIRST}`,
  }),
  "nowhere",
];

/** Puts the device's stores in place; nothing of the app runs yet. */
async function begin(page) {
  await page.goto(addressOf("criteria.html"));
  await fillDevice(page, DEVICE);
}

const LOOKS = {
  desktop: { search: "", context: { viewport: DESKTOP } },
  dark: { search: "", context: { viewport: DESKTOP, colorScheme: "dark" } },
  phone: { search: "", context: { viewport: PHONE } },
  // 1280 × 1024 at 400 %.
  zoomed: { search: "", context: { viewport: { width: 320, height: 256 } } },
  large: { search: "?size=large", context: { viewport: PHONE } },
  english: { search: "?lang=en", context: { viewport: DESKTOP } },
  forced: { search: "", context: { viewport: DESKTOP, forcedColors: "active" } },
};

async function assertFits(page, name) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
}

for (const [look, { search, context }] of Object.entries(LOOKS)) {
  pageTest(`every page is accessible: ${look}`, { context }, async (page) => {
    await begin(page);
    for (const name of PAGES) {
      await page.goto(addressOf(`${search}#/${name}`));
      await page.locator("#title").waitFor();
      await assertAccessible(page);
      await assertFits(page, name);
      await takeShot(page, `${look}-${name.replace(/[^\w@-]+/g, "-") || "start"}`);
    }
  });
}

pageTest("the criteria without scripts are accessible, and fit at 400 %", {}, async (page) => {
  for (const name of ["criteria.html", "criteria.en.html"]) {
    await page.goto(addressOf(name));
    await page.getByRole("table").first().waitFor();
    await assertAccessible(page);
    await page.setViewportSize(LOOKS.zoomed.context.viewport);
    await assertFits(page, name);
  }
});

const NAMED_ROLES = ["button", "checkbox", "combobox", "link", "meter", "navigation", "radio", "textbox"];

pageTest("whatever can be used has a name for a screen reader", {}, async (page) => {
  await begin(page);
  const browser = await page.context().newCDPSession(page);
  for (const name of PAGES) {
    // A page that is drawn in place of another has parts of both in the tree for a moment.
    await page.goto("about:blank");
    await page.goto(addressOf(`#/${name}`));
    await page.locator("#title").waitFor();
    const { nodes } = await browser.send("Accessibility.getFullAXTree");
    const used = nodes.filter(({ ignored, role }) => !ignored && NAMED_ROLES.includes(role.value));
    assert.ok(used.length > 0, `${name} has nothing to use`);
    const nameless = used.filter((node) => !node.name?.value.trim()).map(({ role }) => role.value);
    assert.deepEqual(nameless, [], name);
  }
});

pageTest("pages that the bar above does not name are named below", { context: { viewport: PHONE } }, async (page) => {
  await page.goto(addressOf());
  for (const name of ["申报批次", "准备清单", "批量摸底", "嵌入", "隐私", "关于", "无障碍说明"]) {
    await page.getByRole("contentinfo").getByRole("link", { name, exact: true }).click();
    await page.waitForFunction((name) => document.title.startsWith(name), name);
    assert.equal(await page.getByRole("contentinfo").getByRole("link", { name, exact: true }).getAttribute("aria-current"), "page");
  }
});

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
  const status = page.locator("#said");
  const before = await status.textContent();
  const region = await status.elementHandle();
  await page.getByRole("group", { name: /经营异常名录/ }).getByText("是", { exact: true }).click();
  await status.getByText("创新型：尚不能判断 → 暂不符合条件").waitFor({ state: "attached" });
  assert.doesNotMatch(before, /暂不符合条件/);
  // A region that is drawn anew would be silent.
  assert.ok(await region.evaluate((element) => element.isConnected));
});
