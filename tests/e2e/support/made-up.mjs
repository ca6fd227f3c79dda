// A list of made-up firms, large enough to measure with: names that read like names, codes that no registry issues.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SYLLABLES = [..."星辰云帆锐进恒达启明海岳卓远新禾智源鼎立蓝岸华泰金科宏兴正合天德三维安瑞凯盛博通"];
const TRADES = ["精密零件", "自动化设备", "新材料", "生物科技", "智能装备", "电子", "传感技术", "软件", "环保设备", "半导体"];
const DISTRICTS = ["荔湾区", "越秀区", "海珠区", "天河区", "白云区", "黄埔区", "番禺区", "花都区", "南沙区", "从化区", "增城区"];
const SOURCE = ['title = "虚构名单"', 'issuer = "虚构"', 'published = "2024-01-18"', 'act = "recognised"', 'scheme = "specialized_sme"', "years = 5", 'area = "440100"', "made_up = true"];

/** A name for each number, the same in every run. */
function nameOf(number) {
  const pick = (list, step) => list[Math.floor(number / step) % list.length];
  const brand = [1, 40, 1600].map((step) => pick(SYLLABLES, step)).join("");
  return `广州虚构${brand}${pick(TRADES, 7)}有限公司`;
}

/** Builds a site with a list of so many firms into a folder; resolves to the site's own folder. */
export function siteOfFirms(folder, count) {
  const zjtx = (...words) => execFileSync("cargo", ["run", "--quiet", "--package", "zjtx", "--", ...words], { cwd: ROOT });
  const lines = Array.from({ length: count }, (_, number) => `${number + 1},${nameOf(number)},${DISTRICTS[number % DISTRICTS.length]}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "list.csv"), `序号,企业名称,区\n${lines.join("\n")}\n`);
  writeFileSync(join(folder, "list.toml"), `${SOURCE.join("\n")}\n`);
  zjtx("directory", "build", join(folder, "list.csv"), "-o", join(folder, "lists"));
  zjtx("site", "build", "--site", join(ROOT, "rules/sites/guangzhou.toml"), "--directory", join(folder, "lists"), join(ROOT, "dist"), "-o", join(folder, "site"));
  return join(folder, "site");
}
