// The form question by question, as a person goes through it: by touch, or by keyboard alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertLanded } from "./landing.mjs";
import { enter } from "./touch.mjs";

/** The dossier of the sample firm. */
export const SAMPLE = JSON.parse(readFileSync(new URL("../../guide/sample-firm.dossier.json", import.meta.url), "utf8"));
/** More screens than any guided form has. */
const MOST = 60;

/** What a screen asks: the names of its buttons, or the ids of its fields. */
function asked() {
  const form = document.querySelector(".guided form");
  const buttons = [...form.querySelectorAll('[data-act="answer"]')].map(({ id, name, value }) => ({ id, name, value }));
  const fields = [...form.querySelectorAll("input, select")].map(({ id, type, tagName, value }) => ({ id, type, tagName, value }));
  return { buttons, fields };
}

/** How a hand answers: what a press is, and how a text gets into a field. */
export const TOUCH = {
  press: (page, element) => element.tap(),
  fill: enter,
};

/** Goes on by Tab until an element has the focus. */
async function reach(page, element) {
  for (let step = 0; step < MOST; step += 1) {
    if (await element.evaluate((wanted) => wanted === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("it was not reached by Tab");
}

/** By mouse. */
export const POINTER = {
  press: (page, element) => element.click(),
  fill: async (page, element, text) => {
    await element.click();
    await page.keyboard.type(text);
  },
};

export const KEYBOARD = {
  press: async (page, element) => {
    await reach(page, element);
    await page.keyboard.press("Space");
  },
  fill: async (page, element, text) => {
    await reach(page, element);
    await page.keyboard.type(text);
  },
};

/**
 * Answers what is asked until the result is there; what `answers` lacks is 不清楚, and a gate is 没有. `looked` is
 * called before each screen is answered. Gives the number of answers, of presses, and of screens.
 */
export async function goThrough(page, answers, hand, looked = async () => {}) {
  const count = { answers: 0, presses: 0, screens: 0 };
  for (; count.screens < MOST; count.screens += 1) {
    // The former page stays while the part of the next one is on its way.
    if ((await page.url()).includes("#/result")) {
      await page.locator(".verdict").first().waitFor();
      return count;
    }
    await page.locator(".guided form").waitFor();
    await assertLanded(page, "title");
    await looked(count);
    await answerScreen(page, answers, hand, count);
  }
  throw new Error("the guided form does not end");
}

async function answerScreen(page, answers, hand, count) {
  const before = await page.url();
  const { buttons, fields } = await page.evaluate(asked);
  const press = async (element) => {
    count.presses += 1;
    await hand.press(page, element);
  };
  if (buttons.length > 0) {
    const [{ name }] = buttons;
    const wanted = name.startsWith("gate-") ? "false" : String(answers[name] ?? "?");
    const chosen = buttons.find(({ value }) => value === wanted);
    assert.ok(chosen, `${name} has no answer ${wanted}`);
    count.answers += wanted === "?" ? 0 : 1;
    await press(page.locator(`[id="${chosen.id}"]`));
  } else {
    for (const { id, type } of fields) {
      const wanted = answers[id];
      if (type === "text" && wanted !== undefined && wanted !== "none") {
        count.answers += 1;
        count.presses += 1;
        await hand.fill(page, page.locator(`[id="${id}"]`), String(wanted));
      }
    }
    const none = fields.find(({ id }) => answers[id] === "none");
    if (none) {
      count.answers += 1;
      await press(page.locator(`.question:has([id="${none.id}"]) .answers > .answer input`).first());
    }
    const known = fields.some(({ id }) => answers[id] !== undefined);
    await press(page.locator(known ? '[data-act="next-question"]' : '[data-act="not-sure"]'));
  }
  await page.waitForFunction((url) => location.href !== url, before);
}
