import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acts } from "../../bench/replay/acts.ts";
import {
  actingMinutesOf,
  type Call,
  claimedByTelephone,
  handoutMinutesOf,
  printedCall,
} from "../../bench/telephone.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";

let browser: Browser;
let call: Call;

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await openBrowser();
  // A hook has no second try of its own, as tests of pages have.
  call = await claimedByTelephone(browser).catch((failure: unknown) => {
    sayAside(`the call was made a second time: ${failure}`);
    return claimedByTelephone(browser);
  });
  sayAside(printedCall(call));
});
afterAll(async () => {
  await browser?.close();
});

it("files a caller's claim by keyboard alone, and its number and cargo reach their mobile", () => {
  expect(call.wrong).toEqual([]);
  expect(call.code).toMatch(/^RE-\d{4}-\d{6}-\d$/);
  expect(call.text).toContain(call.code);
  expect(new TextDecoder().decode(call.cargo.slice(0, 5))).toBe("%PDF-");
});

it("takes four minutes of speaking, typing and touching", () => {
  expect(Object.values(call.said).filter((words) => words < 20)).toEqual([]);
  expect(actingMinutesOf(call)).toBeLessThanOrEqual(4);
  // Both handouts read from end to end would be more than that: they are handed over, or read to who asks.
  expect(handoutMinutesOf(call)).toBeLessThanOrEqual(2.5);
  // With both it is what the replay gives the operator for it.
  const [minutes] = acts["take a claim by telephone"].besides;
  expect(Math.abs(actingMinutesOf(call) + handoutMinutesOf(call) - minutes)).toBeLessThanOrEqual(minutes / 10);
});

it("takes two screens at most of each page", () => {
  expect(Object.keys(call.screens)).toEqual(["masked", "caller", "intake", "read-back", "filed"]);
  expect(Object.entries(call.screens).filter(([, height]) => height > 2)).toEqual([]);
});
