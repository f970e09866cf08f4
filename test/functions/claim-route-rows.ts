import * as claimFileRoutes from "../../shared/contract/case-copy/claim-file-routes.ts";
import * as claimRoutes from "../../shared/contract/claim/claim-routes.ts";
import * as offerRoutes from "../../shared/contract/conciliation/offer-routes.ts";
import * as attentionRoutes from "../../shared/contract/counter/attention-routes.ts";
import * as callRoutes from "../../shared/contract/counter/call-routes.ts";
import * as profileRoutes from "../../shared/contract/notice/profile-routes.ts";
import * as openRoutes from "../../shared/contract/open-routes.ts";
import * as deskProblemRoutes from "../../shared/contract/problem/desk-problem-routes.ts";
import * as problemRoutes from "../../shared/contract/problem/problem-routes.ts";
import * as reportRoutes from "../../shared/contract/register/report-routes.ts";
import * as signingRoutes from "../../shared/contract/resolution/signing-routes.ts";
import * as submissionRoutes from "../../shared/contract/submission/submission-routes.ts";
import { form } from "../shared/casework/case-world.ts";
import type { ApiRequest } from "./api-call.ts";
import { staffWorkRoutes } from "./staff-work.ts";

export const routes = {
  ...claimRoutes,
  ...offerRoutes,
  ...openRoutes,
  ...profileRoutes,
  ...problemRoutes,
  ...claimFileRoutes,
  ...staffWorkRoutes,
  ...deskProblemRoutes,
  ...signingRoutes,
  ...submissionRoutes,
  ...reportRoutes,
  ...attentionRoutes,
  ...callRoutes,
};

export type Id = keyof typeof routes;

/** What of maria's a route names: her claim, her filing, her upload, her draft, the keys she was given. */
export interface Hers {
  readonly claimId: string;
  readonly inspectionId: string;
  readonly submissionId: string;
  readonly uploadId: string;
  readonly noticeKey: string;
  readonly holdKey: string;
  readonly problemId: string;
  readonly code: string;
}

const ofMonth = { month: "2026-11" };

/** Who is to supervise from outside, and those of whom it was or will be the time. */
export const outsider = "00000000-0000-4000-8000-000000000009";
export const outsiders = {
  inTime: "00000000-0000-4000-8000-00000000000a",
  over: "00000000-0000-4000-8000-00000000000b",
  notYet: "00000000-0000-4000-8000-00000000000c",
} as const;

export type Row = (hers: Hers) => Pick<ApiRequest, "params" | "query" | "body">;

const of =
  (body?: object, more: (hers: Hers) => Record<string, string> = () => ({})): Row =>
  (hers) => ({ params: { claimId: hers.claimId, ...more(hers) }, ...(body && { body }) });

export const said = { ...form.claimant };
const claim = {
  claimant: said,
  receipts: [{ number: "S001-00045001", period: "2026-10" }],
  grounds: "Subió.",
  request: "other",
};

const problem = { problemType: "O-S1", applicant: said, description: "El desagüe se atora." };
export const instant = "2026-11-23T15:00:00.000Z";
/** A draft on the device of somebody without an account. */
const draftId = "00000000-0000-4000-8000-000000000000";
const attachment = { fileName: "foto.png", contentType: "image/png", sizeBytes: 10, sha256: "a".repeat(64) };

