// The site loads, on a phone and on a desktop.

import assert from "node:assert/strict";
import { addressOf, DESKTOP, pageTest, PHONE } from "./support/pages.mjs";
import { takeShot } from "./support/shots.mjs";

for (const [device, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  pageTest(`the app starts on a ${device}`, { context: { viewport } }, async (page) => {
    await page.goto(addressOf());
    await page.locator("#boot-loading").waitFor({ state: "detached" });
    assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /专精特新/);
    await takeShot(page, `start-${device}`);
  });
}
