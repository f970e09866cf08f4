import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { casework } from "../../functions/casework/casework.ts";
import { deskProblems } from "../../functions/casework/desk-problems.ts";
import { problems } from "../../functions/claims/problems.ts";
import { filings } from "../../functions/filings/filings.ts";
import { reports } from "../../functions/reports/reports.ts";
import { type ApiHandler, api } from "../../functions/runtime/api.ts";
import type { TokenClaims } from "../../functions/runtime/caller.ts";
import { supervised } from "../../functions/runtime/supervised.ts";
import { signing } from "../../functions/signing/signing.ts";
import * as attentionRoutes from "../../shared/contract/attention-routes.ts";
import * as caseFileRoutes from "../../shared/contract/case-file-routes.ts";
import * as caseworkRoutes from "../../shared/contract/casework-routes.ts";
import * as claimFileRoutes from "../../shared/contract/claim-file-routes.ts";
import * as claimRoutes from "../../shared/contract/claim-routes.ts";
import * as deskProblemRoutes from "../../shared/contract/desk-problem-routes.ts";
import * as filingRoutes from "../../shared/contract/filing-routes.ts";
import * as problemRoutes from "../../shared/contract/problem-routes.ts";
import * as reportRoutes from "../../shared/contract/report-routes.ts";
import type { Route } from "../../shared/contract/route.ts";
import * as signingRoutes from "../../shared/contract/signing-routes.ts";
import { addDays, limaDay } from "../../shared/domain/calendar-day.ts";
import { staffRoles } from "../../shared/domain/people.ts";
import { openAttentions } from "../../shared/storage/attentions.ts";
import { transact } from "../../shared/storage/dynamodb.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openObservations } from "../../shared/storage/observations.ts";
import { openReportBuilds } from "../../shared/storage/report-builds.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import { openRetained } from "../../shared/storage/retention.ts";
import { openSupervision } from "../../shared/storage/supervision.ts";
import { openTrustedRoots } from "../../shared/storage/trusted-roots.ts";
import { openVerificationIndex } from "../../shared/storage/verification-index.ts";
import { copyStores } from "../doubles/copy-stores.ts";
import { fixedNotices } from "../doubles/fixed-notices.ts";
import { keptEvidence } from "../doubles/kept-evidence.ts";
import { sealKey } from "../doubles/seal-key.ts";
import { signingSets } from "../doubles/signing-sets.ts";
import { caseWorld, form, maria } from "../shared/casework/case-world.ts";
import { press } from "../shared/documents/document-examples.ts";
import { type TestTables, testTables } from "../shared/storage/test-tables.ts";
import { type ApiAnswer, type ApiRequest, callUndescribed, customer, originKey, staff } from "./api-call.ts";
import { claimDeskOn, claimsHandler, sendFile } from "./claims/claims-world.ts";

const routes = {
  ...claimRoutes,
  ...problemRoutes,
  ...claimFileRoutes,
  ...caseworkRoutes,
  ...caseFileRoutes,
  ...deskProblemRoutes,
  ...signingRoutes,
  ...filingRoutes,
  ...reportRoutes,
  ...attentionRoutes,
};
type Id = keyof typeof routes;

/** What of maria's a route names: her claim, her filing, her upload, her draft, the keys she was told. */
interface Hers {
  readonly claimId: string;
  readonly inspectionId: string;
  readonly filingId: string;
  readonly uploadId: string;
  readonly noticeKey: string;
  readonly holdKey: string;
  readonly problemId: string;
  readonly code: string;
}

const ofMonth = { month: "2026-11" };
/** Who is to supervise from outside, and those of whom it was or will be the time. */
const outsider = "00000000-0000-4000-8000-000000000009";
const outsiders = {
  inTime: "00000000-0000-4000-8000-00000000000a",
  over: "00000000-0000-4000-8000-00000000000b",
  notYet: "00000000-0000-4000-8000-00000000000c",
} as const;

type Row = (hers: Hers) => Pick<ApiRequest, "params" | "query" | "body">;

const of =
  (body?: object, more: (hers: Hers) => Record<string, string> = () => ({})): Row =>
  (hers) => ({ params: { claimId: hers.claimId, ...more(hers) }, ...(body && { body }) });

const said = { ...form.claimant };
const claim = {
  claimant: said,
  receipts: [{ number: "S001-00045001", period: "2026-10" }],
  grounds: "Subió.",
  request: "other",
};
const problem = { problemType: "O-S1", applicant: said, description: "El desagüe se atora." };
const instant = "2026-11-23T15:00:00.000Z";
const paper = { fileName: "foto.png", contentType: "image/png", sizeBytes: 10, sha256: "a".repeat(64) };

