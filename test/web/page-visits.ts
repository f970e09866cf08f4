import type { AnswerOf } from "../../shared/contract/route.ts";
import type { RouteId, Routes } from "../../shared/contract/routes.ts";
import { filled } from "../../web/filled-path.ts";
import { type SitePage, sitePages } from "../../web/paths.ts";
import { offered } from "./claim-fixtures.ts";
import { answer, now, term } from "./fixtures.ts";
import { siteAnswers } from "./site-answers.ts";
import type { SiteServer, Stubs } from "./site-server.ts";

type AnswerTo<Id extends RouteId> = AnswerOf<Routes[Id]>;

const problem: AnswerTo<"showProblem"> = {
  problemId: "p1",
  code: "SO-2026-004192-7",
  supplyCode: "00012345",
  problemType: "O-S1",
  channel: "web",
  filedAt: now,
  filedOn: "2026-11-23",
  description: "El desagüe de la vereda se atora.",
  state: "not-solved",
  until: now,
  actions: ["claim"],
  entries: [{ type: "received", at: now, by: "applicant" }],
  attachments: [],
  form: "ready",
};

const visit: AnswerTo<"showVisit"> = {
  claimId: "claim1",
  code: offered.code,
  visit: { inspectionId: "v1", on: "2026-11-27", from: "08:00", to: "10:00", late: false },
  address: "CALLE FICTICIA 101, MOQUEGUA",
  inside: true,
  outside: true,
  repeated: true,
  confirmed: false,
  change: { slots: [{ on: "2026-11-26", from: "08:00", to: "10:00" }], until: "2026-11-26", left: 2 },
};

const results: AnswerTo<"showResults"> = {
  month: "2026-10",
  last: "2026-10",
  attended: 812,
  resolved: 731,
  inTerm: 719,
  silences: null,
  byType: [
    { type: "F01", count: 655 },
    { type: "F04", count: 71 },
  ],
};

/** The API's answers to all visits. */
export const visitAnswers = (site: Pick<SiteServer, "origin" | "uploads">): Stubs => ({
  ...siteAnswers(site),
  showClaim: answer("showClaim", offered),
  explainReceipt: { status: 503 },
  dueDates: answer("dueDates", term("2026-11-24", 15)),
  showResults: answer("showResults", results),
  listProblems: answer("listProblems", { problems: [problem] }),
  showProblem: answer("showProblem", problem),
  showVisit: answer("showVisit", visit),
  showFile: answer("showFile", {
    code: offered.code,
    pieces: [{ piece: 1, seq: 1, title: "carátula", at: now, folios: { from: 1, to: 1 } }],
  }),
  listNotices: answer("listNotices", {
    code: offered.code,
    notices: [{ seq: 1, subject: "Recibimos tu reclamo", sentAt: now, channel: "sms", to: "••• ••• 321" }],
  }),
});

/** One visit to a page of the site: who comes, and the words by which the page is of use to them. */
export interface Visit {
  readonly path: string;
  readonly signedIn?: "customers";
  /** Words of `main` that are there once the page shows what it is for. */
  readonly reads: string;
}

const values = {
  linkId: "a1",
  period: "2026-10",
  draftId: "draft1",
  step: "relato",
  claimId: "claim1",
  act: "desistir",
  offerId: "o1",
  noticeKey: "k",
  problemId: "p1",
  submissionId: "f1",
  holdKey: "h",
};

const open = (page: SitePage, reads: string = sitePages[page].title): Visit => ({
  path: filled(sitePages[page].path, values),
  reads,
});
const mine = (page: SitePage, reads: string): Visit => ({ ...open(page, reads), signedIn: "customers" });

/** A visit to each page of the site in its usual state. */
export const visits: Readonly<Record<SitePage, Visit>> = {
  home: open("home"),
  receipt: open("receipt", "Código de suministro"),
  signIn: open("signIn", "Te enviamos un código"),
  supplies: mine("supplies", "Suministro 00067890"),
  consumption: mine("consumption", "Este mes"),
  supplyReceipt: mine("supplyReceipt", "Por qué"),
  profile: mine("profile", "Guardar mis datos"),
  leaks: open("leaks", "Cierra todo y mira tu medidor"),
  claims: mine("claims", "Suministro 00012345"),
  claimStart: open("claimStart", "Reclamar sin ver el recibo"),
  claimStep: mine("claimStep", "Con tus palabras"),
  claim: mine("claim", "Lo que tienes que hacer"),
  claimFiled: mine("claimFiled", offered.code),
  claimFile: mine("claimFile", "Preparar mi copia"),
  claimNotices: mine("claimNotices", "••• ••• 321"),
  claimDecision: mine("claimDecision", "Te dimos la razón en parte"),
  claimVisit: mine("claimVisit", "Confirmo que habrá alguien"),
  claimMeeting: mine("claimMeeting", "Te llamamos al"),
  claimAct: mine("claimAct", "¿De qué quieres desistir?"),
  claimOffer: mine("claimOffer", "39.85"),
  openByKey: mine("openByKey", "Clave del reclamo"),
  claimState: open("claimState", "Número de documento"),
  notice: open("notice", "Confirmo que la recibí"),
  problems: mine("problems", "Avisar de un problema"),
  problem: mine("problem", "Reclamar porque no se solucionó"),
  submissions: open("submissions", "No necesitas una cuenta"),
  submission: mine("submission", "Descargar constancia de presentación"),
  hold: open("hold", "4F0A-91C2"),
  verify: open("verify", "Código"),
  terms: open("terms", "Cuántos días hábiles"),
  results: open("results", "Personas atendidas"),
  serviceStatus: open("serviceStatus", "Ingresar con tu cuenta"),
  help: open("help", "Dónde está el número de recibo"),
  accessibility: open("accessibility", "WCAG 2.2"),
  privacy: open("privacy", "No usamos cookies"),
  notFound: { path: "/no-hay/", reads: sitePages.notFound.title },
};
