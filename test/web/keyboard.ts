import type { Page } from "playwright-core";
import { type stepSlugs, stepTitles } from "../../web/site/filing/claim-steps.words.ts";

/** Somebody who has a keyboard and nothing else. */
export function keyboardOf(page: Page) {
  const tabTo = async (selector: string) => {
    // On a slow machine it is not there yet, and forty tabs go round without it.
    await page.locator(selector).first().waitFor();
    for (let turn = 0; turn < 40; turn++) {
      await page.keyboard.press("Tab");
      if (await page.locator(`${selector}:focus`).count()) return;
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  const onward = () => page.keyboard.press("Enter");
  return {
    /** Waits for this, and goes on with Tab until it has the focus. Throws after 40 times. */
    tabTo,
    onward,
    /** Waits for a step of the claim, whose heading has the focus. */
    arrive: (slug: (typeof stepSlugs)[number]) => page.locator("h1:focus", { hasText: stepTitles[slug] }).waitFor(),
    /** Chooses the answer that is so many below the first. */
    choose: async (name: string, downs = 0) => {
      await tabTo(`input[name=${name}]`);
      await page.keyboard.press("Space");
      for (let down = 0; down < downs; down++) await page.keyboard.press("ArrowDown");
    },
    type: async (name: string, text: string) => {
      await tabTo(`[name=${name}]`);
      await page.keyboard.type(text);
    },
    /** Goes to what is pressed, and presses it. */
    press: async (selector: string) => {
      await tabTo(selector);
      await onward();
    },
  };
}
