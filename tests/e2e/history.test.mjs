// Past tests: kept in the browser's database, found, compared, exported and imported; and many of them.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { assertAccessible } from "./support/axe.mjs";
import { verdicts } from "./support/form.mjs";
import { addressOf, pageTest, PHONE } from "./support/pages.mjs";
import { blockStorage, kept, NAME, nameFirm, open, save, store, stored, submit } from "./support/records.mjs";
import { takeShot } from "./support/shots.mjs";
import { within } from "./support/timed.mjs";

const records = (page) => page.locator(".record");

async function openRecords(page) {
  await page.goto(addressOf("#/records"));
  await page.getByRole("heading", { level: 1, name: "自测结果查询" }).waitFor();
}

/** The day that dates are written for. */
const today = (page) => page.evaluate(() => new Date().toLocaleDateString("sv"));

pageTest("records of the former format are taken over once", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  const [text] = Object.values(await stored(page, "records"));
  await page.goto(addressOf("#/privacy"));
  await page.getByRole("button", { name: "清除本机数据" }).click();
  await page.getByRole("button", { name: "确定清除" }).click();
  await page.getByRole("button", { name: "清除本机数据" }).waitFor();
  const former = JSON.parse(text);
  await page.evaluate((text) => {
    localStorage.setItem("zjtx.record.1700000000000", text);
    localStorage.setItem("zjtx.record.2", "damaged");
  }, JSON.stringify({ ...former, id: "1700000000000" }));
  await page.reload();
  await openRecords(page);
  await kept(page);
  assert.deepEqual(await records(page).getByRole("heading").allInnerTexts(), ["甲公司"]);
  await page.locator(".notice code", { hasText: "2" }).waitFor();
  assert.deepEqual(Object.keys(await stored(page, "records")), ["/1700000000000", "/2"]);
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("zjtx.record.")));
  assert.deepEqual(left, []);
  await page.reload();
  await page.locator(".record").waitFor();
  assert.equal(await records(page).count(), 1);
});

pageTest("an edited test is a new version, and the two can be compared", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await page.locator("#rd_expense\\@2025").fill("5");
  await submit(page);
  await openRecords(page);
  await page.reload();
  await records(page).getByRole("button", { name: "编辑" }).click();
  await page.locator("#rd_expense\\@2025").fill("15");
  await page.getByRole("group", { name: /经营异常名录/ }).getByText("是", { exact: true }).click();
  await submit(page);
  await page.getByText("的自测修改").waitFor();
  await page.getByRole("link", { name: "比较这两次" }).click();
  await page.getByRole("heading", { level: 1, name: "比较两次自测" }).waitFor();
  const answers = page.getByRole("region", { name: "填报内容对比" }).getByRole("row");
  assert.equal(await answers.count(), 3);
  assert.match(await answers.filter({ hasText: "研发费用" }).innerText(), /5\s+15/);
  const outcome = page.getByRole("region", { name: "结论和得分对比" }).getByRole("row");
  assert.match(await outcome.nth(1).innerText(), /创新型.*尚不能判断.*暂不符合条件/s);
  await page.reload();
  await answers.nth(2).waitFor();
  await assertAccessible(page);
  await takeShot(page, "history-compare");

  await openRecords(page);
  for (const box of await page.getByRole("checkbox", { name: /^比较：/ }).all()) {
    await box.check();
  }
  await page.getByRole("link", { name: "比较这两次" }).click();
  await page.getByRole("heading", { level: 1, name: "比较两次自测" }).waitFor();
});

pageTest("a filter finds by day, level and verdict", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  await page.goto(addressOf("#/form"));
  await page.getByLabel(NAME).fill("乙公司");
  await page.getByRole("group", { name: /经营异常名录/ }).getByText("是", { exact: true }).click();
  await submit(page);
  await openRecords(page);
  const found = async () => records(page).getByRole("heading").allInnerTexts();
  await page.getByLabel("最终判断结果").selectOption("unmet");
  assert.deepEqual(await found(), ["乙公司"]);
  await page.getByLabel("级别").selectOption({ label: "专精特新“小巨人”企业" });
  await page.getByLabel("最终判断结果").selectOption("met");
  assert.deepEqual(await found(), []);
  await page.getByLabel("级别").selectOption("");
  await page.getByLabel("最终判断结果").selectOption("");
  const day = await today(page);
  await page.getByLabel("自测日期从").fill(day);
  assert.deepEqual(await found(), ["乙公司", "甲公司"]);
  await page.getByLabel("到", { exact: true }).fill("2020-01-01");
  assert.deepEqual(await found(), []);
});

