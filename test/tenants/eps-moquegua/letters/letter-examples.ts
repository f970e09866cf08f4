import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { letters, tenant } from "../../../../settings.ts";
import { letterOffice } from "../../../../shared/casework/notice/letter-facts.ts";
import type { LetterOn, Letters } from "../../../../shared/documents/letters.ts";
import { readReceipt } from "../../../../shared/domain/billing/receipt-file.ts";
import type {
  CaseEvent,
  CaseEventOf,
  CaseEventType,
  CaseFact,
  CaseNote,
} from "../../../../shared/domain/case/case-events.ts";
import type { Attachment } from "../../../../shared/domain/filing/claim-form.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import type { Receipt } from "../../../../shared/domain/receipt/receipt.ts";
import { listFor } from "../../../../shared/domain/receipt/tariff.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { filing, letterhead, resolutionFacts } from "../../../shared/documents/document-examples.ts";
import { billedMonth } from "../../../shared/storage/billing/billed-rows.ts";

const office = letterOffice(tenant, filing.filedOn);

/** The facts of a letter in three sizes: the least possible, an ordinary case, and more than anybody ever wrote. */
type Sizes<Facts> = { readonly least: Facts; readonly usual: Facts; readonly most: Facts };
type FactsOf<Name extends keyof Letters> = Parameters<Letters[Name]>[0];

const words = "Una frase larga que alguien escribió con mucho detalle sobre su recibo de agua, para que conste. ";
const long = `${words.repeat(60)}\n${"palabra".repeat(60)}`;
const attachment = (name: string): Attachment => ({
  documentId: name,
  fileName: name,
  contentType: "image/jpeg",
  sizeBytes: 1,
  sha256: "a1".repeat(32),
  state: "received",
});
const many = Array.from({ length: 60 }, (_, at) => attachment(`foto-${at}-${"nombre-largo".repeat(8)}.jpg`));

const placed = (entry: CaseFact | CaseNote, seq: number): CaseEvent => ({
  ...entry,
  seq,
  recordedAt: entry.effectiveAt,
});

/** Returns the facts of a letter on the last of some entries of a case. */
function factsOf<Type extends CaseEventType>(
  entry: (CaseFact | CaseNote) & { readonly type: Type },
  before: readonly (CaseFact | CaseNote)[] = [],
  claim: CaseEventOf<"claim-filed"> = filing,
): LetterOn<Type> {
  const events: CaseEvent[] = [claim, ...[...before, entry].map((one, at) => placed(one, at + 2))];
  return {
    ...office,
    filing: claim,
    claimType: "consumo medido",
    events,
    entry: events.at(-1) as unknown as CaseEventOf<Type>,
  };
}

const at = "2026-12-01T15:00:00.000Z";
const analyst = person("analyst-1", "analyst");
const inspector = person("inspector-1", "inspector");
const filedFacts = (claim: CaseEventOf<"claim-filed"> = filing): LetterOn<"claim-filed"> => ({
  ...office,
  filing: claim,
  claimType: "consumo medido",
  events: [claim],
  entry: claim,
});

const { visit, hearing, owner: _owner, supplyAddress: _address, ...bareDetails } = filing.details;
/** A claim with only what must be there. */
const bareClaim: CaseEventOf<"claim-filed"> = {
  ...filing,
  channel: "counter",
  details: {
    ...bareDetails,
    attachments: [],
    form: {
      supplyCode: "00012345",
      claimant: {
        givenNames: "CLIENTE",
        paternalSurname: "DE PRUEBA",
        standing: { as: "effective-user" },
        address: "",
        notifyByEmail: false,
      },
      receipts: filing.details.form.receipts,
      grounds: "Es mucho.",
      request: "other",
    },
  },
};
const longClaim: CaseEventOf<"claim-filed"> = {
  ...filing,
  channel: "telephone",
  details: {
    ...filing.details,
    typedBy: "OPERADORA DE PRUEBA",
    attachments: many,
    form: {
      ...filing.details.form,
      grounds: long,
      meterTest: true,
      meterTestCostAccepted: true,
      receipts: Array.from({ length: 14 }, (_, month) => ({
        number: `S001-000450${String(month).padStart(2, "0")}`,
        period: `2025-${String((month % 12) + 1).padStart(2, "0")}`,
        m3: 40 + month,
        amount: cents(20_000 + month),
      })),
      claimant: {
        ...filing.details.form.claimant,
        companyName: "EMPRESA DE PRUEBA CON UN NOMBRE MUY LARGO QUE NO CABE EN UNA SOLA LÍNEA S.A.C.",
        address: "AVENIDA FICTICIA DE NOMBRE LARGO 1234, MANZANA Z, LOTE 99, URBANIZACIÓN DE PRUEBA, MOQUEGUA",
      },
    },
  },
};
const planned = visit ?? { inspectionId: "v1", on: calendarDay("2026-11-25"), from: "08:00", to: "10:00", late: false };
const reach = { office: { address: "Dirección de prueba 000, Moquegua", telephone: "053 000 000" } };
const called = hearing ?? { on: calendarDay("2026-12-23"), at: "08:30", mode: "telephone" as const };

