import { type NoticeMessage, noticeMessage } from "../../../functions/send-notices/notice-message.ts";
import { noticeOf } from "../../../functions/send-notices/notice-of.ts";
import { tenant } from "../../../settings.ts";
import { caseAt } from "../../../shared/casework/case/case-at.ts";
import type { CaseEvent, CaseEventType, CaseFact, CaseNote } from "../../../shared/domain/case/case-events.ts";
import { cents } from "../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import type { CaseFile } from "../../../shared/storage/case/case-files.ts";
import { form, maria, person } from "../../shared/casework/case-world.ts";
import { noticeDeps } from "./notice-deps.ts";

export const { site } = noticeDeps;
const { sender, templates } = noticeDeps;
export const claimKey = "clave-del-reclamo-abcd";
export const holdKey = "clave-del-bloqueo-abcd";
export const noticeKey = "clave-de-notificacion1";
/** As long as the ids that are drawn. */
export const claimId = "0mfd1k2s8abcdefghijklmnop";
export const offerId = "3f2b8c1e-6a54-4a0f-9a4e-0d8c5f1b2a33";
export const code = "RE-2026-000001-1";
const analyst = person("analyst-1", "analyst");
const visit = { inspectionId: "c1-1", on: calendarDay("2026-11-27"), from: "08:00", to: "10:00", late: false };
const hearing = { on: calendarDay("2026-12-23"), at: "08:30", mode: "telephone" } as const;
export const link = "https://reuniones.example.pe/una-sola";
export const room = tenant.office.videoRooms.value;
export const effectiveAt = "2026-11-24T15:00:00.000Z";
export const entry = { effectiveAt, by: analyst };
export const filed = {
  type: "claim-filed",
  effectiveAt: "2026-11-23T15:00:00.000Z",
  by: maria,
  claimType: "F01",
  channel: "web",
  standing: { as: "holder" },
  filedOn: calendarDay("2026-11-23"),
  inspectionOn: visit.on,
  hearingOn: hearing.on,
  details: {
    code,
    form: {
      ...form,
      claimant: { ...form.claimant, telephone: "912345678" },
      meterTest: true,
      receipts: [{ number: "S001-00045001", period: "2026-10", m3: 45, amount: cents(22_361) }],
    },
    attachments: [],
    visit,
    hearing,
    notifyBy: calendarDay("2027-01-15"),
    claimKey,
    holdKey,
  },
} as const satisfies CaseFact;

const recourse = {
  ...entry,
  filedOn: calendarDay("2026-11-24"),
  details: {
    submissionId: "f1",
    submissionNumber: "MP-2026-000009-1",
    grounds: "No estoy de acuerdo.",
    attachments: [],
  },
};

/** On the day of the hearing the filing named. */
const hearingAt = "2026-12-23T18:00:00.000Z";