/** A request to each route that is whole, and names what is maria's. A route without a row does not compile. */
export const rows: Record<Id, Row> = {
  saveDraft: () => ({ params: { draftId: "d1" }, body: { answers: {} } }),
  showDraft: () => ({ params: { draftId: "hers" } }),
  listDrafts: () => ({}),
  dropDraft: () => ({ params: { draftId: "d1" } }),
  showProfile: () => ({}),
  saveProfile: () => ({ body: {} }),
  fileClaim: () => ({ body: { ...claim, linkId: "a-link-of-nobody" } }),
  checkClaim: () => ({ body: { ...claim, linkId: "a-link-of-nobody" } }),
  listClaims: () => ({}),
  showClaim: of(),
  showClocks: of(),
  showDecision: of(),
  openConfirmedClaim: of({}),
  openClaim: ({ code }) => ({ body: { code, claimKey: "a".repeat(22) } }),
  lookUpClaim: ({ code }) => ({ body: { code, document: { kind: "DNI", number: "99999999" } } }),
  checkOpenClaim: () => ({ body: {} }),
  fileOpenClaim: () => ({ body: { ...claim, supplyCode: "00099999", draftId } }),
  showOpenClaim: ({ code }) => ({ body: { code, claimKey: "a".repeat(22) } }),
  downloadOpenCargo: ({ code }) => ({ body: { code, claimKey: "a".repeat(22) } }),
  askOpenContact: ({ code }) => ({ body: { code, claimKey: "a".repeat(22), channel: "sms" } }),
  confirmOpenContact: ({ code }) => ({ body: { code, claimKey: "a".repeat(22), digits: "000000" } }),
  fileOpenRecourse: ({ code }) => ({
    body: { code, claimKey: "a".repeat(22), draftId, kind: "appeal", grounds: "No estoy de acuerdo." },
  }),
  withdrawClaim: of({ of: "procedure" }),
  requestMeterTest: of({ costAccepted: true }),
  remedyClaim: of({ answer: "Aquí está." }),
  extendClaim: of({ grounds: "Además." }),
  knowObservation: of({}),
  consentToNotices: of({ channel: "email", granted: false }),
  chooseHearing: of({ mode: "virtual" }),
  confirmHearing: of({ on: "2026-12-23", at: "08:00" }),
  listNotices: of(),
  showVisit: of(),
  confirmVisit: (hers) => ({
    params: { claimId: hers.claimId },
    body: { inspectionId: hers.inspectionId, on: "2026-11-27", from: "08:00" },
  }),
  moveVisit: (hers) => ({
    params: { claimId: hers.claimId },
    body: { inspectionId: hers.inspectionId, on: "2026-11-30", from: "08:00" },
  }),
  answerOffer: of({ accepted: true }, () => ({ offerId: "none" })),
  priceCounterOffer: ({ claimId }) => ({ params: { claimId, offerId: "none" }, query: { m3: "10" } }),
  fileQueja: of({ ground: "delay", duty: "Resolver en plazo.", facts: "No resuelven." }),
  fileRecourse: of({ kind: "appeal", grounds: "No estoy de acuerdo." }),
  checkRecourse: of({ kind: "appeal" }),
  downloadDocument: of(undefined, () => ({ documentId: "none" })),
  showNotice: ({ noticeKey }) => ({ params: { noticeKey } }),
  acknowledgeNotice: ({ noticeKey }) => ({ params: { noticeKey }, body: {} }),
  downloadNotified: ({ noticeKey }) => ({ params: { noticeKey } }),
  stopOpenNews: () => ({ params: { newsKey: "x".repeat(22) } }),
  showHold: ({ holdKey }) => ({ params: { holdKey } }),
  fileProblem: () => ({ body: { ...problem, linkId: "a-link-of-nobody" } }),
  listProblems: () => ({}),
  showProblem: ({ problemId }) => ({ params: { problemId } }),
  downloadProblemForm: ({ problemId }) => ({ params: { problemId } }),
  disputeSolution: ({ problemId }) => ({ params: { problemId }, body: { text: "Sigue igual." } }),
  claimProblem: ({ problemId }) => ({ params: { problemId }, body: { grounds: "Nadie vino." } }),
  takeProblem: () => ({ body: { ...problem, supplyCode: "00099999", channel: "counter" } }),
  listDeskProblems: () => ({}),
  showDeskProblem: ({ problemId }) => ({ params: { problemId } }),
  downloadDeskProblemForm: ({ problemId }) => ({ params: { problemId } }),
  downloadProblemAttachment: ({ problemId }) => ({ params: { problemId, documentId: "none" } }),
  attendProblem: ({ problemId }) => ({ params: { problemId }, body: { solved: false, text: "Se fue a ver." } }),
  promoteProblem: ({ problemId }) => ({ params: { problemId }, body: { channel: "counter", grounds: "Sigue." } }),
  searchSupplies: () => ({ body: { supplyCode: "00012345" } }),
  takeClaim: () => ({ body: { ...claim, supplyCode: "00099999", channel: "counter" } }),
  checkCalledClaim: () => ({ body: { ...claim, supplyCode: "00099999", channel: "counter" } }),
  listWork: () => ({ query: { queue: "admission" } }),
  showCase: of(),
  downloadCaseAttachment: of(undefined, () => ({ documentId: "none" })),
  showDocumentPages: of(undefined, () => ({ documentId: "none" })),
  listSentNotices: of(),
  showSentNotice: of(undefined, () => ({ seq: "1" })),
  admitClaim: of({ outcome: "accepted" }),
  giveAppointments: of({ reason: "No es el mismo." }),
  seeContact: of({ remark: "Contestó en su celular." }),
  joinClaims: of({ code: "RE-2026-000001-1", reason: "Son lo mismo." }),
  reclassifyClaim: of({ claimType: "F10", reason: "Es por un cobro." }),
  observeClaim: of({ defects: ["Falta algo."] }),
  notifyObservation: of({ how: "notified-by-telephone" }),
  listLateRisks: () => ({}),
  sendCopy: of({ channel: "letter" }),
  listHearings: () => ({ query: { day: "2026-12-23" } }),
  listInspections: () => ({ query: { date: "2026-11-25" } }),
  reportInspection: of(
    { outcome: "absent", startedAt: instant, external: { leakAtBox: false, premises: "Portón." } },
    ({ inspectionId }) => ({ inspectionId }),
  ),
  priceOffer: ({ claimId }) => ({ params: { claimId }, query: { receiptNumber: "S001-00045001", m3: "10" } }),
  makeOffer: of({ m3: 10, terms: "Un acuerdo.", until: "2026-12-23" }),
  setHearingLink: of({ link: "https://reuniones.example.pe/una" }),
  takeHearingChoice: of({ came: "telephone", mode: "virtual" }),
  logHearingCall: of({ number: "900000001", result: "no-answer" }),
  recordHearing: of({ agreement: "none", startedAt: instant }),
  saveResolution: of({ outcome: "rejected", decision: "Se confirma.", reasons: "Por esto." }),
  acceptWithdrawal: of({}),
  dispatchNotice: of({ channel: "personal" }),
  recordDelivery: of({ outcome: "absent", deliveredAt: instant, premises: "Portón.", nextOn: "2026-11-25" }, () => ({
    noticeId: "none",
  })),
  listDeliveries: () => ({}),
  listToDispatch: () => ({}),
  listUnconfirmed: () => ({}),
  settleUnconfirmed: ({ claimId }) => ({
    body: { claims: [{ claimId, version: 1 }], act: "seen", says: "Contestó." },
  }),
  listCopiesToPost: () => ({}),
  postCopy: of({ postedOn: "2026-11-24" }, () => ({ of: "1" })),
  dispatchNotices: ({ claimId }) => ({ body: { claims: [{ claimId, version: 1 }] } }),
  reportDelivery: of(
    {
      ...{ outcome: "delivered", deliveredAt: instant, deviceTime: instant },
      receiver: { name: "CLIENTE DE PRUEBA", relation: "titular" },
    },
    () => ({ noticeId: "none" }),
  ),
  confirmDelivery: of({ wasThere: true }, () => ({ noticeId: "none" })),
  elevateFile: of({ receivedAt: instant, reference: "T-1", onPaper: true }),
  recordTribunal: of({
    outcome: "decided",
    number: "1",
    receivedAt: instant,
    summary: "Fundado.",
    inFavourOf: "claimant",
    cause: "reasons",
  }),
  overrideChecklist: of({ items: ["cuts-history"], reason: "No existe." }),
  askOverride: of({}),
  listOverridesAsked: () => ({}),
  executeDecision: of({ summary: "Hecho.", reference: "NC-1" }),
  search: ({ code }) => ({ body: { text: code } }),
  listSearches: () => ({ query: ofMonth }),
  listOpenings: () => ({ query: ofMonth }),
  countOpenings: () => ({}),
  countWork: () => ({}),
  showMe: () => ({}),
  listStaff: () => ({}),
  saveConciliationNotes: of({ margin: "Hasta 20 m³." }),
  noteWork: of({ text: "Se llamó al área comercial." }),
  changeOwner: of({ to: "analyst-2", reason: "Se reparte la carga." }),
  changeInspector: of({ to: "inspector-2", reason: "Se reparte la carga." }, ({ inspectionId }) => ({ inspectionId })),
  changeDeliverer: of({ to: "inspector-2", reason: "Se reparte la carga." }, () => ({ noticeId: "none" })),
  handOverWork: () => ({
    params: { sub: "nobody" },
    body: { reason: "Está de licencia.", until: "2026-12-01" },
  }),
  giveBackWork: () => ({ params: { sub: "nobody" }, body: {} }),
  returnToDuty: () => ({ params: { sub: "nobody" } }),
  addEvidence: of({ kind: "cuts-history", summary: "Nunca se cortó.", noneFoundBy: "PERSONA DE PRUEBA DOS" }),
  recordControl: of({
    period: "2026-10",
    notice: { on: "2026-10-20", at: "09:00", means: "PERSONAL" },
    billedBy: "L",
  }),
  recordStandingProof: of({ shown: "Su contrato de alquiler." }),
  requireRepair: of({ how: "notified-in-person", text: "Fuga bajo el piso del baño." }),
  askNewEvidence: of({ how: "notified-in-person", text: "Un documento que no esté en el expediente." }),
  verifyRepair: of({
    verifiedAt: instant,
    repaired: true,
    before: 10,
    after: 10,
    minutes: 15,
    observations: "Sellada.",
  }),
  askMeterTest: of({ costAccepted: true }),
  orderMeterTest: of({ testOn: "2026-12-01", at: "09:00", tester: "LABORATORIO DE PRUEBA", place: "En el predio." }),
  notifyMeterTest: of({ how: "notified-by-telephone" }),
  reportMeterTest: of({ result: "within-tolerance", certificate: "C-1" }),
  moveHearing: of({ reason: "leak-repair", on: "2026-12-28" }),
  takeRemedy: of({ answer: "Aquí está.", came: "counter" }),
  takeNewEvidence: of({ answer: "Demuestra la fuga.", came: "counter" }),
  takeExtension: of({ grounds: "Además.", came: "telephone" }),
  takeOfferAnswer: of({ accepted: true, came: "telephone" }, () => ({ offerId: "none" })),
  askConfirmation: of({ channel: "sms", what: { act: "withdrawal", of: "procedure" } }),
  takeWithdrawal: of({ of: "procedure", came: "telephone", confirmation: { by: "code", code: "000000" } }),
  takeRecourse: of({
    kind: "appeal",
    grounds: "No estoy de acuerdo.",
    came: "telephone",
    confirmation: { by: "code", code: "000000" },
  }),
  takeQueja: of({ ground: "delay", duty: "Resolver en plazo.", facts: "No resuelven.", came: "counter" }),
  reclassifyRecourse: of({ as: "appeal", reason: "No trae prueba nueva." }),
  rectifyResolution: of({ of: "00001-2026-MOQ", says: "Callle", should: "Calle" }),
  listQuejas: () => ({}),
  forwardQueja: of({ reference: "OF-1" }),
  answerQueja: of({ outcome: "queja-rejected", receivedAt: instant, summary: "Infundada." }),
  previewResolution: of({}),
  issueResolution: of({}),
  showFile: of(),
  orderFile: of({}),
  downloadFile: of(undefined, () => ({ copyId: "claimant-00001-2026-11-23", name: "indice.pdf" })),
  showCaseFile: of(),
  orderCaseFile: of({ copy: "tribunal" }),
  downloadCaseFile: of(undefined, () => ({ copyId: "tribunal-00001-2026-11-23", name: "indice.pdf" })),
  handOverCopy: of({ handedAt: instant, receiver: { name: "CLIENTE DE PRUEBA", relation: "titular" } }, () => ({
    copyId: "handed-over-00001-2026-11-23",
  })),
  decideAccess: of({ seq: 1, copy: "third-party", open: true, reason: "Tiene interés." }),
  signResolution: of({ sha256: "a".repeat(64), signature: { way: "second-factor" } }),
  returnResolution: of({ reason: "Falta algo." }),
  prepareElevation: of({}),
  returnDocument: of({ reason: "Falta algo." }, () => ({ documentId: "none" })),
  confirmHandSignature: of({ look: { shows: false, reason: "No se ve." } }, () => ({ documentId: "none" })),
  listSignatures: () => ({}),
  downloadToSign: ({ claimId }) => ({ body: { documents: [{ claimId, sha256: "a".repeat(64) }] } }),
  signDocuments: ({ claimId }) => ({
    body: { documents: [{ claimId, sha256: "a".repeat(64) }], signature: { way: "second-factor" } },
  }),
  startOpenUpload: () => ({ body: { ...attachment, draftId } }),
  showOpenUpload: ({ uploadId }) => ({ params: { uploadId }, body: { draftId } }),
  renewOpenUpload: ({ uploadId }) => ({ params: { uploadId }, body: { draftId, sha256: attachment.sha256 } }),
  fileOpenDocument: () => ({
    body: {
      subject: "Un escrito",
      presenter: "CLIENTE DE PRUEBA",
      email: "a@ejemplo.pe",
      draftId,
      uploadIds: ["none"],
    },
  }),
  showOpenDocument: () => ({ body: { number: "MP-2026-000001-1", submissionKey: "a".repeat(22) } }),
  downloadOpenProof: () => ({
    body: { number: "MP-2026-000001-1", submissionKey: "a".repeat(22), document: "constancia" },
  }),
  startUpload: () => ({ body: attachment }),
  showUpload: ({ uploadId }) => ({ params: { uploadId } }),
  startStaffUpload: () => ({ body: attachment }),
  showStaffUpload: ({ uploadId }) => ({ params: { uploadId } }),
  fileDocument: ({ claimId }) => ({
    body: { subject: "Un escrito", presenter: "CLIENTE DE PRUEBA", claimId, uploadIds: ["none"] },
  }),
  listSubmissions: () => ({}),
  showSubmission: ({ submissionId }) => ({ params: { submissionId } }),
  renewUpload: ({ uploadId }) => ({ params: { uploadId }, body: { sha256: attachment.sha256 } }),
  renewStaffUpload: ({ uploadId }) => ({ params: { uploadId }, body: { sha256: attachment.sha256 } }),
  downloadSubmissionProof: ({ submissionId }) => ({ params: { submissionId, document: "constancia" } }),
  downloadAnswer: ({ submissionId }) => ({ params: { submissionId, documentId: "none" } }),
  remedySubmission: ({ submissionId }) => ({ params: { submissionId }, body: { text: "Ya está." } }),
  notifySubmissionObservation: ({ submissionId }) => ({
    params: { submissionId },
    body: { how: "notified-in-person" },
  }),
  takeSubmissionRemedy: ({ submissionId }) => ({ params: { submissionId }, body: { text: "Ya está." } }),
  countDeskSubmissions: () => ({}),
  listRetention: () => ({}),
  listOutages: () => ({}),
  downloadOutageCertificate: () => ({ params: { outageId: "none" } }),
  registerSubmission: () => ({
    body: {
      subject: "Carta",
      presenter: "CLIENTE DE PRUEBA",
      channel: "counter",
      arrivedAt: instant,
      uploadIds: ["none"],
    },
  }),
  forwardSubmission: ({ submissionId }) => ({
    params: { submissionId },
    body: { area: "Gerencia Técnica", reason: "Es suyo." },
  }),
  discardRecourse: ({ submissionId }) => ({ params: { submissionId }, body: { reason: "Es un pedido de copias." } }),
  takeFileOut: ({ submissionId }) => ({
    params: { submissionId, documentId: "01JZZZZZZZZZZZZZZZZZZZZZZZ" },
    body: { reason: "Es de otra persona." },
  }),
  answerSubmission: ({ submissionId }) => ({
    params: { submissionId },
    body: { text: "Se responde.", uploadIds: ["none"] },
  }),
  recordSubmissionDelivery: ({ submissionId }) => ({
    params: { submissionId },
    body: { document: "constancia", way: "paper" },
  }),
  gatherPersonData: ({ submissionId }) => ({ params: { submissionId }, body: {} }),
  downloadSubmissionDocument: ({ submissionId }) => ({ params: { submissionId, document: "constancia" } }),
  showSubmissionPages: ({ submissionId }) => ({ params: { submissionId, document: "constancia" } }),
  listDeskSubmissions: () => ({}),
  showDeskSubmission: ({ submissionId }) => ({ params: { submissionId } }),
  receiveSubmission: ({ submissionId }) => ({ params: { submissionId }, body: { outcome: "received" } }),
  downloadFiledAttachment: ({ submissionId }) => ({ params: { submissionId, documentId: "none" } }),
  listWaitingAttachments: () => ({}),
  attendAttachment: ({ uploadId }) => ({ params: { uploadId }, body: { act: "ask" } }),
  showRegister: () => ({ query: ofMonth }),
  buildRegister: () => ({ body: ofMonth }),
  downloadRegister: () => ({ params: { fileName: "reclamos_2026-11.csv" }, query: ofMonth }),
  listIndicators: () => ({ query: ofMonth }),
  listFigureCases: () => ({ params: { figureId: "resolved-in-time" }, query: ofMonth }),
  drawSample: () => ({ query: { ...ofMonth, size: "3", seed: "una semilla" } }),
  listSupervisors: () => ({}),
  admitSupervisor: () => ({
    params: { sub: outsider },
    body: { name: "SUPERVISORA DE PRUEBA", from: "2026-11-01", until: "2026-11-10", letter: "OFICIO 1" },
  }),
  listSupervisedReads: () => ({ query: ofMonth }),
  enterAttention: () => ({ body: { channel: "counter", matter: "receipt" } }),
  sendLink: () => ({ body: { supplyCode: "00012345", page: "receipt", channel: "sms", telephone: "900000009" } }),
  chooseLanguage: of({ language: "qu", interpreter: true }),
  undoWithdrawal: of({}),
  takeUndoneWithdrawal: of({ came: "telephone" }),
  replaceKey: of({}),
  takeKeyReplacement: of({ came: "telephone", documentNumber: "00000001" }),
  takeContact: of({ came: "telephone", documentNumber: "00000001", telephone: "900000009" }),
  takeLanguage: of({ came: "telephone", language: "qu", interpreter: true }),
  takeHearingConfirmation: of({ came: "telephone", on: "2026-12-23", at: "08:00" }),
  showCalledVisit: of(),
  takeVisitChoice: (hers) => ({
    params: { claimId: hers.claimId },
    body: { came: "telephone", inspectionId: hers.inspectionId, on: "2026-11-26", from: "08:00" },
  }),
  takeNoticeConsent: of({ came: "telephone", channel: "email", granted: false }),
  checkCalledRecourse: of({ kind: "appeal" }),
  takeDispute: (hers) => ({ params: { problemId: hers.problemId }, body: { text: "Sigue igual." } }),
  listCallBacks: () => ({}),
  recordCallBack: () => ({ params: { callBackId: "none" }, body: { result: "answered", text: "Se le explicó." } }),
  listAttentions: () => ({ query: ofMonth }),
  enterObservation: () => ({
    body: { channel: "counter", person: { name: "CLIENTE DE PRUEBA" }, text: "Falta sombra en la cola." },
  }),
  listObservations: () => ({}),
  answerObservation: () => ({ params: { observationId: "none" }, body: { text: "Se pondrá." } }),
};

/** Routes that name nothing of anybody's: whoever passes the door gets their own, or a key decides. */
export const open: ReadonlySet<Id> = new Set([
  "saveDraft",
  "listDrafts",
  "showProfile",
  "saveProfile",
  "fileClaim",
  "checkClaim",
  "listClaims",
  "openClaim",
  "startUpload",
  "listSubmissions",
  "fileProblem",
  "listProblems",
]);
