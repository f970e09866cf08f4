import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "../../scripts/build.ts";
import { browserProgram } from "../../test/chromium.ts";
import { launched } from "../../test/web/launched.ts";
import { visitAnswers, visits } from "../../test/web/page-visits.ts";
import { type SiteServer, serveSite } from "../../test/web/site-server.ts";
import { type Figure, once } from "../figure.ts";
import { type Conditions, type Visited, visited } from "../visited.ts";

/** The throttling of the mobile laboratory runs that everybody quotes, and a phone at the edge of coverage. */
const networks = {
  slow: { kbps: 1600, latencyMs: 150, slower: 4 },
  far: { kbps: 400, latencyMs: 400, slower: 4 },
} as const satisfies Record<string, Conditions>;
type Network = keyof typeof networks;
/** What each answer of the API and of the sign-in takes, besides the network. */
const serverMs = 120;

/** The best of the visits to one page: the machine does other things meanwhile, which only makes a visit worse. */
interface Page extends Visited {
  readonly page: string;
  readonly needsAccount: boolean;
}

const least = (visits: readonly Visited[], of: keyof Visited): number => Math.min(...visits.map((visit) => visit[of]));

async function visitsTo(
  browser: Browser,
  site: SiteServer,
  { network, rounds }: { readonly network: Network; readonly rounds: number },
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const [page, { path, signedIn, reads }] of Object.entries(visits)) {
    const of: Visited[] = [];
    for (let round = 0; round < rounds; round += 1)
      of.push(await visited(browser, site.origin + path, { reads, signedIn, conditions: networks[network] }));
    const best: Page = {
      page,
      needsAccount: signedIn !== undefined,
      largestMs: least(of, "largestMs"),
      usefulMs: least(of, "usefulMs"),
      requests: least(of, "requests"),
      scriptBytes: least(of, "scriptBytes"),
      shift: Math.max(...of.map(({ shift }) => shift)),
      longTasks: least(of, "longTasks"),
      foreign: Math.max(...of.map(({ foreign }) => foreign)),
    };
    pages.push(best);
    process.stderr.write(`${network} ${lineOf(best)}\n`);
  }
  return pages;
}

const lineOf = ({ page, largestMs, usefulMs, requests, scriptBytes, shift, longTasks }: Page): string =>
  [
    page.padEnd(14),
    `LCP ${Math.round(largestMs)} ms`,
    `useful ${Math.round(usefulMs)} ms`,
    `${requests} requests`,
    `${(scriptBytes / 1024).toFixed(1)} KB of script`,
    `shift ${shift.toFixed(3)}`,
    `${longTasks} long tasks`,
  ].join(", ");

const measured = once(async ({ quick }): Promise<Readonly<Record<Network, readonly Page[]>>> => {
  build(["web"]);
  const site = await serveSite(join(import.meta.dirname, "..", "..", "build"));
  site.stubs = visitAnswers(site);
  site.delayMs = serverMs;
  const browser = await launched(await browserProgram());
  try {
    const rounds = quick ? 1 : 3;
    return {
      slow: await visitsTo(browser, site, { network: "slow", rounds }),
      far: await visitsTo(browser, site, { network: "far", rounds }),
    };
  } finally {
    await browser.close();
    site.close();
  }
});

/** A phone that opens each page of the site once, all of what it needs still to be loaded. */
const visit = "each page of the site opened on a phone of 360 × 740 with nothing kept, signed in where it needs that";
const slow = `${visit}; 1.6 Mbit/s, 150 ms, a processor 4 times slower, 120 ms for each answer; the best of three visits`;
const far = `${visit}; 400 kbit/s, 400 ms, a processor 4 times slower, 120 ms for each answer; the best of three visits`;

const most = (pages: readonly Page[], of: (page: Page) => number): number => Math.max(...pages.map(of));

const figure = (
  name: string,
  unit: string,
  atMost: number,
  against: string,
  [network, of]: readonly [Network, (pages: readonly Page[]) => number],
): Figure => ({
  ...{ name, group: "site", unit, goal: { atMost }, against },
  wholeOnly: name === "site-long-tasks",
  measure: async (options) => of((await measured(options))[network]),
});

const script = ({ scriptBytes }: Page): number => scriptBytes / 1024;
export const sources = ["scripts/site-headers.ts", "scripts/web.ts", "web"];

export const figures: readonly Figure[] = [
  figure("site-lcp-slow", "s", 1.2, `LCP of the slowest; ${slow}`, [
    "slow",
    (pages) => most(pages, ({ largestMs }) => largestMs / 1000),
  ]),
  figure("site-useful-slow", "s", 1.2, `until the slowest shows what it is for; ${slow}`, [
    "slow",
    (pages) => most(pages, ({ usefulMs }) => usefulMs / 1000),
  ]),
  figure("site-lcp-far", "s", 2.5, `LCP of the slowest; ${far}`, [
    "far",
    (pages) => most(pages, ({ largestMs }) => largestMs / 1000),
  ]),
  figure("site-useful-far", "s", 2.5, `until the slowest shows what it is for; ${far}`, [
    "far",
    (pages) => most(pages, ({ usefulMs }) => usefulMs / 1000),
  ]),
  figure("site-shift", "CLS", 0.02, `of the page that moves most, its worst visit; ${slow}`, [
    "slow",
    (pages) => most(pages, ({ shift }) => shift),
  ]),
  figure("site-requests", "requests", 6, `until the page with most shows what it is for, its document too; ${slow}`, [
    "slow",
    (pages) => most(pages, ({ requests }) => requests),
  ]),
  figure("site-requests-median", "requests", 6, `the same, of the page in the middle; ${slow}`, [
    "slow",
    (pages) =>
      pages.map(({ requests }) => requests).toSorted((a, b) => a - b)[Math.floor(pages.length / 2)] ?? Number.NaN,
  ]),
  figure("site-script-open", "KB", 20, `of script until the heaviest page without an account is of use; ${slow}`, [
    "slow",
    (pages) =>
      most(
        pages.filter(({ needsAccount }) => !needsAccount),
        script,
      ),
  ]),
  figure("site-script-heaviest", "KB", 30, `of script until the heaviest page is of use; ${slow}`, [
    "slow",
    (pages) => most(pages, script),
  ]),
  figure("site-long-tasks", "pages", 0, `with a task over 50 ms in the best of their visits; ${slow}`, [
    "slow",
    (pages) => pages.filter(({ longTasks }) => longTasks > 0).length,
  ]),
  figure("site-third-parties", "requests", 0, `to another origin than the page's; ${slow}`, [
    "slow",
    (pages) => most(pages, ({ foreign }) => foreign),
  ]),
];
