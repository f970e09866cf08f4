import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { browserProgram } from "../../test/chromium.ts";
import { deskStubs, tokenOf, work } from "../../test/web/desk-fixtures.ts";
import { answer, office } from "../../test/web/fixtures.ts";
import { launched } from "../../test/web/launched.ts";
import { serveSite } from "../../test/web/site-server.ts";
import { rowsAtOnce } from "../../web/desk/work/rows-at-once.ts";
import { type Figure, once } from "../figure.ts";
import { type Conditions, openTab, visited } from "../visited.ts";

/** A cheap laptop at the edge of coverage. */
const conditions: Conditions = { kbps: 400, latencyMs: 400, slower: 8 };
/** What each answer of the API and of the sign-in takes, besides the network. */
const serverMs = 120;
/** The screen of an office's cheapest monitor. */
const tab = { signedIn: "staff", viewport: { width: 1280, height: 800 } } as const;

interface List {
  readonly readableMs: number;
  readonly scriptBytes: number;
  /** Claims whose row stands whole on the first screen. */
  readonly rows: number;
}

const measured = once(async ({ quick }): Promise<List> => {
  build(["web"]);
  const site = await serveSite(join(import.meta.dirname, "..", "..", "build"));
  const claims = Array.from({ length: rowsAtOnce }, (_, at) => ({
    ...work.claims[at % work.claims.length]!,
    claimId: `d${at}`,
  }));
  site.stubs = {
    ...deskStubs,
    showOffice: answer("showOffice", office(site.origin)),
    listWork: answer("listWork", { claims, cursor: "more" }),
  };
  site.access = tokenOf("analyst");
  site.delayMs = serverMs;
  const url = `${site.origin}/desk/bandeja/`;
  const reads = claims[0]?.code ?? "";
  const browser = await launched(await browserProgram());
  try {
    const visits = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1)
      visits.push(await visited(browser, url, { reads, conditions, ...tab }));
    const { page } = await openTab(browser, site.origin, tab);
    await page.goto(url);
    await page.getByText(reads).first().waitFor();
    const bottoms = await page
      .locator("main tbody tr")
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().bottom));
    return {
      readableMs: Math.min(...visits.map(({ usefulMs }) => usefulMs)),
      scriptBytes: Math.min(...visits.map(({ scriptBytes }) => scriptBytes)),
      rows: bottoms.filter((bottom) => bottom <= tab.viewport.height).length,
    };
  } finally {
    await browser.close();
    site.close();
  }
});

export const sources = ["scripts/site-headers.ts", "scripts/web.ts", "web"];

const visit =
  "the first page of «Mi bandeja» of an analyst who has more, opened by its address with a session and nothing else kept; 400 kbit/s, 400 ms, a processor 8 times slower, 120 ms for each answer; the best of three visits";

export const figures: readonly Figure[] = [
  {
    name: "list-readable",
    group: "desk",
    unit: "s",
    goal: { atMost: 4 },
    against: `from the address to the first claim's code; ${visit}`,
    measure: async (options) => (await measured(options)).readableMs / 1000,
  },
  {
    name: "list-script",
    group: "desk",
    unit: "KB",
    goal: { atMost: 45 },
    against: `of script until then; ${visit}`,
    measure: async (options) => (await measured(options)).scriptBytes / 1024,
  },
  {
    name: "list-rows",
    group: "desk",
    unit: "rows",
    goal: { atLeast: 14 },
    against: "claims whose row stands whole on a screen of 1280 × 800",
    measure: async (options) => (await measured(options)).rows,
  },
];