/** A request to each route that is whole, and names what is maria's. A route without a row does not compile. */
const rows: Record<Id, Row> = {
  saveDraft: () => ({ params: { draftId: "d1" }, body: { answers: {} } }),
  showDraft: () => ({ params: { draftId: "hers" } }),
  listDrafts: () => ({}),
  dropDraft: () => ({ params: { draftId: "d1" } }),
  fileClaim: () => ({ body: { ...claim, linkId: "a-link-of-nobody" } }),
  checkClaim: () => ({ body: { ...claim, linkId: "a-link-of-nobody" } }),
  listClaims: () => ({}),
  showClaim: of(),
  showClocks: of(),
  openClaim: ({ code }) => ({ body: { code, claimKey: "a".repeat(22) } }),
  lookUpClaim: ({ code }) => ({ body: { code, document: { kind: "DNI", number: "99999999" } } }),
  withdrawClaim: of({ of: "procedure" }),
  requestMeterTest: of({ costAccepted: true }),
  remedyClaim: of({ answer: "Aquí está." }),
  extendClaim: of({ grounds: "Además." }),
  knowObservation: of({}),
  consentToNotices: of({ channel: "email", granted: false }),
  chooseHearing: of({ mode: "virtual" }),
  answerOffer: of({ accepted: true }, () => ({ offerId: "none" })),
  fileQueja: of({ ground: "delay", duty: "Resolver en plazo.", facts: "No resuelven." }),
  fileRecourse: of({ kind: "appeal", grounds: "No estoy de acuerdo." }),
  checkRecourse: of({ kind: "appeal" }),
  downloadDocument: of(undefined, () => ({ documentId: "none" })),
  showNotice: ({ noticeKey }) => ({ params: { noticeKey } }),
  acknowledgeNotice: ({ noticeKey }) => ({ params: { noticeKey }, body: {} }),
  downloadNotified: ({ noticeKey }) => ({ params: { noticeKey } }),
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
  attendProblem: ({ problemId }) => ({ params: { problemId }, body: { solved: false, text: "Se fue a ver." } }),
  promoteProblem: ({ problemId }) => ({ params: { problemId }, body: { channel: "counter", grounds: "Sigue." } }),
  searchSupplies: () => ({ body: { supplyCode: "00012345" } }),
  takeClaim: () => ({ body: { ...claim, supplyCode: "00099999", channel: "counter" } }),
  listWork: () => ({ query: { queue: "admission" } }),
  showCase: of(),
  downloadCasePaper: of(undefined, () => ({ documentId: "none" })),
  listSentNotices: of(),
  showSentNotice: of(undefined, () => ({ seq: "1" })),
  admitClaim: of({ outcome: "accepted" }),
  givePlaces: of({ reason: "No es el mismo." }),
  joinClaims: of({ code: "RE-2026-000001-1", reason: "Son lo mismo." }),
  reclassifyClaim: of({ claimType: "F10", reason: "Es por un cobro." }),
  observeClaim: of({ defects: ["Falta algo."] }),
  tellObservation: of({ how: "told-by-telephone" }),
  listLateRisks: () => ({}),
  sendCopy: of({ channel: "letter" }),
  listInspections: () => ({ query: { date: "2026-11-25" } }),
  reportInspection: of(
    { outcome: "absent", startedAt: instant, external: { leakAtBox: false, premises: "Portón." } },
    ({ inspectionId }) => ({ inspectionId }),
  ),
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
  confirmDelivery: of({ wasThere: true }, () => ({ noticeId: "none" })),
  elevateFile: of({ receivedAt: instant, reference: "T-1" }),
  recordTribunal: of({ outcome: "decided", number: "1", receivedAt: instant, summary: "Fundado." }),
  overrideChecklist: of({ items: ["cuts-history"], reason: "No existe." }),
  executeDecision: of({ summary: "Hecho.", reference: "NC-1" }),
  findNumber: ({ code }) => ({ params: { number: code } }),
  countWork: () => ({}),
  addEvidence: of({ kind: "cuts-history", summary: "Nunca se cortó.", noneFoundBy: "PERSONA DE PRUEBA DOS" }),
  recordControl: of({
    period: "2026-10",
    notice: { on: "2026-10-20", at: "09:00", means: "PERSONAL" },
    billedBy: "L",
  }),
  recordStandingProof: of({ shown: "Su contrato de alquiler." }),
  requireRepair: of({ how: "told-in-person", text: "Fuga bajo el piso del baño." }),
  askNewEvidence: of({ how: "told-in-person", text: "Un documento que no esté en el expediente." }),
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
  tellMeterTest: of({ how: "told-by-telephone" }),
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
  startUpload: () => ({ body: paper }),
  showUpload: ({ uploadId }) => ({ params: { uploadId } }),
  startStaffUpload: () => ({ body: paper }),
  showStaffUpload: ({ uploadId }) => ({ params: { uploadId } }),
  fileDocument: ({ claimId }) => ({
    body: { subject: "Un escrito", presenter: "CLIENTE DE PRUEBA", claimId, uploadIds: ["none"] },
  }),
  listFilings: () => ({}),
  showFiling: ({ filingId }) => ({ params: { filingId } }),
  renewUpload: ({ uploadId }) => ({ params: { uploadId }, body: { sha256: paper.sha256 } }),
  renewStaffUpload: ({ uploadId }) => ({ params: { uploadId }, body: { sha256: paper.sha256 } }),
  downloadFilingProof: ({ filingId }) => ({ params: { filingId, document: "constancia" } }),
  downloadAnswer: ({ filingId }) => ({ params: { filingId, documentId: "none" } }),
  remedyFiling: ({ filingId }) => ({ params: { filingId }, body: { text: "Ya está." } }),
  tellFilingObservation: ({ filingId }) => ({ params: { filingId }, body: { how: "told-in-person" } }),
  takeFilingRemedy: ({ filingId }) => ({ params: { filingId }, body: { text: "Ya está." } }),
  countDeskFilings: () => ({}),
  listRetention: () => ({}),
  listOutages: () => ({}),
  downloadOutageCertificate: () => ({ params: { outageId: "none" } }),
  registerFiling: () => ({
    body: {
      subject: "Carta",
      presenter: "CLIENTE DE PRUEBA",
      channel: "counter",
      arrivedAt: instant,
      uploadIds: ["none"],
    },
  }),
  forwardFiling: ({ filingId }) => ({ params: { filingId }, body: { area: "Gerencia Técnica", reason: "Es suyo." } }),
  answerFiling: ({ filingId }) => ({ params: { filingId }, body: { text: "Se responde.", uploadIds: ["none"] } }),
  recordFilingDelivery: ({ filingId }) => ({ params: { filingId }, body: { document: "constancia", way: "paper" } }),
  gatherPersonData: ({ filingId }) => ({ params: { filingId }, body: {} }),
  downloadFilingDocument: ({ filingId }) => ({ params: { filingId, document: "constancia" } }),
  listDeskFilings: () => ({}),
  showDeskFiling: ({ filingId }) => ({ params: { filingId } }),
  receiveFiling: ({ filingId }) => ({ params: { filingId }, body: { outcome: "received" } }),
  downloadFiledPaper: ({ filingId }) => ({ params: { filingId, documentId: "none" } }),
  listWaitingPapers: () => ({}),
  attendPaper: ({ uploadId }) => ({ params: { uploadId }, body: { act: "ask" } }),
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
  listAttentions: () => ({ query: ofMonth }),
  enterObservation: () => ({
    body: { channel: "counter", person: { name: "CLIENTE DE PRUEBA" }, text: "Falta sombra en la cola." },
  }),
  listObservations: () => ({}),
  answerObservation: () => ({ params: { observationId: "none" }, body: { text: "Se pondrá." } }),
};

