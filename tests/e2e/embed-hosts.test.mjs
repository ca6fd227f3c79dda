// The self-test in other sites' pages: under their policies, in their sandboxes, several at once.

import assert from "node:assert/strict";
import { ADVISED, documentOf, fits, frameOf, hostTest, siteOrigin, started } from "./support/hosts.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { guideCame } from "./support/form.mjs";
import { dataPacks } from "./support/packs.mjs";
import { DESKTOP, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const LINK = { name: "在新窗口打开专精特新企业自测" };
const NAME = "企业全称";

/** The form as the frame's width has it: question by question in a narrow one. */
async function openForm(page, at = 0) {
  await frameOf(page, at).getByRole("link", { name: "开始填写" }).click();
  await guideCame(frameOf(page, at));
}

for (const [device, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  hostTest(`a page of WordPress, on a ${device}`, { context: { viewport } }, async (page, host) => {
    await page.goto(`${host}/wordpress.html`);
    await started(page);
    await fits(page);
    assert.equal(await page.getByRole("link", LINK).isVisible(), false);
    assert.equal(await frameOf(page).locator(".foot").isVisible(), false);
    assert.equal(await frameOf(page).locator(".bar").isVisible(), true);
    await takeShot(page, `embed-wordpress-${device}`);
    await openForm(page);
    await fits(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await takeShot(page, `embed-wordpress-${device}-form`);
    await assertAccessible(page, { frames: true });
  });
}

hostTest("nothing in the frame is fixed, sticks or hangs on the frame's height", {}, async (page, host) => {
  await page.goto(`${host}/static.html`);
  await openForm(page);
  const found = await (await documentOf(page)).evaluate(() => {
    const held = [...document.querySelectorAll("*")].filter((element) => /fixed|sticky/.test(getComputedStyle(element).position));
    return held.map(({ tagName, className }) => `${tagName}.${className}`);
  });
  assert.deepEqual(found, []);
  await fits(page);
  await page.setViewportSize({ width: DESKTOP.width, height: 300 });
  await fits(page);
});

const onlyFrames = () => ({ policy: `default-src 'none'; frame-src ${siteOrigin()}` });
hostTest("a strict host that admits a frame and nothing else", { host: onlyFrames() }, async (page, host) => {
  await page.goto(`${host}/frame.html`);
  await started(page);
  await openForm(page);
  await frameOf(page).getByLabel(NAME).fill("甲公司");
  assert.equal(await page.getByRole("link", LINK).isVisible(), true);
});

const strict = () => ({ policy: `default-src 'none'; script-src ${siteOrigin()}; frame-src ${siteOrigin()}` });
hostTest("a strict host that admits the loader and the frame", { host: strict() }, async (page, host) => {
  await page.goto(`${host}/static.html`);
  await started(page);
  await fits(page);
});

const noFrames = { policy: "default-src 'none'; script-src * 'self'; frame-src 'none'" };
const blocked = { host: noFrames, expectedErrors: [/frame-src/] };
hostTest("a host that admits no frame gets a link", blocked, async (page, host) => {
  await page.clock.install();
  await page.goto(`${host}/static.html`);
  const link = page.getByRole("link", LINK);
  await page.locator("iframe").waitFor();
  await page.clock.runFor(7000);
  assert.equal(await link.isVisible(), false);
  await page.clock.runFor(1000);
  assert.equal(await link.isVisible(), true);
  assert.equal(await page.locator("iframe").isVisible(), false);
  assert.equal(await link.getAttribute("href"), process.env.ZJTX_SITE);
  await assertAccessible(page);
});

for (const [name, sandbox] of Object.entries({ "scripts alone": "allow-scripts", "the advised sandbox": ADVISED, "no sandbox": null })) {
  // The tools of these tests write styles into the frame, which its policy forbids where it has no origin.
  const expectedErrors = sandbox === "allow-scripts" ? [/Applying inline style/] : [];
  hostTest(`a plain frame with ${name}`, { host: { sandbox }, expectedErrors, whole: true }, async (page, host) => {
    await page.goto(`${host}/frame.html`);
    await started(page);
    await openForm(page);
    await frameOf(page).getByLabel(NAME).fill("甲公司");
    await frameOf(page).getByRole("button", { name: "提交并查看结果" }).click();
    await frameOf(page).getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
    const isFree = sandbox !== "allow-scripts";
    for (const button of ["打印或存为 PDF", "导出填报文件"]) {
      assert.equal(await frameOf(page).getByRole("button", { name: button }).isVisible(), isFree, button);
    }
    assert.equal(await frameOf(page).getByText("受所在网站限制").isVisible(), !isFree, "sealed");
    // The context of a test is private, where a browser lets no frame of another site store anything.
    assert.equal(await frameOf(page).getByText("当前浏览器无法保存：").isVisible(), true, "storage");
    await takeShot(page, `embed-${name.replaceAll(" ", "-")}`);
    await assertAccessible(page, { frames: true });
  });
}

hostTest("the loader in a sandbox of scripts alone", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html?sandbox=allow-scripts`);
  await started(page);
  await fits(page);
  assert.equal((await page.evaluate(() => heard)).filter(({ type }) => type === "ready").length, 1);
});

hostTest("a host without TLS", { host: { name: "portal.test" } }, async (page, host) => {
  await page.goto(`${host}/static.html`);
  await started(page);
  await fits(page);
  assert.equal(await (await documentOf(page)).evaluate(() => isSecureContext), false);
  await openForm(page);
  await frameOf(page).getByLabel(NAME).fill("甲公司");
  await frameOf(page).getByRole("link", { name: "结果", exact: true }).click();
  await frameOf(page).getByRole("button", { name: "打印或存为 PDF" }).waitFor();
  assert.equal(await frameOf(page).getByRole("button", { name: "复制文字版" }).isVisible(), false);
});

hostTest("two on a page do not disturb each other", {}, async (page, host) => {
  await page.goto(`${host}/two.html`);
  await started(page, 0);
  await started(page, 1);
  await fits(page, 0);
  await fits(page, 1);
  await frameOf(page, 0).locator(`main[data-packs="${dataPacks("cn-little-giant-2026")}"]`).waitFor();
  await frameOf(page, 1).locator(`main[data-packs="${dataPacks("gd-specialized-sme-2021")}"]`).waitFor();
  const looks = await Promise.all([0, 1].map((at) => frameOf(page, at).locator("html").evaluate(({ dataset, lang }) => [dataset.theme, lang])));
  assert.deepEqual(looks, [["light", "zh-CN"], ["dark", "en"]]);
  await takeShot(page, "embed-two");

  const before = (await page.locator("iframe").nth(1).boundingBox()).height;
  await openForm(page, 0);
  await fits(page, 0);
  assert.equal((await page.locator("iframe").nth(1).boundingBox()).height, before);
  await page.evaluate(() => document.querySelector("iframe").zjtx.destroy());
  assert.equal(await page.locator("iframe").count(), 1);
  await frameOf(page).getByRole("link", { name: "Start", exact: true }).last().click();
  await frameOf(page).getByRole("heading", { level: 1, name: "Fill in the self-test" }).waitFor();
  await fits(page);
});
