// The form as a person at a keyboard fills it in: Tab from field to field, type, arrow, space.

import { readFileSync } from "node:fs";
import { addressOf } from "./site.mjs";

const GOLDEN = new URL("../../golden/", import.meta.url);
/** More steps than any form has fields. */
const MAX_STEPS = 600;

/** Facts as answers by field, `{ "rd_staff": "50", "total_assets@2020": "5000" }`; figures of years some years later. */
export function byField(facts, later = 0) {
  const answers = {};
  for (const [fact, value] of Object.entries(facts)) {
    if (typeof value === "object" && !Array.isArray(value)) {
      for (const [year, text] of Object.entries(value)) {
        answers[`${fact}@${Number(year) + later}`] = text;
      }
    } else {
      answers[fact] = value;
    }
  }
  return answers;
}

/** The dossier of a golden case. */
export function dossierOf(goldenCase) {
  return JSON.parse(readFileSync(new URL(`${goldenCase}.json`, GOLDEN), "utf8")).dossier;
}

/** The day of a golden case, and its facts as answers by field. */
export function answersOf(goldenCase) {
  const dossier = dossierOf(goldenCase);
  return { asOf: dossier.as_of, answers: byField(dossier.facts) };
}

/** Opens the form with all questions for one day, and only these schemes, by the start page. */
export async function openForm(page, asOf, schemes) {
  await page.goto(addressOf("#/form?mode=all"));
  await page.locator("section.section").first().waitFor({ state: "attached" });
  await page.goto(addressOf("#/"));
  await page.getByLabel("或者选一个日期").fill(asOf);
  for (const [name, wanted] of Object.entries(schemes)) {
    await page.getByRole("checkbox", { name }).setChecked(wanted);
  }
  await page.getByRole("link", { name: "开始填写" }).click();
  await page.getByRole("heading", { level: 1, name: "自测填报" }).waitFor();
}

/** Waits for what comes last on a form with open levels: how few answers could settle them. */
export function guideCame(scope) {
  return scope.locator(".standing-line", { hasText: /待填 \d+ 项/ }).waitFor();
}

/** What has the focus. */
function focused(page) {
  return page.evaluate(() => {
    const { id, name, type, tagName, value, checked, disabled, textContent } = document.activeElement;
    return { id, name, type, tagName, value, checked, disabled, text: textContent.trim() };
  });
}

/** Goes on by Tab until what is named has the focus, and presses it. */
export async function goByKeyboard(page, name) {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)).text === name) {
      await page.keyboard.press("Enter");
      return;
    }
  }
  throw new Error(`${name} was not reached by Tab`);
}

/** Answers by keyboard alone what the form asks until 提交 has the focus, and presses it. */
export async function fillByKeyboard(page, answers) {
  const open = new Map(Object.entries(answers));
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const element = await focused(page);
    if (element.tagName === "BUTTON" && element.text.startsWith("提交")) {
      await page.keyboard.press("Enter");
      return;
    }
    const key = element.type === "radio" ? element.name : element.id.replace(/-\d+$/, "");
    if (open.has(key) && (await answer(page, element, open.get(key)))) {
      open.delete(key);
    }
  }
  throw new Error("提交 was not reached by Tab");
}

/** Answers the focused field; whether the question is done with. */
async function answer(page, element, wanted) {
  if (element.type === "radio") {
    return chooseRadio(page, String(wanted));
  }
  if (element.type === "checkbox") {
    return tick(page, element, wanted);
  }
  if (element.tagName === "SELECT") {
    return chooseOption(page, wanted);
  }
  if (wanted === "none") {
    return tickNone(page);
  }
  await page.keyboard.type(wanted);
  const { value } = await focused(page);
  if (value !== wanted) {
    throw new Error(`${element.id} shows ${value} where ${wanted} was typed`);
  }
  return true;
}

async function chooseRadio(page, wanted) {
  await page.keyboard.press("Space");
  for (let step = 0; step < 10; step += 1) {
    if ((await focused(page)).value === wanted) {
      return true;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`there is no answer ${wanted}`);
}

/** Ticks this box of a set when it is wanted; the set is done with at its last wanted box. */
async function tick(page, element, wanted) {
  const value = await page.evaluate(() => document.activeElement.value);
  const position = wanted.indexOf(value);
  if (position >= 0) {
    await page.keyboard.press("Space");
  }
  return position === wanted.length - 1;
}

async function chooseOption(page, wanted) {
  for (let step = 0; step < 60; step += 1) {
    if ((await focused(page)).value === wanted) {
      return true;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`there is no option ${wanted}`);
}

/** 无 stands behind the field for a place. */
async function tickNone(page) {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  return true;
}

/** The verdicts on a result page, by level. */
export async function verdicts(page) {
  await page.getByRole("heading", { level: 1, name: "最终判断结果" }).waitFor();
  const cards = page.locator(".verdict");
  const names = await cards.getByRole("heading", { level: 2 }).allInnerTexts();
  const words = await cards.locator(".big").allInnerTexts();
  return Object.fromEntries(names.map((name, index) => [name, words[index]]));
}
