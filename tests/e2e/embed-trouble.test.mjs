// What a browser or a network may refuse to the frame, and what a host may do to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./support/axe.mjs";
import { startProfile } from "./support/browser.mjs";
import { documentOf, fits, frameOf, hostTest, started, startHost } from "./support/hosts.mjs";
import { dataPacks } from "./support/packs.mjs";
import { addressOf, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const NAME = "企业全称";
const heard = (page, type) => page.evaluate((type) => heard.filter((message) => message.type === type), type);

async function openForm(page) {
  await frameOf(page).getByRole("link", { name: "开始填写" }).click();
  await frameOf(page).getByRole("heading", { level: 1, name: "自测填报" }).waitFor();
}

test("storage is the host's own share of it, and lasts", async () => {
  const host = await startHost({});
  const profile = await startProfile();
  try {
    const page = await profile.context.newPage();
    await page.goto(addressOf("#/form"));
    await page.getByLabel(NAME).fill("在本站填写");
    await page.goto(`${host.origin}/static.html`);
    await openForm(page);
    assert.equal(await frameOf(page).getByLabel(NAME).inputValue(), "");
    await frameOf(page).getByLabel(NAME).fill("在门户填写");
    // To load a page again would lead its frame back to the form.
    await page.goto("about:blank");
    await page.goto(`${host.origin}/static.html`);
    await started(page);
    await frameOf(page).getByRole("link", { name: "继续填写" }).click();
    assert.equal(await frameOf(page).getByLabel(NAME).inputValue(), "在门户填写");
    assert.equal(await frameOf(page).getByText("当前浏览器无法保存").count(), 0);
    await page.goto(addressOf("#/form"));
    assert.equal(await page.getByLabel(NAME).inputValue(), "在本站填写");
  } finally {
    await profile.stop();
    host.stop();
  }
});

hostTest("storage that throws", {}, async (page, host) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto(`${host}/static.html`);
  await frameOf(page).getByText("当前浏览器无法保存：").waitFor();
  await openForm(page);
  await frameOf(page).getByLabel(NAME).fill("甲公司");
  await frameOf(page).getByRole("link", { name: "结果", exact: true }).click();
  await frameOf(page).getByText("甲公司").waitFor();
});

hostTest("wasm with another type", {}, async (page, host) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await page.goto(`${host}/scripted.html`);
  await started(page);
  assert.equal((await heard(page, "error")).length, 0);
});

hostTest("WASM blocked", {}, async (page, host) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(`${host}/scripted.html`);
  await frameOf(page).locator("#boot-failed").waitFor({ state: "visible" });
  await page.waitForFunction(() => heard.some(({ type }) => type === "error"));
  assert.deepEqual(await heard(page, "error"), [{ type: "error", code: "no_wasm" }]);
  await fits(page);
  await frameOf(page).getByRole("link", { name: "各级条件一览" }).click();
  await frameOf(page).getByRole("heading", { level: 1, name: "规则说明" }).waitFor();
});

const lost = { expectedErrors: [/ERR_FAILED/] };
hostTest("a network that loses the app", lost, async (page, host) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(`${host}/scripted.html`);
  await page.waitForFunction(() => heard.some(({ type }) => type === "error"));
  assert.deepEqual(await heard(page, "error"), [{ type: "error", code: "not_loaded" }]);
});

const LONG = "长".repeat(1140);
const SHORTER = "长".repeat(100);
const HOSTILE = {
  "a colour that is none": "accent=url(https://evil.example/)",
  "a colour that is too pale": "accent=ffff00",
  "a pack that does not exist": "pack=cn-unicorn-2026",
  "a value of 10 KB": `region=${encodeURIComponent(LONG)}`,
  "markup": "scheme=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
  "everything at once": ["pack", "scheme", "date", "region", "lang", "theme", "accent", "size", "hide"].map((name) => `${name}=${encodeURIComponent(SHORTER)}`).join("&"),
};
for (const [name, query] of Object.entries(HOSTILE)) {
  hostTest(`hostile parameters: ${name}`, { host: { query: `?${query}` } }, async (page, host) => {
    await page.goto(`${host}/frame.html`);
    await started(page);
    const notes = await frameOf(page).locator("#notes p").allInnerTexts();
    assert.equal(notes.length, query.split("&").length);
    for (const note of notes) assert.match(note, /^网址中的参数 [a-z]+ 不可用：“.{1,41}”，已按默认处理。$/u);
    const packs = await frameOf(page).locator("main").getAttribute("data-packs");
    assert.equal(packs, dataPacks("cn-innovative-sme-2022", "cn-specialized-sme-2026", "cn-little-giant-2026"));
    const accent = await frameOf(page).locator("html").evaluate((root) => root.style.getPropertyValue("--accent"));
    assert.equal(accent, "");
    await takeShot(page, `embed-hostile-${name.replaceAll(" ", "-")}`);
    await assertAccessible(page, { frames: true });
  });
}

hostTest("wishes are granted", { host: { query: "?accent=%23a8201a&theme=dark&size=large&hide=header,footer&scheme=little_giant" } }, async (page, host) => {
  await page.goto(`${host}/frame.html`);
  await started(page);
  await frameOf(page).locator(`main[data-packs="${dataPacks("cn-little-giant-2026")}"]`).waitFor();
  const frame = frameOf(page);
  for (const bar of [".bar", ".foot", "#notes"]) assert.equal(await frame.locator(bar).isVisible(), false, bar);
  const [theme, size] = await frame.locator("html").evaluate(({ dataset }) => [dataset.theme, dataset.size]);
  assert.deepEqual([theme, size], ["dark", "large"]);
  await takeShot(page, "embed-wishes");
  await assertAccessible(page, { frames: true });
});

hostTest("a host that resizes, hides and shows the frame", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html`);
  await started(page);
  await fits(page);
  await page.setViewportSize(PHONE);
  await fits(page);
  const shown = (await page.locator("iframe").boundingBox()).height;
  const hide = (hidden) => page.evaluate((hidden) => document.querySelector("#place").toggleAttribute("hidden", hidden), hidden);
  await hide(true);
  await hide(false);
  await fits(page);
  assert.equal((await page.locator("iframe").boundingBox()).height, shown);
  assert.ok((await heard(page, "height")).every(({ px }) => px > 0));
  await openForm(page);
  await fits(page);
});

hostTest("200 changes of height make no loop", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html`);
  await started(page);
  await fits(page);
  const before = (await heard(page, "height")).length;
  const frame = await documentOf(page);
  await frame.evaluate(async () => {
    const block = document.body.appendChild(document.createElement("div"));
    for (let change = 1; change <= 200; change += 1) {
      block.style.height = `${change * (change % 2 ? 11 : 3)}px`;
      await new Promise(requestAnimationFrame);
    }
  });
  await fits(page);
  const told = (await heard(page, "height")).length - before;
  assert.ok(told <= 200, `${told} heights were told`);
  const quiet = await page.evaluate(async () => {
    const before = heard.length;
    for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
    return heard.length - before;
  });
  assert.equal(quiet, 0, "the page goes on by itself");
});