type Report = Extract<CaseFact, { type: "inspection-reported" }>;
const report = (outcome: Report["outcome"], details: Partial<Report["details"]> = {}): Report => ({
  type: "inspection-reported",
  effectiveAt: "2026-11-25T14:00:00.000Z",
  by: inspector,
  outcome,
  details: {
    inspectionId: "v1",
    startedAt: "2026-11-25T13:10:00.000Z",
    external: { leakAtBox: false, premises: "casa de un piso, puerta verde" },
    observations: "",
    photos: [],
    ...details,
  },
});
const assigned: CaseNote = {
  type: "inspection-assigned",
  effectiveAt: at,
  by: analyst,
  details: { inspectionId: "v1", inspector: "inspector-1", name: "INSPECTORA DE PRUEBA" },
};
const internal = {
  occupants: 4,
  useUnits: [
    { category: "DOMESTICO" as const, occupied: 1, vacant: 0 },
    { category: "COMERCIAL" as const, occupied: 0, vacant: 2 },
  ],
  points: [
    { kind: "inodoro", count: 2, damaged: 1, leaking: 1 },
    { kind: "caño", count: 5, leaking: 0 },
  ],
  leakTest: { before: 1240.1, after: 1240.3, minutes: 15 },
  leak: "non-visible" as const,
};
const whole = report("whole", {
  endedAt: "2026-11-25T13:50:00.000Z",
  attendedBy: { name: "VECINA DE PRUEBA", relation: "hermana" },
  unsigned: "dice que no es la titular",
  internal,
  external: {
    meterNumber: "M-0001",
    reading: 1240,
    meterWorks: true,
    seals: "broken",
    box: "damaged",
    leakAtBox: true,
    connection: "open",
    premisesType: "mixed",
    premises: "casa de dos pisos",
    neighbours: "00099001 y 00099002",
  },
  observations: "El tanque rebosa.",
  photos: [attachment("medidor.jpg"), attachment("fachada.jpg")],
});
const wholeLong = report("whole", {
  attendedBy: { name: "VECINA DE PRUEBA ".repeat(8), relation: "hermana" },
  internal: {
    ...internal,
    points: Array.from({ length: 70 }, (_, n) => ({ kind: `caño ${n}`, count: n, leaking: 0 })),
  },
  external: { meterNumber: "M".repeat(40), leakAtBox: false, premises: long },
  observations: long,
  photos: many,
});
const absent = report("absent", { retry: { ...planned, on: calendarDay("2026-11-27") } });
const attempt = (premises: string, photos: readonly Attachment[]): CaseNote & { type: "delivery-attempted" } => ({
  type: "delivery-attempted",
  effectiveAt: "2026-12-29T15:00:00.000Z",
  by: person("clerk-1", "clerk"),
  details: { noticeId: "n1", outcome: "absent", nextOn: calendarDay("2026-12-30"), premises, photos },
});

const held = (
  agreement: "total" | "partial" | "none" | "absence",
  details: Partial<CaseEventOf<"conciliation-held">["details"]> = {},
): Extract<CaseFact, { type: "conciliation-held" }> => {
  const said = {
    type: "conciliation-held" as const,
    effectiveAt: "2026-12-23T14:00:00.000Z",
    by: person("conciliator-1", "conciliator"),
    details: {
      startedAt: "2026-12-23T13:30:00.000Z",
      endedAt: "2026-12-23T14:00:00.000Z",
      companyProposal: "",
      claimantProposal: "",
      agreed: "",
      disagreed: "",
      observations: "",
      missing: [],
      ...details,
    },
  };
  return agreement === "total" || agreement === "partial"
    ? { ...said, agreement, standing: { as: "holder" } }
    : { ...said, agreement };
};
const offer = (offerId: string, terms: string): CaseNote => ({
  type: "offer-made",
  effectiveAt: "2026-12-20T14:00:00.000Z",
  by: person("conciliator-1", "conciliator"),
  details: {
    offerId,
    receiptNumber: "S001-00045001",
    m3: 33,
    before: cents(22_361),
    after: cents(13_377),
    terms,
    until: calendarDay("2026-12-30"),
  },
});

