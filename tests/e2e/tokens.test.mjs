// Blind tokens 「凭证」 from a portal's login to a counted report, through the real server.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { documentOf, frameOf, started } from "./support/hosts.mjs";
import { startProfile } from "./support/browser.mjs";
import { startPortal } from "./support/portal.mjs";
import { program } from "./support/programs.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NOW = "2026-11-18T10:00:00+08:00";
const LATER = "2026-11-18T13:00:00+08:00";
const WEEKS = ["2026W47", "2026W48"];
const LEVELS = 7;

const run = (name, words, env = {}) =>
  execFileSync(program(name), words, { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...env } });

/** Settings that pin the key of a server's folder. */
function settings(folder) {
  const key = run("zjtx-aggregator", ["keys", "tokens"], { ZJTX_KEYS: join(folder.path, "demo.keys"), ZJTX_BROWSER: undefined, ZJTX_SITE: undefined }).trim();
  const file = join(folder.path, "site.toml");
  writeFileSync(file, `[area]\nserved = "440100"\n[statistics]\non = true\n[tokens]\nkey = "${key}"\n`);
  return file;
}

let folder;
let server;
before(async () => {
  folder = makeFolder();
  // The first start makes the keys of the made-up weeks.
  await (await startAggregator(folder, NOW)).stop();
  const site = join(folder.path, "site");
  run("zjtx", ["site", "build", "--site", settings(folder), join(ROOT, "dist"), "-o", site]);
  server = await startAggregator(folder, NOW, { ZJTX_SITE: site });
});
after(async () => {
  await server.stop();
  folder.remove();
});

/** A test in a portal's page, at a moment that the page takes for now; frames of other sites may store here. */
function portalTest(name, options, body) {
  test(name, async () => {
    const portal = await startPortal(server, options.change);
    const { context, stop } = await startProfile();
    try {
      const page = await context.newPage();
      await page.clock.setFixedTime(new Date(NOW));
      await body(page, portal);
    } finally {
      await stop();
      portal.stop();
    }
  });
}

/** Opens the portal and resolves when the frame has done with its tokens. */
async function visit(page, { origin }, outcome) {
  await page.goto(`${origin}/portal.html`);
  await started(page);
  await frameOf(page).locator(`html[data-tokens="${outcome} ${outcome}"]`).waitFor();
}

/** Opens a result and asks what would be sent of it. */
async function preview(page) {
  const frame = await documentOf(page);
  await frame.evaluate(() => void (location.hash = "#/result"));
  await frameOf(page).getByRole("button", { name: "匿名计入本区统计" }).click();
  await frameOf(page).locator(".bytes").first().waitFor();
  const lines = await frameOf(page).locator(".bytes").allInnerTexts();
  return { lines, note: await frameOf(page).locator("[data-tokens].note").innerText() };
}

async function send(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/v1/reports")),
    frameOf(page).getByRole("button", { name: "发送", exact: true }).click(),
  ]);
  await frameOf(page).getByText("已计入，谢谢").first().waitFor();
  return answer;
}

portalTest("a token is fetched with one visit and spent on a later one", {}, async (page, portal) => {
  await visit(page, portal, "fetched");
  assert.deepEqual(portal.asked.map(({ period, blinded }) => [period, blinded.length]), WEEKS.map((week) => [week, LEVELS]));
  const fresh = await preview(page);
  assert.match(fresh.note, /凭证刚刚领取，.*约 \d+ (小时|分钟)后才能使用/);
  assert.ok(fresh.lines.every((line) => line.startsWith('{"v":1,"id":')), fresh.lines[0]);

  await page.clock.setFixedTime(new Date(LATER));
  await visit(page, portal, "held");
  assert.equal(portal.asked.length, 2, "nothing is asked for again");
  const { lines, note } = await preview(page);
  assert.match(note, /t 凭证/);
  for (const line of lines) assert.match(line, /^\{"v":2,"t":"[\w-]{86}","rs":"\w{5}",/);
  assert.ok(lines.every((line) => line.length === 157), `${lines.map((line) => line.length)}`);
  const seen = JSON.stringify(portal.asked);
  for (const line of lines) assert.ok(!seen.includes(JSON.parse(line).t.slice(0, 42)), "the portal has not seen the number");
  const answer = await send(page);
  assert.equal(answer.status(), 204);
  assert.equal(answer.request().postData(), lines[0], "what was shown is what was sent");
});

const spoilt = {
  change: (answer) => {
    const [first, ...others] = answer.evaluated;
    return { ...answer, evaluated: [{ ...first, proof: others[0].proof }, ...others] };
  },
};
portalTest("a proof that does not fit is refused, and the report goes without a token", spoilt, async (page, portal) => {
  await visit(page, portal, "refused");
  const { lines, note } = await preview(page);
  assert.match(note, /没有 t 的行不附凭证/);
  assert.ok(lines.every((line) => line.startsWith('{"v":1,')), lines[0]);
  assert.equal((await send(page)).status(), 204);
});

portalTest("a firm whose device was cleared fetches once more, and then no more", {}, async (page, portal) => {
  for (const outcome of ["fetched", "fetched", "none"]) {
    await visit(page, portal, outcome);
    await (await documentOf(page)).evaluate(() => localStorage.clear());
  }
});
