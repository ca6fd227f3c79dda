// Any place of the country in the form: found by name, pinyin or code, and its table only fetched then.

import assert from "node:assert/strict";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const TABLE = /\/places\.txt$/;

async function openForm(page) {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(addressOf("#/form?mode=all"));
  await page.locator("#find-place").waitFor({ state: "attached" });
  return requests;
}

const LOOKS = { desktop: { viewport: DESKTOP }, phone: { viewport: PHONE, hasTouch: true, isMobile: true } };

for (const [look, context] of Object.entries(LOOKS)) {
  pageTest(`a place is found by name in three presses: ${look}`, { context }, async (page) => {
    const requests = await openForm(page);
    assert.equal(requests.filter((url) => TABLE.test(url)).length, 0, "the table is no part of the first load");
    const press = (element) => (context.hasTouch ? element.tap() : element.click());
    const search = page.locator("#find-place");
    await press(search);
    await page.keyboard.insertText("武侯");
    await takeShot(page, `places-${look}`);
    await press(page.getByRole("button", { name: "510107 四川省成都市武侯区" }));
    await page.getByText("已选：四川省成都市").waitFor();
    assert.equal(await page.locator("#city").inputValue(), "510100");
    const district = page.locator("#district");
    await district.waitFor();
    assert.equal(await district.inputValue(), "510107");
    assert.equal(await district.locator("option:checked").innerText(), "武侯区");
    assert.equal(requests.filter((url) => TABLE.test(url)).length > 0, true);
  });
}

pageTest("districts of one's own city come first; a code finds a place too", {}, async (page) => {
  await openForm(page);
  const search = page.locator("#find-place");
  const offered = page.locator("#question-city .answers button");
  await search.fill("白云");
  await offered.first().waitFor();
  assert.match(await offered.first().innerText(), /^440111 广东省广州市白云区$/);
  await search.fill("330106");
  await page.getByRole("button", { name: /浙江省杭州市西湖区/ }).click();
  assert.equal(await page.locator("#district").inputValue(), "330106");
  await search.fill("没有这个地方");
  await page.getByText("没有找到").waitFor();
});

pageTest("a former name or code finds the place of today, and says so", {}, async (page) => {
  await openForm(page);
  const search = page.locator("#find-place");
  await search.fill("芳村");
  await page.getByRole("button", { name: "440103 广东省广州市荔湾区（原芳村区，440107，2005年止）" }).waitFor();
  await takeShot(page, "places-former");
  await search.fill("440107");
  await page.getByRole("button", { name: /荔湾区（原芳村区/ }).click();
  assert.equal(await page.locator("#district").inputValue(), "440103");
});

pageTest("English shows pinyin, and a kept answer its name", {}, async (page) => {
  await page.goto(addressOf("?lang=en#/form?mode=all"));
  await page.locator("#find-place").fill("wuhou");
  await page.getByRole("button", { name: /Wuhou District, Chengdu, Sichuan/ }).click();
  await page.getByText("Chosen: Chengdu, Sichuan").waitFor();
  await page.reload();
  await page.getByText("Chosen: Chengdu, Sichuan").waitFor();
});
