// docs/deployment.md typed from its first to its last step in a newly installed system, in which nothing is but the files
// of a release and lists: `node fresh-root/run.mjs ROOT FOLDER`, where FOLDER is the path of those files within ROOT.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../support/ports.mjs";
import { openShell, stepsOf } from "../support/steps.mjs";

const DOCUMENT = new URL("../../../docs/deployment.md", import.meta.url);
const SECTIONS = ["准备：由发布文件", "十步：从 dist 到运行的站点", "之后：核对、备份、嵌入"];
/** The port that the document writes; the machine's other programs may have it. */
const WRITTEN_PORT = "8080";

const [root, folder] = process.argv.slice(2);
const port = await freePort();
const own = (text) => text.replaceAll(WRITTEN_PORT, port);
const document = readFileSync(DOCUMENT, "utf8");
const sections = SECTIONS.map((heading) => stepsOf(document, heading));
for (const [name, text] of sections.flatMap(({ files }) => files)) {
  writeFileSync(join(root, folder, name), own(text));
}

const environment = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", DEBIAN_FRONTEND: "noninteractive" };
const shell = openShell(["chroot", root, "/bin/bash"], { cwd: "/", env: environment });
const printed = new Map();
try {
  await shell.type(`cd ${folder}; set -o pipefail`);
  for (const command of sections.flatMap(({ commands }) => commands)) {
    console.log(`$ ${command}`);
    printed.set(command, await shell.type(own(command)));
  }
  await look();
} finally {
  await shell.close();
}

/** What the steps are for: a city's site, its officers' links, a backup, and the script that others embed. */
async function look() {
  const address = `http://127.0.0.1:${port}/`;
  const get = (path, headers = {}) => fetch(new URL(path, address), { headers });
  const page = await (await get("")).text();
  assert.ok(page.includes("某市专精特新自测"), "the page has the name of the settings");
  const { codes } = await (await get("v1/config")).json();
  assert.ok(codes.districts.some(({ code }) => code === "510104"), "the endpoint counts the districts of the settings");
  const said = (word) => [...printed].find(([command]) => command.includes(word))[1];
  const token = said("--scope 510104").match(/#token=(\S+)/)[1];
  const releases = await get("v1/districts/510104/releases", { authorization: `Bearer ${token}` });
  assert.equal(releases.status, 200, "the invitation link's token reads its district");
  assert.equal((await get("v1/districts/510105/releases", { authorization: `Bearer ${token}` })).status, 403);
  const here = join(root, folder);
  assert.equal(statSync(join(here, "backup.db")).mode & 0o077, 0, "a backup is for its owner only");
  const hash = createHash("sha384").update(readFileSync(join(here, "v1.js"))).digest("base64");
  assert.equal(said("v1.integrity").trim(), `sha384-${hash}`, "the loader is the one whose hash is told");
  assert.ok((await get("directory/")).ok && existsSync(join(here, "directory")), "lists are there, and are served");
  console.log("the steps of docs/deployment.md lead to a running site");
}
