import type { AnswerOf } from "../../shared/contract/route.ts";
import type { RouteId, Routes } from "../../shared/contract/routes.ts";
import { now } from "./fixtures.ts";

type AnswerTo<Id extends RouteId> = AnswerOf<Routes[Id]>;
type Claim = AnswerTo<"showClaim">;
type Entry = Claim["timeline"][number];

export const entry = (seq: number, type: Entry["type"], day: string, more: Partial<Entry> = {}): Entry => ({
  seq,
  type,
  effectiveAt: `${day}T15:00:00.000Z`,
  recordedAt: `${day}T15:00:00.000Z`,
  by: "company",
  ...more,
});

/** A claim filed this morning, under investigation from the same day. */
export const claim: Claim = {
  claimId: "claim1",
  code: "RE-2026-004192-7",
  version: 2,
  supplyCode: "00012345",
  claimType: "F01",
  channel: "web",
  filedAt: now,
  filedOn: "2026-11-23",
  state: "under-investigation",
  since: "2026-11-23",
  next: "company",
  dueOn: "2027-01-08",
  daysLeft: 30,
  receipts: [{ number: "S001-00045013", period: "2026-10", m3: 62, amount: "223.61", claimUntil: "2027-01-18" }],
  duplicates: [],
  grounds: "Somos dos personas y el recibo subió cuatro veces.",
  claimantName: "CLIENTE DE PRUEBA UNO",
  notifyBy: "2027-01-15",
  answerBy: "2027-01-15",
  owner: { name: "ANALISTA DE PRUEBA", extension: "104" },
  clocks: [
    { id: "T06", calendar: "COMPANY", startsOn: "2026-11-23", dueDate: "2026-11-30", daysLeft: 5, status: "running" },
    { id: "T10", calendar: "COMPANY", startsOn: "2026-11-23", dueDate: "2027-01-15", daysLeft: 35, status: "running" },
  ],
  actions: ["claim-extended", "withdrawal-requested", "queja-filed"],
  awaits: [
    { act: "receive-visit", asked: true, on: "2026-11-27", about: "v1" },
    { act: "attend-hearing", asked: true, on: "2026-12-15" },
    { act: "claim-extended", until: "2026-11-30", daysLeft: 5 },
  ],
  late: [],
  timeline: [entry(1, "claim-filed", "2026-11-23", { by: "claimant" }), entry(2, "claim-accepted", "2026-11-23")],
  visits: [{ inspectionId: "v1", on: "2026-11-27", from: "08:00", to: "10:00", late: false }],
  hearing: {
    on: "2026-12-15",
    at: "09:00",
    mode: "telephone",
    telephone: "987654321",
    choice: { modes: ["telephone", "virtual", "in-person"], until: "2026-12-14", mayChangeMode: true },
  },
  offers: [],
  attachments: [
    {
      documentId: "p1",
      fileName: "medidor.jpg",
      contentType: "image/jpeg",
      sizeBytes: 200_000,
      sha256: "a".repeat(64),
      state: "received",
    },
    {
      documentId: "p2",
      fileName: "foto-con-un-nombre-muy-largo-que-puso-el-celular-IMG_20261123_094210_0001_HDR_portrait.jpg",
      contentType: "image/jpeg",
      sizeBytes: 300_000,
      sha256: "b".repeat(64),
      state: "refused",
    },
  ],
  documents: [
    { documentId: "d1", kind: "claim-cargo", fileName: "cargo.pdf", sizeBytes: 9000, sha256: "c".repeat(64), at: now },
  ],
  resolutions: [],
  quejas: [],
  hold: "held",
  holdKey: "holdholdholdholdhold12",
  defects: [],
  notifyByEmail: true,
  chainHead: "d".repeat(64),
  testData: true,
};

export const observed: Claim = {
  ...claim,
  state: "observed",
  next: "user",
  dueOn: "2026-11-25",
  daysLeft: 2,
  actions: ["remedied", "claim-extended", "withdrawal-requested", "queja-filed"],
  awaits: [{ act: "remedied", asked: true, until: "2026-11-25", daysLeft: 2 }],
  defects: ["Falta el poder del titular.", "No se lee la foto del recibo."],
};