/** One entry of each type that is notified, after the filing. */
const notifiedEntries: readonly (CaseFact | CaseNote)[] = [
  { ...entry, type: "defect-observed", details: { defects: ["La foto de tu recibo.", "Tu firma."] } },
  {
    ...entry,
    type: "notice-dispatched",
    details: { noticeId: "n2", of: "observation", says: ["Tu firma."], to: "cliente@example.pe", noticeKey },
  },
  { ...entry, type: "lapse-notified", details: { state: "not-filed", since: calendarDay("2026-11-28") } },
  {
    ...entry,
    type: "inspection-assigned",
    details: { inspectionId: "c1-1", inspector: "inspector-1", name: "PERSONA DE PRUEBA SIETE" },
  },
  {
    ...entry,
    type: "inspection-reported",
    outcome: "absent",
    details: {
      ...{ inspectionId: "c1-1", startedAt: effectiveAt, endedAt: effectiveAt, observations: "Nadie abrió." },
      ...{ photos: [], external: { leakAtBox: false, premises: "Portón verde cerrado." } },
      retry: { ...visit, inspectionId: "c1-2", on: calendarDay("2026-12-10") },
    },
  },
  {
    ...entry,
    type: "owner-changed",
    details: {
      before: { sub: "analyst-1", name: "PERSONA DE PRUEBA UNO", extension: "101" },
      owner: { sub: "analyst-2", name: "PERSONA DE PRUEBA DOS", extension: "102" },
      reason: "Motivo interno",
    },
  },
  { ...entry, type: "reclassified", claimType: "F10", details: { from: "F01", reason: "Es por un cobro." } },
  {
    ...entry,
    type: "taken-as-problem",
    details: {
      problemId: "p1",
      code: "SO-2026-000001-1",
      problemType: "O-S1",
      reason: "Cuentas que el desagüe se atora.",
    },
  },
  { ...entry, type: "leak-repair-required", details: { text: "Fuga bajo el piso del baño." } },
  { ...entry, type: "leak-verified", repaired: true, details: { observations: "Sellada.", photos: [] } },
  {
    ...entry,
    type: "meter-test-ordered",
    testOn: calendarDay("2026-12-01"),
    details: { tester: "LABORATORIO DE PRUEBA", at: "09:00", place: "En el predio." },
  },
  {
    ...entry,
    type: "meter-test-reported",
    result: "within-tolerance",
    details: { certificate: "C-1", payer: "claimant", attachments: [] },
  },
  {
    ...entry,
    type: "hearing-moved",
    hearingOn: calendarDay("2026-12-28"),
    reason: "meter-test",
    details: { hearing: { on: calendarDay("2026-12-28"), at: "09:00", mode: "virtual" } },
  },
  {
    ...entry,
    type: "hearing-mode-chosen",
    details: { mode: "telephone", telephone: "987654321", taken: { came: "telephone" } },
  },
  { ...entry, type: "contact-changed", details: { email: "otro@example.pe" } },
  { ...entry, type: "key-replaced", details: { claimKey } },
  { ...entry, type: "hearing-link-set", details: { on: hearing.on, at: hearing.at, link } },
  { ...entry, type: "act-reminded", details: { act: "appeal-filed", day: calendarDay("2026-12-15") } },
  { ...entry, type: "hearing-reminded", details: { on: hearing.on, at: hearing.at, when: "day-before" } },
  {
    ...entry,
    type: "appointments-given",
    hearingOn: calendarDay("2026-12-28"),
    details: {
      hearing: { on: calendarDay("2026-12-28"), at: "09:00", mode: "telephone" },
      visit,
      reason: "No es el mismo reclamo.",
    },
  },
  {
    ...entry,
    ...{ type: "withdrawal-requested", of: "claim", standing: { as: "holder" } },
    details: { reason: "", taken: { came: "telephone" } },
  },
  { ...entry, type: "withdrawal-undone", details: { taken: { came: "telephone" } } },
  {
    ...entry,
    type: "offer-answered",
    details: { offerId, accepted: true, standing: { as: "holder" }, taken: { came: "telephone" } },
  },
  {
    ...entry,
    type: "notice-consent",
    details: { channel: "email", granted: true, taken: { came: "telephone" } },
  },
  {
    ...entry,
    type: "claims-joined",
    details: { with: { claimId: "c2", code: "RE-2026-004195-7" }, reason: "Son del mismo mes." },
  },
  {
    ...entry,
    type: "visit-moved",
    details: { before: calendarDay("2026-11-27"), visit: { ...visit, on: calendarDay("2026-11-30") } },
  },
  { ...entry, type: "attachment-missing", details: { documentId: "p1", fileName: "recibo.pdf" } },
  { ...entry, type: "copy-asked", details: { documentId: "p1", fileName: "recibo.pdf", text: "No se puede abrir." } },
  { ...entry, type: "new-evidence-asked", details: { text: "Un documento que no estaba en tu reclamo." } },
  {
    ...entry,
    type: "offer-made",
    details: {
      offerId,
      receiptNumber: "S001-00045001",
      m3: 18,
      before: cents(22_361),
      after: cents(4_870),
      terms: "Sin más.",
      until: calendarDay("2026-12-23"),
    },
  },
  {
    ...entry,
    effectiveAt: hearingAt,
    type: "conciliation-held",
    agreement: "none",
    details: {
      startedAt: hearingAt,
      companyProposal: "",
      claimantProposal: "",
      agreed: "",
      disagreed: "",
      observations: "",
      missing: [],
    },
  },
  {
    ...entry,
    type: "resolution-dispatched",
    channel: "email",
    details: { noticeId: "n1", to: "cliente@example.pe", noticeKey },
  },
  { ...recourse, type: "reconsideration-filed", newEvidence: true },
  { ...recourse, type: "appeal-filed" },
  { ...entry, type: "file-elevated", details: { reference: "Oficio 12-2026" } },
  {
    ...entry,
    type: "tribunal-decided",
    outcome: "decided",
    details: { number: "TRASS-77", summary: "Revoca y declara fundado.", attachments: [] },
  },
  {
    ...entry,
    effectiveAt: "2027-01-18T15:00:00.000Z",
    by: { kind: "system", name: "render-documents" },
    type: "silence-certified",
    details: { corrected: [] },
  },
  {
    ...entry,
    effectiveAt: "2027-01-19T15:00:00.000Z",
    type: "document-signed",
    details: {
      of: 2,
      number: code,
      signer: "FIRMANTE DE PRUEBA",
      authenticatedAt: "2027-01-19T15:00:00.000Z",
      seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" },
    },
  },
  {
    ...entry,
    type: "queja-filed",
    filedOn: calendarDay("2026-11-24"),
    ground: "delay",
    details: {
      submissionId: "f2",
      submissionNumber: "MP-2026-000010-1",
      duty: "Responder.",
      facts: "No llega.",
      attachments: [],
    },
  },
  { ...entry, type: "queja-forwarded", details: { to: "TRASS", reference: "Oficio 13-2026" } },
  { ...entry, type: "queja-answered", outcome: "queja-upheld", details: { summary: "Fundado.", attachments: [] } },
  { ...entry, type: "rectified", details: { of: "0001-2026-MOQ", says: "Callle", should: "Calle" } },
  { ...entry, type: "recourse-reclassified", as: "appeal", details: { reason: "Pide otra lectura de lo mismo." } },
  { ...entry, type: "withdrawal-accepted", details: { reason: "Motivo interno." } },
  { ...entry, type: "executed", details: { summary: "Nota de crédito por 174.91.", reference: "NC-1" } },
  {
    ...entry,
    type: "dates-moved",
    details: {
      version: 2,
      calendarVersion: "v2-2026-11-24",
      why: "El Gobierno decretó un día no laborable.",
      moved: (["T06", "T08", "T10"] as const).map((clock) => ({
        clock,
        calendar: "COMPANY",
        from: calendarDay("2027-01-15"),
        to: calendarDay("2027-01-18"),
        kept: false,
      })),
    },
  },
];

