// The pages of recognised firms with the made-up lists: query to row to source, map to area to its firms, a firm's
// titles to a proposal of the self-test; and the same requests whatever is looked for.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { program } from "./support/programs.mjs";
import { takeShot } from "./support/shots.mjs";
import { until } from "./support/until.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LISTS = join(ROOT, "crates/directory/tests/lists");
const FIRM = "星河精密零件";

let folder;
let server;
before(async () => {
  folder = makeFolder();
  const zjtx = (...words) => execFileSync(program("zjtx"), words, { cwd: ROOT });
  const lists = readdirSync(LISTS).filter((name) => /\.(xlsx|csv)$/.test(name)).map((name) => join(LISTS, name));
  zjtx("directory", "build", ...lists, "-o", join(folder.path, "lists"));
  const settings = join(folder.path, "site.toml");
  writeFileSync(settings, `${readFileSync(join(ROOT, "rules/sites/guangzhou.toml"))}\n[statistics]\non = true\nendpoint = "/"\n`);
  zjtx("site", "build", "--site", settings, "--directory", join(folder.path, "lists"), join(ROOT, "dist"), "-o", join(folder.path, "site"));
  server = await startAggregator(folder, "2026-11-18T10:00:00+08:00", { ZJTX_SITE: join(folder.path, "site") });
});
after(async () => {
  await server.stop();
  folder.remove();
});

const onServer = { site: () => server.address };

async function open(page, view) {
  await page.goto(`${server.address}directory/#/${view}`);
  await page.locator("#arriving").waitFor({ state: "detached" });
  await page.getByText("演示：本页企业均为虚构").waitFor();
}

const LOOKS = { desktop: { viewport: DESKTOP }, phone: { viewport: PHONE, hasTouch: true, isMobile: true }, dark: { viewport: DESKTOP, colorScheme: "dark" } };

for (const [look, context] of Object.entries(LOOKS)) {
  for (const view of ["query", "list", "map"]) {
    pageTest(`recognised firms are accessible: ${view}, ${look}`, { ...onServer, context }, async (page) => {
      await open(page, view);
      if (view === "query") await page.getByRole("searchbox").fill("虚构");
      await assertAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      await takeShot(page, `firms-${view}-${look}`);
    });
  }
}

pageTest("a piece of a name finds the firm, its titles on the day, and the row of the list that says so", onServer, async (page) => {
  await open(page, "query");
  await page.getByLabel("查询日期").fill("2025-01-01");
  await page.getByRole("searchbox").fill(FIRM);
  const firm = page.locator(".firm");
  assert.equal(await firm.count(), 1);
  await firm.getByText("有效，至 2026-06-30").waitFor();
  await firm.getByText(/依据/).click();
  const source = firm.locator("li", { hasText: "第五批专精特新“小巨人”企业名单" });
  assert.match(await source.innerText(), /第 4 行：认定/);
  assert.equal(await source.getByRole("link").getAttribute("href"), "https://example.org/little-giants-2023");
});

pageTest("an area of the map leads to its firms", onServer, async (page) => {
  await open(page, "map");
  await page.getByLabel("日期").fill("2025-01-01");
  await page.getByLabel("称号").selectOption({ label: "专精特新中小企业" });
  const tile = page.getByRole("button", { name: /^天河 [1-9]\d* 家/ });
  const count = (await tile.innerText()).match(/(\d+) 家/)[1];
  await tile.click();
  await page.getByText(`共 ${count} 家`).waitFor();
  assert.equal(await page.locator(".firm").count(), Number(count));
});

pageTest("a firm's titles are proposed to the self-test, which asks first", onServer, async (page) => {
  await open(page, "query");
  await page.getByLabel("查询日期").fill("2025-01-01");
  await page.getByRole("searchbox").fill(FIRM);
  await page.getByRole("button", { name: "用于本企业自测" }).click();
  await page.getByText(/第五批专精特新“小巨人”企业名单/).waitFor();
});

/** A firm whose two titles are held until 2027, and the day of the visit. */
const HELD = "广州虚构晨光软件有限公司";
const VISIT = new Date("2026-11-29T10:00:00+08:00");

async function openForm(page) {
  await page.clock.setFixedTime(VISIT);
  await page.goto(`${server.address}#/form?mode=all`);
  await page.locator("#enterprise_name").waitFor();
}

for (const [look, context] of Object.entries({ desktop: LOOKS.desktop, phone: LOOKS.phone })) {
  pageTest(`a name in the form finds the firm's titles, which are ticked and then stand in the form: ${look}`, { ...onServer, context }, async (page) => {
    await openForm(page);
    await page.locator("#enterprise_name").fill("虚构晨光软件");
    await page.locator("#enterprise_name").blur();
    const found = page.locator("#titles-found");
    await found.getByText(HELD).waitFor();
    assert.match(await found.innerText(), /创新型中小企业（有效，至 2027-06-02）、专精特新中小企业（有效，至 2027-01-17）/);
    await assertAccessible(page);
    await takeShot(page, `firms-in-form-${look}`);
    await found.getByRole("button", { name: "核对并填入" }).click();
    await page.getByRole("heading", { level: 1, name: "认定名单中的称号" }).waitFor();
    await page.getByText("2023年度专精特新中小企业名单（虚构）").waitFor();
    await takeShot(page, `firms-proposed-${look}`);
    await page.getByRole("checkbox", { name: HELD }).setChecked(true);
    await page.getByRole("button", { name: "填入所选的 3 项" }).click();
    await page.locator("#enterprise_name").waitFor();
    assert.equal(await page.locator("#enterprise_name").inputValue(), HELD);
    assert.equal(await page.locator("#titles-found").count(), 0);
    const kept = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.includes("draft"))?.[1] ?? JSON.stringify(localStorage));
    assert.match(kept, /specialized_title=true/);
  });
}

