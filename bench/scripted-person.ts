import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import type { Conditions } from "./visited.ts";

/** How fast a person of 70 is on a phone. */
export const pace = {
  /** Words read in a minute. */
  words: 150,
  /** Characters typed in a minute: with one finger. */
  characters: 100,
  /** Seconds to find what is to be touched and to touch it. */
  touch: 1.5,
} as const;

/** What a person's seconds go to; those of waiting are measured, from a touch until what it brings is on the screen. */
export const spent = ["reading", "typing", "touching", "waiting"] as const;
type Spent = Record<(typeof spent)[number], number>;

/** What one screen took in seconds, and how many words on it were new. */
export interface Screen extends Spent {
  readonly name: string;
  words: number;
}

/** A person with a phone of 360 × 740, who reads, types and touches as fast as `pace` says. */
export interface ScriptedPerson {
  readonly page: Page;
  readonly screens: readonly Screen[];
  /** Errors of the pages. */
  readonly wrong: readonly string[];
  /** Waits for the screen that a touch brings. */
  readonly arrives: (name: string, until: () => Promise<unknown>) => Promise<void>;
  /** Waits for something else on the same screen, less the time that `reading` what is there down to a place takes. */
  readonly waits: (until: () => Promise<unknown>, reading?: Locator) => Promise<void>;
  /** Reads all that is new on the screen down to this place. */
  readonly reads: (to: Locator) => Promise<void>;
  readonly touches: (what: Locator) => Promise<void>;
  /** Chooses an answer of a question: reads its answers down to the first that fits. */
  readonly chooses: (what: Locator) => Promise<void>;
  readonly types: (where: Locator, text: string) => Promise<void>;
  /** Takes a photo that is on the phone: touches the field and the photo. */
  readonly picks: (where: Locator, photo: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>;
  readonly goesOffline: (isOffline: boolean) => Promise<void>;
}

/** Runs in the page: the texts on it, from its top to the lower edge of what the window shows. */
const shownTexts = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const around = node.parentElement;
    if (!/[\\p{L}\\d]/u.test(text) || !around.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, width, height } = range.getBoundingClientRect();
    const box = around.getBoundingClientRect();
    if (Math.min(width, height, box.width, box.height) > 1 && top < innerHeight && top + height + scrollY > 0) texts.push(text);
  }
  return texts;
})()`;

/** The texts of the answers that come after this one in its question. */
const answersAfter = (chosen: HTMLElement | SVGElement): string[] => {
  const all = [...(chosen.closest("fieldset")?.querySelectorAll("label") ?? [])];
  return all.slice(all.findIndex((label) => label.contains(chosen)) + 1).map((label) => label.innerText.trim());
};

/** Words of a text that have a letter or a digit. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Seconds until this is done, measured. */
export async function secondsUntil(until: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await until();
  return (performance.now() - started) / 1000;
}

/** The folder for a picture of each screen, if asked for. */
const pictures = process.env["SCREENS"];

/** Opens a phone under these conditions, with nothing kept. Its tab is closed with the browser. */
export async function openPerson(browser: Browser, { kbps, latencyMs, slower }: Conditions): Promise<ScriptedPerson> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "es-PE",
    timezoneId: "America/Lima",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  page.on("pageerror", ({ message }) => wrong.push(message));
  const devtools = await context.newCDPSession(page);
  const throughput = (kbps * 1000) / 8;
  const goesOffline = async (offline: boolean) => {
    const speed = { downloadThroughput: throughput, uploadThroughput: throughput };
    await devtools.send("Network.emulateNetworkConditions", { offline, latency: latencyMs, ...speed });
  };
  await devtools.send("Network.enable");
  await goesOffline(false);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });

  const screens: Screen[] = [];
  /** What was read, with `#` for each number: of a text that only counts on, the numbers are new. */
  const read = new Set<string>();
  const notes = (text: string): number => {
    const shape = text.replace(/\d+/g, "#");
    const isNew = !read.has(text);
    const isKnown = read.has(shape);
    read.add(text).add(shape);
    if (!isNew) return 0;
    return isKnown ? (text.match(/\d+/g)?.length ?? 0) : wordsIn(text);
  };
  const here = (): Screen => {
    const screen = screens.at(-1);
    if (!screen) throw new Error("nothing is open yet");
    return screen;
  };
  const spend = (on: keyof Spent, seconds: number) => {
    here()[on] += seconds;
  };
  const reads = async (to: Locator) => {
    await to.evaluate((element) => element.scrollIntoView({ block: "nearest" }));
    const shown = await page.evaluate<string[]>(shownTexts);
    const words = shown.map(notes).reduce((sum, count) => sum + count, 0);
    here().words += words;
    spend("reading", (words / pace.words) * 60);
  };

  const picture = async () => {
    if (pictures === undefined) return;
    const path = join(pictures, `dispute-${String(screens.length).padStart(2, "0")}-360.png`);
    // What is below a phone's screen is drawn when somebody scrolls to it.
    const style = "footer, .help { content-visibility: visible; }";
    await page.screenshot({ path, fullPage: true, animations: "disabled", style });
  };
  const touches = async (what: Locator) => {
    await reads(what);
    await what.click();
    spend("touching", pace.touch);
  };

  return {
    page,
    screens,
    wrong,
    reads,
    goesOffline,
    arrives: async (name, until) => {
      const waited = await secondsUntil(until);
      screens.push({ name, words: 0, reading: 0, typing: 0, touching: 0, waiting: waited });
      await picture();
    },
    waits: async (until, reading) => {
      const before = here().reading;
      if (reading) await reads(reading);
      const waited = await secondsUntil(until);
      spend("waiting", Math.max(0, waited - (here().reading - before)));
      await picture();
    },
    touches,
    chooses: async (what) => {
      for (const text of await what.evaluate(answersAfter)) notes(text);
      await touches(what);
    },
    types: async (where, text) => {
      await reads(where);
      await where.fill(text);
      notes(text);
      spend("touching", pace.touch);
      spend("typing", (text.length / pace.characters) * 60);
    },
    picks: async (where, photo) => {
      await reads(where);
      await where.setInputFiles(photo);
      spend("touching", 2 * pace.touch);
    },
  };
}