/** What is decided before a letter is written, which no letter may say. */
const decided: CaseFact = {
  ...entry,
  type: "resolution-issued",
  number: "0001-2026-MOQ",
  outcome: "partly-upheld",
  checklist: "complete",
  details: {
    reasons: "El medidor registra bien.",
    decision: "Se corrige lo facturado.",
    months: [
      {
        receiptNumber: "S001-00045001",
        period: "2026-10",
        outcome: "partly-upheld",
        corrected: { m3: 18, amount: cents(4_870) },
      },
    ],
    evidence: [],
    document: {
      documentId: "d1",
      kind: "resolution",
      fileName: "r.pdf",
      sizeBytes: 1,
      sha256: "ab",
      verificationCode: "0000-0000-0000-0000",
    },
  },
};

export const requested: CaseFact = {
  ...entry,
  type: "withdrawal-requested",
  of: "claim",
  standing: { as: "holder" },
  details: { reason: "Motivo interno." },
};

export const signed: readonly CaseFact[] = [
  { ...entry, type: "dismissal-proposed", ground: "late", details: { reason: "Motivo interno." } },
  decided,
  {
    ...entry,
    type: "resolution-signed",
    details: {
      number: "0001-2026-MOQ",
      signer: "PERSONA DE PRUEBA",
      authenticatedAt: effectiveAt,
      seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "t" },
    },
  },
];

