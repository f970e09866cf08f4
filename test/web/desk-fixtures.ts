import type { AnswerOf } from "../../shared/contract/route.ts";
import type { RouteId, Routes } from "../../shared/contract/routes.ts";
import { waysToConfirm } from "../../shared/domain/counter/act-on-behalf.ts";
import type { StaffRole } from "../../shared/domain/work/people.ts";
import { answer, now, sheet } from "./fixtures.ts";
import type { Stubs } from "./site-server.ts";

type AnswerTo<Id extends RouteId> = AnswerOf<Routes[Id]>;
type Case = AnswerTo<"showCase">;
type Row = AnswerTo<"listWork">["claims"][number];

/** An access token with these roles, whose signature the stubs do not check. */
export function tokenOf(...roles: readonly StaffRole[]): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part({ sub: "staff-1", "cognito:groups": roles })}.c2lnbmF0dXJl`;
}

const days = [
  { date: "2026-11-03", counted: false, reason: "start" },
  { date: "2026-11-04", counted: true },
  { date: "2026-11-07", counted: false, reason: "weekend" },
];
export const summary = {
  claimId: "c1",
  code: "RE-2026-004192-7",
  version: 7,
  supplyCode: "00012345",
  claimType: "F01",
  channel: "telephone",
  filedAt: "2026-11-03T14:42:00.000Z",
  filedOn: "2026-11-03",
  state: "under-investigation",
  since: "2026-11-04",
  next: "company",
  dueOn: "2026-11-26",
  daysLeft: 3,
} as const satisfies AnswerTo<"reportInspection">;

const { version: _, dueOn: _due, daysLeft: _left, ...rowOfList } = summary;
const row = (claimId: string, left: number, more: Partial<Row> = {}): Row => ({
  ...rowOfList,
  claimId,
  code: `RE-2026-00419${claimId.slice(1)}-7`,
  days: { dueOn: "2026-11-26", left },
  claimantName: "CLIENTE DE PRUEBA UNO",
  amount: "223.61",
  ageDays: 20,
  queue: "admission",
  attachmentWaits: false,
  isNew: false,
  ...more,
});

/**
 * A list with a claim that silence grants tomorrow and whose target passed, one that ends today, one soon, one in time,
 * one with no term, one that is in another list by now.
 */
export const work: AnswerTo<"listWork"> = {
  claims: [
    row("c1", 1, {
      owner: "ANALISTA DE PRUEBA",
      days: { lostOn: "2026-12-03", left: 1, meta: { act: "admit", on: "2026-11-30", left: -2 } },
    }),
    row("c2", 0, {
      appointmentsWait: { giveBy: "2026-11-26", sameAs: { claimId: "c9", code: "RE-2026-004190-5" }, sameDay: 12 },
    }),
    row("c3", 3, { claimantName: "CLIENTE DE PRUEBA CON UN NOMBRE MUY LARGO Y DOS APELLIDOS COMPUESTOS DE LA ROSA" }),
    row("c4", 12, { queue: "investigation" }),
    row("c5", -1, { attachmentWaits: true }),
  ],
  cursor: "next",
};

const counts: AnswerTo<"countWork"> = {
  queues: [
    { queue: "admission", total: 12, overdue: 2, soon: 3 },
    { queue: "investigation", total: 1500, overdue: 0, soon: 1 },
    { queue: "elevation", total: 0, overdue: 0, soon: 0 },
  ],
  mine: [{ queue: "admission", total: 4, overdue: 1, soon: 2 }],
};

type Entry = Case["entries"][number];

const entry = (seq: number, type: Entry["type"], more: Partial<Entry> = {}): Entry => ({
  seq,
  type,
  effectiveAt: "2026-11-03T14:42:00.000Z",
  recordedAt: "2026-11-03T14:42:00.000Z",
  by: "company",
  role: "analyst",
  person: "ANALISTA DE PRUEBA",
  ...more,
});

export const sha256 = "a".repeat(64);

/** The ways the API gives a claimant with that telephone and e-mail to confirm. */
export function waysOf(contact: Parameters<typeof waysToConfirm>[1]): Case["confirmingWays"] {
  const ways = (how: Parameters<typeof waysToConfirm>[0]) => [...waysToConfirm(how, contact)];
  return {
    telephone: ways("telephone"),
    counter: ways("counter"),
    "document-desk": ways("document-desk"),
    hearing: ways("hearing"),
  };
}

/** A case under investigation, without actions. */
export const theCase: Case = {
  ...summary,
  days: { lostOn: "2026-12-23", left: 21, meta: { act: "visit", on: "2026-11-19", left: -2 } },
  awaits: [],
  late: [],
  receipts: [{ number: "S001-00045013", period: "2026-10", m3: 62, amount: "223.61" }],
  duplicates: [],
  returnable: [],
  findings: [{ rule: "standing", severity: "explains", text: "Basta el recibo u otra prueba de uso." }],
  grounds: "Somos cuatro personas y no usamos tanta agua.",
  claimantName: "CLIENTE DE PRUEBA UNO",
  notifyBy: "2026-12-23",
  owner: { name: "ANALISTA DE PRUEBA", extension: "101" },
  clocks: [
    {
      id: "T06",
      calendar: "COMPANY",
      startsOn: "2026-11-03",
      dueDate: "2026-11-19",
      daysLeft: -2,
      status: "running",
      days,
    },
    {
      id: "T08",
      calendar: "COMPANY",
      startsOn: "2026-11-03",
      dueDate: "2026-12-16",
      daysLeft: 15,
      status: "running",
      days,
    },
    {
      id: "T05",
      calendar: "USER",
      startsOn: "2026-11-03",
      dueDate: "2026-11-10",
      daysLeft: -9,
      status: "lapsed",
      days,
    },
  ],
  actions: [],
  timeline: [],
  visits: [{ inspectionId: "i1", on: "2026-11-10", from: "08:00", to: "10:00", late: false }],
  hearing: { on: "2026-12-01", at: "10:00", mode: "telephone", telephone: "987654321" },
  hearingCalls: { logged: [], numbers: ["987654321"], needed: 2, apartMinutes: 10 },
  offers: [
    {
      offerId: "o1",
      madeAt: "2026-11-20T14:00:00.000Z",
      receiptNumber: "S001-00045013",
      m3: 20,
      before: "223.61",
      after: "60.10",
      terms: "Se cobra el promedio por una fuga reparada.",
      until: "2026-12-01",
    },
  ],
  attachments: [
    {
      documentId: "p1",
      fileName: "foto-del-medidor.jpg",
      contentType: "image/jpeg",
      sizeBytes: 245_000,
      sha256,
      state: "received",
    },
  ],
  documents: [
    {
      documentId: "d1",
      kind: "claim-cargo",
      fileName: "cargo.pdf",
      sizeBytes: 45_000,
      sha256,
      at: "2026-11-03T14:43:00.000Z",
    },
  ],
  signatureWays: ["certificate", "hand", "second-factor"],
  resolutions: [],
  quejas: [],
  lateRecourse: false,
  hold: "held",
  defects: [],
  notifyByEmail: true,
  chainHead: "b".repeat(64),
  testData: true,
  claimant: {
    name: "CLIENTE DE PRUEBA UNO",
    document: "DNI 00000001",
    standing: "titular",
    address: "Calle de Prueba 000, Moquegua",
    telephone: "900000001",
    email: "cliente@example.pe",
    notifyByEmail: true,
  },
  confirmingWays: waysOf({ telephone: "900000001", email: "cliente@example.pe" }),
  request: "bill-normal-use",
  leakCheck: "not-yet",
  meterReading: 477,
  meterTest: false,
  entries: [
    entry(1, "claim-filed", { by: "claimant", text: "por teléfono: recibo S001-00045013" }),
    entry(2, "claim-accepted", { recordedAt: "2026-11-04T15:00:00.000Z" }),
  ],
  inspections: [
    {
      inspectionId: "i1",
      on: "2026-11-10",
      from: "08:00",
      to: "10:00",
      late: true,
      inspector: "INSPECTOR DE PRUEBA",
      report: {
        outcome: "whole",
        startedAt: "2026-11-10T13:10:00.000Z",
        attendedBy: "CLIENTE DE PRUEBA UNO (titular)",
        external: {
          meterNumber: "FX21000123",
          reading: 481,
          seals: "intact",
          box: "damaged",
          leakAtBox: false,
          connection: "open",
          premisesType: "one-family",
          premises: "Casa de un piso, puerta azul.",
        },
        internal: {
          occupants: 4,
          useUnits: [{ category: "DOMESTICO", occupied: 1, vacant: 1 }],
          points: [{ kind: "Inodoros", count: 2, damaged: 1, leaking: 0 }],
          leakTest: { before: 481.1, after: 481.1, minutes: 15 },
          leak: "none",
        },
        causes: ["meter-fault", "overflow"],
        signing: { how: "at-request", by: "CLIENTE DE PRUEBA DOS" },
        observations: "Sin observaciones.",
        doubts: ["El acta dice medidor FX99999999, y el de sus recibos es FX21000240."],
        photos: [
          { documentId: "p2", fileName: "medidor.jpg", kind: "photo", takenAt: "2026-11-10T13:12:00.000Z" },
          { documentId: "p3", fileName: "papel.jpg", kind: "signed-paper" },
        ],
      },
    },
    { inspectionId: "i2", on: "2026-11-25", from: "10:00", to: "12:00", late: false },
  ],
  evidence: [
    { item: "bills", name: "Recibos reclamados", status: "present", addable: false },
    { item: "cuts-history", name: "Historial de cortes y reaperturas", status: "missing", addable: false },
    {
      item: "billing-control",
      name: "Control antes de facturar (omitido)",
      status: "missing",
      detail: "octubre de 2026: No consta el control de calidad que la empresa debía hacer antes de emitir el recibo.",
      addable: false,
    },
    { item: "meter-test", name: "Contrastación del medidor", status: "not-asked", addable: false },
    {
      item: "external-inspection",
      name: "Inspección externa",
      status: "missing",
      detail: "La visita es el 26 de noviembre de 2026.",
      dueOn: "2026-11-26",
      addable: false,
    },
  ],
  notices: [],
};

/** The case of a caller who may add evidence, with some that was added already. */
export const provingCase: Case = {
  ...theCase,
  evidence: theCase.evidence.map((one) => ({
    ...one,
    addable: one.item !== "meter-test",
    ...(one.item === "bills" && {
      detail: "S001-00045013, de octubre de 2026 Copia del sistema comercial.",
      attachments: [
        { documentId: "d9", fileName: "recibo-de-octubre-copia-del-sistema-comercial.pdf", state: "received" },
      ],
    }),
  })),
};

/** The case with the results of the consumption rules for its month. */
export const ruledCase: Case = {
  ...theCase,
  consumption: {
    months: [
      {
        receiptNumber: "S001-00045013",
        period: "2026-10",
        billedM3: 62,
        measuredM3: 62,
        averageM3: 15,
        averageMonths: [
          { period: "2026-09", m3: 15 },
          { period: "2026-08", m3: 41, leftOut: "fuera de la mediana" },
        ],
        assignmentM3: 20,
        atypical: true,
        controlDone: false,
        regime: "AVERAGE",
        reason: "no-control",
        verdict: "upheld",
        m3: 15,
        replaceMeter: true,
        concepts: [
          { concept: "AGUA", before: "150.00", after: "40.00" },
          { concept: "IGV", before: "34.11", after: "8.86" },
        ],
        before: "223.61",
        after: "58.08",
        credit: "98.53",
        overpaid: "0.00",
        explanation: ["El volumen facturado duplica el promedio.", "No consta el control antes del recibo."],
      },
    ],
    repair: {
      status: "required",
      due: "2026-12-04",
      records: ["La lectura del medidor con todos los puntos cerrados."],
      explanation: ["La fuga debe estar reparada hasta el 4 de diciembre de 2026."],
    },
    meterTest: ["La contrastación se ordena hasta el 30 de noviembre de 2026."],
  },
};

/** The case with entries that a colleague recorded meanwhile. */
export const changedCase: Case = {
  ...theCase,
  version: 8,
  entries: [
    ...theCase.entries,
    entry(3, "offer-made", {
      role: "conciliator",
      person: "CONCILIADORA DE PRUEBA",
      recordedAt: now,
      effectiveAt: now,
      text: "20 m³: de S/ 223.61 a S/ 60.10",
    }),
  ],
};

const resolution: Case["resolutions"][number] = {
  number: "RES-2026-000120",
  outcome: "partly-upheld",
  issuedOn: "2026-11-23",
  decision: "Se declara fundado en parte el reclamo.",
  reasons: "La inspección encontró una fuga reparada.",
  months: [
    {
      receiptNumber: "S001-00045013",
      period: "2026-10",
      outcome: "partly-upheld",
      corrected: { m3: 20, amount: "60.10" },
    },
  ],
  rectified: [],
  documentId: "d2",
};

/** The signed letter with which a file is elevated to the tribunal. */
export const elevationLetter: Case["documents"][number] = {
  documentId: "d7",
  kind: "elevation-letter",
  fileName: "oficio-elevacion-00003-2026-MOQ-firmada.pdf",
  sizeBytes: 61_000,
  sha256: "7".repeat(64),
  at: now,
};

/** A case whose document was signed by hand and waits for a second look. */
export const lookedAtCase: Case = {
  ...theCase,
  state: "in-resolution",
  actions: [],
  signatureToConfirm: {
    documentId: "d2",
    scanId: "d8",
    kind: "resolution",
    number: "RES-2026-000120",
    signedOn: "2026-11-20",
  },
};

const waiting: AnswerOf<Routes["listSignatures"]>["documents"][number] = {
  claimId: "c1",
  code: "RE-2026-004192-7",
  claimantName: "CLIENTE DE PRUEBA UNO",
  kind: "resolution",
  number: "00120-2026-MOQ",
  documentId: "d2",
  sha256: "c".repeat(64),
  fileName: "resolucion-00120-2026-MOQ.pdf",
  frozenAt: now,
  days: { lostOn: "2026-12-14", left: 14, meta: { act: "decide", on: "2026-11-25", left: 2 } },
  isOthers: false,
};

/** The documents that wait for a signature: one of each kind, and one the signer prepared, which another must sign. */
export const signatures: AnswerOf<Routes["listSignatures"]> = {
  documents: [
    {
      ...waiting,
      kind: "elevation-letter",
      number: "00003-2026-MOQ",
      sha256: "a".repeat(64),
      days: { dueOn: "2026-11-19", left: -2 },
    },
    { ...waiting, result: { outcome: "partly-upheld", before: "223.61", after: "60.10" } },
    {
      ...waiting,
      claimId: "c2",
      code: "RE-2026-104193-1",
      claimantName: "CLIENTA DE PRUEBA CON UN NOMBRE MUY LARGO QUE OCUPA DOS LÍNEAS",
      kind: "rectification",
      sha256: "d".repeat(64),
      days: undefined,
      isOthers: true,
    },
    {
      ...waiting,
      claimId: "c3",
      kind: "silence-certificate",
      sha256: "e".repeat(64),
      days: undefined,
    },
  ],
  most: 50,
  ways: ["certificate", "hand"],
};

/** A case whose resolution waits for its signature. */
export const frozenCase: Case = {
  ...theCase,
  state: "in-resolution",
  actions: ["resolution-signed", "resolution-returned"],
  resolutions: [resolution],
  documents: [
    ...theCase.documents,
    {
      documentId: "d2",
      kind: "resolution",
      fileName: "RES-2026-000120.pdf",
      sizeBytes: 88_000,
      sha256: "c".repeat(64),
      at: now,
    },
  ],
};

/** A case whose resolution is signed and dispatched. */
export const notifiedCase: Case = {
  ...frozenCase,
  state: "resolved",
  actions: ["resolution-dispatched", "resolution-notified"],
  resolutions: [{ ...resolution, signedAt: now }],
  draft: {
    outcome: "partly-upheld",
    decision: "Se declara fundado en parte el reclamo.",
    reasons: "La inspección encontró una fuga reparada.",
    months: [{ receiptNumber: "S001-00045013", correctedM3: 20 }],
    answers: [],
    findings: [],
    savedAt: now,
    by: "ABOGADA DE PRUEBA",
  },
  notices: [
    {
      of: "resolution",
      noticeId: "n2",
      channel: "personal",
      to: "Calle de Prueba 000, Moquegua",
      sentAt: now,
      attempts: 1,
      effective: false,
    },
    {
      of: "resolution",
      noticeId: "n1",
      channel: "email",
      to: "cliente@example.pe",
      sentAt: "2026-11-18T15:00:00.000Z",
      fallBackOn: "2026-11-21",
      attempts: 0,
      effective: false,
    },
  ],
};

export const found: AnswerTo<"searchSupplies"> = {
  supplyCode: "00012345",
  shown: "full",
  holder: "matches",
  today: { category: "DOMESTICO", useUnits: 1, asOf: "2026-11-03", water: "ACTIVO", sewer: "CORTADO" },
  receipts: [
    {
      number: "S001-00045013",
      period: "2026-10",
      m3: 62,
      amount: "223.61",
      dueDate: "2026-11-16",
      status: "PENDING",
      claimUntil: "2027-01-18",
    },
    {
      number: "S001-00045012",
      period: "2026-09",
      m3: 15,
      amount: "39.85",
      dueDate: "2026-10-16",
      status: "PAID",
      claimUntil: "2027-10-18",
    },
    ...["2026-08", "2026-07", "2026-06"].map((period, at) => ({
      ...{ number: `S001-0004400${3 - at}`, period, m3: 15 + at, amount: "39.85" },
      ...{ dueDate: `${period}-28`, status: "PAID" as const, claimUntil: "2027-08-18" },
    })),
  ],
  explained: {
    ...sheet,
    receipt: { ...sheet.receipt, status: "IN_CLAIM", held: { amount: sheet.receipt.monthTotal, payable: "0.00" } },
  },
  open: 2,
  claims: [
    {
      ...rowOfList,
      days: { lostOn: "2026-12-23", left: 21 },
      awaits: [{ act: "answer-offer", asked: true, until: "2026-12-01", daysLeft: 6 }],
    },
    {
      ...rowOfList,
      ...{ claimId: "c8", code: "RE-2026-003100-2", state: "closed", next: "nobody", awaits: [], days: {} },
    },
  ],
  problems: [
    {
      ...{ problemId: "p1", code: "SO-2026-000812-4", problemType: "O-S1" },
      ...{ filedAt: "2026-11-20T14:00:00.000Z", state: "received", until: "2026-11-24T14:00:00.000Z" },
    },
  ],
  contacts: [
    {
      ...{ contactId: "k2", channel: "telephone", at: "2026-11-20T15:10:00.000Z", by: "OPERADORA DE PRUEBA" },
      question: "Por qué subió su recibo de octubre.",
      answer: "Se le leyó la explicación y se le dijo cómo revisar fugas.",
      next: { step: "Enviarle la cartilla de fugas.", on: "2026-11-24" },
      callBack: { at: "2026-11-24T14:30:00.000Z", over: false },
    },
    {
      ...{ contactId: "k1", channel: "counter", at: "2026-10-05T14:00:00.000Z" },
      question: "Dónde se paga.",
      answer: "En la oficina y en los bancos.",
    },
  ],
  preferential: true,
  languageChoice: { language: "qu", interpreter: true },
};

/** The same supply before its caller gave a look-up credential. */
export const masked: AnswerTo<"searchSupplies"> = {
  ...{ supplyCode: found.supplyCode, shown: "masked", open: found.open, claims: [], problems: [], contacts: [] },
  today: { category: "DOMESTICO", useUnits: 1, asOf: "2026-11-03" },
  receipts: found.receipts.map(({ number, period, dueDate, claimUntil }) => ({ number, period, dueDate, claimUntil })),
};

/** The page of a supply that neither receipts nor register have. */
export const unknown: AnswerTo<"searchSupplies"> = {
  ...{ supplyCode: "00000777", shown: "masked", open: 0, receipts: [], claims: [], problems: [], contacts: [] },
};

/** The visit of the case, and the slots its claimant may choose. */
export const calledVisit: AnswerTo<"showCalledVisit"> = {
  ...{ claimId: "c1", code: "RE-2026-004192-7", inside: true, outside: true, repeated: true, confirmed: false },
  visit: { inspectionId: "i1", on: "2026-11-27", from: "08:00", to: "10:00", late: false },
  change: {
    slots: [
      { on: "2026-11-30", from: "10:00", to: "12:00" },
      { on: "2026-12-01", from: "08:00", to: "10:00" },
    ],
    ...{ until: "2026-11-26", left: 2 },
  },
};

/** Calls that were promised: one that is late and was tried, one of today, one without a supply. */
export const callBacks: AnswerTo<"listCallBacks"> = {
  callBacks: [
    {
      ...{ callBackId: "b1", at: "2026-11-20T15:00:00.000Z", late: true, over: false, telephone: "900000001" },
      ...{ about: "Decirle si se corrigió la lectura.", supplyCode: "00012345" },
      ...{ promisedAt: "2026-11-19T15:00:00.000Z", promisedBy: "OPERADORA DE PRUEBA" },
      attempts: [{ at: "2026-11-20T14:00:00.000Z", result: "no-answer", text: "Timbró y nadie contestó." }],
    },
    {
      ...{ callBackId: "b2", at: "2026-11-24T15:00:00.000Z", late: false, over: false, telephone: "053461000" },
      ...{ about: "Quiere saber de su pago.", promisedAt: "2026-11-23T15:00:00.000Z", attempts: [] },
    },
  ],
  cursor: "next",
};

export const filed: AnswerTo<"takeClaim"> = {
  claimId: "c9",
  code: "RE-2026-004199-1",
  filedAt: now,
  filedOn: "2026-11-23",
  supplyCode: "00012345",
  receipts: [{ number: "S001-00045013", period: "2026-10", late: true }],
  visit: { inspectionId: "i9", on: "2026-11-27", from: "08:00", to: "10:00", late: false },
  hearing: { on: "2026-12-22", at: "10:00", mode: "telephone" },
  notifyBy: "2027-01-13",
  owner: { name: "ANALISTA DE PRUEBA", extension: "101" },
  duplicates: [{ claimId: "c1", code: "RE-2026-004192-7", receipts: ["S001-00045013"], decided: false }],
};

/** A resolution to hand over today, and one that nobody was in for. */
export const deliveries: AnswerTo<"listDeliveries">["deliveries"] = [
  {
    claimId: "c1",
    code: "RE-2026-004192-7",
    noticeId: "n1",
    number: "0001-2026",
    claimantName: "CLIENTE DE PRUEBA UNO",
    to: "Calle de Prueba 000, interior del fondo",
    zone: "180101",
    inspector: "PERSONA DE PRUEBA INSPECTORA UNO",
    telephone: "900000001",
    days: { lostOn: "2026-11-24", left: 1, meta: { act: "notify", on: "2026-11-20", left: -1 } },
    until: "2026-11-24",
    attempts: 0,
  },
  {
    claimId: "c2",
    code: "RE-2026-104193-1",
    noticeId: "n2",
    claimantName: "CLIENTA DE PRUEBA DOS",
    to: "Avenida de Prueba 111",
    days: { lostOn: "2026-11-30", left: 5, meta: { act: "notify", on: "2026-11-23", left: 0 } },
    until: "2026-11-30",
    attempts: 1,
    nextOn: "2026-11-23",
  },
];

export const agenda: AnswerTo<"listInspections"> = {
  inspections: [
    {
      inspectionId: "i2",
      claimId: "c1",
      on: "2026-11-23",
      from: "08:00",
      to: "10:00",
      late: false,
      code: "RE-2026-004192-7",
      version: 7,
      supplyCode: "00012345",
      address: "Calle de Prueba 000, interior del fondo, urbanización de un nombre largo, Moquegua",
      claimantName: "CLIENTE DE PRUEBA UNO",
      telephone: "900000001",
      reported: false,
      grounds: "Somos cuatro y no usamos tanta agua. El mes pasado pagué la tercera parte y no cambió nada en la casa.",
      meterNumber: "FX21000123",
      readings: [
        { on: "2026-10-20", reading: 477, m3: 62 },
        { on: "2026-09-20", reading: 415, m3: 15 },
      ],
      inspectsInside: true,
      awaitsRemedy: false,
      alsoFor: ["RE-2026-004195-7"],
    },
    {
      inspectionId: "i3",
      claimId: "c3",
      on: "2026-11-23",
      from: "10:00",
      to: "12:00",
      late: true,
      code: "RE-2026-004193-7",
      version: 2,
      supplyCode: "00067890",
      address: "Jirón de Prueba 000, Moquegua",
      claimantName: "CLIENTE DE PRUEBA DOS",
      reported: true,
      grounds: "No me llegó el recibo y me cobran de más.",
      readings: [],
      inspectsInside: true,
      awaitsRemedy: false,
      alsoFor: [],
    },
  ],
};

/** The visit of an atypical reading in the same day. */
export const readingVisit: NonNullable<AnswerTo<"listInspections">["readingVisits"]>[number] = {
  ...{ readingId: "00012346-2026-11", kind: "control", on: "2026-11-23", from: "09:00", to: "11:00" },
  ...{ supplyCode: "00012346", period: "2026-11", address: "CALLE FICTICIA 101", holder: "CLIENTE DE PRUEBA TRES" },
  meterNumber: "FX21000777",
  reading: { on: "2026-11-20", reading: 1299, m3: 65 },
  averageM3: 15,
  readings: [{ on: "2026-10-20", reading: 1234, m3: 16 }],
  isNobodys: false,
  reported: false,
};

type Submission = AnswerTo<"showDeskSubmission">;

export const submission: Submission = {
  submissionId: "f1",
  number: "MP-2026-004192-7",
  kind: "document",
  subject: "Recibos pagados de los últimos meses",
  text: "Adjunto los recibos que pagué.",
  presenter: "CLIENTE DE PRUEBA UNO",
  presentedAt: now,
  filedOn: "2026-11-23",
  channel: "web",
  standing: { as: "representative", of: "CLIENTE DE PRUEBA DOS", power: "simple-letter" },
  againstDecision: false,
  copyAsked: false,
  entries: [],
  state: "presented",
  claim: { claimId: "c1", code: "RE-2026-004192-7" },
  attachments: [
    { documentId: "p1", fileName: "recibos.pdf", sizeBytes: 1_200_000, sha256, state: "received" },
    { documentId: "p2", fileName: "foto.jpg", sizeBytes: 45_000, sha256, state: "pending" },
  ],
  constancia: "ready",
};

const observedSubmission: Submission = {
  ...submission,
  state: "observed",
  observation: "ready",
  remark: "Falta la firma.",
  remedyBy: "2026-11-25",
};

const hold = {
  supplyCode: "00012345",
  receiptNumber: "S001-00045013",
  period: "2026-10",
  version: 1,
  action: "set",
  at: "2026-11-23T14:00:00.000Z",
  code: "RE-2026-004192-7",
} as const;

const holds: AnswerTo<"listHolds"> = {
  fileName: "bloqueos_2026-11-23.csv",
  csv: "suministro;recibo\n00012345;S001-00045013\n",
  holds: [
    hold,
    { ...hold, receiptNumber: "S001-00045014", code: "RE-2026-004193-7" },
    {
      ...hold,
      receiptNumber: "S001-00045015",
      version: 2,
      action: "released",
      acknowledged: { at: now, reference: "SC-000123" },
    },
  ],
};

const waitingAttachment: AnswerTo<"attendAttachment"> = {
  uploadId: "p2",
  fileName: "foto-de-mi-medidor.jpg",
  sizeBytes: 45_000,
  state: "pending",
  announcedAt: "2026-11-20T14:00:00.000Z",
  remindedAt: "2026-11-21T14:00:00.000Z",
  onItsWay: false,
  waits: true,
  submission: { submissionId: "f1", number: "MP-2026-004192-7" },
};
const waitingAttachments = [
  waitingAttachment,
  {
    ...waitingAttachment,
    uploadId: "p3",
    fileName: "poder-con-una-clave.pdf",
    state: "unreadable",
    reason: "El PDF pide una contraseña. Lo que presentaste con él sigue presentado, y el archivo queda guardado.",
    askedAt: now,
    submission: undefined,
    claim: { claimId: "c1", code: "RE-2026-004192-7" },
  },
  {
    ...waitingAttachment,
    uploadId: "p4",
    fileName: "recibos.pdf",
    state: "refused",
    reason: "El archivo tiene un virus. No lo abras.",
    claim: { claimId: "c1", code: "RE-2026-004192-7" },
  },
  { ...waitingAttachment, uploadId: "p5", fileName: "carta.pdf", remindedAt: undefined, onItsWay: true },
] as const satisfies AnswerTo<"attendAttachment">[];

/** The API's usual answers to the desk. */
const person = {
  extension: "101",
  onDuty: true,
  openClaims: 0,
  overdue: 0,
  soon: 0,
  visitsToday: 0,
  mayOwn: false,
  mayVisit: false,
};

/** The office's staff: one with much to do, one off duty, an inspector, and one with nothing. */
export const team: AnswerTo<"listStaff"> = {
  staff: [
    {
      ...person,
      ...{ sub: "analyst-1", name: "PERSONA DE PRUEBA ANALISTA UNO", roles: ["analyst"], mayOwn: true },
      ...{ openClaims: 1204, overdue: 3, soon: 12 },
    },
    {
      ...person,
      sub: "analyst-2",
      name: "PERSONA DE PRUEBA ANALISTA DOS",
      roles: ["analyst", "conciliator"],
      mayOwn: true,
    },
    { ...person, sub: "clerk-1", name: "PERSONA DE PRUEBA DE MESA DE PARTES", roles: ["clerk"], onDuty: false },
    {
      ...person,
      ...{ sub: "inspector-1", name: "PERSONA DE PRUEBA INSPECTORA UNO", roles: ["inspector"], mayVisit: true },
      visitsToday: 4,
    },
  ],
};

/** Changes of access: one by somebody who left the register, and the end of one. */
const lateReading: AnswerTo<"listReadings">["readings"][number] = {
  ...{ readingId: "00012345-2026-11", supplyCode: "00012345", period: "2026-11" },
  state: "to-notify",
  late: true,
  ...{ m3: 65, averageM3: 15, assignmentM3: 20, issueOn: "2026-11-22", notifyBy: "2026-11-20" },
};
export const announcedReading: typeof lateReading = {
  ...lateReading,
  ...{ readingId: "00012346-2026-11", supplyCode: "00012346", issueOn: "2026-11-30", notifyBy: "2026-11-28" },
  state: "to-visit",
  late: false,
  visit: { on: "2026-11-25", hours: "10:00-12:00" },
};
/** An atypical reading whose visit was not announced yet. */
export const reading: AnswerTo<"showReading"> = {
  ...lateReading,
  ...{
    readOn: "2026-11-20",
    reading: 1299,
    averagePrinted: false,
    holder: "CLIENTE DE PRUEBA UNO",
    address: "CALLE FICTICIA 101",
  },
  rules: { noticeHours: 48, windowHours: 2, opens: "08:00", closes: "17:00" },
  mayLapse: false,
  explanation: ["Se leyeron 65 m³. El promedio histórico es 15 m³ y la asignación 20 m³."],
  entries: [{ type: "found", at: now, said: "La trajo el archivo E del sistema comercial." }],
  version: 1,
};
const accessChanges: AnswerTo<"listAccessChanges"> = {
  changes: [
    {
      at: "2026-11-23T14:05:00.000Z",
      person: "PERSONA DE PRUEBA DE MESA DE PARTES",
      given: ["clerk", "operator"],
      taken: ["analyst"],
      ended: false,
      reason: "Cubre la ventanilla mientras dura la licencia.",
    },
    {
      at: "2026-11-20T15:00:00.000Z",
      by: "PERSONA DE PRUEBA GERENTE",
      person: "PERSONA DE PRUEBA QUE SE FUE",
      given: [],
      taken: ["inspector"],
      ended: true,
      reason: "Terminó su contrato.",
    },
  ],
};

export const deskStubs: Stubs = {
  listAccessChanges: answer("listAccessChanges", accessChanges),
  listWork: answer("listWork", work),
  listOverridesAsked: answer("listOverridesAsked", { claims: [], more: false }),
  listStaff: answer("listStaff", team),
  showMe: answer("showMe", { name: "PERSONA DE PRUEBA ANALISTA UNO", openClaims: 4 }),
  listLateRisks: answer("listLateRisks", {
    claims: [
      {
        ...rowOfList,
        days: { lostOn: "2026-12-04", left: 2, meta: { act: "notify", on: "2026-11-25", left: -2 } },
        claimantName: "CLIENTE DE PRUEBA UNO",
        reason: "not-dispatched",
      },
    ],
    more: false,
  }),
  countWork: answer("countWork", counts),
  showCase: answer("showCase", theCase),
  searchSupplies: answer("searchSupplies", found),
  listCallBacks: answer("listCallBacks", callBacks),
  checkCalledRecourse: answer("checkCalledRecourse", {
    findings: [
      { rule: "recourse-fit", severity: "warns", text: "Falta una prueba nueva." },
      { rule: "form-required", severity: "warns", text: "Falta decir por qué no estás de acuerdo." },
    ],
  }),
  showCalledVisit: answer("showCalledVisit", calledVisit),
  search: answer("search", {
    found: [
      { what: "claim", id: "c1", number: "RE-2026-004192-7", initials: "C. P. U." },
      { what: "supply", id: "00012345", number: "00012345", initials: "C. P. U.", locality: "MOQUEGUA" },
      {
        what: "supply",
        id: "00012345",
        number: "00012345",
        initials: "C. P. U.",
        locality: "MOQUEGUA",
        receiptNumber: "S001-00082001",
      },
    ],
    more: true,
  }),
  listOpenings: answer("listOpenings", {
    openings: [
      {
        at: "2026-11-23T15:00:00.000Z",
        name: "PERSONA DE PRUEBA OPERATOR-1",
        what: "claim",
        id: "c1",
        number: "RE-2026-004192-7",
      },
      { at: "2026-11-23T14:59:00.000Z", what: "claim", id: "c1", number: "RE-2026-004192-7", part: "d1" },
      { at: "2026-11-23T14:00:00.000Z", name: "GERENTE DE PRUEBA", what: "log", id: "openings 2026-11" },
    ],
  }),
  countOpenings: answer("countOpenings", {
    ...{ from: "2026-11-23", until: "2026-11-29", isWhole: true },
    staff: [
      {
        ...{ name: "PERSONA DE PRUEBA OPERATOR-1", roles: ["operator"], cases: 64, people: 31, files: 4, outside: 60 },
        ...{ median: { opened: 22, outside: 9 }, standsOut: true },
      },
      {
        ...{ name: "PERSONA DE PRUEBA OPERATOR-2", roles: ["operator", "clerk"], cases: 12, people: 10, files: 2 },
        ...{ outside: 9, median: { opened: 22, outside: 9 }, standsOut: false },
      },
      { roles: [], cases: 1, people: 0, files: 0, outside: 1, standsOut: false },
    ],
  }),
  listSearches: answer("listSearches", {
    searches: [
      {
        at: "2026-11-23T15:00:00.000Z",
        name: "PERSONA DE PRUEBA OPERATOR-1",
        how: "name",
        reason: "caller-has-no-number",
        shown: ["supply 00012345", "claim RE-2026-004192-7"],
      },
      { at: "2026-11-23T14:00:00.000Z", how: "number", shown: [] },
    ],
  }),
  checkCalledClaim: answer("checkCalledClaim", {
    findings: [
      {
        rule: "duplicate",
        severity: "warns",
        text: "Ya hay un reclamo por octubre de 2026: RE-2026-004192-7.",
      },
    ],
  }),
  takeClaim: answer("takeClaim", filed, 201),
  listInspections: answer("listInspections", agenda),
  listDeliveries: answer("listDeliveries", { deliveries, more: false }),
  reportDelivery: answer("reportDelivery", summary),
  reportInspection: answer("reportInspection", summary),
  listOutages: answer("listOutages", {
    outages: [
      {
        outageId: "o1",
        number: "CAIDA-20261120-1000",
        from: "2026-11-20T15:00:00.000Z",
        to: "2026-11-20T21:00:00.000Z",
        certificate: "ready",
      },
      {
        outageId: "o2",
        number: "CAIDA-20261119-1000",
        from: "2026-11-19T15:00:00.000Z",
        to: "2026-11-19T15:05:00.000Z",
        certificate: "preparing",
      },
    ],
  }),
  listDeskSubmissions: answer("listDeskSubmissions", {
    submissions: [
      { ...submission, waitedDays: 3 },
      {
        ...submission,
        submissionId: "f9",
        number: "MP-2026-004193-5",
        answerBy: "2026-11-20",
        dueOn: "2026-11-20",
        daysLeft: -1,
        waitedDays: 31,
      },
      { ...observedSubmission, dueOn: "2026-11-26", daysLeft: 2, waitedDays: 5 },
      {
        ...submission,
        submissionId: "f10",
        number: "MP-2026-004194-3",
        againstDecision: true,
        recourseBy: "2026-11-30",
        dueOn: "2026-11-30",
        daysLeft: 4,
        waitedDays: 1,
      },
    ],
  }),
  listReadings: answer("listReadings", { readings: [lateReading, announcedReading] }),
  showReading: answer("showReading", reading),
  reportReading: answer("reportReading", announcedReading),
  recordReading: answer("recordReading", { ...reading, version: 2 }),
  listValues: answer("listValues", {
    law: "tuo-rgr-2023",
    openSince: "2026-11-24",
    groups: [
      {
        name: "Queja",
        values: [
          { name: "La decide", value: "el TRASS", status: "assumed", source: "3.8, pregunta 30 [known]" },
          {
            ...{ name: "Plazo para decidirla", value: "3 días hábiles", status: "confirmed", source: "LPAG 169" },
            ...{ confirmedBy: "Asesoría Jurídica", confirmedAt: "2026-11-20" },
          },
        ],
      },
      {
        name: "Contacto",
        values: [{ name: "Teléfono", value: "053 000 000", status: "stand-in", source: "inventado" }],
      },
    ],
    documents: [{ kind: "atypical-notice", status: "assumed", source: "sección 4 [seen-2 S21]" }],
    notices: [
      { of: "case", kind: "queja-answered", status: "assumed", source: "palabras nuestras [design]" },
      { of: "submission", kind: "presented", status: "assumed", source: "palabras nuestras [design]" },
    ],
  }),
  listRetention: answer("listRetention", {
    rules: [
      {
        what: "claims",
        keep: { years: 10 },
        from: "over",
        why: "El calendario de archivo.",
        keptSince: "2016-11-23",
        past: [{ id: "c1", code: "RE-2016-004192-7", since: "2016-03-01" }],
      },
      { what: "submissions", keep: { years: 10 }, from: "presented", why: "Igual.", keptSince: "2016-11-23", past: [] },
      {
        ...{ what: "readings", keep: { years: 10 }, from: "over", why: "Prueban un control." },
        ...{
          keptSince: "2016-11-23",
          past: [{ id: "00012345-2015-11", code: "00012345-2015-11", since: "2015-12-01" }],
        },
      },
      { what: "drafts", keep: { days: 30 }, from: "saved", why: "Un borrador no es un reclamo.", past: [] },
    ],
  }),
  countDeskSubmissions: answer("countDeskSubmissions", {
    lists: [
      { list: "to-check", count: 2 },
      { list: "to-notify", count: 1 },
      { list: "observed", count: 1 },
      { list: "to-answer", count: 3 },
    ],
    toAnswer: { overdue: 1, close: 2 },
    attachments: 3,
    areas: ["Gerencia Comercial", "Gerencia Técnica"],
  }),
  listWaitingAttachments: answer("listWaitingAttachments", { attachments: waitingAttachments }),
  attendAttachment: answer("attendAttachment", { ...waitingAttachments[0], askedAt: now }),
  showDeskSubmission: answer("showDeskSubmission", submission),
  receiveSubmission: answer("receiveSubmission", { ...submission, state: "received", receivedAt: now }),
  priceOffer: answer("priceOffer", { after: "39.85", instalments: ["19.93", "19.92"] }),
  listHolds: answer("listHolds", holds),
  listNotes: answer("listNotes", { fileName: "notas.csv", csv: "", receipts: [] }),
  listUnanswered: answer("listUnanswered", { answerHours: 4, unanswered: [] }),
  acknowledgeExchange: answer("acknowledgeExchange", { acknowledged: 2, unknown: [] }),
  listSentNotices: answer("listSentNotices", {
    sent: [
      {
        seq: 9,
        of: "resolution-dispatched",
        channel: "email",
        to: "c•••@example.pe",
        subject: "Tienes una notificación de tu reclamo RE-2026-000123-4",
        sha256,
        messageId: "0100019ae0000000-00000000-0000-0000-0000-000000000001-000000",
        sentAt: "2026-11-18T15:00:00.000Z",
        delayedAt: "2026-11-18T15:05:00.000Z",
        bouncedAt: "2026-11-18T19:00:00.000Z",
        bounce: "permanent",
      },
      {
        seq: 1,
        of: "claim-filed",
        channel: "email",
        to: "c•••@example.pe",
        subject: "Recibimos tu reclamo RE-2026-000123-4",
        sha256,
        messageId: "0100019ae0000000-00000000-0000-0000-0000-000000000002-000000",
        sentAt: "2026-11-02T15:00:00.000Z",
        deliveredAt: "2026-11-02T15:00:02.000Z",
      },
    ],
  }),
  showSentNotice: answer("showSentNotice", {
    seq: 9,
    of: "resolution-dispatched",
    channel: "email",
    to: "c•••@example.pe",
    subject: "Tienes una notificación de tu reclamo RE-2026-000123-4",
    sha256,
    messageId: "0100019ae0000000-00000000-0000-0000-0000-000000000001-000000",
    sentAt: "2026-11-18T15:00:00.000Z",
    text: "Hola:\n\nYa hay una decisión sobre tu reclamo RE-2026-000123-4.\n\nEntra aquí:\nhttps://reclamos.example.pe/notificacion/••••••/",
  }),
  downloadCaseAttachment: answer("downloadCaseAttachment", {
    url: "/favicon.svg",
    sha256,
    fileName: "a.pdf",
    expiresAt: now,
    pages: ["/favicon.svg"],
  }),
  downloadFiledAttachment: answer("downloadFiledAttachment", {
    ...{ url: "/favicon.svg", sha256, fileName: "a.pdf", expiresAt: now },
    pages: ["/favicon.svg"],
  }),
  showDocumentPages: answer("showDocumentPages", { state: "drawn", pages: ["/favicon.svg"], more: false }),
  showSubmissionPages: answer("showSubmissionPages", { state: "drawn", pages: ["/favicon.svg"], more: false }),
};
