// Dossier files: out and in again, and files that are none.

import assert from "node:assert/strict";
import { text as textOf } from "node:stream/consumers";
import { addressOf, pageTest } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

const NAME = "企业全称";

function file(name, text) {
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

function dossier(facts, changes = {}) {
  return JSON.stringify({ schema: 1, as_of: "2026-05-01", application_kind: "first", facts, ...changes });
}

/** Files that are refused, with what is said of each. */
const REFUSED = {
  "an empty file": ["", /第 1 行第 0 列/],
  "broken JSON": ["{", /不是有效的填报档案/],
  "2 MB of junk": ["x".repeat(2 << 20), /超过 1 MB/],
  "an unknown fact": [dossier({ no_such_fact: "1" }), /\/facts\/no_such_fact：没有这个数据项/],
  "a negative headcount": [dossier({ rd_staff: "-5" }), /\/facts\/rd_staff：不能是负数/],
  "10^30": [dossier({ operating_revenue: { 2025: `1${"0".repeat(30)}` } }), /\/facts\/operating_revenue\/2025：数字太大/],
  NaN: [dossier({ rd_staff: "NaN" }), /\/facts\/rd_staff：不是数字/],
  "a wrong kind": [dossier({ legal_person: "maybe" }), /\/facts\/legal_person：/],
  "an older format": [dossier({}, { schema: 0 }), /\/schema：档案格式版本不认识/],
};

pageTest("a dossier file goes out and comes in again", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  await page.getByLabel(NAME).fill("甲公司");
  await page.locator("#operating_revenue\\@2025").fill("１．２亿");
  await page.getByRole("link", { name: "填报文件" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出填报文件" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^甲公司-\d{4}-\d\d-\d\d\.dossier\.json$/);
  const text = await textOf(await download.createReadStream());
  assert.deepEqual(JSON.parse(text).facts, {
    enterprise_name: "甲公司",
    operating_revenue: { 2025: "12000" },
  });
  await page.getByRole("link", { name: "返回填写" }).click();
  await page.getByLabel(NAME).fill("乙公司");
  await page.goto(addressOf("#/file"));
  await page.getByLabel("导入填报文件").setInputFiles(file("甲公司.dossier.json", text));
  await page.getByText("已导入填报文件").waitFor();
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
});

pageTest("files that are no dossiers are refused in words, and nothing is lost", {}, async (page) => {
  await page.goto(addressOf("#/form"));
  await page.getByLabel(NAME).fill("甲公司");
  await page.goto(addressOf("#/file"));
  for (const [name, [text, sentence]] of Object.entries(REFUSED)) {
    await page.getByLabel("导入填报文件").setInputFiles(file(`${name}.json`, text));
    const alert = page.getByRole("alert").filter({ hasText: `${name}.json` });
    await alert.waitFor();
    assert.match(await alert.innerText(), sentence, name);
  }
  await takeShot(page, "file-refused");
  await page.goto(addressOf("#/form"));
  assert.equal(await page.getByLabel(NAME).inputValue(), "甲公司");
});

pageTest("a draft in a former format is taken over, in the language that the address asks for", {}, async (page) => {
  const draft = dossier({ enterprise_name: "甲公司" });
  await page.addInitScript((text) => localStorage.getItem("zjtx.draft") ?? localStorage.setItem("zjtx.draft", text), draft);
  await page.goto(addressOf("?lang=en#/form"));
  await page.getByRole("heading", { level: 1, name: "Dossier file" }).waitFor();
  await page.goto(addressOf("?lang=en#/form"));
  await page.getByRole("heading", { level: 1, name: "Fill in the self-test" }).waitFor();
  assert.equal(await page.locator("#enterprise_name").inputValue(), "甲公司");
});
