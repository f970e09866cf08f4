import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { beforeEach, inject } from "vitest";
import { now } from "./fixtures.ts";
import { launched, launchedPhone } from "./launched.ts";
import { axePath, emptyPage, metadataOf } from "./site-server.ts";

const found = inject("browser");

/**
 * Whether a browser can run. Called in a file that opens pages: without one its tests are skipped, and `npm test` ends
 * by saying so.
 */
export function needsBrowser(): boolean {
  if ("lacking" in found) beforeEach(({ skip }) => skip(found.lacking));
  return !("lacking" in found);
}

export async function openBrowser(): Promise<Browser> {
  if ("lacking" in found) throw new Error(found.lacking);
  return launched(found);
}

/** Opens a phone whose storage is in `folder`, with what it had when it was closed. */
export async function openPhone(folder: string): Promise<BrowserContext> {
  if ("lacking" in found) throw new Error(found.lacking);
  return launchedPhone(found, folder);
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scripts?: boolean;
  /** The session the tab has from the start. */
  readonly signedIn?: "customers" | "staff" | undefined;
  readonly refreshToken?: string;
}

/**
 * One tab by browser and by whether it runs scripts. Reused, because a new tab for each test takes three times the
 * processor time.
 */
const tabs = new WeakMap<Browser, Map<boolean, Page>>();

async function tabOf(browser: Browser, scripts: boolean): Promise<Page> {
  const open = tabs.get(browser) ?? new Map<boolean, Page>();
  tabs.set(browser, open);
  const kept = open.get(scripts);
  if (kept && !kept.isClosed()) return kept;
  const context = await browser.newContext({ javaScriptEnabled: scripts, locale: "es-PE", timezoneId: "America/Lima" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.clock.setFixedTime(now);
  open.set(scripts, page);
  return page;
}

/** Removes what the test before left in the tab. */
async function cleared(page: Page, origin: string): Promise<void> {
  for (const event of ["console", "pageerror", "request", "requestfinished"]) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().setOffline(false);
  await page.context().clearCookies();
  // First, because a page that is still there may write what it had under way.
  const leave = () => page.goto(origin + emptyPage);
  // A page that is itself just leaving, to sign in or back from it, interrupts this once.
  await leave().catch(leave);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await devtools.detach();
}

/**
 * A tab as if it were new, with Peru's language and time zone, and the list of what its policy blocked and its uncaught
 * errors. The next test reuses the tab.
 */
export async function openPage(
  browser: Browser,
  origin: string,
  { width = 360, height = 740, scripts = true, signedIn, refreshToken = "refresh" }: PageOptions = {},
): Promise<{ readonly page: Page; readonly violations: string[] }> {
  const page = await tabOf(browser, scripts);
  await cleared(page, origin);
  await page.setViewportSize({ width, height });
  const issuer = `${origin}/_local/oidc/${signedIn}`;
  const kept = { authority: { issuer, clientId: "site" }, server: metadataOf(issuer), refreshToken };
  const entry = JSON.stringify([`caudal.${signedIn}.session`, JSON.stringify(kept)]);
  if (scripts)
    await page.evaluate(
      `{ sessionStorage.clear(); const [key, value] = ${entry}; if (${signedIn !== undefined}) sessionStorage.setItem(key, value); }`,
    );
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  return { page, violations };
}

/** The rules of accessibility, for a page of another server than the tests' own. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds under WCAG 2.2 A and AA and its best practices, as `rule: target`. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const isServed = await page.evaluate(`import("${axePath}").then(() => true, () => false)`);
  if (isServed !== true) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { reporter: "no-passes" })');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 120)}`),
  );
}

/** By how many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
