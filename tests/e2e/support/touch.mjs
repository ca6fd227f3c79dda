// The form as a person with a phone fills it in: one section a screen, tapped through to 提交.

/** Answers by touch what each section asks, and presses 提交 in the end. */
export async function fillByTouch(page, answers) {
  const open = new Map(Object.entries(answers));
  const next = page.getByRole("button", { name: "下一节" });
  await answerSection(page, open);
  while ((await next.count()) > 0) {
    await next.tap();
    // The heading of the next section has the focus once it is drawn.
    await page.locator("h2:focus").waitFor();
    await answerSection(page, open);
  }
  await page.getByRole("button", { name: "提交并查看结果" }).tap();
}

/** Answers what is shown, and then what these answers brought up. */
async function answerSection(page, open) {
  const before = open.size;
  for (const [key, wanted] of open) {
    const fields = page.locator(`[id="${key}"], [name="${key}"]`);
    if (await fields.first().isVisible()) {
      await answer(page, fields, wanted);
      open.delete(key);
    }
  }
  if (open.size < before) {
    await answerSection(page, open);
  }
}

async function answer(page, fields, wanted) {
  const field = fields.first();
  const { tagName, type } = await field.evaluate(({ tagName, type }) => ({ tagName, type }));
  if (type === "radio") {
    const button = fields.and(page.locator(`[value="${wanted}"]`));
    await tapLabel(page, button);
    await button.and(page.locator(":checked")).waitFor({ state: "attached" });
  } else if (tagName === "SELECT") {
    await field.selectOption(wanted);
  } else if (wanted === "none") {
    await page.locator(".question", { has: field }).getByText(/^无/).tap();
  } else {
    await enter(page, field, wanted);
  }
}

/** Taps a field and enters a text. The browser makes the focus of a tap by itself, a moment later. */
export async function enter(page, field, text) {
  await field.tap();
  await field.and(page.locator(":focus")).waitFor();
  await page.keyboard.insertText(text);
}

/** The label around a button is what a finger meets. */
async function tapLabel(page, button) {
  await page.locator("label", { has: button }).tap();
}
