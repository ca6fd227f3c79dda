// The ten steps of docs/deployment.md, typed as they stand there, from the folder `dist` to a running site of a city
// with its own endpoint.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { after, before } from "node:test";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "./support/aggregator.mjs";
import { pageTest } from "./support/pages.mjs";
import { freePort } from "./support/ports.mjs";
import { program } from "./support/programs.mjs";
import { takeShot } from "./support/shots.mjs";
import { openShell, stepsOf } from "./support/steps.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LISTS = join(ROOT, "crates/directory/tests/lists");
const SECTION = "十步：从 dist 到运行的站点";
/** The port that the document writes; the test takes a free one. */
const WRITTEN_PORT = "8080";

let folder;
let shell;
let address;
const printed = [];
before(async () => {
  folder = makeFolder();
  const port = await freePort();
  address = `http://127.0.0.1:${port}/`;
  const own = (text) => text.replaceAll(WRITTEN_PORT, port);
  symlinkSync(join(ROOT, "dist"), join(folder.path, "dist"));
  mkdirSync(join(folder.path, "lists"));
  readdirSync(LISTS).forEach((name) => cpSync(join(LISTS, name), join(folder.path, "lists", name)));
  const { files, commands } = stepsOf(readFileSync(join(ROOT, "docs/deployment.md"), "utf8"), SECTION);
  assert.equal(commands.length, 10);
  files.forEach(([name, text]) => writeFileSync(join(folder.path, name), own(text)));
  const path = `${dirname(program("zjtx"))}:${process.env.PATH}`;
  shell = openShell(["bash"], { cwd: folder.path, env: { ...process.env, PATH: path } });
  await shell.type("set -o pipefail");
  for (const command of commands) printed.push(await shell.type(own(command)));
});
after(async () => {
  await shell.close();
  folder.remove();
});

const onServer = { site: () => address };
const tokenIn = (text) => text.match(/#token=(\S+)/)[1];

pageTest("ten typed steps bring a city's site, and its endpoint counts its own areas", onServer, async (page) => {
  await page.goto(`${address}#/`);
  await page.getByText("主办单位：某市工业和信息化局").waitFor();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await page.title().then((title) => title.includes("某市专精特新自测")), true);
  const config = JSON.parse(printed[7]);
  assert.ok(config.codes.districts.some(({ code, name }) => code === "510104" && name === "锦江区"));
  const report = (d) => ({ v: 1, id: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url"), rs: "CN26P", lv: "2", d, r: "1", p: config.period });
  const send = (d) => fetch(`${address}v1/reports`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(report(d)) });
  assert.deepEqual([(await send("510104")).status, (await send("440106")).status], [204, 422]);
});

pageTest("the officers of that city open their links and see their own areas", onServer, async (page) => {
  const [district, city] = [printed[8], printed[9]].map(tokenIn);
  await page.goto(`${address}stats/#token=${district}`);
  await page.getByRole("heading", { level: 1, name: "锦江区自测统计" }).waitFor();
  await page.goto("about:blank");
  await page.goto(`${address}stats/#token=${city}`);
  await page.getByRole("heading", { level: 1, name: "成都市自测统计" }).waitFor();
  await takeShot(page, "stats-of-another-city");
  const asked = await fetch(`${address}v1/districts/510105/releases`, { headers: { authorization: `Bearer ${district}` } });
  assert.equal(asked.status, 403);
});

pageTest("its lists are there, and are searched", onServer, async (page) => {
  await page.goto(`${address}directory/#/query`);
  await page.locator("#arriving").waitFor({ state: "detached" });
  await page.getByLabel("查询日期").fill("2025-01-01");
  await page.getByRole("searchbox").fill("星河精密零件");
  await page.locator(".firm").waitFor();
});
