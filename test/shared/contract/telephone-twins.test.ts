import { describe, expect, it } from "vitest";
import type { Route } from "../../../shared/contract/route.ts";
import { type RouteId, routes } from "../../../shared/contract/routes.ts";

const byId: Readonly<Record<string, Route>> = routes;

/**
 * What a person may do on the web, with an account or without, and the route by which an operator does it for one who
 * calls.
 */
const twins = {
  checkClaim: "checkCalledClaim",
  fileClaim: "takeClaim",
  remedyClaim: "takeRemedy",
  extendClaim: "takeExtension",
  answerOffer: "takeOfferAnswer",
  chooseHearing: "takeHearingChoice",
  requestMeterTest: "askMeterTest",
  withdrawClaim: "takeWithdrawal",
  undoWithdrawal: "takeUndoneWithdrawal",
  fileRecourse: "takeRecourse",
  fileQueja: "takeQueja",
  knowObservation: "notifyObservation",
  fileProblem: "takeProblem",
  claimProblem: "promoteProblem",
  checkRecourse: "checkCalledRecourse",
  consentToNotices: "takeNoticeConsent",
  disputeSolution: "takeDispute",
  confirmVisit: "takeVisitChoice",
  moveVisit: "takeVisitChoice",
  confirmHearing: "takeHearingConfirmation",
  chooseLanguage: "takeLanguage",
  replaceKey: "takeKeyReplacement",
  orderFile: "orderCaseFile",
  fileDocument: "registerSubmission",
  remedySubmission: "takeSubmissionRemedy",
  lookUpReceiptSignedIn: "searchSupplies",
  saveProfile: "takeContact",
  startUpload: "startStaffUpload",
  renewUpload: "renewStaffUpload",
  lookUpReceipt: "searchSupplies",
  checkOpenClaim: "checkCalledClaim",
  fileOpenClaim: "takeClaim",
  fileOpenRecourse: "takeRecourse",
  fileOpenDocument: "registerSubmission",
  startOpenUpload: "startStaffUpload",
  renewOpenUpload: "renewStaffUpload",
  confirmOpenContact: "seeContact",
} as const satisfies Partial<Record<RouteId, RouteId>>;

/** Acts of an account, which a caller does not need: what they keep or open there, the operator does by other ways. */
const ofAnAccount: Readonly<Partial<Record<RouteId, string>>> = {
  linkSupply: "the operator finds the supply in the one box",
  unlinkSupply: "nothing is linked",
  endSupplyLink: "who has no account asks for it as a right over their data, at the document desk",
  saveDraft: "the intake keeps what is typed in the tab",
  dropDraft: "«Borrar y empezar otra vez»",
  openClaim: "the operator opens any claim",
  openConfirmedClaim: "the operator opens any claim",
  stopOpenNews: "ends what an account asked for, by the key of its message",
};

/** What changes nothing, or is by its nature the person's own: staff see or record the same by other ways. */
const noActOfACaller: Readonly<Partial<Record<RouteId, string>>> = {
  lookUpClaim: "a look-up: the operator opens the claim",
  showOpenClaim: "a look-up: the operator opens the claim",
  downloadOpenCargo: "a look-up: the operator sends the cargo again, or the clerk posts it",
  showOpenUpload: "a look-up: the check of a file is shown where staff sent it",
  showOpenDocument: "a look-up: the operator opens the submission",
  downloadOpenProof: "a look-up: staff download the same proof",
  verifyFile: "a look-up that anybody makes with the file in hand",
  askOpenContact: "asks for a code to a contact: who calls is heard, and the operator records it (seeContact)",
  acknowledgeNotice: "an acknowledgement by its key, the addressee's own: who calls is notified by another channel",
};

const acts = Object.entries(byId).filter(([, { audience, method }]) => audience !== "staff" && method !== "GET");

describe("what a person does on the web", () => {
  it.each(acts.map(([id]) => id))("%s can be done by telephone, or is no act of one who calls", (id) => {
    expect([id in twins, id in ofAnAccount, id in noActOfACaller].filter(Boolean)).toHaveLength(1);
  });

  it("is listed only if it exists", () => {
    const listed = [twins, ofAnAccount, noActOfACaller].flatMap((list) => Object.keys(list));
    expect(listed.filter((id) => !acts.some(([act]) => act === id))).toEqual([]);
  });

  it.each(Object.entries(twins))("%s has a twin that an operator may use: %s", (act, twin) => {
    const { audience, roles, once } = byId[twin] ?? {};
    expect(audience).toBe("staff");
    expect(roles).toContain("operator");
    // What a customer's act may not do twice, the operator's may not either.
    if (byId[act]?.once) expect(once).toBe(true);
  });
});
