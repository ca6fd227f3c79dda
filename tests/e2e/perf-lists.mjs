// Measures a list of 100,000 firms with 27 columns in page 批量摸底: from choosing the file to the table, and until its
// result is saved as a workbook. Takes dist/ as it stands, or the sites at the addresses that are given, in turn, so that two
// versions are compared in one run.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchWhole } from "./support/browser.mjs";
import { median, shown } from "./support/measure.mjs";
import { startSite } from "./support/site.mjs";

const ROWS = 100_000;
const COLUMNS = 27;
const RUNS = 3;
/** A firm that answers every question. */
const FIRM = new URL("../golden/regime-2026/C01.json", import.meta.url);

/** An answer as a cell. */
function cell(value) {
  if (typeof value === "boolean") return value ? "是" : "否";
  return Array.isArray(value) ? value.map(cell).join("；") : `${value}`;
}

/** Headings with their cells: a heading for each fact, and for each year of one. */
const columns = ([fact, value]) =>
  typeof value === "object" && !Array.isArray(value)
    ? Object.entries(value).map(([year, figure]) => [`${fact}_${year}`, cell(figure)])
    : [[fact, cell(value)]];

/** Writes the list; amounts differ from row to row. */
function writeList(path) {
  const { facts } = JSON.parse(readFileSync(FIRM, "utf8")).dossier;
  const known = Object.entries(facts).flatMap(columns).slice(0, COLUMNS - 1);
  const lines = [["enterprise_name", ...known.map(([heading]) => heading)].join(",")];
  for (let row = 0; row < ROWS; row += 1) {
    const cells = known.map(([, text]) => (Number(text) >= 1000 ? Number(text) + (row % 997) - 498 : text));
    lines.push([`第${row}公司`, ...cells].join(","));
  }
  writeFileSync(path, lines.join("\n"));
}

/** Milliseconds from the file to the table, and from the press to the saved workbook. */
async function judged(browser, address, list) {
  const context = await browser.newContext({ serviceWorkers: "block", acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${address}#/batch`);
  let start = performance.now();
  await page.getByLabel("选择清单文件").setInputFiles(list);
  await page.locator("tr.firm").first().waitFor({ timeout: 120_000 });
  const table = performance.now() - start;
  start = performance.now();
  const saving = page.waitForEvent("download", { timeout: 120_000 });
  await page.getByRole("button", { name: /Excel/ }).first().click();
  await (await saving).path();
  const saved = performance.now() - start;
  await context.close();
  return { table, saved };
}

const folder = mkdtempSync(join(tmpdir(), "zjtx-perf-lists-"));
const list = join(folder, "清单.csv");
const given = process.argv.slice(2);
const site = given.length > 0 ? null : await startSite({ asBuilt: true });
const addresses = site ? [site.address] : given;
const browser = await launchWhole();
try {
  writeList(list);
  const runs = new Map(addresses.map((address) => [address, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const address of addresses) runs.get(address).push(await judged(browser, address, list));
  }
  for (const [address, found] of runs) {
    console.log(`${ROWS} rows of ${COLUMNS} columns${site ? "" : ` at ${address}`}`);
    console.log(`  from the file to the table: ${shown(found.map(({ table }) => table))}`);
    console.log(`  until the workbook is saved: ${shown(found.map(({ saved }) => saved))}`);
  }
  const [first, second] = addresses.map((address) => runs.get(address));
  if (second) {
    const share = (name) => (median(first.map((run) => run[name])) / median(second.map((run) => run[name]))).toFixed(2);
    console.log(`first of second: table ${share("table")}, workbook ${share("saved")}`);
  }
} finally {
  await browser.close();
  site?.stop();
  rmSync(folder, { recursive: true });
}
