// Sites of other settings, made of the one build: another city with its own endpoint, and a province.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { pageTest } from "./support/pages.mjs";
import { program } from "./support/programs.mjs";
import { takeShot } from "./support/shots.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NOW = "2026-11-18T10:00:00+08:00";
const SITES = ["guangzhou", "chengdu", "zhejiang"];

let folders;
const servers = {};
before(async () => {
  folders = SITES.map((name) => ({ name, ...makeFolder() }));
  for (const { name, path, remove } of folders) {
    // The build itself is the site of the default settings, here with an endpoint.
    const site = name === "guangzhou" ? join(ROOT, "dist") : join(path, "site");
    if (name !== "guangzhou") execFileSync(program("zjtx"), ["site", "build", "--site", join(ROOT, `rules/sites/${name}.toml`), join(ROOT, "dist"), "-o", site], { cwd: ROOT });
    servers[name] = await startAggregator({ path, remove }, NOW, { ZJTX_SITE: site });
  }
});
after(async () => {
  for (const server of Object.values(servers)) await server.stop();
  folders.forEach(({ remove }) => remove());
});

const on = (name) => ({ site: () => servers[name].address });

const OFFICERS = [
  { name: "guangzhou", all: "广州市", scope: "read:district:440106", own: "天河区", tile: /天河/ },
  { name: "chengdu", all: "成都市", scope: "read:district:510104", own: "锦江区", tile: /锦江/ },
  { name: "zhejiang", all: "浙江省", scope: "read:district:330100", own: "杭州市", tile: /杭州/ },
];

for (const { name, all, scope, own, tile } of OFFICERS) {
  pageTest(`the officers' page of ${name} has its own areas, by the names of its endpoint`, on(name), async (page) => {
    const { address, tokens } = servers[name];
    await page.goto(`${address}stats/#token=${tokens["read:city"]}`);
    await page.getByRole("heading", { level: 1, name: `${all}自测统计` }).waitFor();
    await page.locator(".chart svg").nth(1).waitFor();
    await page.getByRole("button", { name: tile }).first().waitFor();
    assert.match(await page.getByLabel("级别与规则").innerText(), /省级专精特新中小企业 · 国家2026年标准/);
    assert.ok((await page.title()).startsWith("区统计 · 专精特新企业自测"), "the site's own name stays");
    await assertAccessible(page);
    await takeShot(page, `stats-site-${name}`);
    await page.goto("about:blank");
    await page.goto(`${address}stats/#token=${tokens[scope]}`);
    await page.getByRole("heading", { level: 1, name: `${own}自测统计` }).waitFor();
  });
}

/** Boxes of a locator's elements on the screen. */
const boxes = (locator) => locator.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));

/** Texts of a chart that lie on one another. */
const overlapping = (texts) => texts.filter((one, at) => texts.slice(at + 1).some((other) => one.left < other.right && other.left < one.right && one.top + 1 < other.bottom && other.top + 1 < one.bottom));

/** Latin words of elements that do not stand on one line. */
const broken = (locator) =>
  locator.evaluateAll((all) =>
    all.flatMap(({ firstChild: text }) => {
      const range = document.createRange();
      const isBroken = ({ 0: word, index }) => {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
      };
      return [...text.data.matchAll(/[A-Za-z]+/g)].filter(isBroken).map(([word]) => word);
    }),
  );

const HANGING = {
  Chinese: { search: "", hang: "大屏", leave: "退出大屏" },
  English: { search: "?lang=en", hang: "Large view", leave: "Leave the large view" },
};
const WALLS = ["chengdu", "zhejiang"].flatMap((name) => Object.entries(HANGING).map(([look, words]) => ({ name, look, ...words })));

for (const { name, look, search, hang, leave } of WALLS) {
  pageTest(`the large view of ${name} is whole on its screen: ${look}`, { ...on(name), context: { viewport: { width: 1920, height: 1080 } } }, async (page) => {
    const { address, tokens } = servers[name];
    await page.goto(`${address}stats/${search}#token=${tokens["read:city"]}`);
    await page.getByRole("button", { name: hang, exact: true }).click();
    await page.getByRole("button", { name: leave }).waitFor();
    await page.locator(".trend-chart svg").waitFor();
    const cards = await boxes(page.locator("main .card:visible"));
    assert.equal(cards.length, 5, "figures, map, comparison, levels, trend");
    assert.ok(cards.every(({ top, bottom, left, right }) => top >= 0 && bottom <= 1080 && left >= 0 && right <= 1920), JSON.stringify(cards));
    for (const chart of ["comparison", "ladder", "trend"]) {
      const texts = await boxes(page.locator(`.${chart}-chart svg text`));
      assert.ok(texts.length > 3, chart);
      assert.deepEqual(overlapping(texts), [], `${chart}: texts lie on one another`);
      const [frame] = await boxes(page.locator(`.${chart}-chart`));
      assert.ok(texts.every(({ left, right, bottom }) => left >= frame.left && right <= frame.right && bottom <= frame.bottom), `${chart}: a text is cut`);
    }
    const levels = (await page.locator(".ladder-chart svg text").allTextContents()).filter((text) => /\p{L}/u.test(text));
    assert.equal(new Set(levels).size, 3, levels.join(" / "));
    assert.deepEqual(await broken(page.locator(".tile b")), []);
    assert.equal(await page.locator("#office p:visible").count(), 1, "the foot is in one language");
    assert.equal(await page.locator(":focus-visible").count(), 0, "nobody typed");
    await takeShot(page, `stats-wall-${name}-${look}`);
  });
}

pageTest("a form of another city begins with its region and districts, and is counted there", on("chengdu"), async (page) => {
  const { address } = servers.chengdu;
  await page.goto(`${address}#/form?mode=all`);
  await page.locator("#city").selectOption({ label: "成都市" });
  await page.locator("#district").selectOption({ label: "锦江区" });
  assert.deepEqual(await page.locator("#city option").allInnerTexts(), ["请选择", "成都市"]);
  await page.goto(`${address}#/result`);
  await page.getByRole("button", { name: "匿名计入本区统计" }).click();
  const districts = page.getByLabel("所在区");
  await districts.waitFor();
  assert.equal(await districts.inputValue(), "510104", "the form's district");
  assert.ok((await districts.locator("option").allInnerTexts()).includes("锦江区"));
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/v1/reports")),
    page.getByRole("button", { name: "发送", exact: true }).click(),
  ]);
  assert.equal(answer.status(), 204);
  await page.getByText("已计入，谢谢").first().waitFor();
});

pageTest("a province's form lists its cities", on("zhejiang"), async (page) => {
  await page.goto(`${servers.zhejiang.address}#/form?mode=all`);
  await page.locator("#city").selectOption({ label: "杭州市" });
  await page.locator("#district").selectOption({ label: "西湖区" });
});
