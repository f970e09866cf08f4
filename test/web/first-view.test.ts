import { expect, it } from "vitest";
import { visited } from "../../bench/visited.ts";
import type { SitePage } from "../../web/paths.ts";
import { visitAnswers, visits } from "./page-visits.ts";
import { browser, servePages, site } from "./served.ts";

servePages();

/** A network without limits: requests are counted, and what moves is seen, without waiting for anything. */
const conditions = { kbps: 100_000, latencyMs: 0, slower: 1 };

it.each(Object.keys(visits) as SitePage[])(
  "%s is of use after 6 requests, moves nothing and asks nobody else",
  async (page) => {
    const { path, signedIn, reads } = visits[page];
    site.stubs = visitAnswers(site);
    const seen = await visited(browser, site.origin + path, { reads, signedIn, conditions });
    expect(seen.requests).toBeLessThanOrEqual(6);
    expect(seen.scriptBytes).toBeLessThanOrEqual((signedIn ? 30 : 20) * 1024);
    expect(seen.shift).toBeLessThanOrEqual(0.02);
    expect(seen.foreign).toBe(0);
  },
);