pageTest("a test opens by its own rules and offers those of today", {}, async (page) => {
  await page.goto(addressOf("#/"));
  await page.getByLabel("或者选一个日期").fill("2025-05-01");
  await nameFirm(page, "甲公司");
  await submit(page);
  await page.reload();
  await page.getByRole("button", { name: "按今天的标准重新判断" }).click();
  const today = page.getByRole("region", { name: "按今天的标准" });
  assert.match(await today.getByRole("row").nth(2).innerText(), /gd-specialized-sme-2024.*cn-specialized-sme-2026/s);
  await today.getByText("创新型中小企业：当时的标准今天仍在施行。").waitFor();
  await today.getByText(/标准有 \d+ 处不同/).first().click();
  assert.ok((await today.getByRole("listitem").count()) > 3);
  await assertAccessible(page);
  await takeShot(page, "history-present");
});

pageTest("a test whose rules were revised since says what came out then", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  const [[key, text]] = Object.entries(await stored(page, "records"));
  const record = JSON.parse(text);
  const [level] = record.results;
  level.revision = "older";
  level.verdict = "met";
  level.conditions = Object.fromEntries(Object.keys(level.conditions).map((id) => [id, "met"]));
  await store(page, { records: { [key]: JSON.stringify(record) } });
  await page.reload();
  const revised = page.getByRole("region", { name: "当时的标准已更新" });
  assert.match(await revised.innerText(), /符合条件[\s\S]*第 older 次整理[\s\S]*结论不同的条件/);
});

pageTest("damaged and newer records are kept and told", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  const [key] = Object.keys(await stored(page, "records"));
  await store(page, { records: { [key]: "damaged", "/3": '{"schema":99}' } });
  await page.reload();
  await page.getByRole("heading", { name: "页面不存在" }).waitFor();
  await openRecords(page);
  await page.locator(".notice code").nth(1).waitFor();
  assert.equal(await records(page).count(), 0);
  const { text } = await save(page, page.getByRole("button", { name: "导出全部记录" }));
  assert.deepEqual(JSON.parse(text).firms[0].aside.sort(), ["damaged", '{"schema":99}'].sort());
  assert.equal((await stored(page, "records"))["/3"], '{"schema":99}');
});

pageTest("all past tests go out as one file and come in again", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  await openRecords(page);
  await records(page).getByRole("button", { name: "复制" }).click();
  await records(page).nth(1).waitFor();
  await kept(page);
  const file = await save(page, page.getByRole("button", { name: "导出全部记录" }));
  assert.match(file.name, /^zjtx-\d{4}-\d\d-\d\d\.zjtx\.json$/);
  const { format, schema, firms } = JSON.parse(file.text);
  assert.deepEqual([format, schema, firms.length, firms[0].records.length], ["zjtx-archive", 1, 1, 2]);

  await records(page).first().getByRole("button", { name: "删除" }).click();
  await records(page).first().getByRole("button", { name: "确定删除" }).click();
  await open(page, file);
  await page.getByText(/新增 1 条自测记录，略过 1 项/).waitFor();
  await page.getByText(/甲公司 .*：本机已有/).waitFor();
  assert.equal(await records(page).count(), 2);
  await takeShot(page, "history-imported");

  await page.getByRole("button", { name: "全部删除" }).click();
  await page.getByRole("button", { name: "确定全部删除" }).click();
  assert.equal(await records(page).count(), 0);
  await kept(page);
  assert.deepEqual(await stored(page, "records"), {});
  await open(page, { name: "other.json", text: '{"schema":1}' });
  await page.getByRole("alert").filter({ hasText: "不是完整的自测记录文件" }).waitFor();
  await open(page, { name: "newer.json", text: '{"format":"zjtx-archive","schema":2,"firms":7}' });
  await page.getByRole("alert").filter({ hasText: "由较新版本导出" }).waitFor();
  await open(page, file);
  await records(page).nth(1).waitFor();
  await kept(page);
  await page.reload();
  await records(page).nth(1).waitFor();
});

