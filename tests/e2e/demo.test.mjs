// `zjtx demo` on the built site: every link of its page leads somewhere, and what it offers can be used.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before } from "node:test";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { assertAccessible } from "./support/axe.mjs";
import { pageTest } from "./support/pages.mjs";
import { program } from "./support/programs.mjs";
import { takeShot } from "./support/shots.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

let server;
let address;
before(async () => {
  server = spawn(program("zjtx"), ["demo", join(ROOT, "dist"), "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    address = /http:\/\/127\.0\.0\.1:\d+\/demo\//.exec(line)?.[0];
    if (address) break;
  }
  assert.ok(address, "the demonstration is served");
});
after(() => server.kill());

const here = { site: () => address };

/** The file that a link of the page downloads. */
async function fileOf(page, name) {
  const answer = await page.request.get(new URL(name, address).href);
  assert.equal(answer.status(), 200, name);
  return { name, mimeType: "application/octet-stream", buffer: await answer.body() };
}

pageTest("every link of the page leads somewhere", here, async (page) => {
  await page.goto(address);
  await assertAccessible(page);
  await takeShot(page, "demo");
  const links = await page.locator("dt a").evaluateAll((all) => all.map(({ href }) => href));
  assert.equal(links.length, 10);
  for (const link of links.filter((link) => !/\.(csv|json)$/.test(link))) {
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    assert.equal(await page.getByText("没有这一页").count(), 0, link);
  }
});

pageTest("the firm opens as a result, and the list is judged with its titles", here, async (page) => {
  await page.goto(new URL("../#/file", address).href);
  await page.locator("input[type=file]").setInputFiles(await fileOf(page, "firm.dossier.json"));
  await page.goto(new URL("../#/result", address).href);
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  await page.goto(new URL("../#/batch", address).href);
  await page.getByLabel("选择清单文件").setInputFiles(await fileOf(page, "firms.csv"));
  await page.getByText("判断完成").waitFor();
  await takeShot(page, "demo-batch");
});

pageTest("the officers see twenty-six weeks", here, async (page) => {
  await page.goto(address);
  const city = await page.getByRole("link", { name: "区统计：市级" }).getAttribute("href");
  await page.goto(new URL(city, address).href);
  await page.getByRole("heading", { level: 1, name: "广州市自测统计" }).waitFor();
  await page.locator(".chart svg").first().waitFor();
});