/** Routes that name nothing of anybody's: whoever passes the door gets their own, or a key decides. */
const open: ReadonlySet<Id> = new Set([
  "saveDraft",
  "listDrafts",
  "dropDraft",
  "fileClaim",
  "checkClaim",
  "listClaims",
  "openClaim",
  "startUpload",
  "listFilings",
  "fileProblem",
  "listProblems",
]);

let local: TestTables;
let hers: Hers;
let handlers: ReadonlyMap<Id, ApiHandler>;

beforeAll(async () => {
  local = await testTables();
  const world = await caseWorld(local);
  const desk = claimDeskOn(world);
  const resolutionNumbers = openResolutionNumbers(world.claims);
  const evidence = {
    paperDownloads: desk.paperDownloads,
    pageViews: desk.paperDownloads,
    documentDownloads: desk.documentDownloads,
    sentNotices: fixedNotices(),
    ...copyStores(world.claims),
  };
  const ticket = { url: "https://quarantine.example.pe", fields: {}, expiresAt: instant };
  const supervision = openSupervision(world.claims);
  const gate = { supervision, office: world.tenant.office.code.value };
  const served: readonly (readonly [object, ApiHandler])[] = [
    [{ ...claimRoutes, ...claimFileRoutes }, claimsHandler(desk)],
    [problemRoutes, api(problemRoutes, problems(desk), { originKey })],
    [
      deskProblemRoutes,
      api(deskProblemRoutes, supervised(gate, deskProblems({ ...world, ...evidence })), { originKey }),
    ],
    [
      { ...caseworkRoutes, ...caseFileRoutes },
      api(
        { ...caseworkRoutes, ...caseFileRoutes },
        supervised(gate, casework({ ...world, ...evidence, resolutionNumbers })),
        { originKey },
      ),
    ],
    [
      { ...reportRoutes, ...attentionRoutes },
      api(
        { ...reportRoutes, ...attentionRoutes },
        supervised(
          gate,
          reports({
            ...world,
            supervision,
            months: openMonthRegister(world.claims),
            builds: openReportBuilds(world.claims),
            files: { read: async () => new Uint8Array() },
            work: { send: async () => {} },
            downloads: { link: async () => "https://imports.example.pe" },
            attentions: openAttentions(world.claims),
            observations: openObservations(world.claims),
          }),
        ),
        { originKey },
      ),
    ],
    [
      signingRoutes,
      api(
        signingRoutes,
        signing({
          ...world,
          resolutionNumbers,
          keptPapers: keptEvidence(),
          signingSets: signingSets(),
          verificationIndex: openVerificationIndex(world.claims),
          trustedRoots: openTrustedRoots(world.claims),
          documents: keptEvidence(),
          seals: sealKey().seals,
          press,
          siteAddress: "https://example.pe",
        }),
        { originKey },
      ),
    ],
    [
      filingRoutes,
      api(
        filingRoutes,
        filings({
          ...world,
          ...evidence,
          retained: openRetained(world.claims),
          paperTickets: { issue: async () => ticket },
          transact: (writes) => transact(world.claims.client, writes),
        }),
        { originKey },
      ),
    ],
  ];
  handlers = new Map(
    served.flatMap(([group, handler]) => Object.keys(group).map((id) => [id as Id, handler] as const)),
  );
  const now = new Date().toISOString();
  const today = limaDay(now);
  const access = async (sub: string, from: number, until: number) =>
    supervision.grant(
      gate.office,
      { sub, name: "SUPERVISORA DE PRUEBA" },
      { from: addDays(today, from), until: addDays(today, until), letter: "OFICIO 1", by: "admin-1", at: now },
    );
  // A day more than the tests last, should they pass a midnight.
  await access(outsiders.inTime, -1, 1);
  await access(outsiders.over, -30, -1);
  await access(outsiders.notYet, 2, 30);
  const { file, filing } = await world.fileOne(now);
  const { claimId, code } = file.head;
  await desk.claimDrafts.save("maria", { draftId: "hers", answers: {} }, now);
  const uploadId = await sendFile(world, "maria", "paper-of-maria");
  const filed = {
    filingId: "filing-of-maria",
    number: "MP-2026-000001-0",
    kind: "document",
    subject: "Un escrito",
    text: "",
    presenter: "CLIENTE DE PRUEBA",
    sub: "maria",
    office: world.tenant.office.code.value,
    presentedAt: now,
    filedOn: "2026-11-23",
    state: "presented",
    channel: "web",
    papers: [],
  } as const;
  await transact(world.claims.client, world.filings.file(filed));
  const problemId = "problem-of-maria";
  await world.problems.file(
    {
      problemId,
      code: "SO-2026-000001-0",
      office: world.tenant.office.code.value,
      supplyCode: "00012345",
      problemType: "O-S1",
      channel: "web",
      applicant: said,
      description: "El desagüe se atora.",
      filedAt: now,
      filedOn: "2026-11-23",
      sub: "maria",
      entries: [{ type: "received", at: now, by: maria }],
    },
    { key: "problem-of-maria", contentHash: "a" },
  );
  hers = {
    claimId,
    problemId,
    code,
    inspectionId: `${claimId}-1`,
    filingId: filed.filingId,
    uploadId,
    noticeKey: "n".repeat(22),
    holdKey: filing.details.holdKey,
  };
}, 60_000);
afterAll(() => local.stop());

