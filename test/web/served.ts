import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, beforeEach, expect } from "vitest";
import { isBuilt } from "../../scripts/build.ts";
import { root } from "../../scripts/bundle.ts";
import { isWhole } from "../whole.ts";
import { faultsOf, needsBrowser, openBrowser, overflowOf } from "./browser.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

/** The build to serve: that of `npm test`, or the file's own if it runs alone after a change. */
const own = isBuilt("web") ? undefined : mkdtempSync(join(tmpdir(), "caudal-pages-"));
export const build = own ?? join(root, "build");
/** The server of a worker's tests, and the browser that opens its pages. */
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

/** Serves the pages before the first tests of a worker that ask for them, and clears the list of calls after each. */
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

/**
 * Runs in the page: the words of its main part that go on in another line; names of files, hashes and addresses of mail
 * may.
 */
const brokenWords = `(() => {
  const broken = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (getComputedStyle(node.parentElement).overflowWrap === "anywhere") continue;
    for (const { 0: word, index } of node.data.matchAll(/(?<![\\w@.-])\\p{L}{3,}(?![\\w@])/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top));
      if (tops.some((top) => top > tops[0] + 4)) broken.push(word);
    }
  }
  return broken;
})()`;

/**
 * Expects that text twice as large makes the page no wider than a window of these widths, and breaks no word at the
 * last.
 */
async function expectLargeText(page: Page, widths: readonly number[]): Promise<void> {
  await page.evaluate("document.documentElement.style.fontSize = '2.125rem'");
  const wide: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    wide[width] = await overflowOf(page);
  }
  const fits = Object.fromEntries(widths.map((width) => [width, 0]));
  expect([wide, await page.evaluate<string[]>(brokenWords)]).toEqual([fits, []]);
  await page.evaluate("document.documentElement.style.fontSize = ''");
}

/** The folder for a picture of each state of a page, if asked for: `SCREENS=folder`. */
const pictures = process.env["SCREENS"];

/**
 * Takes a picture of the whole page at each width, and of a page of the site with text of 200 %, named for the test.
 */
async function takePictures(page: Page, widths: readonly number[]): Promise<void> {
  if (pictures === undefined) return;
  const of = (expect.getState().currentTestName ?? "page").replace(/[^\p{L}\d]+/gu, "-").slice(0, 120);
  // What is below a phone's screen is drawn when somebody scrolls to it.
  await page.evaluate(
    "for (const part of document.querySelectorAll('footer, .help')) part.style.contentVisibility = 'visible'",
  );
  const take = async (width: number, name: string) => {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
    const path = join(pictures, `${of}-${name}.png`);
    await page.screenshot({ path, fullPage: true, animations: "disabled" });
  };
  for (const width of widths) await take(width, String(width));
  await page.evaluate("document.documentElement.style.fontSize = '2.125rem'");
  await take(Math.min(...widths), "200");
  await page.evaluate("document.documentElement.style.fontSize = ''");
}

const examined = new Set<string>();

/**
 * Whether axe is to examine this state of a page: each in a whole run, else the first that a worker meets of each page.
 */
function isNew(page: Page): boolean {
  const { pathname } = new URL(page.url());
  const isFirst = !examined.has(pathname);
  examined.add(pathname);
  return isWhole || isFirst;
}

/**
 * The keyboard and the filling that each field of a customer asks a phone for; letters, and nothing to fill in, without
 * one.
 */
const keyboards: Readonly<Record<string, string>> = {
  supplyCode: "numeric",
  total: "decimal",
  meterReading: "numeric",
  number: "numeric",
  telephone: "tel tel-national",
  hearingTelephone: "tel tel-national",
  email: "email email",
  givenNames: "text given-name",
  paternalSurname: "text family-name",
  companyName: "text organization",
  presenter: "text name",
  address: "text street-address",
};

/** Expects each field in sight to bring up its keyboard. */
async function expectKeyboards(page: Page): Promise<void> {
  const fields = await page
    .locator("main input[type=text]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [
        input.getAttribute("name") ?? "",
        [input.getAttribute("inputmode"), input.getAttribute("autocomplete")].join(" ").replace(/ off$/, ""),
      ]),
    );
  // Where a document is looked for, `number` is that of the document, not of a person.
  const kept: Readonly<Record<string, string>> = {
    ...keyboards,
    ...(new URL(page.url()).pathname === "/mesa-de-partes/" && { number: "text" }),
  };
  for (const [name = "", asks] of fields) expect([name, asks]).toEqual([name, kept[name] ?? "text"]);
}

/**
 * Returns what a screen reader is given of a page's main part, once two readings some frames apart are the same: what
 * the page is complete without is loaded only after the rest is painted.
 */
async function settledMain(page: Page): Promise<string> {
  let read = "";
  await expect
    .poll(
      async () => {
        const before = read;
        read = await page.locator("main").ariaSnapshot();
        return read === before;
      },
      { interval: 100 },
    )
    .toBe(true);
  return read;
}

/**
 * Expects that a screen reader is given what `read-aloud/` keeps of a page's main part, each thing with its role and
 * its name, and a phone's keyboard what each field takes. After a change that is meant: `npx vitest run --project pages
 * FILE -u`, and read the difference.
 */
export async function expectReadAloud(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.locator("main .loading").count()).toBe(0);
  await expectKeyboards(page);
  const read = (await settledMain(page)).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, "{draftId}");
  await expect(`${read}\n`).toMatchFileSnapshot(join(import.meta.dirname, "read-aloud", `${name}.txt`));
}

/**
 * Expects a page without accessibility faults, nothing blocked by the policy, no uncaught error, nothing cut off at any
 * of these widths or with text of 200 %, one title, and at most one green button.
 */
export async function expectSound(
  page: Page,
  violations: readonly string[],
  widths: readonly number[] = [360, 1280],
): Promise<void> {
  const wide: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
    wide[width] = await overflowOf(page);
    // Once, at the narrowest: only what scrolls depends on the width, and more scrolls where it is narrow.
    if (width === 360 && isNew(page)) expect(await faultsOf(page)).toEqual([]);
  }
  expect(wide).toEqual(Object.fromEntries(widths.map((width) => [width, 0])));
  // Staff work on monitors, and inspectors on phones.
  const isDesk = new URL(page.url()).pathname.startsWith("/desk/");
  await expectLargeText(page, isDesk ? widths.slice(-1) : [320, 360]);
  expect(violations).toEqual([]);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("main .button:not(.plain, .danger)").count()).toBeLessThanOrEqual(1);
  await takePictures(page, widths);
}
