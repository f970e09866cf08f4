import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disputedOn, minutesOf, printed } from "../../bench/dispute.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";

let browser: Browser;

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

it("takes a person of 70 with a phone at the edge of coverage no more than eight minutes to dispute a receipt", async () => {
  // The slow processor is the figure's: other tests use this machine's meanwhile.
  const screens = await disputedOn(browser, { kbps: 400, latencyMs: 400, slower: 1 });
  sayAside(printed(screens));
  expect(screens.at(-1)?.name).toBe("Recibimos tu reclamo");
  // Each question is read: none passed by unseen.
  expect(screens.filter(({ words }) => words < 10)).toEqual([]);
  expect(minutesOf(screens)).toBeLessThanOrEqual(8);
});