async function asked(id: Id, claims: TokenClaims | undefined, as: Hers = hers): Promise<ApiAnswer> {
  const handler = handlers.get(id);
  if (!handler) throw new Error(`no function answers ${id}`);
  return callUndescribed(handler, routes[id], { ...rows[id](as), claims, version: 1 });
}

const nobodys: Hers = {
  claimId: "0nobody",
  code: "RE-2026-000000-0",
  inspectionId: "0nobody-1",
  filingId: "0nobody",
  uploadId: "0nobody",
  problemId: "0nobody",
  noticeKey: "x".repeat(22),
  holdKey: "x".repeat(22),
};
const doorShut = [401, 403];
const ids = Object.keys(routes) as Id[];
const forStaff = ids.filter((id) => routes[id].audience === "staff");
type Answers = Record<string, string>;

/** What the answer of a route says of what is maria's: the status where somebody is kept out. */
const toCustomer = ({ status, body }: ApiAnswer): string =>
  doorShut.includes(status) || /urn:caudal:(claim|filing|draft|problem)-not-found/.test(body?.type ?? "")
    ? `${status}`
    : "passed";

/** What the door says to staff; what comes behind it is each operation's own test. */
const toStaff = ({ status, body }: ApiAnswer): string =>
  status === 401 || /not-your-role|wrong-token/.test(body?.type ?? "") ? `${status}` : "passed";