const document = {
  documentId: "r1",
  kind: "resolution",
  fileName: "r.pdf",
  sizeBytes: 1,
  sha256: "c3".repeat(32),
  verificationCode: "0000-0000-0000-0000",
} as const;
const decidedAt = "2026-12-28T16:00:00.000Z";
const decided: readonly (CaseFact | CaseNote)[] = [
  {
    type: "resolution-issued",
    effectiveAt: decidedAt,
    by: person("resolver-1", "resolver"),
    number: "00007-2026-MOQ",
    outcome: "rejected",
    checklist: "complete",
    details: { reasons: "", decision: "", months: [], evidence: [], document },
  },
  {
    type: "resolution-signed",
    effectiveAt: decidedAt,
    by: person("signer-1", "signer"),
    details: {
      number: "00007-2026-MOQ",
      signer: "FIRMANTE DE PRUEBA",
      authenticatedAt: decidedAt,
      seal: { signature: "", keyId: "", algorithm: "ECDSA_SHA_256", statement: "" },
    },
  },
];
/** The decided case, signed with a certificate, so that the signed file is not the one sent to signature. */
const signedApart = decided.map((entry) =>
  entry.type === "resolution-signed"
    ? { ...entry, details: { ...entry.details, document: { ...document, sha256: "e5".repeat(32) } } }
    : entry,
);
const sent = (channel: "email" | "personal", to: string): CaseFact => ({
  type: "resolution-dispatched",
  effectiveAt: decidedAt,
  by: person("clerk-1", "clerk"),
  channel,
  details: { noticeId: "n1", to },
});
/** The mail of that dispatch, which is the fourth entry, and what its provider reported of it. */
const mail = { seq: 4, channel: "email", to: "cliente@example.pe", messageId: "0100-1" } as const;
const follower = { kind: "system", name: "track-deliveries" } as const;
const mailed: CaseNote = {
  type: "notice-sent",
  effectiveAt: "2026-12-28T16:00:05.000Z",
  by: { kind: "system", name: "send-notices" },
  details: { ...mail, subject: "Ya hay decisión sobre tu reclamo", sha256: "d4".repeat(32) },
};
const delivered: CaseNote = {
  type: "notice-delivered",
  effectiveAt: "2026-12-28T16:00:09.000Z",
  by: follower,
  details: mail,
};
const undelivered: readonly CaseNote[] = [
  { type: "notice-delayed", effectiveAt: "2026-12-28T16:10:00.000Z", by: follower, details: mail },
  {
    type: "notice-bounced",
    effectiveAt: "2026-12-28T18:00:00.000Z",
    by: follower,
    details: { ...mail, reason: "passing" },
  },
  { type: "notice-complained", effectiveAt: "2026-12-28T19:00:00.000Z", by: follower, details: mail },
];
type Notified = Extract<CaseFact, { type: "resolution-notified" }>;
const notified = (details: Partial<Notified["details"]>): Notified => ({
  type: "resolution-notified",
  effectiveAt: "2026-12-30T14:00:00.000Z",
  by: person("clerk-1", "clerk"),
  evidence: [],
  details: { noticeId: "n1", how: "delivered", photos: [], ...details },
});
const byMail = notified({ how: "acknowledged" });
const notifiedCase = [...decided, sent("email", "cliente@example.pe"), byMail];

const recourse = (
  type: "reconsideration-filed" | "appeal-filed",
  grounds: string,
  attachments: readonly Attachment[],
): Extract<CaseFact, { type: "reconsideration-filed" | "appeal-filed" }> => {
  const said = {
    effectiveAt: "2027-01-05T15:00:00.000Z",
    by: maria,
    filedOn: calendarDay("2027-01-05"),
    details: { submissionId: "f1", submissionNumber: "MP-2027-000002-1", grounds, attachments },
  };
  return type === "appeal-filed" ? { type, ...said } : { type, newEvidence: true, ...said };
};
const elevated = (reference: string): Extract<CaseFact, { type: "file-elevated" }> => ({
  type: "file-elevated",
  effectiveAt: "2027-01-11T15:00:00.000Z",
  by: analyst,
  details: { reference },
});
const exported: CaseNote = {
  type: "case-file-exported",
  effectiveAt: "2027-01-08T15:00:00.000Z",
  by: { kind: "system", name: "export-case-files" },
  details: {
    document: {
      documentId: "i1",
      kind: "case-file-index",
      fileName: "indice.pdf",
      sizeBytes: 1,
      sha256: "b".repeat(64),
      verificationCode: "K7QF-2M9X-4TBD-R0ZA",
    },
    upTo: 20,
    on: calendarDay("2027-01-08"),
    manifestSha256: "d".repeat(64),
    folios: 84,
    parts: 1,
  },
};
const withdrawal = (
  of: "claim" | "procedure",
  reason: string,
): Extract<CaseFact, { type: "withdrawal-requested" }> => ({
  type: "withdrawal-requested",
  effectiveAt: at,
  by: maria,
  of,
  standing: { as: "holder" },
  details: { reason },
});
const executed = (summary: string): Extract<CaseFact, { type: "executed" }> => ({
  type: "executed",
  effectiveAt: at,
  by: analyst,
  details: { summary, reference: "NC-0001" },
});
const lapse = (state: "firm" | "not-filed"): Extract<CaseNote, { type: "lapse-notified" }> => ({
  type: "lapse-notified",
  effectiveAt: at,
  by: { kind: "system", name: "sweep" },
  details: { state, since: calendarDay("2026-12-01") },
});
const observed = (defects: readonly string[]): Extract<CaseFact, { type: "defect-observed" }> => ({
  type: "defect-observed",
  effectiveAt: at,
  by: analyst,
  details: { defects },
});
const defectNotified: CaseFact = {
  type: "defect-notified",
  effectiveAt: at,
  by: analyst,
  details: { how: "notified-by-telephone" },
};
const leak = (text: string): Extract<CaseFact, { type: "leak-repair-required" }> => ({
  type: "leak-repair-required",
  effectiveAt: at,
  by: analyst,
  details: { text },
});
const evidenceAsked = (text: string): Extract<CaseFact, { type: "new-evidence-asked" }> => ({
  type: "new-evidence-asked",
  effectiveAt: at,
  by: analyst,
  details: { text },
});
const ordered = (tester: string, place: string): Extract<CaseFact, { type: "meter-test-ordered" }> => ({
  type: "meter-test-ordered",
  effectiveAt: at,
  by: analyst,
  testOn: calendarDay("2026-12-09"),
  details: { tester, at: "10:00", place },
});
const tested = (
  result: "over-registers" | "under-registers" | "within-tolerance",
  details: Partial<CaseEventOf<"meter-test-reported">["details"]> = {},
): Extract<CaseFact, { type: "meter-test-reported" }> => ({
  type: "meter-test-reported",
  effectiveAt: "2026-12-09T16:00:00.000Z",
  by: analyst,
  result,
  details: { certificate: "CERT-0001", payer: "company", attachments: [], ...details },
});
const control = (
  details: Partial<CaseEventOf<"control-recorded">["details"]> = {},
): Extract<CaseNote, { type: "control-recorded" }> => ({
  type: "control-recorded",
  effectiveAt: at,
  by: analyst,
  details: { period: "2026-10", billedBy: "L", ...details },
});

