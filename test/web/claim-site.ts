import type { Page } from "playwright-core";
import { beforeEach, expect } from "vitest";
import type { stepSlugs } from "../../web/site/filing/claim-steps.words.ts";
import { openPage, type PageOptions } from "./browser.ts";
import { answers, type claim, draftOf } from "./claim-fixtures.ts";
import { answer } from "./fixtures.ts";
import { browser, expectSound, servePages, site } from "./served.ts";
import { siteAnswers, uploadTo } from "./site-answers.ts";
import type { Stubs } from "./site-server.ts";

export { uploadIn } from "./site-answers.ts";
export const upload = () => uploadTo(site);

/** The API's usual answers to a customer, by the server of a worker's tests. */
export const usual = (): Stubs => siteAnswers(site);

/** Serves the pages of claims to the tests of a file. */
export function serveClaims(): void {
  servePages();
  beforeEach(() => {
    site.stubs = usual();
  });
}

export interface State extends Pick<PageOptions, "signedIn" | "refreshToken"> {
  readonly path: string;
  readonly reads: string;
  readonly stubs?: Stubs;
  readonly act?: (page: Page) => Promise<void>;
}
export const send = (page: Page): Promise<void> => page.click("main button[type=submit]");
export const mine = { signedIn: "customers" } as const;
export const step = (slug: (typeof stepSlugs)[number]) => `/reclamar/draft1/${slug}/`;
export const empty = { showDraft: answer("showDraft", draftOf({ linkId: "a1", writeKey: answers.writeKey })) };
export const acts = (of: typeof claim) => ({ showClaim: answer("showClaim", of) });

export async function open({ path, reads, stubs = {}, act, ...options }: State & PageOptions) {
  site.stubs = { ...usual(), ...stubs };
  const opened = await openPage(browser, site.origin, options);
  await opened.page.goto(site.origin + path);
  await act?.(opened.page);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

/** No part of the page is still loading, unless that is the state. */
const settled = (page: Page) => expect.poll(() => page.locator("main .loading").count()).toBe(0);

/** Opens a state and expects it to be sound; returns its page. */
export async function expectSoundState(state: State): Promise<Page> {
  const { page, violations } = await open(state);
  if (state.reads !== "Cargando…") await settled(page);
  await expectSound(page, violations, [320, 360, 1280]);
  return page;
}
