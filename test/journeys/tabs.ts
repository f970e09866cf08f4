import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { faultsOf, overflowOf } from "../web/browser.ts";

/** A person's own browser, and the errors in it that no page shows. */
export interface Tab {
  readonly page: Page;
  /** Blocks of the content policy, errors of a page, and server errors. */
  readonly wrong: readonly string[];
}

/** Widths in pixels: a customer's or inspector's phone, a monitor of the staff. */
export const widths = { phone: 360, desk: 1280 } as const;

/** Opens a tab that shares no cookies or storage with any other. */
export async function openTab(browser: Browser, device: keyof typeof widths): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width: widths[device], height: device === "phone" ? 740 : 800 },
    locale: "es-PE",
    timezoneId: "America/Lima",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("response", async (response) => {
    if (response.status() < 500) return;
    const why = await response.text().catch(() => "");
    wrong.push(`${response.status()} ${response.url()} ${why}`);
  });
  return { page, wrong };
}

/** Waits for the page with this heading. */
export async function arrivedAt({ page }: Tab, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/**
 * Expects of a page, once it has loaded: no fault of WCAG 2.2 AA, nothing that scrolls sideways, and no error behind
 * it.
 */
export async function expectWellMade({ page, wrong }: Tab): Promise<void> {
  await expect.poll(() => page.locator("main .loading").count(), { timeout: 20_000 }).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  expect(wrong).toEqual([]);
}

/** The folder for the README's screenshots, if asked for: `SCREENS=docs/screens`. */
const screens = process.env["SCREENS"];

/** Expects a well made page and, if screenshots are asked for, takes one from the top or from `from` on. */
export async function expectScreen(tab: Tab, name: string, from?: Locator): Promise<void> {
  await expectWellMade(tab);
  const { page } = tab;
  if (from) await from.evaluate((element) => element.scrollIntoView());
  else await page.evaluate("scrollTo(0, 0)");
  if (screens === undefined) return;
  const { width = 0 } = page.viewportSize() ?? {};
  await page.screenshot({ path: join(screens, `${name}-${width}.png`), animations: "disabled" });
}

/** Clicks a download and returns the bytes that arrived. */
export async function downloaded({ page }: Tab, what: Locator): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent("download"), what.click()]);
  return readFileSync(await download.path());
}