const receiptOf = (month: Parameters<typeof billedMonth>[0]): Receipt => {
  const read = readReceipt(receiptRow(billedMonth(month)).split(";"));
  if (!read.ok) throw new Error("not a receipt");
  return read.value;
};
const october = receiptOf({ period: "2026-10", number: 45_001, m3: 45 });
const months = (count: number): FactsOf<"billingSummary">["months"] =>
  Array.from({ length: count }, (_, back) => {
    const month = 24 - back;
    const period = `${2025 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`;
    return {
      receipt: receiptOf({ period, number: 45_000 - back, m3: 15 + back }),
      status: back === 0 ? "PENDING" : "PAID",
    };
  });
const corrected = (count: number): FactsOf<"complianceLetter">["months"] =>
  Array.from({ length: count }, (_, at_) => ({
    receiptNumber: `S001-0004500${at_ % 10}`,
    period: "2026-10",
    billed: { m3: 45, amount: cents(22_361) },
    left: { m3: 15, amount: cents(3_985) },
    concepts: [
      { name: "Agua potable", before: cents(14_432), after: cents(2_309) },
      { name: "IGV", before: cents(3_411), after: cents(608) },
    ],
    words: ["Se emite una nota de crédito por S/ 183.76."],
  }));
const due = (count: number): FactsOf<"paymentDue">["months"] =>
  Array.from({ length: count }, (_, n) => ({
    receiptNumber: `S001-0004500${n % 10}`,
    period: "2026-10",
    m3: 45,
    amount: cents(22_361),
    corrected: n % 2 === 1,
  }));

const problem: FactsOf<"problemForm">["problem"] = {
  problemId: "p1",
  code: "SO-2026-000010-1",
  office: "MOQ",
  supplyCode: "00012345",
  problemType: "O-S1",
  channel: "web",
  applicant: filing.details.form.claimant,
  description: "No llega agua desde el lunes.",
  filedAt: at,
  filedOn: "2026-12-01",
};

const printed = (own: Receipt, more: Partial<FactsOf<"receipt">> = {}): FactsOf<"receipt"> => ({
  letterhead,
  named: true,
  receipt: own,
  status: "PENDING",
  paid: cents(0),
  lines: [],
  history: [],
  claimUntil: calendarDay("2027-01-18"),
  readAt: at,
  testData: false,
  ...more,
});
const history = Array.from({ length: 13 }, (_, n) => ({
  period: `${n < 3 ? 2025 : 2026}-${String(((n + 9) % 12) + 1).padStart(2, "0")}`,
  m3: n === 12 ? 45 : 14 + n,
  billingType: "L" as const,
}));

/** A submission, and an outage of the document desk. */
const presented = {
  letterhead,
  forms: office.forms,
  kind: "observation",
  submission: {
    number: "MP-2026-000321-4",
    subject: "Carta al área comercial",
    text: "Pido que se revise la atención.",
    presenter: "CLIENTE DE PRUEBA DOS",
    channel: "web",
    presentedAt: "2026-11-23T20:00:00.000Z",
    filedOn: "2026-11-23",
    attachments: [attachment("carta.pdf")],
  },
} as const;
const receivedAt = "2026-11-24T15:00:00.000Z";
const outage = {
  number: "CAIDA-20261123-1000",
  from: "2026-11-23T15:00:00.000Z",
  to: "2026-11-23T21:00:00.000Z",
  source: "monitor-de-prueba",
  evidence: "87.5 de cada 100 pedidos fallaron.",
  recordedAt: "2026-11-23T21:01:00.000Z",
};
/** As long a text as the form takes, which goes on to further pages. */
const most = Array.from({ length: 30 }, () => "Estas son palabras de prueba, y llenan su línea. ".repeat(2)).join("\n");
const longSubmission = {
  ...presented.submission,
  subject: words,
  text: most,
  presenter: words,
  attachments: many,
  claim: { code: "RE-2026-004192-7" },
  outage,
};