/** A claim filed as holder with a document that is not the register's. */
export const unproved: Claim = {
  ...claim,
  actions: ["claim-extended", "queja-filed"],
  proofAsked: true,
  awaits: [{ act: "prove-standing", asked: true }],
};

export const askedFor: Claim = {
  ...claim,
  state: "in-reconsideration",
  actions: ["new-evidence-brought", "appeal-filed", "withdrawal-requested", "queja-filed"],
  awaits: [{ act: "new-evidence-brought", asked: true, until: "2026-11-25", daysLeft: 2 }],
  defects: ["El informe del gasfitero que mencionas."],
  remedyUntil: "2026-11-25",
};

/** A claim whose claimant has nothing to do: its visit and its hearing are over. */
export const idle: Claim = { ...claim, state: "no-agreement", actions: ["queja-filed"], awaits: [] };

/** A claim whose visit was on Friday and not reported, and whose visit term is over. */
export const late: Claim = {
  ...claim,
  visits: claim.visits.map((visit) => ({ ...visit, on: "2026-11-16", missed: true as const })),
  clocks: claim.clocks.map((clock) =>
    clock.id === "T06" ? { ...clock, dueDate: "2026-11-20", daysLeft: -1, status: "lapsed" as const } : clock,
  ),
  awaits: [{ act: "attend-hearing", asked: true, on: "2026-11-23", today: true }],
  hearing: { on: "2026-11-23", at: "09:00", mode: "telephone" },
  late: [{ clock: "T06", dueOn: "2026-11-20", missedOn: "2026-11-16", grantedAfter: "2027-01-15" }],
};

/** A claim whose decision was sent by e-mail and not acknowledged yet. */
export const unnotified: Claim = {
  ...claim,
  state: "resolved",
  answerBy: undefined,
  actions: ["reconsideration-filed", "appeal-filed", "queja-filed"],
  unnotifiedDecision: true,
  awaits: [
    { act: "acknowledge-notice", asked: true, until: "2026-11-25", daysLeft: 2, about: "noticekeynoticekey1234" },
  ],
};

export const offered: Claim = {
  ...claim,
  actions: [...claim.actions, "answer-offer"],
  awaits: [...claim.awaits, { act: "answer-offer", asked: true, until: "2026-12-15", daysLeft: 16, about: "o1" }],
  offers: [
    {
      offerId: "o1",
      madeAt: now,
      receiptNumber: "S001-00045013",
      m3: 15,
      before: "223.61",
      after: "39.85",
      terms: "Se cobra el mes según tu consumo normal.",
      until: "2026-12-15",
    },
  ],
};

/** The offer in parts, which its claimant answered with something else. */
export const countered: Claim = {
  ...claim,
  offers: offered.offers.map((one) => ({
    ...one,
    instalments: ["19.93", "19.92"],
    accepted: false,
    answeredAt: now,
    counter: { m3: 15, after: "39.85", instalments: ["19.93", "19.92"], says: "Usé como siempre." },
  })),
};

export const decided: Claim = {
  ...claim,
  state: "notified",
  answerBy: undefined,
  next: "user",
  dueOn: "2026-12-14",
  daysLeft: 15,
  actions: ["reconsideration-filed", "appeal-filed"],
  awaits: [
    { act: "appeal-filed", asked: true, until: "2026-12-14", daysLeft: 15 },
    { act: "reconsideration-filed", asked: true, until: "2026-12-14", daysLeft: 15 },
  ],
  clocks: [
    { id: "T11", calendar: "USER", startsOn: "2026-11-23", dueDate: "2026-12-14", daysLeft: 15, status: "running" },
  ],
  timeline: [
    ...claim.timeline,
    entry(3, "inspection-reported", "2026-11-23", { outcome: "whole" }),
    entry(4, "resolution-signed", "2026-11-23"),
    entry(5, "resolution-notified", "2026-11-23"),
  ],
  resolutions: [
    {
      number: "RES-2026-000123",
      outcome: "partly-upheld",
      issuedOn: "2026-11-23",
      notifiedOn: "2026-11-23",
      decision: "El recibo de octubre se cobra por 20 m³.",
      reasons: "El control del medidor no se hizo completo.",
      months: [
        {
          receiptNumber: "S001-00045013",
          period: "2026-10",
          outcome: "partly-upheld",
          corrected: { m3: 20, amount: "55.10" },
        },
      ],
      rectified: [],
      documentId: "d2",
    },
  ],
  hold: "held",
};

