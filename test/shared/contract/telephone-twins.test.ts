import { describe, expect, it } from "vitest";
import type { Route } from "../../../shared/contract/route.ts";
import { type RouteId, routes } from "../../../shared/contract/routes.ts";

const byId: Readonly<Record<string, Route>> = routes;

/** What a customer may do on the web, and the route by which an operator does it for one who calls. */
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
  orderFile: "orderCaseFile",
  fileDocument: "registerSubmission",
  remedySubmission: "takeSubmissionRemedy",
  lookUpReceiptSignedIn: "searchSupplies",
  startUpload: "startStaffUpload",
  renewUpload: "renewStaffUpload",
} as const satisfies Partial<Record<RouteId, RouteId>>;

/** Acts of an account, which a caller does not need: what they keep or open there, the operator does by other ways. */
const ofAnAccount: Readonly<Partial<Record<RouteId, string>>> = {
  linkSupply: "the operator finds the supply in the one box",
  unlinkSupply: "nothing is linked",
  endSupplyLink: "who has no account asks for it as a right over their data, at the document desk",
  saveDraft: "the intake keeps what is typed in the tab",
  dropDraft: "«Borrar y empezar otra vez»",
  openClaim: "the operator opens any claim",
  saveProfile: "what fills a form of the account in beforehand: the operator asks the caller",
};

const acts = Object.entries(byId).filter(([, { audience, method }]) => audience === "customer" && method !== "GET");

describe("what a customer does on the web", () => {
  it.each(acts.map(([id]) => id))("%s can be done by telephone, unless it is of an account", (id) => {
    expect([id in twins, id in ofAnAccount].filter(Boolean)).toHaveLength(1);
  });

  it("is listed only if it exists", () => {
    const listed = [...Object.keys(twins), ...Object.keys(ofAnAccount)];
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
