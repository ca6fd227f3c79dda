// District statistics from the self-test to the officer's page, through the real server.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { makeFolder, startAggregator } from "./support/aggregator.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const MONDAY = "2026-11-16T10:00:00+08:00";
const NEXT_WEEK = "2026-11-25T10:00:00+08:00";
const NEXT_YEAR = "2027-11-25T10:00:00+08:00";
const TIANHE = "440106";
const HAIZHU = "440105";
const PACK = "CN21L";
/** Exact counts, so that one more can be seen, and room for all reports of one address. */
const EXACT = {
  ZJTX_RELEASE__EPSILON: '"none"',
  ZJTX_LIMITS__ADDRESS_BURST: "1000",
  ZJTX_LIMITS__NETWORK_BURST: "1000",
  ZJTX_LIMITS__ADDRESS_PER_DAY: "1000",
  ZJTX_LIMITS__NETWORK_PER_DAY: "1000",
};

let folder;
let server;
before(async () => {
  folder = makeFolder();
  server = await startAggregator(folder, MONDAY, EXACT);
});
after(async () => {
  await server.stop();
  folder.remove();
});

/** Goes on with the same database, at another time or under other rules. */
async function restart(at, environment = {}) {
  await server.stop();
  server = await startAggregator(folder, at, { ...EXACT, ...environment });
}

const onServer = { site: () => server.address };

/** Counts as other firms' browsers would send them: so many of each verdict. */
async function sendOthers(counts) {
  for (const [place, count] of counts.entries()) {
    for (let number = 0; number < count; number += 1) {
      const id = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");
      const report = { v: 1, id, rs: PACK, lv: "1", d: TIANHE, r: String(place + 1), p: "2026W47" };
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${server.address}v1/reports`, { method: "POST", headers, body: JSON.stringify(report) });
      assert.equal(answer.status, 204);
    }
  }
}

/** A self-test of the national level of 2021 with one condition not met, up to its result. */
async function test(page) {
  await page.goto(`${server.address}#/`);
  await page.getByLabel("或者选一个日期").fill("2021-05-01");
  await page.getByRole("checkbox", { name: "创新型" }).setChecked(false);
  await page.getByRole("checkbox", { name: "专精特新中小企业" }).setChecked(false);
  await page.getByRole("link", { name: "开始填写" }).click();
  await page.locator("#years_in_segment").fill("1");
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  await page.getByRole("heading", { name: "匿名计入本区统计" }).waitFor();
}

/** Collects what the page asks the endpoint for. */
function watchEndpoint(page) {
  const requests = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/v1/")) {
      requests.push({ route: `${request.method()} ${pathname}`, body: request.postData(), headers: request.headers() });
    }
  });
  return requests;
}

