// The officers' page of a site that uses blind tokens 「凭证」: counts with a token and without are two tables.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { program } from "./support/programs.mjs";
import { takeShot } from "./support/shots.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NOW = "2026-11-18T10:00:00+08:00";

let folder;
let server;
before(async () => {
  folder = makeFolder();
  // Made-up weeks get both lanes where the site's settings pin a key: it is made before them.
  const keys = join(folder.path, "keys");
  const run = (name, ...words) => execFileSync(program(name), words, { cwd: ROOT, encoding: "utf8", env: { ...process.env, ZJTX_KEYS: keys, ZJTX_BROWSER: undefined, ZJTX_SITE: undefined } });
  const file = join(folder.path, "site.toml");
  writeFileSync(file, `[area]\nserved = "440100"\n[statistics]\non = true\n[tokens]\nkey = "${run("zjtx-aggregator", "keys", "tokens").trim()}"\n`);
  mkdirSync(join(folder.path, "demo.keys"), { mode: 0o700 });
  cpSync(join(keys, "signing.key"), join(folder.path, "demo.keys", "signing.key"));
  const site = join(folder.path, "site");
  run("zjtx", "site", "build", "--site", file, join(ROOT, "dist"), "-o", site);
  server = await startAggregator(folder, NOW, { ZJTX_SITE: site });
});
after(async () => {
  await server.stop();
  folder.remove();
});

const onServer = { site: () => server.address };

async function openStatistics(page, search = "") {
  await page.goto(`${server.address}stats/${search}#token=${server.tokens["read:city"]}`);
  await page.locator(".chart svg").nth(1).waitFor();
}

const LOOKS = {
  desktop: { context: { viewport: DESKTOP } },
  phone: { context: { viewport: PHONE, hasTouch: true, isMobile: true } },
  dark: { context: { viewport: DESKTOP, colorScheme: "dark" } },
  english: { search: "?lang=en", context: { viewport: PHONE, hasTouch: true, isMobile: true } },
};

for (const [look, { search, context }] of Object.entries(LOOKS)) {
  pageTest(`two tables are told apart, and the page stays accessible: ${look}`, { ...onServer, context }, async (page) => {
    await openStatistics(page, search);
    await assertAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await takeShot(page, `stats-tokens-${look}`);
  });
}

pageTest("whoever changes the table sees other figures, and which they are, on the page and in the file", onServer, async (page) => {
  await openStatistics(page);
  const headline = page.locator(".headline");
  assert.match(await headline.innerText(), /，持凭证填报/);
  assert.match(await page.locator("#tokens").innerText(), /^每家企业每周每个级别只计一次；.*不能相加。2026年11月9日—11月15日发放凭证 [\d,]+ 份，已使用不少于 [\d,]+0 份。/);
  const before = await headline.innerText();
  await page.getByLabel("统计范围").selectOption({ label: "未持凭证填报" });
  assert.match(await headline.innerText(), /，未持凭证填报/);
  assert.notEqual(await headline.innerText(), before);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载本页表格" }).click()]);
  const saved = join(folder.path, "table.csv");
  await download.saveAs(saved);
  assert.match(readFileSync(saved, "utf8"), /"统计范围：未持凭证填报"\r\n/);
  await page.getByRole("button", { name: "大屏" }).click();
  assert.match(await page.locator("#sign").innerText(), /未持凭证填报/);
  await takeShot(page, "stats-tokens-wall");
});
