import { buildTimePdfRenderer } from "../../../scripts/bundle.ts";
import { tenant } from "../../../settings.ts";
import { letterheadOf } from "../../../shared/documents/letterhead.ts";
import type { ResolutionFacts } from "../../../shared/documents/letters.ts";
import type { CaseEvent, CaseEventOf, CaseFact, CaseNote } from "../../../shared/domain/case/case-events.ts";
import { cents } from "../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { maria, person } from "../casework/case-world.ts";

export const pdfRenderer = buildTimePdfRenderer();
export const letterhead = letterheadOf(tenant);

/** The claim of somebody invented, as it was filed. */
export const filing: CaseEventOf<"claim-filed"> = {
  seq: 1,
  recordedAt: "2026-11-23T15:00:00.000Z",
  type: "claim-filed",
  effectiveAt: "2026-11-23T15:00:00.000Z",
  by: maria,
  claimType: "F01",
  channel: "web",
  standing: { as: "holder" },
  filedOn: calendarDay("2026-11-23"),
  details: {
    code: "RE-2026-004192-7",
    form: {
      supplyCode: "00012345",
      claimant: {
        givenNames: "CLIENTE",
        paternalSurname: "DE PRUEBA",
        maternalSurname: "UNO",
        document: { kind: "DNI", number: "00000001" },
        standing: { as: "holder" },
        address: "CALLE FICTICIA 101",
        telephone: "900000001",
        email: "cliente@example.pe",
        notifyByEmail: true,
      },
      receipts: [{ number: "S001-00045001", period: "2026-10", m3: 45, amount: cents(22_361) }],
      grounds: "Usé menos agua de la que dice.",
      request: "bill-normal-use",
      leakCheck: "none-found",
      meterReading: 1234,
      meterTest: false,
      leaflet: true,
      declaration: {
        how: "checkbox-signed-in",
        at: "2026-11-23T15:00:00.000Z",
        text: "Declaro que lo que digo es verdad.",
      },
    },
    supplyAddress: "CALLE FICTICIA 101",
    attachments: [
      {
        documentId: "p1",
        fileName: "medidor.jpg",
        contentType: "image/jpeg",
        sizeBytes: 120_000,
        sha256: "a1".repeat(32),
        state: "pending",
      },
    ],
    visit: { inspectionId: "v1", on: calendarDay("2026-11-25"), from: "08:00", to: "10:00", late: false },
    hearing: { on: calendarDay("2026-12-23"), at: "08:30", mode: "telephone" },
    notifyBy: calendarDay("2027-01-15"),
    owner: { sub: "analyst-1", name: "ANALISTA DE PRUEBA", extension: "101" },
    claimKey: "abcdefghijklmnopqrstuv",
    holdKey: "vutsrqponmlkjihgfedcba",
  },
};

const entries: readonly (CaseFact | CaseNote)[] = [
  {
    type: "inspection-reported",
    effectiveAt: "2026-11-25T14:00:00.000Z",
    by: person("inspector-1", "inspector"),
    outcome: "whole",
    details: {
      inspectionId: "v1",
      startedAt: "2026-11-25T13:10:00.000Z",
      internal: {
        occupants: 4,
        useUnits: [{ category: "DOMESTICO", occupied: 1, vacant: 0 }],
        points: [{ kind: "inodoro", count: 2, leaking: 1 }],
        leakTest: { before: 1240.1, after: 1240.3, minutes: 15 },
        leak: "visible",
      },
      external: {
        meterNumber: "M-0001",
        reading: 1240,
        meterWorks: true,
        leakAtBox: false,
        premises: "casa de un piso",
      },
      observations: "",
      photos: [],
    },
  },
  {
    type: "offer-made",
    effectiveAt: "2026-12-20T14:00:00.000Z",
    by: person("conciliator-1", "conciliator"),
    details: {
      offerId: "o1",
      receiptNumber: "S001-00045001",
      m3: 33,
      before: cents(22_361),
      after: cents(13_377),
      terms: "PROPUESTA RESERVADA",
      until: calendarDay("2026-12-30"),
    },
  },
  {
    type: "conciliation-held",
    effectiveAt: "2026-12-23T14:00:00.000Z",
    by: person("conciliator-1", "conciliator"),
    agreement: "none",
    details: {
      startedAt: "2026-12-23T13:30:00.000Z",
      companyProposal: "PROPUESTA DE LA EMPRESA",
      claimantProposal: "PROPUESTA DE QUIEN RECLAMA",
      agreed: "",
      disagreed: "DESACUERDO DE PRUEBA",
      observations: "",
      missing: [],
    },
  },
];

/** The case of that claim up to its hearing, with an offer that was not accepted. */
export const heardCase: readonly CaseEvent[] = [
  filing,
  ...entries.map((entry, at) => ({ ...entry, seq: at + 2, recordedAt: entry.effectiveAt })),
];

/** A resolution of that case that corrects the month. */
export const resolutionFacts: ResolutionFacts = {
  letterhead,
  city: "Moquegua",
  signer: "Gerencia Comercial",
  regulation: "Reglamento de prueba",
  number: "00007-2026-MOQ",
  issuedAt: "2026-12-28T16:00:00.000Z",
  claimType: "consumo medido",
  receipts: filing.details.form.receipts,
  meterTestRight: true,
  events: heardCase,
  decision: {
    outcome: "partly-upheld",
    decision: "Se corrige el recibo.",
    reasons: "La fuga era visible.\nLa lectura estaba mal tomada.",
    months: [
      {
        receiptNumber: "S001-00045001",
        period: "2026-10",
        outcome: "partly-upheld",
        corrected: { m3: 30, amount: cents(11_955) },
      },
    ],
  },
  held: [{ name: "Recibos reclamados", detail: "S001-00045001, de octubre de 2026" }, { name: "Inspección interna" }],
  without: [{ name: "Historial de cortes y reaperturas", reason: "El área operativa no lo entregó." }],
  billing: [
    {
      period: "2026-10",
      billingType: "L",
      readingPrev: 1195,
      readingCurr: 1240,
      billedM3: 45,
      monthTotal: cents(22_361),
    },
    { period: "2026-09", billingType: "P", billedM3: 15, monthTotal: cents(3_985) },
  ],
  remedies: [
    { recourse: "reconsideration", formName: "Formato 8", days: 15 },
    { recourse: "appeal", formName: "Formato 9", days: 15 },
  ],
};