/** What the tribunal decided of two receipts. */
export const tribunalDecision: NonNullable<Claim["tribunal"]> = {
  number: "0001-2027-TRASS",
  receivedOn: "2027-03-01",
  result: "reversed",
  summary: "Se refactura octubre con el promedio, y noviembre queda igual.",
  months: [
    {
      ...{ receiptNumber: "S001-00045013", period: "2026-10", outcome: "upheld" },
      corrected: { m3: 12, amount: "31.40" },
    },
    { receiptNumber: "S001-00045014", period: "2026-11", outcome: "rejected" },
  ],
};

/** A decision that was notified, as its page shows it. */
export const decision: AnswerTo<"showDecision"> = {
  claimId: "claim1",
  code: "RE-2026-004192-7",
  decisions: [
    {
      number: "00123-2026-MOQ",
      outcome: "partly-upheld",
      issuedOn: "2026-11-20",
      notifiedOn: "2026-11-23",
      decision: "El recibo de octubre se cobra por 20 m³.",
      reasons: "El control del medidor no se hizo completo.",
      months: [
        {
          receiptNumber: "S001-00045013",
          period: "2026-10",
          outcome: "partly-upheld",
          corrected: { m3: 20, amount: "55.10" },
        },
        { receiptNumber: "S001-00044013", period: "2026-09", outcome: "rejected" },
      ],
      documentId: "d2",
      text: [
        { text: "Moquegua, 20 de noviembre de 2026" },
        {
          lines: [
            ["Reclamo", "RE-2026-004192-7"],
            ["Domicilio procesal", "Calle de Prueba 100, de la urbanización que tiene un nombre muy largo, Moquegua"],
          ],
        },
        { heading: "VISTO" },
        { text: "El reclamo RE-2026-004192-7 por consumo medido, presentado por la web el 16 de noviembre de 2026." },
        { heading: "CONSIDERANDO" },
        { items: ["foto-del-medidor-en-la-vereda-de-mi-casa-el-domingo.jpg", "Historial de lecturas: trece meses."] },
        {
          table: {
            head: ["Mes", "Régimen", "Lectura anterior", "Lectura actual", "m³", "S/ del mes"],
            rows: [
              ["octubre de 2026", "lectura", "2283", "2345", "62", "223.61"],
              ["septiembre de 2026", "lectura", "2268", "2283", "15", "58.90"],
            ],
          },
        },
        { heading: "RESUELVE" },
        { text: "Artículo 1. Declarar FUNDADO EN PARTE el reclamo. El recibo de octubre se cobra por 20 m³." },
      ],
      rectified: [{ at: now, says: "20 m2", should: "20 m³" }],
    },
  ],
  recourse: { until: "2026-12-15", daysLeft: 16 },
};

/** Findings before a claim is sent: a warning, and a term with its days. */
export const preCheck: AnswerTo<"checkClaim"> = {
  findings: [
    {
      rule: "term",
      severity: "explains",
      text: "Puedes reclamar el recibo de octubre de 2026 hasta el lunes 18 de enero de 2027.",
      term: {
        from: "2026-11-16",
        unit: "months",
        amount: 2,
        calendar: "USER",
        calendarVersion: "semilla-2026-11-24",
        dueDate: "2027-01-18",
        days: [
          { date: "2026-11-16", counted: false, reason: "start" },
          { date: "2026-11-17", counted: true, reason: "working" },
        ],
      },
    },
    { rule: "duplicate", severity: "warns", text: "El reclamo RE-2026-000001-1, por lo mismo, sigue en trámite." },
  ],
};