const asking = {
  number: "MP-2026-000321-4",
  presenter: "CLIENTE DE PRUEBA UNO",
  identity: { kind: "DNI", number: "00000001" },
} as const;

/** What the office keeps of a person: what is their own, and a claim of another person's. */
function keptOf(subject: string, times: number) {
  const { claimant: own } = filing.details.form;
  const each = <One>(one: One) => Array.from({ length: times }, () => one);
  const notice = { at, channel: "email", to: "cliente@example.pe", subject } as const;
  const claim = { code: "RE-2026-004192-7", filedAt: at, state: "En investigación" };
  return {
    supplies: each({ supplyCode: "00012345", linkedAt: at }),
    claims: [
      ...each({ ...claim, person: own, notices: [notice, { ...notice, channel: "sms" } as const] }),
      { ...claim, code: "RE-2026-000009-9", person: undefined, notices: [] },
    ],
    problems: [
      { code: "SO-2026-000001-1", filedAt: at, person: own },
      { code: "SO-2026-000002-1", filedAt: at, person: undefined },
    ],
    submissions: each({ ...presented.submission, identity: asking.identity, telephone: "900000001" }),
  };
}

/** The facts of a blank form. */
const blank = { ...office, inForceFrom: calendarDay("2023-05-05"), lawVersion: "tuo-rgr-2023" };

