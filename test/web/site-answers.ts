import {
  acknowledged,
  answers,
  claim,
  claims,
  clocks,
  confirmedOpen,
  decision,
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
import type { SiteServer, Stubs } from "./site-server.ts";

type Server = Pick<SiteServer, "origin" | "uploads">;

export const uploadTo = ({ uploads }: Pick<Server, "uploads">) => ({
  uploadId: "u9",
  upload: { url: `${uploads}/evidence`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" },
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
export const siteAnswers = (site: Server): Stubs => ({
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
  showProfile: answer("showProfile", { receiptNews: false }),
  saveProfile: answer("saveProfile", { profile, claims: { changed: [], busy: [] } }),
  fileClaim: answer("fileClaim", filed, 201),
  checkClaim: answer("checkClaim", preCheck),
  fileOpenClaim: answer("fileOpenClaim", filedOpen, 201),
  checkOpenClaim: answer("checkOpenClaim", preCheck),
  showOpenClaim: answer("showOpenClaim", shownOpen),
  askOpenContact: answer("askOpenContact", { channel: "sms", until: "2026-11-23T14:52:00.000Z" }),
  confirmOpenContact: answer("confirmOpenContact", confirmedOpen),
  startOpenUpload: answer("startOpenUpload", uploadTo(site), 201),
  renewOpenUpload: answer("renewOpenUpload", uploadTo(site), 201),
  showOpenUpload: uploadIn("received"),
  lookUpReceiptSignedIn: answer("lookUpReceiptSignedIn", sheet),
  checkRecourse: answer("checkRecourse", preCheck),
  showClaim: answer("showClaim", claim),
  showClocks: answer("showClocks", clocks),
  showDecision: answer("showDecision", decision),
  startUpload: answer("startUpload", uploadTo(site), 201),
  showUpload: uploadIn("received"),
  answerOffer: answer("answerOffer", claim),
  priceCounterOffer: answer("priceCounterOffer", { after: "39.85", instalments: ["13.29", "13.28", "13.28"] }),
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