export const notified: readonly CaseFact[] = [
  ...signed,
  { ...entry, type: "resolution-notified", evidence: [], details: { noticeId: "n1", how: "delivered", photos: [] } },
];

export const wordsOf = (type: CaseEventType): readonly (CaseFact | CaseNote)[] =>
  notifiedEntries.filter((one) => one.type === type);

/** What must have happened before an entry. */
const before: Partial<Record<CaseEventType, readonly (CaseFact | CaseNote)[]>> = {
  "conciliation-held": [{ ...entry, type: "claim-accepted", details: {} }],
  "hearing-link-set": [{ ...entry, type: "hearing-mode-chosen", details: { mode: "virtual" } }],
  "resolution-dispatched": signed,
  "reconsideration-filed": notified,
  "new-evidence-asked": [...notified, { ...recourse, type: "reconsideration-filed", newEvidence: false }],
  "appeal-filed": notified,
  "file-elevated": [...notified, ...wordsOf("appeal-filed")],
  "tribunal-decided": [...notified, ...wordsOf("appeal-filed"), ...wordsOf("file-elevated")],
  "withdrawal-accepted": [requested],
  "queja-forwarded": wordsOf("queja-filed"),
  "queja-answered": [...wordsOf("queja-filed"), ...wordsOf("queja-forwarded")],
  rectified: notified,
  "document-signed": wordsOf("silence-certified"),
  "recourse-reclassified": [...notified, ...wordsOf("reconsideration-filed")],
  executed: [...notified, ...wordsOf("appeal-filed"), ...wordsOf("file-elevated"), ...wordsOf("tribunal-decided")],
};

export function letterAfter(first: CaseFact, ...rest: readonly (CaseFact | CaseNote)[]): NoticeMessage | undefined {
  const events = [first, ...rest].map(
    (one, at): CaseEvent => ({
      ...one,
      seq: at + 1,
      recordedAt:
        at === 0 ||
        one.type === "conciliation-held" ||
        one.type === "lapse-notified" ||
        one.type === "silence-certified" ||
        one.type === "document-signed"
          ? one.effectiveAt
          : effectiveAt,
    }),
  );
  const file: CaseFile = {
    head: {
      claimId,
      code,
      office: "MOQ",
      supplyCode: "00012345",
      claimType: "F01",
      channel: "web",
      filedAt: filed.effectiveAt,
      filedOn: filed.filedOn,
      claimantName: "CLIENTE DE PRUEBA UNO",
      steps: [],
      receipts: [{ number: "S001-00045001", period: "2026-10" }],
      hold: { held: true, version: 1 },
      version: events.length,
      chainHead: "",
    },
    events,
    envelopes: [],
    salts: [],
    marks: [],
    visits: [{ ...visit, claimId, zone: "180101" }],
    served: [],
  };
  const notice = noticeOf(
    caseAt(file, tenant, events.at(-1)?.recordedAt ?? ""),
    { tenant, templates, site, isVerified: true },
    "123456",
  );
  return notice && noticeMessage(notice, templates, sender);
}

export function letterFor(type: CaseEventType): NoticeMessage {
  const letter = letterAfter(filed, ...(before[type] ?? []), ...wordsOf(type));
  if (!letter) throw new Error(`no letter of ${type}`);
  return letter;
}

export const letters = [filed, ...notifiedEntries].map(({ type }) => [type, letterFor(type)] as const);
export const allOf = ({ subject, text, short }: NoticeMessage): string => [subject, text, short].join("\n");