/** Facts for every letter; a letter without facts does not compile. */
export const examples: { readonly [Name in keyof Letters]: Sizes<FactsOf<Name>> } = {
  absenceNotice: {
    least: { ...factsOf(report("absent")), premises: "casa", photos: [] },
    usual: {
      ...factsOf(absent),
      premises: "casa de un piso",
      photos: [attachment("fachada.jpg")],
      again: { ...planned },
    },
    most: { ...factsOf(attempt(long, many)), premises: long, photos: many, again: { on: calendarDay("2026-12-30") } },
  },
  atypicalNotice: {
    least: { ...factsOf(control()), receipt: receiptOf({ period: "2026-10", number: 1, m3: 45 }) },
    usual: {
      ...factsOf(
        control({
          notice: { on: "2026-10-22", at: "09:30", means: "PERSONAL", receiver: "VECINA DE PRUEBA" },
          inspection: { on: "2026-10-24", hours: "08:00-10:00", outcome: "REALIZADA", leak: "NINGUNA" },
        }),
      ),
      receipt: { ...october, averageM3: 15, measuredM3: 45, readingCurr: 1240 },
      assignmentM3: 20,
    },
    most: {
      ...factsOf(control({ notice: { on: "2026-10-22", at: "09:30", means: "BAJO_PUERTA", receiver: long } })),
      receipt: { ...october, address: long },
    },
  },
  billingSummary: {
    least: { ...filedFacts(), months: [] },
    usual: { ...filedFacts(), months: months(12) },
    most: { ...filedFacts(longClaim), months: [...months(24), ...months(24), ...months(24)] },
  },
  blankForm: {
    least: { ...blank, form: "appeal", types: [] },
    usual: { ...blank, form: "claim", types: ["consumo medido", "consumo promedio"] },
    most: { ...blank, form: "problem", types: Array.from({ length: 23 }, () => words) },
  },
  claimCargo: {
    least: {
      letterhead,
      formName: "Formato 2",
      filing: bareClaim,
      claimType: "consumo medido",
      accessAddress: "https://example.pe/#k",
    },
    usual: {
      letterhead,
      formName: "Formato 2",
      filing,
      claimType: "consumo medido",
      accessAddress: "https://example.pe/#k",
    },
    most: {
      letterhead,
      formName: "Formato 2",
      filing: longClaim,
      claimType: "consumo medido",
      accessAddress: "https://example.pe/#k",
    },
  },
  claimForm: { least: filedFacts(bareClaim), usual: filedFacts(), most: filedFacts(longClaim) },
  complianceLetter: {
    least: { ...factsOf(executed("")), months: [] },
    usual: { ...factsOf(executed("Se refacturó octubre.")), months: corrected(1) },
    most: { ...factsOf(executed(long)), months: corrected(40) },
  },
  conciliationRecord: {
    least: { ...factsOf(held("absence")), calls: [], hasTelephone: false },
    usual: {
      ...factsOf(
        held("total", {
          attendedBy: "CLIENTE DE PRUEBA UNO",
          companyBy: { name: "CONCILIADORA DE PRUEBA", charge: "A cargo de la conciliación" },
          companyProposal: "Cobrar 33 m³.",
          claimantProposal: "Cobrar 15 m³.",
          agreed: "Cobrar 33 m³.",
          acceptedOfferId: "o2",
          confirmed: { by: "code", confirmationId: "c1" },
        }),
        [offer("o1", "OFERTA QUE NO SE ACEPTÓ"), offer("o2", "Se paga en dos partes.")],
      ),
      calls: [],
      hasTelephone: true,
    },
    most: {
      ...factsOf(
        held("partial", {
          attendedBy: "REPRESENTANTE DE PRUEBA",
          companyProposal: long,
          claimantProposal: long,
          agreed: long,
          disagreed: long,
          observations: long,
          missing: ["Inspección interna"],
          confirmed: { by: "signature", attachments: many },
        }),
      ),
      calls: [],
      hasTelephone: true,
    },
  },
  conciliationSummons: {
    least: { ...filedFacts(bareClaim), hearing: { ...called, lacks: "telephone", ...reach } },
    usual: { ...filedFacts(), hearing: { ...called, telephone: "900000001", ...reach } },
    most: {
      ...factsOf(
        {
          type: "hearing-moved",
          effectiveAt: at,
          by: analyst,
          hearingOn: called.on,
          reason: "meter-test",
          details: { hearing: called },
        },
        [],
        longClaim,
      ),
      hearing: { ...called, mode: "in-person", ...reach },
    },
  },
  doNotCut: {
    least: hold(["S001-00045001"], ""),
    usual: hold(["S001-00045001"], "MEUCIQ".repeat(14)),
    most: hold(
      longClaim.details.form.receipts.map(({ number }) => number),
      "MEUCIQ".repeat(30),
    ),
  },
  elevationLetter: {
    least: attachmentFacts([]),
    usual: attachmentFacts([...notifiedCase, recourse("appeal-filed", "No.", []), exported]),
    most: attachmentFacts([...notifiedCase, recourse("appeal-filed", long, many)], longClaim),
  },
  elevationNotice: {
    least: factsOf(elevated("")),
    usual: factsOf(elevated("OFICIO 0001-2027"), [...notifiedCase, recourse("appeal-filed", "No.", [])]),
    most: factsOf(elevated(long), notifiedCase, longClaim),
  },
  evidenceRequest: {
    least: factsOf(evidenceAsked("")),
    usual: factsOf(evidenceAsked("El informe del gasfitero que menciona."), [
      recourse("reconsideration-filed", "La lectura está mal.", []),
    ]),
    most: factsOf(evidenceAsked(long), notifiedCase, longClaim),
  },
  externalInspection: {
    least: factsOf(report("opposed")),
    usual: factsOf(whole, [assigned]),
    most: factsOf(wholeLong),
  },
  submissionAnswer: {
    least: { ...presented, answeredAt: receivedAt, answer: { by: "Mesa de partes", text: "Sí.", attachments: [] } },
    usual: {
      ...presented,
      answeredAt: receivedAt,
      answer: {
        by: "PERSONA DE PRUEBA, Gerencia Técnica",
        text: "Se atendió.",
        attachments: [attachment("respuesta.pdf")],
      },
    },
    most: {
      ...presented,
      submission: longSubmission,
      answeredAt: receivedAt,
      answer: { by: words, text: most, attachments: many },
    },
  },
  submissionCargo: {
    least: { ...presented, receivedAt, added: [], submission: { ...presented.submission, text: "", attachments: [] } },
    usual: { ...presented, receivedAt, added: [{ at: receivedAt, text: "Va la hoja 2." }] },
    most: {
      ...presented,
      kind: "appeal",
      receivedAt,
      added: [
        { at: receivedAt, text: most },
        { at: receivedAt, text: "" },
      ],
      submission: longSubmission,
    },
  },
  submissionConstancia: {
    least: { ...presented, submission: { ...presented.submission, text: "", attachments: [] } },
    usual: presented,
    most: { ...presented, kind: "appeal", submission: longSubmission },
  },
  submissionObservation: {
    least: { ...presented, observedAt: receivedAt, remark: "F", remedyDays: 1 },
    usual: { ...presented, observedAt: receivedAt, remark: "Falta la hoja 2.", remedyDays: 2 },
    most: { ...presented, observedAt: receivedAt, submission: longSubmission, remark: "x ".repeat(250), remedyDays: 2 },
  },
  inspectionNotice: {
    least: { ...filedFacts(bareClaim), visit: { ...planned, inside: false, outside: true, isRepeated: false } },
    usual: { ...filedFacts(), visit: { ...planned, inside: true, outside: true, isRepeated: true } },
    most: { ...filedFacts(longClaim), visit: { ...planned, inside: true, outside: true, isRepeated: true } },
  },
  internalInspection: {
    least: { ...factsOf(report("partial")), internal: { useUnits: [], points: [], leak: "none" } },
    usual: { ...factsOf(whole, [assigned]), internal },
    most: { ...factsOf(wholeLong), internal: wholeLong.details.internal ?? internal },
  },
  leaflet: leafletSizes(),
  leakRequirement: {
    least: factsOf(leak("")),
    usual: factsOf(leak("Fuga en la tubería del jardín.")),
    most: factsOf(leak(long)),
  },
  meterTestNotice: {
    least: factsOf(ordered("T", "P")),
    usual: factsOf(ordered("CONTRASTADORA DE PRUEBA S.A.C.", "en el predio"), [
      { type: "meter-test-asked", effectiveAt: at, by: maria, details: { costAccepted: true } },
    ]),
    most: factsOf(ordered(long, long)),
  },
  meterTestResult: {
    least: factsOf(tested("within-tolerance")),
    usual: factsOf(tested("over-registers", { errorPercent: 12.5, attachments: [attachment("certificado.pdf")] }), [
      ordered("CONTRASTADORA DE PRUEBA S.A.C.", "en el predio"),
    ]),
    most: factsOf(tested("under-registers", { certificate: long, payer: "claimant", attachments: many })),
  },
  meterTestRight: { least: filedFacts(bareClaim), usual: filedFacts(), most: filedFacts(longClaim) },
  notPresented: {
    least: factsOf(lapse("not-filed")),
    usual: factsOf(lapse("not-filed"), [observed(["Falta tu documento."]), defectNotified]),
    most: factsOf(lapse("not-filed"), [observed(Array.from({ length: 40 }, () => words))], longClaim),
  },
  notificationRecord: {
    least: factsOf(notified({ how: "tacit-notification" })),
    usual: factsOf(byMail, [...signedApart, sent("email", "cliente@example.pe"), mailed, delivered]),
    most: factsOf(
      notified({
        how: "left-under-door",
        receiver: { name: "VECINA DE PRUEBA", document: "DNI 00000002", relation: "vecina" },
        deliveredAt: "2026-12-29T23:00:00.000Z",
        deviceTime: "2026-12-29T23:00:05.000Z",
        premises: long,
        photos: many,
        secondPerson: { sub: "clerk-2", name: "SEGUNDA PERSONA DE PRUEBA" },
      }),
      [
        ...decided,
        sent("email", "cliente@example.pe"),
        mailed,
        ...undelivered,
        sent("personal", "CALLE FICTICIA 101"),
        ...Array.from({ length: 12 }, () => attempt(words, [])),
      ],
    ),
  },
  observation: {
    least: factsOf(observed(["Falta tu documento."])),
    usual: factsOf(observed(["Falta tu documento.", "No se lee la foto del recibo."])),
    most: factsOf(observed(Array.from({ length: 40 }, () => long))),
  },
  outageCertificate: {
    least: { letterhead, outage },
    usual: { letterhead, outage },
    most: { letterhead, outage: { ...outage, evidence: long } },
  },
  paymentDue: {
    least: { ...factsOf(lapse("firm")), months: [] },
    usual: { ...factsOf(lapse("firm"), notifiedCase), months: due(2) },
    most: { ...factsOf(lapse("firm"), notifiedCase, longClaim), months: due(70) },
  },
  personData: {
    least: { letterhead, submission: asking, gatheredAt: at, supplies: [], claims: [], problems: [], submissions: [] },
    usual: { letterhead, submission: asking, gatheredAt: at, ...keptOf("Recibimos tu reclamo", 1) },
    most: { letterhead, submission: { ...asking, presenter: words }, gatheredAt: at, ...keptOf(words, 20) },
  },
  problemForm: {
    least: {
      ...office,
      problem: { ...problem, applicant: bareClaim.details.form.claimant },
      problemType: "falta de agua",
    },
    usual: { ...office, problem, problemType: "falta de agua", solveBy: "2026-12-04T15:00:00.000Z" },
    most: { ...office, problem: { ...problem, description: long }, problemType: words },
  },
  receipt: {
    least: printed(receiptOf({ period: "2026-10", number: 45_001, m3: 0 })),
    usual: printed(october, {
      lines: [{ label: "Agua 0-8", m3: 8, unitPrice: "1.46", amount: "11.68" }],
      history,
      tariff: listFor(tenant.billing.tariffLists.value, october.tariffCode),
      status: "IN_CLAIM",
      held: { amount: cents(15_661), payable: cents(0) },
      testData: true,
    }),
    most: printed(
      { ...october, holderName: "CLIENTE DE PRUEBA ".repeat(6), address: long, readingNote: long },
      {
        lines: Array.from({ length: 60 }, (_, n) => ({ label: `Concepto ${n} ${words}`, amount: "1.00" })),
        history,
        paid: cents(100),
        status: "PARTIAL",
        corrected: {
          ...{ m3: 20, monthTotal: cents(5_808), totalDue: cents(5_808), overpaid: cents(100) },
          payableFrom: calendarDay("2026-12-01"),
        },
      },
    ),
  },
  recourse: {
    least: factsOf(recourse("reconsideration-filed", "", [])),
    usual: factsOf(recourse("reconsideration-filed", "La lectura está mal.", [attachment("foto.jpg")]), notifiedCase),
    most: factsOf(recourse("appeal-filed", long, many), notifiedCase, longClaim),
  },
  rectification: {
    least: rectified("1", "2"),
    usual: rectified("el 23 de enero", "el 24 de enero"),
    most: rectified(long, long),
  },
  resolution: {
    least: { ...resolutionFacts, events: [filing], held: [], without: [], billing: [] },
    usual: resolutionFacts,
    most: {
      ...resolutionFacts,
      decision: { ...resolutionFacts.decision, reasons: Array.from({ length: 30 }, () => words.repeat(4)).join("\n") },
      billing: Array.from({ length: 24 }, () => resolutionFacts.billing).flat(),
    },
  },
  silenceCertificate: {
    least: silence([], filing),
    usual: silence(["Se cobra por el promedio."], filing),
    most: silence(
      Array.from({ length: 60 }, () => words),
      longClaim,
    ),
  },
  spokenAct: {
    least: factsOf(withdrawal("procedure", "")),
    usual: { ...factsOf(withdrawal("claim", "Ya pagué.")), undoUntil: calendarDay("2027-01-27") },
    most: { ...factsOf(withdrawal("claim", long), [], longClaim), undoUntil: calendarDay("2027-01-27") },
  },
  telephoneCopy: { least: filedFacts(bareClaim), usual: filedFacts(longTyped()), most: filedFacts(longClaim) },
  withdrawalAcceptance: {
    least: acceptance("", []),
    usual: acceptance("Lo pidió quien puede.", [withdrawal("claim", "Ya pagué.")]),
    most: { ...acceptance(long, [withdrawal("procedure", long)], longClaim), recourse: "last" },
  },
};

