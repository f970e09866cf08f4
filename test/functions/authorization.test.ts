import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ApiHandler } from "../../functions/runtime/api.ts";
import type { TokenClaims } from "../../functions/runtime/caller.ts";
import { serve } from "../../functions/runtime/serve.ts";
import * as officeRoutes from "../../shared/contract/office-routes.ts";
import type { Route } from "../../shared/contract/route.ts";
import { type RouteId, routes, routesByFunction } from "../../shared/contract/routes.ts";
import { staffRoles } from "../../shared/domain/people.ts";
import { callUndescribed, customer, handlerOf, staff } from "./api-call.ts";
import { receiptWorld } from "./receipts/receipt-world.ts";

/** Who may look at any claim. */
const readers = [
  "operator",
  "clerk",
  "analyst",
  "conciliator",
  "resolver",
  "signer",
  "billing",
  "manager",
  "external-supervisor",
] as const;

/** Who may pass the door of each route: what comes behind it is each operation's own test. A route without a row fails. */
const open = {
  health: "anyone",
  dueDates: "anyone",
  showOffice: "anyone",
  showResults: "anyone",
  showDescription: "anyone",
  lookUpReceipt: "anyone",
  lookUpReceiptSignedIn: "customers",
  listSupplies: "customers",
  linkSupply: "customers",
  unlinkSupply: "customers",
  listSupplyAccounts: "customers",
  endSupplyLink: "customers",
  listReceipts: "customers",
  showReceipt: "customers",
  printReceipt: "customers",
  explainReceipt: "customers",
  startImport: ["billing", "manager", "administrator"],
  listImports: ["billing", "manager", "administrator"],
  showImport: ["billing", "manager", "administrator"],
  downloadReport: ["billing", "manager", "administrator"],
  showCalendars: ["manager", "administrator"],
  previewCalendars: ["manager", "administrator"],
  changeCalendars: ["manager", "administrator"],
  saveDraft: "customers",
  showDraft: "customers",
  listDrafts: "customers",
  dropDraft: "customers",
  showProfile: "customers",
  saveProfile: "customers",
  fileClaim: "customers",
  checkClaim: "customers",
  listClaims: "customers",
  showClaim: "customers",
  showClocks: "customers",
  showDecision: "customers",
  openClaim: "customers",
  lookUpClaim: "anyone",
  checkOpenClaim: "anyone",
  fileOpenClaim: "anyone",
  showOpenClaim: "anyone",
  downloadOpenCargo: "anyone",
  askOpenContact: "anyone",
  confirmOpenContact: "anyone",
  fileOpenRecourse: "anyone",
  withdrawClaim: "customers",
  requestMeterTest: "customers",
  remedyClaim: "customers",
  extendClaim: "customers",
  answerOffer: "customers",
  priceCounterOffer: "customers",
  chooseHearing: "customers",
  confirmHearing: "customers",
  listNotices: "customers",
  showVisit: "customers",
  confirmVisit: "customers",
  moveVisit: "customers",
  fileRecourse: "customers",
  fileQueja: "customers",
  checkRecourse: "customers",
  downloadDocument: "customers",
  knowObservation: "customers",
  consentToNotices: "customers",
  showNotice: "anyone",
  acknowledgeNotice: "anyone",
  downloadNotified: "anyone",
  showHold: "anyone",
  stopOpenNews: "anyone",
  showVerification: "anyone",
  verifyFile: "anyone",
  listSealKeys: "anyone",
  startOpenUpload: "anyone",
  showOpenUpload: "anyone",
  renewOpenUpload: "anyone",
  fileOpenDocument: "anyone",
  showOpenDocument: "anyone",
  downloadOpenProof: "anyone",
  startUpload: "customers",
  showUpload: "customers",
  startStaffUpload: ["operator", "clerk", "analyst", "inspector", "conciliator", "resolver", "signer", "manager"],
  showStaffUpload: ["operator", "clerk", "analyst", "inspector", "conciliator", "resolver", "signer", "manager"],
  fileDocument: "customers",
  listSubmissions: "customers",
  showSubmission: "customers",
  renewUpload: "customers",
  renewStaffUpload: ["operator", "clerk", "analyst", "inspector", "conciliator", "resolver", "signer", "manager"],
  downloadSubmissionProof: "customers",
  downloadAnswer: "customers",
  remedySubmission: "customers",
  notifySubmissionObservation: ["clerk", "manager"],
  takeSubmissionRemedy: ["clerk", "manager", "operator"],
  countDeskSubmissions: ["clerk", "manager"],
  registerSubmission: ["clerk", "manager", "operator"],
  forwardSubmission: ["clerk", "manager"],
  answerSubmission: ["clerk", "manager"],
  recordSubmissionDelivery: ["clerk", "manager"],
  gatherPersonData: ["clerk", "manager"],
  downloadSubmissionDocument: ["clerk", "manager"],
  listDeskSubmissions: ["clerk", "manager"],
  showDeskSubmission: ["clerk", "manager", "operator"],
  receiveSubmission: ["clerk", "manager"],
  listOutages: "anyone",
  downloadOutageCertificate: "anyone",
  listRetention: ["manager", "administrator"],
  downloadFiledAttachment: ["clerk", "manager"],
  listWaitingAttachments: ["clerk", "manager"],
  attendAttachment: ["clerk", "manager"],
  searchSupplies: ["operator", "clerk", "analyst", "manager"],
  takeClaim: ["operator", "clerk"],
  checkCalledClaim: ["operator", "clerk"],
  fileProblem: "customers",
  listProblems: "customers",
  showProblem: "customers",
  downloadProblemForm: "customers",
  disputeSolution: "customers",
  claimProblem: "customers",
  takeProblem: ["operator", "clerk"],
  listDeskProblems: ["operator", "clerk", "analyst", "manager"],
  showDeskProblem: ["operator", "clerk", "analyst", "manager"],
  downloadDeskProblemForm: ["operator", "clerk", "analyst", "manager"],
  downloadProblemAttachment: ["operator", "clerk", "analyst", "manager"],
  attendProblem: ["operator", "clerk", "analyst"],
  promoteProblem: ["operator"],
  listWork: readers,
  listStaff: ["analyst", "manager", "administrator"],
  noteWork: readers.filter((role) => role !== "external-supervisor"),
  changeOwner: ["analyst", "manager"],
  changeInspector: ["analyst", "manager"],
  handOverWork: ["manager"],
  returnToDuty: ["manager"],
  addStaff: ["manager", "administrator"],
  changeRoles: ["manager", "administrator"],
  endAccess: ["manager", "administrator"],
  listAccessChanges: ["manager", "administrator"],
  showMe: staffRoles.filter((role) => role !== "external-supervisor"),
  search: readers.filter((role) => role !== "external-supervisor"),
  listSearches: ["manager", "administrator", "external-supervisor"],
  listOpenings: ["manager", "administrator", "external-supervisor"],
  countWork: readers,
  showCase: [...readers, "inspector"],
  downloadCaseAttachment: [...readers, "inspector"],
  listSentNotices: readers,
  showSentNotice: readers,
  admitClaim: ["clerk", "analyst"],
  reclassifyClaim: ["analyst"],
  giveAppointments: ["analyst"],
  seeContact: ["operator", "analyst"],
  joinClaims: ["analyst"],
  observeClaim: ["operator", "clerk", "analyst"],
  notifyObservation: ["operator", "clerk", "analyst"],
  listLateRisks: ["manager"],
  sendCopy: ["operator", "clerk"],
  listHearings: ["conciliator", "analyst", "manager"],
  listInspections: ["inspector", "analyst", "manager"],
  reportInspection: ["inspector"],
  makeOffer: ["conciliator"],
  priceOffer: ["conciliator", "operator", "clerk"],
  saveConciliationNotes: ["conciliator"],
  setHearingLink: ["conciliator", "analyst"],
  takeHearingChoice: ["operator", "clerk"],
  logHearingCall: ["operator", "conciliator"],
  recordHearing: ["conciliator"],
  saveResolution: ["resolver"],
  issueResolution: ["resolver"],
  rectifyResolution: ["resolver", "signer"],
  prepareElevation: ["clerk", "analyst"],
  returnDocument: ["signer", "resolver", "clerk", "analyst"],
  confirmHandSignature: ["clerk"],
  listSignatures: ["signer", "clerk", "manager"],
  downloadToSign: ["signer"],
  signDocuments: ["signer"],
  signResolution: ["signer"],
  returnResolution: ["signer", "resolver"],
  acceptWithdrawal: ["resolver", "signer"],
  dispatchNotice: ["clerk"],
  recordDelivery: ["clerk"],
  listDeliveries: ["inspector", "clerk", "manager"],
  reportDelivery: ["inspector"],
  confirmDelivery: ["operator", "clerk", "analyst"],
  elevateFile: ["clerk", "analyst"],
  reclassifyRecourse: ["analyst"],
  overrideChecklist: ["resolver", "signer", "manager"],
  recordTribunal: ["clerk", "analyst"],
  executeDecision: ["billing"],
  addEvidence: ["analyst", "clerk", "billing"],
  recordControl: ["analyst"],
  recordStandingProof: ["operator", "clerk", "analyst", "conciliator"],
  requireRepair: ["analyst", "clerk"],
  askNewEvidence: ["analyst", "resolver"],
  verifyRepair: ["inspector"],
  askMeterTest: ["operator", "clerk"],
  orderMeterTest: ["analyst"],
  notifyMeterTest: ["analyst", "clerk"],
  reportMeterTest: ["analyst", "inspector"],
  moveHearing: ["analyst", "conciliator"],
  takeRemedy: ["operator", "clerk"],
  takeExtension: ["operator", "clerk"],
  takeNewEvidence: ["operator", "clerk"],
  takeOfferAnswer: ["operator", "clerk"],
  askConfirmation: ["operator", "clerk", "conciliator"],
  takeWithdrawal: ["operator", "clerk"],
  takeRecourse: ["operator", "clerk"],
  takeQueja: ["operator", "clerk"],
  listQuejas: ["clerk", "analyst", "manager"],
  forwardQueja: ["clerk", "analyst"],
  answerQueja: ["clerk", "analyst"],
  showFile: "customers",
  orderFile: "customers",
  downloadFile: "customers",
  showCaseFile: [
    "operator",
    "clerk",
    "analyst",
    "conciliator",
    "resolver",
    "signer",
    "billing",
    "manager",
    "external-supervisor",
  ],
  orderCaseFile: ["operator", "clerk", "analyst", "resolver", "signer", "manager"],
  downloadCaseFile: [
    "operator",
    "clerk",
    "analyst",
    "conciliator",
    "resolver",
    "signer",
    "billing",
    "manager",
    "external-supervisor",
  ],
  decideAccess: ["clerk", "manager"],
  handOverCopy: ["operator", "clerk"],
  listHolds: ["billing", "manager", "administrator"],
  acknowledgeExchange: ["billing", "manager", "administrator"],
  listNotes: ["billing", "manager", "administrator"],
  listUnanswered: ["billing", "manager", "administrator"],
  showBoard: ["manager"],
  listBoardCases: ["manager"],
  showRegister: ["manager", "external-supervisor"],
  buildRegister: ["manager"],
  downloadRegister: ["manager", "external-supervisor"],
  listIndicators: ["manager", "external-supervisor"],
  listFigureCases: ["manager", "external-supervisor"],
  drawSample: ["manager", "external-supervisor"],
  listSupervisors: ["manager", "administrator"],
  admitSupervisor: ["administrator"],
  listSupervisedReads: ["manager", "administrator"],
  enterAttention: ["operator", "clerk", "analyst"],
  sendLink: ["operator", "clerk", "analyst"],
  takeHearingConfirmation: ["operator", "clerk"],
  chooseLanguage: "customers",
  takeLanguage: ["operator", "clerk"],
  showCalledVisit: ["operator", "clerk"],
  takeVisitChoice: ["operator", "clerk"],
  takeNoticeConsent: ["operator", "clerk"],
  undoWithdrawal: "customers",
  takeUndoneWithdrawal: ["operator", "clerk"],
  checkCalledRecourse: ["operator", "clerk"],
  takeDispute: ["operator", "clerk"],
  listCallBacks: ["operator", "clerk", "analyst", "manager"],
  recordCallBack: ["operator", "clerk", "analyst"],
  listAttentions: ["operator", "clerk", "analyst", "manager", "external-supervisor"],
  enterObservation: ["operator", "clerk"],
  listObservations: ["operator", "clerk", "analyst", "manager", "external-supervisor"],
  answerObservation: ["operator", "clerk", "analyst", "manager"],
} as const satisfies Record<RouteId, "anyone" | "customers" | readonly string[]>;

