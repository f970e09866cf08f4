import type { Page } from "playwright-core";
import { beforeEach, expect } from "vitest";
import type { stepSlugs } from "../../web/words/claim-steps.ts";
import { openPage, type PageOptions } from "./browser.ts";
import {
  acknowledged,
  answers,
  claim,
  claims,
  clocks,
  confirmedOpen,
  draftOf,
  filed,
  filedOpen,
  hold,
  notice,
  observedSubmission,
  preCheck,
  profile,
  shownOpen,
  submission,
} from "./claim-fixtures.ts";
import { answer, office, receipts, sheet, supplies } from "./fixtures.ts";
import { browser, expectSound, servePages, site } from "./served.ts";
import type { Stubs } from "./site-server.ts";

export const upload = () => ({
  uploadId: "u9",
  upload: { url: `${site.uploads}/evidence`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" },
});
export const uploadIn = (state: "pending" | "received" | "refused", reason?: string) =>
  answer("showUpload", {
    uploadId: "u9",
    fileName: "medidor.jpg",
    sizeBytes: 200_000,
    state,
    ...(reason && { reason }),
  });

/** The API's usual answers to a customer. */
export const usual = (): Stubs => ({
  showOffice: answer("showOffice", office(site.origin)),
  listSupplies: answer("listSupplies", supplies),
  listReceipts: answer("listReceipts", receipts),
  showReceipt: answer("showReceipt", sheet),
  lookUpReceipt: answer("lookUpReceipt", sheet),
  listClaims: answer("listClaims", claims),
  listDrafts: answer("listDrafts", { drafts: [draftOf(answers)] }),
  showDraft: answer("showDraft", draftOf(answers)),
  saveDraft: answer("saveDraft", draftOf(answers)),
  dropDraft: { status: 204 },
  showProfile: answer("showProfile", {}),
  saveProfile: answer("saveProfile", { profile, claims: { changed: [], busy: [] } }),
  fileClaim: answer("fileClaim", filed, 201),
  checkClaim: answer("checkClaim", preCheck),
  fileOpenClaim: answer("fileOpenClaim", filedOpen, 201),
  checkOpenClaim: answer("checkOpenClaim", preCheck),
  showOpenClaim: answer("showOpenClaim", shownOpen),
  askOpenContact: answer("askOpenContact", { channel: "sms", until: "2026-11-23T14:52:00.000Z" }),
  confirmOpenContact: answer("confirmOpenContact", confirmedOpen),
  startOpenUpload: answer("startOpenUpload", upload(), 201),
  renewOpenUpload: answer("renewOpenUpload", upload(), 201),
  showOpenUpload: uploadIn("received"),
  lookUpReceiptSignedIn: answer("lookUpReceiptSignedIn", sheet),
  checkRecourse: answer("checkRecourse", preCheck),
  showClaim: answer("showClaim", claim),
  showClocks: answer("showClocks", clocks),
  startUpload: answer("startUpload", upload(), 201),
  showUpload: uploadIn("received"),
  answerOffer: answer("answerOffer", claim),
  withdrawClaim: answer("withdrawClaim", claim),
  remedyClaim: answer("remedyClaim", claim),
  extendClaim: answer("extendClaim", claim),
  fileRecourse: answer(
    "fileRecourse",
    {
      submissionId: "f1",
      submissionNumber: "MP-2026-004192-7",
      filedAt: "2026-11-23T14:42:00.000Z",
      filedOn: "2026-11-23",
      late: true,
      claim,
    },
    201,
  ),
  openClaim: answer("openClaim", claim),
  lookUpClaim: answer("lookUpClaim", {
    code: "RE-2026-004192-7",
    state: "notified",
    since: "2026-11-23",
    next: "user",
    dueOn: "2026-12-15",
    daysLeft: 16,
  }),
  showNotice: answer("showNotice", notice),
  acknowledgeNotice: answer("acknowledgeNotice", acknowledged),
  showHold: answer("showHold", hold),
  listSubmissions: answer("listSubmissions", {
    submissions: [submission, { ...observedSubmission, submissionId: "f2" }],
  }),
  listOutages: answer("listOutages", { outages: [] }),
  showSubmission: answer("showSubmission", submission),
  fileDocument: answer("fileDocument", submission, 201),
});

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

/** Opens a state and expects it to be sound. */
export async function expectSoundState(state: State): Promise<void> {
  const { page, violations } = await open(state);
  if (state.reads !== "Cargando…") await settled(page);
  await expectSound(page, violations, [320, 360, 1280]);
}