function acceptance(
  reason: string,
  before: readonly (CaseFact | CaseNote)[],
  claim?: CaseEventOf<"claim-filed">,
): FactsOf<"withdrawalAcceptance"> {
  return { ...attachmentFacts(before, claim), number: "00008-2026-MOQ", reason, remedies: resolutionFacts.remedies };
}

function attachmentFacts(
  before: readonly (CaseFact | CaseNote)[],
  claim: CaseEventOf<"claim-filed"> = filing,
): FactsOf<"elevationLetter"> {
  const { entry: _, ...facts } = factsOf(elevated(""), before, claim);
  return { ...facts, events: facts.events.slice(0, -1), madeAt: at, number: "00003-2027-MOQ" };
}

function longTyped(): CaseEventOf<"claim-filed"> {
  return { ...filing, channel: "telephone", details: { ...filing.details, typedBy: "OPERADORA DE PRUEBA" } };
}

function hold(receipts: readonly string[], signature: string): FactsOf<"doNotCut"> {
  return {
    letterhead,
    code: filing.details.code,
    supplyCode: "00012345",
    receipts,
    since: filing.filedOn,
    madeAt: filing.recordedAt,
    holdAddress: "https://example.pe/no-cortar/#abc",
    seal: { statement: JSON.stringify({ kind: "hold", receipts }), signature, checkCode: "ABCD-1234" },
  };
}