export const summaryOf = (of: Claim) => {
  const { claimId, code, version, supplyCode, claimType, channel, filedAt, filedOn, state, since, next } = of;
  const { dueOn, daysLeft, awaits } = of;
  return {
    claimId,
    code,
    version,
    supplyCode,
    claimType,
    channel,
    filedAt,
    filedOn,
    state,
    since,
    next,
    awaits: awaits.map(({ about: _, ...act }) => act),
    ...(dueOn && { dueOn }),
    ...(daysLeft !== undefined && { daysLeft }),
  };
};

export const claims: AnswerTo<"listClaims"> = {
  claims: [
    summaryOf({ ...observed, claimId: "claim2", code: "RE-2026-004100-1" }),
    summaryOf(claim),
    {
      ...summaryOf({
        ...claim,
        claimId: "claim3",
        code: "RE-2026-000001-0",
        state: "closed",
        next: "nobody",
        awaits: [],
      }),
      ended: "partly-upheld",
      left: { figures: [{ period: "2026-10", before: "223.61", after: "55.10" }], from: "2026-11-20" },
    },
  ],
};

export const clocks: AnswerTo<"showClocks"> = {
  lawVersion: "2023",
  clocks: [
    {
      id: "T06",
      calendar: "COMPANY",
      startsOn: "2026-11-23",
      dueDate: "2026-11-25",
      daysLeft: 2,
      status: "running",
      days: [
        { date: "2026-11-23", counted: false, reason: "start" },
        { date: "2026-11-24", counted: true, reason: "working" },
        { date: "2026-11-25", counted: false, reason: "regional-holiday" },
      ],
    },
  ],
};

/** A draft with every answer, as the pages type it. */
export const answers = {
  linkId: "a1",
  supplyCode: "00012345",
  writeKey: "00000000-0000-4000-8000-00000000abcd",
  receipts: ["2026-10 S001-00045013"],
  reason: "used-less",
  leakCheck: "none-found",
  meterReading: "00481",
  grounds: "Somos dos personas y el recibo subió cuatro veces.",
  attachments: [{ uploadId: "u1", fileName: "medidor.jpg", sizeBytes: 200_000 }],
  meterTest: "no",
  visitPreference: "morning",
  request: "bill-normal-use",
  as: "representative",
  acts: ["conciliate"],
  givenNames: "CLIENTE DE PRUEBA",
  paternalSurname: "UNO",
  maternalSurname: "",
  companyName: "",
  kind: "DNI",
  number: "00000001",
  address: "Calle de Prueba 100, Moquegua",
  telephone: "987 654 321",
  email: "cliente.uno@example.pe",
  notifyByEmail: "yes",
  hearingMode: "telephone",
};

export const draftOf = (draftAnswers: AnswerTo<"showDraft">["answers"]): AnswerTo<"showDraft"> => ({
  draftId: "draft1",
  savedAt: now,
  expiresAt: "2026-12-23T14:42:00.000Z",
  supplyCode: "00012345",
  answers: draftAnswers,
});

export const filed: AnswerTo<"fileClaim"> = {
  claimId: "claim1",
  code: "RE-2026-004192-7",
  filedAt: now,
  filedOn: "2026-11-23",
  supplyCode: "00012345",
  receipts: [{ number: "S001-00045013", period: "2026-10", late: true }],
  visit: { inspectionId: "v1", on: "2026-11-27", from: "08:00", to: "10:00", late: false },
  hearing: { on: "2026-12-15", at: "09:00", mode: "telephone", telephone: "987654321" },
  notifyBy: "2027-01-15",
  owner: { name: "ANALISTA DE PRUEBA", extension: "104" },
  claimKey: "claimkeyclaimkeyclaim1",
  duplicates: [{ claimId: "claim9", code: "RE-2026-000009-4", receipts: ["S001-00045013"], decided: false }],
};

