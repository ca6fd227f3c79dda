// What frame and host say to each other, and what neither hears from anybody else.

import { dataPacks } from "./support/packs.mjs";
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { documentOf, fits, frameOf, hostTest, landed, started } from "./support/hosts.mjs";
import { DESKTOP, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const heard = (page, type) => page.evaluate((type) => heard.filter((message) => !type || message.type === type), type);
const heardSome = (page, type) => page.waitForFunction((type) => heard.some((message) => message.type === type), type);
const send = (page, type, fields) => page.evaluate(([type, fields]) => test.send(type, fields), [type, fields]);
const FORM = { level: 1, name: "自测填报" };

async function openForm(page) {
  await frameOf(page).getByRole("link", { name: "开始填写" }).click();
  await frameOf(page).getByRole("heading", FORM).waitFor();
}

hostTest("ready, progress and where to scroll", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html?scheme=little_giant`);
  await started(page);
  await heardSome(page, "ready");
  const [ready] = await heard(page, "ready");
  assert.equal(`${ready.pack}@${ready.packVersion} `, dataPacks("cn-little-giant-2026"));
  assert.match(ready.app, /^\d+\.\d+\.\d+$/);
  await openForm(page);
  await heardSome(page, "progress");
  const [first] = await heard(page, "progress");
  assert.ok(first.answered === 0 && first.relevant > 10, JSON.stringify(first));
  await frameOf(page).getByLabel("企业全称").fill("甲公司");
  await page.waitForFunction(() => heard.some(({ answered }) => answered === 1));
  await heardSome(page, "scrollTo");
});

for (const [device, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  hostTest(`a page of the frame is shown from its heading: ${device}`, { context: { viewport } }, async (page, host) => {
    await page.goto(`${host}/scripted.html?scheme=little_giant`);
    await started(page);
    await frameOf(page).getByRole("link", { name: "开始填写" }).click();
    await landed(page);
    await page.mouse.wheel(0, 800);
    await page.waitForFunction(() => scrollY > 300);
    await frameOf(page).locator('a[href="#/result"]').first().dispatchEvent("click");
    await frameOf(page).getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
    await landed(page);
  });
}

hostTest("theme, language and focus from the host, and what was typed stays", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html`);
  await openForm(page);
  await frameOf(page).getByLabel("企业全称").fill("甲公司");
  await send(page, "theme", { theme: "dark" });
  await frameOf(page).locator("html[data-theme=dark]").waitFor();
  await send(page, "lang", { lang: "en" });
  await frameOf(page).getByRole("heading", { level: 1, name: "Fill in the self-test" }).waitFor();
  assert.equal(await frameOf(page).locator("#enterprise_name").inputValue(), "甲公司");
  await send(page, "focus");
  await frameOf(page).locator("#title:focus").waitFor();
});

hostTest("a verdict is told when the person says so, and answers never", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html`);
  await openForm(page);
  await frameOf(page).getByLabel("企业全称").fill("绝密公司");
  await frameOf(page).getByRole("button", { name: "提交并查看结果" }).click();
  const tell = frameOf(page).getByRole("button", { name: "发送给所在网站" });
  await tell.waitFor();
  await fits(page);
  assert.deepEqual(await heard(page, "verdict"), []);
  const shown = await frameOf(page).locator("section", { has: tell }).locator(".bytes").allInnerTexts();
  assert.equal(shown.length, 3);
  await takeShot(page, "embed-verdict");
  await assertAccessible(page, { frames: true });
  await tell.click();
  await frameOf(page).getByText("已发送 ").waitFor();
  assert.deepEqual(await heard(page, "verdict"), shown.map((text) => JSON.parse(text)));
  assert.doesNotMatch(JSON.stringify(await heard(page)), /绝密/);
  assert.doesNotMatch((await documentOf(page)).url(), /%|绝密/);
});

const FACTS = { own_brand: true, years_in_segment: "5", operating_revenue: { 2021: "8600.5" }, key_fields: ["weak_link"] };
hostTest("what the host proposes is filled in only where the person chose it", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html?pack=cn-little-giant-2021`);
  await openForm(page);
  await frameOf(page).locator("#years_in_segment").fill("4");
  await send(page, "prefill", { facts: FACTS, source: "惠企平台企业档案" });
  await frameOf(page).getByText("所在网页建议填入 4 项数据，自称来源：“惠企平台企业档案”").waitFor();
  assert.equal(await frameOf(page).locator("#years_in_segment").inputValue(), "4");
  await takeShot(page, "embed-proposed");

  await frameOf(page).getByRole("link", { name: "查看并确认" }).click();
  await frameOf(page).getByRole("heading", { level: 1, name: "网站预填数据" }).waitFor();
  const boxes = frameOf(page).getByRole("checkbox");
  assert.equal(await boxes.count(), 4);
  assert.equal(await frameOf(page).getByRole("checkbox", { name: /现在：4 年/ }).isChecked(), false);
  await frameOf(page).getByRole("checkbox", { name: /自主品牌/ }).uncheck();
  await takeShot(page, "embed-prefill");
  await assertAccessible(page, { frames: true });
  await frameOf(page).getByRole("button", { name: "填入所选的 2 项" }).click();

  await frameOf(page).getByRole("heading", FORM).waitFor();
  assert.equal(await frameOf(page).locator("#years_in_segment").inputValue(), "4");
  assert.equal(await frameOf(page).locator('[id="operating_revenue@2021"]').inputValue(), "8600.5");
  assert.equal(await frameOf(page).locator('[name="own_brand"]:checked').count(), 0);
  assert.equal(await frameOf(page).getByText("所在网页建议填入").count(), 0);
});