interface Principal {
  readonly name: string;
  readonly claims: TokenClaims | undefined;
}
const nobody: Principal = { name: "nobody", claims: undefined };
const anna: Principal = { name: "a customer", claims: customer("ana") };
const eva: Principal = { name: "another customer", claims: customer("eva") };
const workers: readonly Principal[] = staffRoles.map((role) => ({ name: role, claims: staff(role) }));
const roleless: Principal = { name: "staff without a role", claims: staff() };
const mutants: readonly Principal[] = [
  { name: "an ID token", claims: { ...staff("billing"), token_use: "id" } },
  { name: "a token without use", claims: { sub: "ana", "cognito:groups": "[billing]" } },
  { name: "a token without a person", claims: { token_use: "access", sub: "", "cognito:groups": "[billing]" } },
];

/** A function's real door with none of its operations behind. */
const doorsOf = (group: Readonly<Record<string, Route>>): ApiHandler =>
  handlerOf(
    Object.fromEntries(
      Object.entries(group).map(([id, route]) => [
        id,
        serve({ ...route, answer: officeRoutes.showDescription.answer } as Route, async () => ({
          ok: true,
          value: {},
        })),
      ]),
    ),
  );

/** Real doors; where an operation needs a store of claims, its own matrix is in claim-authorization.test.ts. */
const handlers: Record<keyof typeof routesByFunction, ApiHandler> = {
  office: doorsOf(routesByFunction.office),
  verifications: doorsOf(routesByFunction.verifications),
  receipts: receiptWorld().handler,
  "receipt-copies": doorsOf(routesByFunction["receipt-copies"]),
  claims: doorsOf(routesByFunction.claims),
  submissions: doorsOf(routesByFunction.submissions),
  casework: doorsOf(routesByFunction.casework),
  signing: doorsOf(routesByFunction.signing),
  administration: doorsOf(routesByFunction.administration),
  reports: doorsOf(routesByFunction.reports),
};