pageTest("what the form fetches for titles is the same whatever the name, and nothing before one", onServer, async (page) => {
  const visit = async (on, name) => {
    const requests = [];
    await openForm(on);
    on.on("request", (request) => requests.push(request.url()));
    await on.locator("#enterprise_name").fill(name);
    assert.deepEqual(requests.filter((url) => url.includes("firms")), [], "nothing is fetched while a name is typed");
    const last = on.waitForResponse((response) => response.url().includes("/firms-") && response.url().endsWith(".bin"));
    await on.locator("#enterprise_name").blur();
    await last;
    return requests.filter((url) => url.includes("directory") || url.includes("firms"));
  };
  const first = await visit(page, HELD);
  const context = await page.context().browser().newContext();
  const second = await visit(await context.newPage(), "没有这样的企业");
  await context.close();
  assert.deepEqual(second, first);
});

pageTest("a list without a column of a title gets it from the lists, and says so", onServer, async (page) => {
  await page.clock.setFixedTime(VISIT);
  await page.goto(`${server.address}#/batch`);
  const buffer = Buffer.from(`企业名称,所在区\n${HELD},越秀区\n广州甲科技有限公司,越秀区\n`);
  await page.locator("input[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
  await page.getByText("读取说明").click();
  await page.getByText(/没有“.*专精特新中小企业.*”一列，按本站的认定名单为 1 家企业填了“是”/).waitFor();
});

pageTest("firms of a list that are near the level above their titles are found, titles of the lists counted in", onServer, async (page) => {
  await page.clock.setFixedTime(VISIT);
  await page.goto(`${server.address}#/batch`);
  const buffer = Buffer.from(`企业名称,所在区,境内登记、独立法人\n${HELD},越秀区,否\n广州甲科技有限公司,越秀区,否\n`);
  await page.locator("input[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
  await page.getByText("共 2 家，列出 2 家").waitFor();
  await page.getByLabel("级别").selectOption({ label: "专精特新“小巨人”企业" });
  await page.getByLabel("下一级").selectOption({ label: "差 1 项以内" });
  await page.getByText("共 2 家，列出 1 家").waitFor();
  await page.getByRole("button", { name: HELD }).waitFor();
  await page.getByLabel("下一级").selectOption({ label: "已符合下一级" });
  await page.getByText("共 2 家，列出 0 家").waitFor();
});

pageTest("officers come from their page to the titles that end soon, and nothing of it is sent", onServer, async (page) => {
  await page.clock.setFixedTime(VISIT);
  await page.goto(`${server.address}stats/#token=${server.tokens["read:city"]}`);
  await page.getByRole("link", { name: "批量摸底中接近下一级的企业" }).waitFor();
  await page.getByRole("link", { name: "六个月内到期的称号" }).click();
  await page.locator("#arriving").waitFor({ state: "detached" });
  assert.equal(await page.locator("#ends option:checked").innerText(), "6 个月内到期");
  await page.locator(".firm", { hasText: "有效，至 2027-01-17" }).first().waitFor();
  assert.equal(await page.locator(".firm", { hasText: "有效，至 2027-06-02" }).filter({ hasNotText: "有效，至 2027-01-17" }).count(), 0);
});

pageTest("a site without lists loads nothing of them", {}, async (page) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(addressOf("#/form?mode=all"));
  await page.locator("#enterprise_name").fill(HELD);
  await page.locator("#enterprise_name").blur();
  await page.locator("#find-place").waitFor({ state: "attached" });
  assert.deepEqual(requests.filter((url) => /directory|titles|firms/.test(url)), []);
});

pageTest("lists that arrived once are searched without a network, also where no other page was opened", { ...onServer, context: { serviceWorkers: "allow" } }, async (page, allow) => {
  const own = makeFolder();
  const host = await startAggregator(own, "2026-11-18T10:00:00+08:00", { ZJTX_SITE: join(folder.path, "site") });
  try {
    allow(new URL(host.address).origin);
    await page.goto(`${host.address}directory/#/query`);
    await until(page, async () => navigator.serviceWorker.controller !== null && (await caches.match(document.querySelector("script[src]").src)) !== undefined);
  } finally {
    await host.stop();
    own.remove();
  }
  await page.reload();
  await page.getByRole("searchbox").fill(FIRM);
  await page.locator(".firm").waitFor();
});

/** What a visit asks for, in its order. */
async function asked(page, typed) {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await open(page, "query");
  await page.getByRole("searchbox").fill(typed);
  await page.getByRole("searchbox").fill("");
  // The page keeps itself on the device last.
  await until(page, async () => (await caches.match(document.querySelector("script[src]").src)) !== undefined);
  return requests;
}

pageTest("requests are the same in the same order whatever is looked for", onServer, async (page) => {
  const first = await asked(page, FIRM);
  const context = await page.context().browser().newContext();
  const second = await asked(await context.newPage(), "没有这样的企业");
  await context.close();
  assert.deepEqual(second, first);
  assert.ok(first.some((url) => url.includes("/firms-000-")));
});
