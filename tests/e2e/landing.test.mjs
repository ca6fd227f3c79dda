// Going to a section, a question, a mistake or a page puts it on top of the view with the focus on it; going back
// goes one step back, to where one was.

import assert from "node:assert/strict";
import { guideCame, openForm } from "./support/form.mjs";
import { assertLanded } from "./support/landing.mjs";
import { addressOf, DESKTOP, pageTest } from "./support/pages.mjs";

const TODAY = new Date("2026-11-28T09:00:00+08:00");
const PHONES = [390, 360].map((width) => ({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true }));

/** Ids of the sections' headings, in the order of the form, once it is drawn. */
async function headings(page) {
  const all = page.locator("section.section > h2");
  await all.first().waitFor({ state: "attached" });
  return all.evaluateAll((drawn) => drawn.map((heading) => heading.id));
}

for (const context of PHONES) {
  pageTest(`each section begins on top of a view of ${context.viewport.width} px`, { context }, async (page) => {
    await page.clock.setFixedTime(TODAY);
    await page.goto(addressOf("#/form?mode=all"));
    const [, ...later] = await headings(page);
    assert.ok(later.length > 4);
    for (const id of later) {
      await page.locator('[data-act="next-section"]:visible').tap();
      await assertLanded(page, id);
    }
    await page.locator('[data-act="previous-section"]:visible').tap();
    await assertLanded(page, later.at(-2));
  });
}

pageTest("the list of sections leads to a section, also to the open one", { context: PHONES[0] }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/form?mode=all"));
  const ids = await headings(page);
  const entries = page.locator("nav.contents a");
  for (const at of [3, 3, 0]) {
    await entries.nth(at).tap();
    await assertLanded(page, ids[at]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  }
});

pageTest("back goes one section back, and forward again", { context: PHONES[0] }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/form?mode=all"));
  const [first, second, third] = await headings(page);
  for (const id of [second, third]) {
    await page.locator('[data-act="next-section"]:visible').tap();
    await assertLanded(page, id);
  }
  await page.goBack();
  await page.locator(`#${second}`).waitFor();
  await page.goBack();
  await page.locator(`#${first}`).waitFor();
  await page.goForward();
  await page.locator(`#${second}`).waitFor();
});

pageTest("a page that one comes back to is where it was left", { context: { viewport: DESKTOP } }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(addressOf("#/form?mode=all"));
  // What the guide tells comes last, and moves the link.
  await guideCame(page);
  await page.evaluate(() => scrollTo(0, 900));
  // A link beside the form: one in the bar above would scroll up to be pressed.
  await page.getByRole("link", { name: "查看逐条判断" }).click();
  await assertLanded(page, "title");
  await page.goBack();
  await page.locator("nav.contents").waitFor();
  await page.waitForFunction(() => scrollY === 900);
});

pageTest("a question that is asked for stands on top with its field focused", { context: PHONES[0] }, async (page) => {
  await page.clock.setFixedTime(TODAY);
  await openForm(page, "2026-05-01", {});
  await page.goto(addressOf("#/form/total_assets@2025"));
  await page.locator('[id="total_assets@2025"]:focus').waitFor();
  const top = await page.locator("#question-total_assets").evaluate((question) => question.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 200, `the question stands at ${top} px`);
});

for (const context of PHONES) {
  pageTest(`nothing moves when the guide comes, at ${context.viewport.width} px`, { context }, async (page) => {
    await page.clock.setFixedTime(TODAY);
    let letCome;
    const mayCome = new Promise((come) => (letCome = come));
    await page.route(/split_guided/, async (route) => {
      await mayCome;
      await route.continue();
    });
    await page.goto(addressOf("#/form?mode=all"));
    const question = page.locator("section.shown .question").first();
    await question.waitFor();
    const top = () => question.evaluate((shown) => shown.getBoundingClientRect().top);
    const before = await top();
    letCome();
    await guideCame(page);
    assert.equal(await top(), before);
  });
}