function leafletSizes(): Sizes<FactsOf<"leaflet">> {
  const facts = { ...office, inForceFrom: calendarDay("2023-05-05"), lawVersion: "tuo-rgr-2023" };
  return { least: facts, usual: facts, most: { ...facts, letterhead: { ...letterhead, address: words } } };
}

function rectified(says: string, should: string): FactsOf<"rectification"> {
  return {
    letterhead,
    city: "Moquegua",
    signer: "Gerencia Comercial",
    regulation: "Reglamento de prueba",
    claimCode: filing.details.code,
    number: "00009-2026-MOQ",
    of: "00007-2026-MOQ",
    issuedAt: decidedAt,
    says,
    should,
    rectifiedAt: at,
  };
}

function silence(explanation: readonly string[], claim: CaseEventOf<"claim-filed">): FactsOf<"silenceCertificate"> {
  const [receipt] = claim.details.form.receipts;
  return {
    letterhead,
    city: "Moquegua",
    signer: "Gerencia Comercial",
    regulation: "Reglamento de prueba",
    filing: claim,
    claimType: "consumo medido",
    of: "claim",
    since: calendarDay("2027-01-15"),
    granted: receipt
      ? [
          {
            receipt,
            ...(explanation.length > 0 && {
              corrected: { receiptNumber: receipt.number, period: receipt.period, m3: 15, amount: cents(3_985) },
            }),
            explanation,
          },
        ]
      : [],
    certifiedAt: "2027-01-18T15:00:00.000Z",
  };
}

/** Returns the sheet of a letter in one of the sizes. */
export function sheetOf<Name extends keyof Letters>(name: Name, size: keyof Sizes<unknown>) {
  const write: (facts: FactsOf<Name>) => ReturnType<Letters[Name]> = letters[name] as never;
  return write(examples[name][size]);
}
