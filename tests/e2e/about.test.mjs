// What page 「关于」 says of the build, and how a visitor finds out whether the site is the release; what 「无障碍说明」 says
// was tested, and whom to tell.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { ENGINES } from "./engines/engines.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { addressOf, pageTest } from "./support/pages.mjs";

const served = async (path) => Buffer.from(await (await fetch(addressOf(path))).arrayBuffer());
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");

pageTest("the build is named, and the hash of its list of files is computed when asked", {}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(addressOf("#/about"));
  const { version, commit } = JSON.parse((await served("release.json")).toString());
  await page.getByText(`zjtx ${version} ·`).waitFor();
  await page.getByText(`源码提交 ${commit.slice(0, 12)}`).waitFor();
  assert.ok(!asked.includes("/SHA256SUMS"), "nothing is computed unasked");
  await page.getByRole("button", { name: "计算校验值" }).click();
  await page.getByText(hash(await served("SHA256SUMS"))).waitFor();
  await assertAccessible(page);
});

pageTest("every file of the site is as its list says", {}, async () => {
  const lines = (await served("SHA256SUMS")).toString().trimEnd().split("\n");
  assert.ok(lines.some((line) => line.endsWith("  index.html")) && lines.length > 50, `${lines.length} files`);
  // Compressed copies and header rules go out with other files, not by themselves.
  const own = lines.map((line) => line.split("  ")).filter(([, path]) => !/(^_headers|\.br|\.gz)$/.test(path));
  for (const [expected, path] of own) assert.equal(hash(await served(path)), expected, path);
});

pageTest(
  "a site without the list says so",
  { expectedErrors: [/404|ERR_FAILED/] },
  async (page) => {
    await page.route("**/SHA256SUMS", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(addressOf("#/about"));
    await page.getByRole("button", { name: "计算校验值" }).click();
    await page.getByText("没有取得 SHA256SUMS").waitFor();
  },
);

pageTest("the accessibility statement names the engines that are gone through, and whom to tell", {}, async (page) => {
  await page.goto(addressOf("#/accessibility"));
  const tested = await page.getByRole("heading", { name: "已做的检查" }).locator("xpath=following-sibling::ul[1]").innerText();
  for (const engine of Object.keys(ENGINES)) assert.ok(tested.includes(engine), `${engine}: ${tested}`);
  await page.getByText("请告知主办单位，名称和联系方式见页面底部").waitFor();
  assert.equal(await page.getByRole("region", { name: "主办单位" }).isVisible(), true);
});
