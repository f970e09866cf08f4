import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { metadataOf } from "../test/web/site-server.ts";

/**
 * A network and a phone: kbit/s both ways, milliseconds added to each answer, how many times slower its processor is.
 */
export interface Conditions {
  readonly kbps: number;
  readonly latencyMs: number;
  readonly slower: number;
}

/**
 * What one visit to a page took, with nothing kept from before. Times are ms from the navigation, bytes are as sent.
 */
export interface Visited {
  /** When the last and largest text was painted before anybody touched the page (LCP). */
  readonly largestMs: number;
  /** When the words that the page is for stood in it. */
  readonly usefulMs: number;
  /** Requests that had begun by then, the document too. */
  readonly requests: number;
  /** Bytes of the scripts among them. */
  readonly scriptBytes: number;
  /** Layout shift from the navigation until the page has been quiet for a while (CLS). */
  readonly shift: number;
  /** Times over 50 ms in which the page could not answer. */
  readonly longTasks: number;
  /** Requests to an origin that is not the page's. */
  readonly foreign: number;
}

/** What `watch` leaves in the page. */
interface Seen {
  readonly largest: number;
  readonly useful: number;
  readonly shift: number;
  readonly long: number;
  readonly requests: readonly { readonly name: string; readonly startTime: number; readonly encodedBodySize: number }[];
}

/** What the page calls once `main` has the words: asking the page instead would be a task of its own while it loads. */
const arrived = "pageArrived";

/** Runs in the page before its own scripts: notes what the browser reports, and when `main` has the words. */
const watch = `(words) => {
  const seen = { largest: 0, useful: 0, shift: 0, long: 0 };
  window.seen = seen;
  const on = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
  on("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  on("longtask", () => { seen.long += 1; });
  const look = () => {
    if (!document.querySelector("main")?.textContent.includes(words)) return requestAnimationFrame(look);
    seen.useful = performance.now();
    ${arrived}("");
  };
  look();
}`;

/** The session that a tab has from the start, and the size of its screen. */
export interface Tab {
  readonly signedIn?: "customers" | "staff" | undefined;
  /** @default a phone of 360 × 740 */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A visit: its words, which `main` gets once the page is of use. */
interface Given extends Tab {
  readonly reads: string;
  readonly conditions: Conditions;
}

/**
 * Opens a tab with nothing kept from before but its session with the site at `origin`. Whoever asks closes its context.
 */
export async function openTab(
  browser: Browser,
  origin: string,
  { signedIn, viewport = { width: 360, height: 740 } }: Tab,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport, locale: "es-PE", timezoneId: "America/Lima" });
  const page = await context.newPage();
  if (signedIn) {
    const issuer = `${origin}/_local/oidc/${signedIn}`;
    const kept = { authority: { issuer, clientId: "site" }, server: metadataOf(issuer), refreshToken: "refresh" };
    const item = [`caudal.${signedIn}.session`, JSON.stringify(kept)];
    await page.addInitScript(`sessionStorage.setItem(...${JSON.stringify(item)})`);
  }
  return { context, page };
}

/**
 * Visits a page in a tab of its own under the conditions, and returns what it took. Throws if the words do not come
 * within 20 seconds.
 */
export async function visited(browser: Browser, url: string, { reads, conditions, ...tab }: Given): Promise<Visited> {
  const { origin } = new URL(url);
  const { context, page } = await openTab(browser, origin, tab);
  try {
    const devtools = await context.newCDPSession(page);
    const { kbps, latencyMs, slower } = conditions;
    const throughput = (kbps * 1000) / 8;
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: latencyMs,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await devtools.send("Runtime.addBinding", { name: arrived });
    const called = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the page never had the words: ${reads}`)), 20_000);
      devtools.on("Runtime.bindingCalled", ({ name }) => {
        if (name !== arrived) return;
        clearTimeout(late);
        resolve();
      });
    });
    await devtools.send("Runtime.enable");
    await page.addInitScript(`(${watch})(${JSON.stringify(reads)})`);
    await page.goto(url, { waitUntil: "commit" });
    await called;
    await page.waitForLoadState("networkidle");
    // What is painted after the last answer is reported in the frames after it.
    await wait(300);
    const seen = await page.evaluate<Seen>(
      "({ ...seen, requests: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ name, startTime, encodedBodySize }) => ({ name, startTime, encodedBodySize })) })",
    );
    const begun = seen.requests.filter(({ startTime }) => startTime <= seen.useful);
    const scripts = begun.filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    return {
      largestMs: seen.largest,
      usefulMs: seen.useful,
      requests: begun.length,
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      shift: seen.shift,
      longTasks: seen.long,
      foreign: seen.requests.filter(({ name }) => new URL(name).origin !== origin).length,
    };
  } finally {
    await context.close();
  }
}
