import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, beforeEach, expect } from "vitest";
import { isBuilt } from "../../scripts/build.ts";
import { root } from "../../scripts/bundle.ts";
import { faultsOf, needsBrowser, openBrowser, overflowOf } from "./browser.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

/** The pages as `npm test` built them; a file of tests that runs alone after a change builds its own. */
const own = isBuilt("web") ? undefined : mkdtempSync(join(tmpdir(), "caudal-pages-"));
export const build = own ?? join(root, "build");
/** The pages as they are served to a worker's tests, and the one browser that opens them. */
export let site: SiteServer;
export let browser: Browser;

async function serve(): Promise<void> {
  if (own) {
    execFileSync(process.execPath, ["scripts/web.ts", "--out", own]);
    process.once("exit", () => rmSync(own, { recursive: true, force: true }));
  }
  site = await serveSite(build);
  browser = await openBrowser();
}
let served: Promise<void> | undefined;

/** Serves the pages before the first tests of a worker that ask for them, and forgets the calls of one test before the next. */
export function servePages(): void {
  if (!needsBrowser()) return;
  beforeAll(() => {
    served ??= serve();
    return served;
  }, 120_000);
  beforeEach(() => {
    site.calls.length = 0;
  });
}

/** The calls that reached an operation, and the body of the last. */
export const callsTo = (id: string) => site.calls.filter((call) => call.id === id);
export const bodyOf = (id: string) => JSON.parse(callsTo(id).at(-1)?.body ?? "null");

/** No fault, nothing kept out, nothing cut in any of these widths, one title and no more than one thing to do first. */
export async function expectSound(
  page: Page,
  violations: readonly string[],
  widths: readonly number[] = [360, 1280],
): Promise<void> {
  const wide: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
    wide[width] = await overflowOf(page);
    // Once: what the rules look at does not hang on the width, but for what scrolls, which is more where it is narrow.
    if (width === 360) expect(await faultsOf(page)).toEqual([]);
  }
  expect(wide).toEqual(Object.fromEntries(widths.map((width) => [width, 0])));
  expect(violations).toEqual([]);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("main .button:not(.plain, .danger)").count()).toBeLessThanOrEqual(1);
}