async function ask(path, token) {
  const answer = await fetch(`${server.address}v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json() };
}

/** Milliseconds in which a week is closed once the server runs. */
const CLOSES_WITHIN = 10_000;

/** The district's latest table of the pack, once a week is closed. */
async function tableAfter(week, token) {
  const end = Date.now() + CLOSES_WITHIN;
  while (Date.now() < end) {
    const { status, body } = await ask(`districts/${TIANHE}/releases/latest`, token);
    assert.equal(status, 200);
    if (body.closed_through === week) {
      return body.releases.find(({ pack }) => pack === PACK).table;
    }
  }
  throw new Error(`week ${week} was not closed within ${CLOSES_WITHIN} ms`);
}

const lostAnswer = { ...onServer, expectedErrors: [/ERR_FAILED/] };
pageTest("a verdict is counted once, on the user's act, as the bytes that were shown", lostAnswer, async (page) => {
  await sendOthers([5, 4, 5, 5]);
  await restart(MONDAY, { ZJTX_WORK__BITS: "10" });
  const requests = watchEndpoint(page);
  // The first answer is lost on its way back: the report is counted, and the page does not know.
  await page.route("**/v1/reports", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });

  await test(page);
  assert.deepEqual(requests, [], "nothing is asked for before the user's act");
  await page.getByRole("button", { name: "匿名计入本区统计" }).click();
  await page.getByLabel("所在区").selectOption({ label: "天河区" });
  const shown = await page.locator(".bytes").innerText();
  await assertAccessible(page);
  await page.setViewportSize(PHONE);
  await takeShot(page.locator("section", { has: page.locator("#contribute") }), "contribute-phone");
  await page.setViewportSize(DESKTOP);
  assert.deepEqual(requests.map(({ route }) => route), ["GET /v1/config"]);

  await page.getByRole("button", { name: "发送", exact: true }).click();
  await page.getByText("已计入，谢谢").waitFor();
  const sent = requests.slice(1);
  assert.deepEqual(sent.map(({ route, body }) => [route, body]), Array(2).fill(["POST /v1/reports", shown]));
  assertTellsNothingElse(sent[0]);

  await test(page);
  await page.getByRole("button", { name: "匿名计入本区统计" }).click();
  await page.getByText("本周已经计入").waitFor();
  assert.equal(requests.filter(({ route }) => route.startsWith("POST")).length, 2);
});

/** The fields and the length are frozen; no header names the person or the page. */
function assertTellsNothingElse({ body, headers }) {
  assert.equal(Buffer.byteLength(body), 94);
  const { id, ...rest } = JSON.parse(body);
  assert.match(id, /^[\w-]{22}$/);
  assert.deepEqual(rest, { v: 1, rs: PACK, lv: "1", d: TIANHE, r: "2", p: "2026W47" });
  assert.match(headers["zjtx-work"], /^[0-9a-f]{16}$/);
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
}

pageTest("the week is closed: its district sees the count, another district does not", onServer, async (page) => {
  await restart(NEXT_WEEK);
  const officer = server.tokens[`read:district:${TIANHE}`];
  const table = await tableAfter("2026W47", officer);
  assert.deepEqual(table, { detail: "by_verdict", total: 20, met: 5, unmet: 5, undetermined: 5, vetoed: 5 });
  const stranger = server.tokens[`read:district:${HAIZHU}`];
  assert.equal((await ask(`districts/${TIANHE}/releases/latest`, stranger)).status, 403);
  assert.equal((await ask("city/releases", stranger)).status, 403);

  await page.goto(`${server.address}stats/#token=${officer}`);
  await page.getByRole("heading", { level: 1, name: "天河区自测统计" }).waitFor();
  assert.equal(page.url(), `${server.address}stats/`, "the token does not stay in the address");
  await page.getByLabel("级别与规则").selectOption(PACK);
  const row = page.getByRole("row", { name: /2026年11月16日/ }).first();
  assert.deepEqual((await row.getByRole("cell").allInnerTexts()).slice(0, 5), ["20", "5", "5", "5", "5"]);
  await takeShot(page, "stats-district-exact");

  await page.goto(`${server.address}stats/?other#token=${stranger}`);
  await page.getByRole("heading", { level: 1, name: "海珠区自测统计" }).waitFor();
  assert.equal(await page.getByText("天河区").count(), 0);
});

const refusals = { ...onServer, expectedErrors: [/status of 40[13]/] };
pageTest("links that do not work are told plainly", refusals, async (page) => {
  const token = server.tokens["read:city"];
  await restart(NEXT_YEAR);
  const told = async (fragment, text) => {
    await page.goto("about:blank");
    await page.goto(`${server.address}stats/${fragment}`);
    await page.getByText(text).waitFor();
  };
  await told("", /请使用管理员发送的邀请链接/);
  await told(`#token=${token}`, /链接已过期或已被撤销/);
  await told("#token=zjtx_wrong", /链接无效/);
  await page.reload();
  await page.getByText(/请使用管理员发送的邀请链接/).waitFor();
});