function handlerFor(id: RouteId): ApiHandler {
  for (const [name, group] of Object.entries(routesByFunction))
    if (Object.hasOwn(group, id)) return handlers[name as keyof typeof handlers];
  throw new Error(`no function answers ${id}`);
}

/** What the door says: passed, or the status it refused with. */
async function doorOf(id: RouteId, { claims }: Principal): Promise<"passed" | number> {
  const route: Route = routes[id];
  const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "2026-10"]));
  const { status, body } = await callUndescribed(handlerFor(id), route, { claims, params, body: {} });
  const refusedAtTheDoor = /wrong-token|not-your-role/.test(body?.type ?? "");
  return refusedAtTheDoor ? status : "passed";
}

const ids = Object.keys(routes) as RouteId[];

describe("who supervises from outside", () => {
  const theirs = ids.filter((id) => {
    const allowed: string | readonly string[] = open[id];
    return typeof allowed !== "string" && allowed.includes("external-supervisor");
  });

  it("passes no door but these, and only to look", () => {
    expect(theirs.toSorted()).toEqual([
      "countWork",
      "downloadCaseAttachment",
      "downloadCaseFile",
      "downloadRegister",
      "drawSample",
      "listAttentions",
      "listFigureCases",
      "listIndicators",
      "listObservations",
      "listOpenings",
      "listSearches",
      "listSentNotices",
      "listWork",
      "showCase",
      "showCaseFile",
      "showRegister",
      "showSentNotice",
    ]);
    expect(theirs.filter((id) => routes[id].method !== "GET")).toEqual([]);
  });

  it("passes them within the days of their access and leaving a trace: each such function is supervised", () => {
    const owners = Object.entries(routesByFunction).flatMap(([name, group]) =>
      theirs.some((id) => Object.hasOwn(group, id)) ? [name] : [],
    );
    expect(owners).toEqual(["casework", "reports"]);
    for (const name of owners) {
      const source = readFileSync(join(import.meta.dirname, "..", "..", "functions", name, "index.ts"), "utf8");
      expect(source).toMatch(/\bsupervised\(deps, /);
    }
  });
});

it("has a row for every route", () => {
  expect(Object.keys(open).sort()).toEqual([...ids].sort());
});

/** What the door of a route is to answer somebody, by the row above. */
function ownAnswer(id: RouteId, principal: Principal): "passed" | number {
  const allowed: string | readonly string[] = open[id];
  if (allowed === "anyone") return "passed";
  if (principal.claims === undefined || mutants.includes(principal)) return 401;
  return allowed === "customers" || (typeof allowed !== "string" && allowed.includes(principal.name)) ? "passed" : 403;
}

describe("the door of each route answers everybody by its row", () => {
  const principals = [nobody, anna, eva, roleless, ...workers, ...mutants];

  it.each(ids)("%s", async (id) => {
    const expected = Object.fromEntries(principals.map((one) => [one.name, ownAnswer(id, one)]));
    const answered: typeof expected = {};
    for (const one of principals) answered[one.name] = await doorOf(id, one);
    expect(answered).toEqual(expected);
  });
});
