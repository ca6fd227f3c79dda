// The page 「嵌入」: what an editor chooses, sees and copies; and the loader as hosts fetch it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { frameOf } from "./support/hosts.mjs";
import { dataPacks } from "./support/packs.mjs";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const CLIPBOARD = { context: { permissions: ["clipboard-read", "clipboard-write"] } };

async function codes(page) {
  return page.locator("pre").allInnerTexts();
}

pageTest("options stand in every snippet and in the preview", CLIPBOARD, async (page) => {
  await page.goto(addressOf("#/embed"));
  await page.getByLabel("自测级别").selectOption({ label: "专精特新“小巨人”企业" });
  await page.getByLabel("外观").selectOption("dark");
  await page.getByLabel(/主题色/).fill("#a8201a");
  await page.getByLabel(/主题色/).blur();
  await takeShot(page, "embed-page");
  await frameOf(page).locator(`html[data-theme=dark] main[data-packs="${dataPacks("cn-little-giant-2026")}"]`).waitFor();
  const [loader, loaderPolicy, frame, framePolicy, link] = await codes(page);
  const { origin } = new URL(addressOf());
  assert.match(loader, new RegExp(`^<script src="${addressOf("embed/v1.js")}" integrity="sha384-[^"]{64}" crossorigin="anonymous" referrerpolicy="no-referrer" defer data-scheme="little_giant" data-theme="dark" data-accent="#a8201a"></script>$`));
  assert.equal(loaderPolicy, `script-src ${origin}; frame-src ${origin}`);
  assert.equal(framePolicy, `frame-src ${origin}`);
  assert.equal(link, addressOf("?scheme=little_giant&theme=dark&accent=%23a8201a"));
  assert.ok(frame.includes(`src="${link.replaceAll("&", "&amp;")}"`), frame);
  assert.equal(await page.getByRole("img", { name: `二维码：${link}` }).isVisible(), true);

  await page.getByRole("button", { name: "复制" }).first().click();
  await page.getByRole("button", { name: "已复制" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), loader);
  for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    await page.setViewportSize(viewport);
    await takeShot(page, `embed-page-${device}`);
  }
});

pageTest("what is filled in in the preview stays there", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  await page.getByLabel("企业全称").fill("甲公司");
  await page.getByRole("link", { name: "查看逐条判断" }).click();
  await page.goto(addressOf("#/embed"));
  await frameOf(page).locator("main[data-packs]").waitFor();
  assert.equal(await frameOf(page).getByText("继续上次的填写").count(), 0);
});

pageTest("the loader is the one that was released, for every origin and for ever", {}, async (page) => {
  const loader = await page.request.get(addressOf("embed/v1.js"));
  const released = await page.request.get(addressOf("embed/v1.integrity"));
  const hash = createHash("sha384").update(await loader.body()).digest("base64");
  assert.equal((await released.text()).trim(), `sha384-${hash}`);
  assert.equal(loader.headers()["access-control-allow-origin"], "*");
  assert.match(loader.headers()["cache-control"], /immutable/);
});