/** What another customer is told of hers, and whether it is what they are told of nothing. */
async function toAnother(id: Id): Promise<string> {
  const [ofHers, ofNothing] = [await asked(id, customer("eva")), await asked(id, customer("eva"), nobodys)];
  return ofHers.status === 404 && ofHers.text === ofNothing.text ? "told what is told of nothing" : `${ofHers.status}`;
}

/** A route for customers: the gateway's authorizer refuses a staff token before any code runs; behind it, staff are strangers. */
async function customersAnswers(id: Id): Promise<Answers> {
  const answers: Answers = { nobody: toCustomer(await asked(id, undefined)) };
  // Opening needs the claim's key, whoever asks.
  if (id !== "openClaim") answers["who filed"] = toCustomer(await asked(id, customer("maria")));
  if (open.has(id)) return answers;
  answers["another customer"] = await toAnother(id);
  for (const role of staffRoles) {
    const { status, body } = await asked(id, staff(role));
    const keptOut = doorShut.includes(status) || /-not-found$/.test(body?.type ?? "");
    answers[role] = keptOut ? "kept out" : `${status}`;
  }
  return answers;
}

async function staffsAnswers(id: Id): Promise<Answers> {
  const answers: Answers = {
    nobody: toStaff(await asked(id, undefined)),
    "who filed": toStaff(await asked(id, customer("maria"))),
  };
  for (const role of staffRoles) answers[role] = toStaff(await asked(id, staff(role)));
  return answers;
}

describe("what is maria's, asked for by everybody", () => {
  it.each(ids.filter((id) => routes[id].audience === "anyone"))("%s lets anybody in", async (id) => {
    expect(doorShut).not.toContain((await asked(id, undefined)).status);
  });

  it.each(ids.filter((id) => routes[id].audience === "customer"))("%s is for who filed alone", async (id) => {
    const strangers = staffRoles.map((role) => [role, "kept out"]);
    expect(await customersAnswers(id)).toEqual({
      nobody: "401",
      ...(id !== "openClaim" && { "who filed": "passed" }),
      ...(!open.has(id) && { "another customer": "told what is told of nothing", ...Object.fromEntries(strangers) }),
    });
  });

  it.each(forStaff)("%s is for the roles of its contract alone", async (id) => {
    const { roles = [] }: Route = routes[id];
    const byRole = staffRoles.map((role) => [role, roles.includes(role) ? "passed" : "403"]);
    expect(await staffsAnswers(id)).toEqual({ nobody: "401", "who filed": "403", ...Object.fromEntries(byRole) });
  });
});

describe("who supervises from outside", () => {
  const doors = forStaff.filter((id) => (routes[id] as Route).roles?.includes("external-supervisor"));
  const ask = (id: Id, sub: string) => asked(id, { ...staff("external-supervisor"), sub });

  it("passes no door that changes anything", () => {
    expect(doors.length).toBeGreaterThan(10);
    expect(doors.filter((id) => routes[id].method !== "GET")).toEqual([]);
  });

  it.each(doors)("is let in by %s within the days of their access alone", async (id) => {
    for (const sub of [outsider, outsiders.over, outsiders.notYet])
      expect((await ask(id, sub)).body.type).toBe("urn:caudal:access-over");
    const { status, body } = await ask(id, outsiders.inTime);
    expect(doorShut).not.toContain(status);
    expect(body?.type ?? "").not.toMatch(/access-over|claim-not-found|unexpected/);
  });
});

describe("an inspector", () => {
  it("opens no case that is not theirs to visit", async () => {
    for (const id of ["showCase", "downloadCasePaper", "reportInspection"] as const)
      expect((await asked(id, staff("inspector"))).status).toBe(404);
  });
});