hostTest("a proposal with a mistake is refused whole, and said so", {}, async (page, host) => {
  await page.goto(`${host}/scripted.html`);
  await started(page);
  await send(page, "prefill", { facts: { legal_person: true, rd_staff: "-3", no_such_fact: 1 }, source: "<b>档案</b>" });
  await frameOf(page).getByRole("link", { name: "查看并确认" }).click();
  const refused = frameOf(page).getByRole("alert");
  await refused.waitFor();
  assert.match(await refused.innerText(), /no_such_fact/);
  assert.equal(await frameOf(page).getByRole("checkbox").count(), 0);
  await assertAccessible(page, { frames: true });
});

/** A sibling that talks as if it were the frame to the host, and as if it were the host to the frame. */
const SIBLING = `<!doctype html><html lang="zh-CN"><title>x</title><body><script>
  const hello = { zz: 1, type: "hello", protocol: 1 };
  const said = [];
  onmessage = ({ data }) => said.push(data);
  addEventListener("load", () => {
    for (const type of ["ready", "height", "verdict"]) parent.postMessage({ type, px: 7, app: "x", pack: "x", packVersion: "x", scheme: "x", state: "met" }, "*");
    parent.postMessage(hello, "*");
  });
  setInterval(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => said.push(data);
    const other = [0, 1].map((at) => parent.frames[at]).find((frame) => frame !== self);
    other?.postMessage({ zz: 1, type: "init", protocol: 1 }, "*", [port2]);
    port1.postMessage({ type: "theme", theme: "dark" });
  }, 1);
</script></body></html>`;
const HOST = `<!doctype html><html lang="zh-CN"><title>x</title><body><div id="place"></div><iframe id="sibling" src="sibling.html" title="x"></iframe>
  <script src="%SITE%embed/v1.js" integrity="%INTEGRITY%" crossorigin="anonymous" referrerpolicy="no-referrer" defer data-manual></script><script src="scripted.js" defer></script></body></html>`;

hostTest("a hostile sibling is heard by neither", { host: { pages: { "siblings.html": HOST, "sibling.html": SIBLING } } }, async (page, host) => {
  await page.goto(`${host}/siblings.html`);
  await started(page);
  await fits(page);
  await heardSome(page, "ready");
  const sibling = await documentOf(page, 1);
  assert.deepEqual(await sibling.evaluate(() => said), []);
  assert.equal((await heard(page, "ready")).length, 1);
  assert.deepEqual(await heard(page, "verdict"), []);
  assert.ok((await heard(page, "height")).every(({ px }) => px > 100));
  assert.equal(await frameOf(page).locator("html[data-theme]").count(), 0);
});

/** A host that has no loader and says what it likes. */
const EVIL = `<!doctype html><html lang="zh-CN"><title>x</title><body><iframe src="%SITE%" title="x" width="800" height="600" referrerpolicy="no-referrer"></iframe><script>
  const frame = document.querySelector("iframe");
  const ports = [];
  const said = [];
  const open = () => {
    const { port1, port2 } = new MessageChannel();
    const at = ports.push(port1) - 1;
    port1.onmessage = ({ data }) => said.push([at, data]);
    frame.contentWindow.postMessage({ zz: 1, type: "init", protocol: 1 }, "*", [port2]);
    return port1;
  };
  open();
  onmessage = ({ source, data }) => {
    if (source !== frame.contentWindow || data?.type !== "hello") return;
    for (const wrong of [null, 7, "init", { zz: 1, type: "init", protocol: 2 }, { zz: 1, type: "init", protocol: 1 }]) frame.contentWindow.postMessage(wrong, "*");
    open();
    open();
  };
</script></body></html>`;

hostTest("a hostile host gets one port, and no answer out of it", { host: { pages: { "evil.html": EVIL } } }, async (page, host) => {
  await page.goto(`${host}/evil.html`);
  await openForm(page);
  await frameOf(page).getByLabel("企业全称").fill("绝密公司");
  await page.waitForFunction(() => said.some(([, { type }]) => type === "progress"));
  await page.evaluate(() => {
    const types = ["verdict", "answers", "dossier", "state", "resume", "__proto__", "constructor", "prefill", "theme", "lang", "focus"];
    const values = [undefined, null, 7, "x".repeat(10_000), {}, [], { toString: 1 }];
    for (const port of ports) {
      for (const type of types) for (const value of values) port.postMessage({ type, facts: value, source: value, theme: value, lang: value, more: value });
      port.postMessage({ type: "prefill", facts: { legal_person: true }, source: "<img src=x onerror=alert(1)>" });
    }
  });
  await frameOf(page).getByText("自称来源：“<img src=x onerror=alert(1)>”").waitFor();
  const said = await page.evaluate(() => said);
  assert.equal(new Set(said.map(([port]) => port)).size, 1, "one port is used");
  assert.doesNotMatch(JSON.stringify(said), /绝密/);
  assert.equal(said.some(([, { type }]) => type === "verdict"), false);
  assert.equal(await frameOf(page).getByLabel("企业全称").inputValue(), "绝密公司");
  assert.equal(await frameOf(page).locator("html[data-theme]").count(), 0);
});
