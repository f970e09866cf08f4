import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actingMinutesOf, disputedOn, printed } from "../../bench/dispute.ts";
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

it("leaves a person of 70, who disputes a receipt at the edge of coverage, three quarters of a minute of eight to wait", async () => {
  // How long the waiting is depends on what else this machine does: the figure `dispute-minutes` judges it, alone.
  const screens = await disputedOn(browser, { kbps: 400, latencyMs: 400, slower: 1 });
  sayAside(printed(screens));
  expect(screens.at(-1)?.name).toBe("Recibimos tu reclamo");
  // Each question is read: none passed by unseen.
  expect(screens.filter(({ words }) => words < 10)).toEqual([]);
  expect(actingMinutesOf(screens)).toBeLessThanOrEqual(7.25);
});