/** What a customer keeps of themselves. */
export const profile: NonNullable<AnswerTo<"showProfile">["profile"]> = {
  givenNames: "CLIENTE DE PRUEBA",
  paternalSurname: "UNO",
  maternalSurname: "",
  companyName: "",
  document: { kind: "PASSPORT", number: "AB12345" },
  address: "Calle de Prueba 100, Moquegua",
  telephone: "987654321",
  email: "cliente.uno@example.pe",
  notifyByEmail: true,
  representative: "CLIENTE DE PRUEBA DOS",
  savedAt: now,
};

/** A claim filed without an account, which gets its visit and hearing once its contact is confirmed. */
export const filedOpen: AnswerTo<"fileOpenClaim"> = {
  claimId: "claim1",
  code: "RE-2026-004192-7",
  filedAt: now,
  filedOn: "2026-11-23",
  supplyCode: "00012345",
  receipts: [{ number: "S001-00045013", period: "2026-10" }],
  awaitsAppointments: true,
  notifyBy: "2027-01-15",
  claimKey: "claimkeyclaimkeyclaim1",
  duplicates: [],
};

export const shownOpen: AnswerTo<"showOpenClaim"> = {
  code: "RE-2026-004192-7",
  filedAt: now,
  filedOn: "2026-11-23",
  state: "under-investigation",
  since: "2026-11-23",
  next: "company",
  dueOn: "2027-01-08",
  daysLeft: 30,
  channels: ["sms"],
  contactConfirmed: false,
  awaitsAppointments: true,
  cargoReady: true,
};

export const confirmedOpen: AnswerTo<"confirmOpenContact"> = {
  contactConfirmed: true,
  visit: { inspectionId: "v1", on: "2026-11-27", from: "08:00", to: "10:00", late: false },
  hearing: { on: "2026-12-15", at: "09:00", mode: "telephone", telephone: "987654321" },
};

export const notice: AnswerTo<"showNotice"> = {
  claimId: "claim1",
  of: "resolution",
  code: "RE-2026-004192-7",
  number: "RES-2026-000123",
  issuedOn: "2026-11-20",
  sentAt: now,
  acknowledgeBy: "2026-11-25",
  daysLeft: 1,
};

export const acknowledged: AnswerTo<"showNotice"> = {
  ...notice,
  acknowledgedAt: now,
  notifiedOn: "2026-11-23",
  outcome: "rejected",
  decision: "El recibo queda como está.",
  reasons: "El medidor funciona bien y no hay fugas.",
  text: [{ heading: "VISTO" }, { text: "El reclamo y el expediente formado con él." }],
  recourseUntil: "2026-12-15",
  daysLeft: 15,
};

export const hold: AnswerTo<"showHold"> = {
  held: true,
  supplyCode: "00012345",
  receipts: ["S001-00045013"],
  code: "RE-2026-004192-7",
  checkCode: "4F0A-91C2",
  since: now,
};

export const submission: AnswerTo<"showSubmission"> = {
  submissionId: "f1",
  number: "MP-2026-004192-7",
  kind: "document",
  subject: "Queja por demora",
  text: "Presenté mi reclamo hace dos meses.",
  presenter: "CLIENTE DE PRUEBA UNO",
  presentedAt: now,
  filedOn: "2026-11-23",
  channel: "web",
  standing: { as: "user" },
  againstDecision: false,
  copyAsked: false,
  entries: [],
  state: "presented",
  claim: { claimId: "claim1", code: "RE-2026-004192-7" },
  attachments: [
    { documentId: "p1", fileName: "queja.pdf", sizeBytes: 1000, sha256: "e".repeat(64), state: "received" },
  ],
  constancia: "ready",
};

export const observedSubmission: AnswerTo<"showSubmission"> = {
  ...submission,
  state: "observed",
  remark: "El documento no tiene firma.",
  remedyBy: "2026-11-25",
  entries: [
    { type: "observed", at: now, text: "El documento no tiene firma." },
    { type: "notified", at: now, to: "email", effectiveAt: now },
  ],
  constancia: "preparing",
  observation: "ready",
};