pageTest("a browser that stores nothing keeps them for this visit and offers a file", {}, async (page) => {
  await blockStorage(page.context());
  await nameFirm(page, "甲公司");
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  await verdicts(page);
  await page.getByText("此浏览器不保存自测记录").waitFor();
  await page.goto(addressOf("#/form"));
  await page.getByLabel(NAME).fill("乙公司");
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  await verdicts(page);
  await openRecords(page);
  await records(page).nth(1).waitFor();
  assert.deepEqual(await records(page).getByRole("heading").allInnerTexts(), ["乙公司", "甲公司"]);
  const { text } = await save(page, page.getByRole("button", { name: "导出全部记录" }));
  assert.equal(JSON.parse(text).firms[0].records.length, 2);
  await takeShot(page, "history-blocked");
});

pageTest("a database that fails in the middle is told, and nothing is lost", {}, async (page) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await nameFirm(page, "甲公司");
  await page.getByRole("button", { name: "提交并查看结果" }).click();
  await verdicts(page);
  await page.getByText("此浏览器不保存自测记录").waitFor();
  await openRecords(page);
  assert.equal(await records(page).count(), 1);
});

/** Another origin, whose one page frames this. */
async function startHost(framed) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe src="${framed}" title="self-test" width="800" height="600"></iframe>`);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

pageTest("inside another site's frame, it says that it may be kept there only", {}, async (page, allow) => {
  const host = await startHost(addressOf("#/records"));
  try {
    allow(host.origin);
    await page.goto(host.origin);
    await page.frameLocator("iframe").getByText("可能只保存在该网站名下的分区").waitFor();
  } finally {
    host.stop();
  }
});

// --- many ------------------------------------------------------------------------------------------

const MANY = 5_000;
/** The longest that a frame may take, in milliseconds. */
const FRAME = 50;

/** Fills the database with copies of its one record. */
async function multiply(page) {
  const [[, text]] = Object.entries(await stored(page, "records"));
  const [row] = Object.values(await stored(page, "rows"));
  await page.evaluate(
    async ([count, text, row]) => {
      const answer = (request) =>
        new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
      const database = await answer(indexedDB.open("zjtx"));
      const transaction = database.transaction(["records", "rows"], "readwrite");
      for (let number = 1; number < count; number += 1) {
        const id = String(1_600_000_000_000 + number);
        const named = (json) => JSON.stringify({ ...JSON.parse(json), id, ...("name" in JSON.parse(json) && { name: `第${number}公司` }) });
        transaction.objectStore("records").put(named(text), `/${id}`);
        transaction.objectStore("rows").put(named(row), `/${id}`);
      }
      await new Promise((done, fail) => Object.assign(transaction, { oncomplete: done, onabort: fail }));
      database.close();
    },
    [MANY, text, row],
  );
}

/** Collects, in the page, the time from each frame to the next. */
function watchFrames() {
  globalThis.longestFrame = 0;
  let last = performance.now();
  const next = (now) => {
    globalThis.longestFrame = Math.max(globalThis.longestFrame, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** Lists all, filters, turns a page; the longest frame, in milliseconds. */
async function listAndFilter(page) {
  await page.goto(addressOf("#/about"));
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "关于" }).waitFor();
  await page.evaluate(watchFrames);
  await page.getByRole("link", { name: "自测结果查询" }).click();
  await page.getByText(`共 ${MANY} 条`).waitFor();
  await page.getByLabel("企业全称").pressSequentially("第49");
  await page.getByText("符合 111 条").waitFor();
  await page.getByLabel("最终判断结果").selectOption("undetermined");
  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByText("第 26–50 条").waitFor();
  return page.evaluate(() => globalThis.longestFrame);
}

pageTest("5,000 past tests are listed and filtered", {}, async (page) => {
  await nameFirm(page, "甲公司");
  await submit(page);
  await multiply(page);
  const longest = [];
  // A frame may be late because the machine is busy with something else; that is not in every round.
  for (let round = 0; round < 3; round += 1) {
    longest.push(await listAndFilter(page));
  }
  within(FRAME, Math.min(...longest), `longest frame with ${MANY} past tests`);
  await page.setViewportSize(PHONE);
  await takeShot(page, "history-many-phone");
});
