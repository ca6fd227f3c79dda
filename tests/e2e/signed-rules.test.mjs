// Signed rules laid over the built site: every page judges by them, and a device that keeps a copy takes the new one.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { makeFolder } from "./support/aggregator.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { pageTest } from "./support/pages.mjs";
import { program } from "./support/programs.mjs";
import { takeShot } from "./support/shots.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACK = "cn-specialized-sme-2026";
/** The revenue that the pack asks for, as written and as the other rules have it. */
const [WRITTEN, OTHER] = ["1500万元", "1600万元"];
const TOLD = "本站的规则单独更新：编号 7，演示单位于 2026-11-29 签名，密钥指纹";

const zjtx = (...words) => execFileSync(program("zjtx"), words, { encoding: "utf8" });

let folder;
let server;
let address;
const place = (name) => join(folder.path, name);

/** The repository's rules with another figure, signed by a key of their own. */
function packOtherRules() {
  cpSync(join(ROOT, "rules"), place("rules"), { recursive: true });
  const file = place(`rules/packs/${PACK}.json`);
  const pack = readFileSync(file, "utf8");
  const other = pack.replaceAll(WRITTEN, OTHER).replace(/"revision": "\d+"/, '"revision": "99"');
  assert.notEqual(other, pack);
  writeFileSync(file, other);
  zjtx("rules", "key", place("office.key"));
  zjtx("rules", "pack", place("rules"), "--key", place("office.key"), "--signer", "演示单位", "--revision", "7", "--day", "2026-11-29", "-o", place("rules-7.zip"));
  const [, line] = readFileSync(place("office.key.pub"), "utf8").split("\n");
  const settings = readFileSync(join(ROOT, "rules/sites/guangzhou.toml"), "utf8");
  writeFileSync(place("site.toml"), `${settings}\n[rules]\ntrusted = ["${line}"]\n`);
}

const buildSite = (...rules) => zjtx("site", "build", "--site", place("site.toml"), ...rules, join(ROOT, "dist"), "-o", place("site"));
const takeOtherRules = () => buildSite("--rules", place("rules-7.zip"));

before(async () => {
  folder = makeFolder();
  packOtherRules();
  buildSite();
  server = spawn(program("zjtx"), ["serve", place("site"), "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (address) break;
  }
  assert.ok(address, "the site is served");
});
after(() => {
  server.kill();
  folder.remove();
});

const here = { site: () => address };

pageTest("a device with a copy takes the new rules when the person reloads", { ...here, context: { serviceWorkers: "allow" } }, async (page) => {
  await page.goto(`${address}#/about`);
  await page.getByText("源码提交").waitFor();
  assert.equal(await page.getByText(TOLD).count(), 0, "the build's own rules are not told apart");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  takeOtherRules();
  await page.reload();
  const reload = page.getByRole("button", { name: "重新载入" });
  await reload.waitFor();
  await Promise.all([page.waitForEvent("load"), reload.click()]);
  await page.getByText(TOLD).waitFor();
  await assertAccessible(page);
  await takeShot(page, "about-signed-rules");
});

pageTest("conditions, trials of lists and the printable page have the figures of the signed rules", here, async (page) => {
  takeOtherRules();
  await page.goto(`${address}#/rules/${PACK}/S3`);
  await page.locator("#rule-S3").waitFor();
  assert.match(await page.locator("main").innerText(), new RegExp(`≥ ?${OTHER}|${OTHER}`));
  await page.goto(`${address}criteria.html`);
  assert.match(await page.locator(`[id="${PACK}"]`).innerText(), new RegExp(OTHER));
  await page.goto(`${address}#/batch`);
  const list = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("企业名称,申报日期,营业收入2025\n甲公司,2026-05-01,1550\n") };
  await page.getByLabel("选择清单文件").setInputFiles(list);
  await page.getByText("判断完成").waitFor();
  await page.getByLabel("试算的标准").selectOption(PACK);
  const figures = page.getByLabel("要改动的数值");
  const revenue = figures.locator("option").filter({ hasText: "营业收入" }).filter({ hasText: OTHER });
  await figures.selectOption(await revenue.first().getAttribute("value"));
  assert.equal(await page.locator("section[aria-labelledby=batch-trial] input[type=text]").inputValue(), OTHER);
});
