// What people do with the site from beginning to end, in each engine. Words of the environment choose engines:
// `E2E_ENGINES=WebKit`. A picture of each place on the way is saved in tests/e2e/shots.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { makeFolder, startAggregator } from "../support/aggregator.mjs";
import { byField, dossierOf, fillByKeyboard, goByKeyboard } from "../support/form.mjs";
import { goThrough, POINTER, SAMPLE } from "../support/guided.mjs";
import { startHost } from "../support/host.mjs";
import { assertLanded } from "../support/landing.mjs";
import { addressOf } from "../support/site.mjs";
import { ENGINES, startEngine } from "./engines.mjs";
import { Page } from "./page.mjs";

const SHOTS = new URL("../shots/", import.meta.url);
const CHOSEN = process.env.E2E_ENGINES?.split(",") ?? Object.keys(ENGINES);
const LEVELS = ["创新型中小企业", "专精特新中小企业", "专精特新“小巨人”企业"];
const ALL_MET = LEVELS.map(() => "符合条件");
/** The sample firm has one title, and no score of the platform yet. */
const OF_SAMPLE = ["符合条件", "尚不能判断", "暂不符合条件"];
const LIST = `企业名称,所在区,申报日期,研发费用2025,营业收入2025,境内登记、独立法人
甲公司,天河区,2026-05-01,50,8000,是
乙公司,天河区,2026-05-01,约100,8000,是
丙公司,白云区,2026-05-01,400,8000,否
`;

/** The day that the page takes for today; figures of test firms are moved to the year before it. */
async function openStart(page) {
  await page.goto(addressOf("#/"));
  const [day] = /\d{4}-\d\d-\d\d/.exec(await page.locator("label", { hasText: "现行标准（" }).innerText());
  return Number(day.slice(0, 4));
}

/** A firm's answers by field, as if it applied this year. */
const thisYear = ({ as_of, facts }, year) => byField(facts, year - Number(as_of.slice(0, 4)));

async function verdicts(page) {
  await page.locator("h1", { hasText: "最终判断结果" }).waitFor();
  assert.deepEqual(await page.locator(".verdict h2").allInnerTexts(), LEVELS);
  return page.locator(".verdict .big").allInnerTexts();
}

const heading = (page, name) => page.locator("h1", { hasText: name }).waitFor();

async function fromGuideToNextYear(page, look) {
  const year = await openStart(page);
  await page.goto(addressOf("#/form?mode=guided"));
  const count = await goThrough(page, thisYear(SAMPLE, year), POINTER);
  assert.ok(count.answers <= 21, `${count.answers} answers`);
  assert.deepEqual(await verdicts(page), OF_SAMPLE);
  await look("result");
  await page.locator('[data-act="review"]').click();
  await page.locator('[data-act="submit"]').click();
  assert.deepEqual(await verdicts(page), OF_SAMPLE);
  await page.locator("main a", { hasText: "差距与路径" }).click();
  await heading(page, "差距与路径");
  await page.locator(".level", { hasText: LEVELS[1] }).waitFor();
  await look("routes");
  await page.locator("summary, label, button", { hasText: "按下一年度试算" }).click();
  await page.locator("button", { hasText: "先用上年数据预填" }).click();
  await page.locator("button", { hasText: "另存为计划" }).click();
  await page.locator(".guided").waitFor();
  await page.locator('[id="title"]:focus').waitFor();
  await page.goto(addressOf("#/form?mode=all"));
  await page.locator(".scope", { hasText: `${year + 1}-` }).waitFor();
  await look("next-year");
  await page.goto(addressOf("#/records"));
  await page.locator(".record").waitFor();
  assert.equal(await page.locator(".record").count(), 1);
  await look("records");
}

async function allQuestionsByKeyboard(page, look) {
  const year = await openStart(page);
  await goByKeyboard(page, "开始填写");
  await heading(page, "自测填报");
  await fillByKeyboard(page, thisYear(dossierOf("regime-2026/C01"), year));
  assert.deepEqual(await verdicts(page), ALL_MET);
  await assertLanded(page, "title");
  await look("keyboard-result");
}

async function aList(page, look) {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-list-"));
  const file = join(folder, "清单.csv");
  writeFileSync(file, LIST);
  try {
    await page.goto(addressOf("#/batch"));
    await heading(page, "批量摸底");
    await page.locator("input[type=file]").setFile(file);
    await page.locator("#main *", { hasText: "判断完成" }).waitFor();
    await page.locator("#main *", { hasText: "D3：研发费用 2025 年“约100”不是数字" }).waitFor();
    await page.locator(".rows button", { hasText: "丙公司" }).click();
    await page.locator("h2", { hasText: "丙公司" }).waitFor();
    await look("list");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function embedded(page, look) {
  const { origin, stop } = await startHost({});
  try {
    await page.goto(`${origin}/static.html`);
    await page.enter();
    await page.locator("main[data-packs]").waitFor();
    // By keyboard: a frame of another origin does not bring its links into view for a click in every engine.
    await goByKeyboard(page, "开始填写");
    await page.locator(".standing-line", { hasText: "待填" }).waitFor();
    await page.leave();
    await page.waitForFunction(() => document.querySelector("iframe").offsetHeight > innerHeight);
    await look("embed");
    assert.deepEqual(await page.troubles(), []);
    await page.enter();
  } finally {
    stop();
  }
}

async function officers(page, look) {
  const folder = makeFolder();
  const server = await startAggregator(folder, "2026-11-18T10:00:00+08:00");
  try {
    await page.goto(`${server.address}stats/#token=${server.tokens["read:city"]}`);
    await page.locator(".chart svg").nth(1).waitFor();
    await look("officers");
    await page.locator("button", { hasText: "白云" }).click();
    await page.locator("h2, h3", { hasText: "走势：白云区" }).waitFor();
    await page.locator("button", { hasText: "大屏" }).click();
    await page.locator("button", { hasText: "退出大屏" }).waitFor();
    await page.locator(".chart svg").nth(1).waitFor();
    await look("officers-wall");
  } finally {
    await server.stop();
    folder.remove();
  }
}

const JOURNEYS = {
  "from the guided form to its result, routes, the record and next year": fromGuideToNextYear,
  "all questions by keyboard alone": allQuestionsByKeyboard,
  "a list of firms": aList,
  "in the page of another site": embedded,
  "the officers' page": officers,
};

mkdirSync(SHOTS, { recursive: true });
for (const name of CHOSEN) {
  describe(name, () => {
    let engine;
    before(async () => {
      engine = await startEngine(name);
    });
    after(() => engine.stop());
    for (const [what, journey] of Object.entries(JOURNEYS)) {
      test(what, async () => {
        const session = await engine.open();
        const page = new Page(session);
        const look = async (place) => {
          writeFileSync(new URL(`engine-${name}-${place}.png`, SHOTS), await page.screenshot());
        };
        try {
          await journey(page, look);
          assert.deepEqual(await page.troubles(), []);
        } catch (error) {
          await look("failed").catch(() => {});
          throw error;
        } finally {
          await session.quit();
        }
      });
    }
  });
}
