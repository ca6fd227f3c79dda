// Waiting is told: what the page says while the endpoint has no room, and of weeks that are over or not begun.

import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const NOW = "2026-11-25T10:00:00";
const refused = { expectedErrors: [/status of (410|428|429|503)/] };

/** Sends a result's counts, with these answers to reports in place of the endpoint's own; the last one goes on. */
async function toSending(page, answers) {
  await page.clock.install({ time: NOW });
  let asked = 0;
  await page.route("**/v1/reports", (route) => {
    const [status, headers = {}, body = ""] = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    return route.fulfill({ status, headers, body });
  });
  await page.goto(addressOf("#/result"));
  await page.getByRole("button", { name: "匿名计入本区统计" }).click();
  await page.getByRole("button", { name: "发送", exact: true }).click();
  return () => asked;
}

pageTest("many of one network wait in turn, are told how long, and are counted without another press", refused, async (page) => {
  const asked = await toSending(page, [[429, { "retry-after": "60" }], [204]]);
  await page.getByText("同一网络提交的人多，约 2 分钟后自动再试").or(page.getByText("同一网络提交的人多，约 1 分钟后自动再试")).waitFor();
  await assertAccessible(page);
  await takeShot(page, "waiting-for-room");
  assert.equal(asked(), 1, "nothing is sent meanwhile");
  await page.clock.runFor(62_000);
  await page.getByText("已计入，谢谢").first().waitFor();
});

pageTest("an endpoint that is away is told, with when it is tried again", refused, async (page) => {
  await toSending(page, [[503, { "retry-after": "20" }], [204]]);
  await page.getByText(/统计服务暂无响应，约 2\d 秒后自动再试/).waitFor();
  await page.clock.runFor(25_000);
  await page.getByText("已计入，谢谢").first().waitFor();
});

pageTest("a wait that is too long is left to the person, with its length", refused, async (page) => {
  await toSending(page, [[429, { "retry-after": "7200" }]]);
  await page.getByText("请约 2 小时后再发").first().waitFor();
  await page.getByRole("button", { name: "再发一次" }).waitFor();
});

pageTest("a week that is over is told apart from one that has not begun", refused, async (page) => {
  await toSending(page, [
    [410, {}, '{"type":"period-closed"}'],
    [410, {}, '{"type":"period-not-begun"}'],
  ]);
  await page.getByText("本周统计已截止").first().waitFor();
  await page.getByText("这一周还没有开始").first().waitFor();
  await page.getByRole("button", { name: "再发一次" }).waitFor();
});

pageTest("an old proof of work is made anew", refused, async (page) => {
  let configs = 0;
  page.on("request", (request) => (configs += request.url().endsWith("/v1/config")));
  await toSending(page, [[428], [204]]);
  await page.clock.runFor(2_000);
  await page.getByText("已计入，谢谢").first().waitFor();
  assert.equal(configs, 2, "the rules of the work are asked for again");
});
