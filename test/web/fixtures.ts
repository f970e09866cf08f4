import type { Problem, RefusalKind } from "../../shared/contract/refusals.ts";
import { problemOf, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { RouteId, Routes } from "../../shared/contract/routes.ts";
import { calendarDay, lapsesAt } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import { calendars } from "../../tenants/eps-moquegua/calendars.ts";

type AnswerTo<Id extends RouteId> = AnswerOf<Routes[Id]>;

/**
 * What the server of these tests answers to a route: a value of the contract, a refusal, or an answer of the gateway.
 */
export interface RouteAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
}

export const answer = <Id extends RouteId>(_: Id, body: AnswerTo<Id>, status = 200): RouteAnswer => ({ status, body });

export function refusal(kind: RefusalKind, fields: Problem["errors"] = [], wait?: number): RouteAnswer {
  const body = problemOf(refused(kind, fields.length > 0 ? { fields } : {}));
  const headers = {
    "content-type": "application/problem+json",
    ...(wait !== undefined && { "retry-after": String(wait) }),
  };
  return { status: body.status, body, headers };
}

export const gatewaySays = (status: number): RouteAnswer => ({ status, body: { message: "said by the gateway" } });

/** Monday 23 November 2026, 9:42 a. m. in Lima: what the browser's clock shows too. */
export const now = "2026-11-23T14:42:00.000Z";

export const office = (origin: string): AnswerTo<"showOffice"> => ({
  name: "EPS Moquegua",
  legalName: "EPS Moquegua S.A.",
  telephone: "053 000 000",
  address: "Dirección de prueba 000, Moquegua",
  regulatorTelephone: "1899",
  channels: [
    { channel: "counter", hours: "08:00-13:00", openNow: true, openUntil: "2026-11-23T18:00:00.000Z" },
    { channel: "telephone", hours: "08:00-13:00", openNow: false, opensAt: "2026-11-24T13:00:00.000Z" },
  ],
  supplyCodeLength: 8,
  uploadMaxMb: 10,
  submissionMaxFiles: 10,
  hearingModes: ["telephone", "virtual", "in-person"],
  calendarVersion: "semilla-2026-11-24",
  testData: true,
  signIn: {
    customers: { issuer: `${origin}/_local/oidc/customers`, clientId: "site" },
    staff: { issuer: `${origin}/_local/oidc/staff`, clientId: "desk" },
  },
});

type Sheet = AnswerTo<"lookUpReceipt">;
type Month = Sheet["history"][number];

/** November 2025 to November 2026, oldest first; the last three were the average, the assignment and a leak. */
export const months: readonly Month[] = [14, 15, 13, 17, 16, 14, 15, 16, 14, 15, 16, 15, 62].map((m3, at) => {
  const period = new Date(Date.UTC(2025, 9 + at, 1)).toISOString().slice(0, 7);
  return {
    period,
    number: `S001-000${45_001 + at}`,
    m3,
    billingType: at === 11 ? "P" : "L",
    monthTotal: m3 === 62 ? "223.61" : "39.85",
    totalDue: m3 === 62 ? "263.88" : "39.85",
    dueDate: `${period}-16`,
    status: m3 === 62 ? "PENDING" : "PAID",
  };
});

/** Worked examples 3 and 4 of the tariff notes as two months, the second with the debt of the first. */
export const sheet: Sheet = {
  receipt: {
    supplyCode: "00012345",
    number: "S001-00045013",
    period: "2026-10",
    issueDate: "2026-10-31",
    dueDate: "2026-11-16",
    cutoffDate: "2026-11-23",
    category: "DOMESTICO",
    subsidized: false,
    useUnits: 1,
    serviceType: "A/D",
    meterNumber: "FX21000123",
    readingPreviousDate: "2026-09-20",
    readingCurrentDate: "2026-10-20",
    readingPrevious: 415,
    readingCurrent: 477,
    billingType: "L",
    billedM3: 62,
    averageM3: 15,
    tariffCode: "HUARAL-2025-A1",
    lines: [
      { concept: "AGUA", part: "waterAmount", label: "0-8", m3: 8, unitPrice: "1.46", amount: "11.68" },
      { concept: "AGUA", part: "waterAmount", label: "8-16", m3: 8, unitPrice: "1.63", amount: "13.04" },
      { concept: "AGUA", part: "waterAmount", label: ">16", m3: 46, unitPrice: "2.60", amount: "119.60" },
      { concept: "ALCANTARILLADO", part: "sewerAmount", label: "0-8", m3: 8, unitPrice: "0.42", amount: "3.36" },
      { concept: "ALCANTARILLADO", part: "sewerAmount", label: "8-16", m3: 8, unitPrice: "0.46", amount: "3.68" },
      { concept: "ALCANTARILLADO", part: "sewerAmount", label: ">16", m3: 46, unitPrice: "0.74", amount: "34.04" },
      { concept: "CARGO_FIJO", part: "fixedCharge", label: "", amount: "4.10" },
    ],
    waterAmount: "144.32",
    sewerAmount: "41.08",
    fixedCharge: "4.10",
    otherTaxed: "0.00",
    subtotal: "189.50",
    tax: "34.11",
    monthTotal: "223.61",
    lateInterest: "0.42",
    instalment: "0.00",
    previousDebt: "39.85",
    credit: "0.00",
    rounding: "0.00",
    totalDue: "263.88",
    overdueMonths: 1,
    status: "PENDING",
    paid: "0.00",
    claimUntil: "2027-01-18",
    claimDaysLeft: 34,
  },
  explanation: {
    baseline: "previous-receipt",
    previousPeriod: "2026-09",
    previousTotalDue: "39.85",
    previousM3: 15,
    previousBillingType: "P",
    m3: 62,
    averageM3: 15,
    timesAverageTenths: 41,
    judgement: "atypical",
    factors: [
      { kind: "reading-type", amount: "183.76", before: "P", after: "L", beforeM3: 15, afterM3: 62 },
      { kind: "late-interest", amount: "0.42", before: "0.00", after: "0.42" },
      { kind: "debt", amount: "39.85", before: "0.00", after: "39.85" },
    ],
    mainFactor: "reading-type",
  },
  history: [...months],
  loadedAt: "2026-11-23T11:00:00.000Z",
  testData: true,
};

/** Every factor at once, a business, an average instead of a reading, a credit, a receipt paid in part. */
export const fullSheet: Sheet = {
  ...sheet,
  receipt: {
    ...sheet.receipt,
    category: "COMERCIAL",
    subsidized: true,
    useUnits: 12,
    billingType: "P",
    readingNote: "MEDIDOR EMPAÑADO POR DENTRO, NO SE DISTINGUEN LOS NÚMEROS NEGROS",
    billedM3: 1240,
    otherTaxed: "18.50",
    instalment: "12.50",
    credit: "5.00",
    rounding: "-0.08",
    totalDue: "11171.62",
    status: "PARTIAL",
    paid: "1000.00",
  },
  explanation: {
    ...sheet.explanation,
    m3: 1240,
    judgement: "unknown",
    factors: [
      { kind: "tariff-list", amount: "3.10", before: "HUARAL-2025-A1", after: "HUARAL-2026-A2" },
      { kind: "category", amount: "120.00", before: "DOMESTICO", after: "COMERCIAL" },
      { kind: "subsidy", amount: "-2.74", before: "false", after: "true" },
      { kind: "use-units", amount: "-8.00", before: "1", after: "12" },
      { kind: "service", amount: "10.15", before: "A", after: "A/D" },
      { kind: "days", amount: "2.96", before: "30", after: "33" },
      { kind: "reading-type", amount: "-4.00", before: "L", after: "P", beforeM3: 1400, afterM3: 1250 },
      { kind: "volume", amount: "-7.26", before: "1400", after: "1240", beforeM3: 1310, rangeStep: "-1.10" },
      { kind: "other-taxed", amount: "21.83", before: "0.00", after: "18.50" },
      { kind: "late-interest", amount: "0.42", before: "0.00", after: "0.42" },
      { kind: "instalment", amount: "12.50", before: "0.00", after: "12.50" },
      { kind: "debt", amount: "10039.85", before: "0.00", after: "10039.85" },
      { kind: "credit", amount: "-5.00", before: "0.00", after: "5.00" },
      { kind: "rounding", amount: "-0.08", before: "0.00", after: "-0.08" },
      { kind: "list-difference", amount: "0.05", before: "0.00", after: "0.05" },
    ],
    mainFactor: "debt",
  },
  history: months.map((month) => ({ ...month, m3: month.m3 * 20 })),
};

/** The same, held by a claim. */
export const heldSheet: Sheet = {
  ...fullSheet,
  receipt: {
    ...fullSheet.receipt,
    status: "IN_CLAIM",
    held: { amount: fullSheet.receipt.monthTotal, payable: "9042.25" },
  },
};

export const corrected = { m3: 12, monthTotal: "45.60", totalDue: "8897.45", payableFrom: "2026-12-01" };

/** The same, corrected by a claim, and the correction still to be delivered. */
export const correctedSheet: Sheet = {
  ...fullSheet,
  receipt: {
    ...fullSheet.receipt,
    corrected,
  },
  history: fullSheet.history.map((month, at, { length }) =>
    at === length - 1 ? { ...month, corrected: "45.60" } : month,
  ),
};

/** The first receipt of a supply: nothing to compare with. */
export const firstSheet: Sheet = {
  ...sheet,
  receipt: { ...sheet.receipt, lines: [] },
  explanation: { baseline: "previous-receipt-missing", m3: 62, judgement: "unknown", factors: [] },
  history: months.slice(-1),
};

export const supplies: AnswerTo<"listSupplies"> = {
  supplies: [
    { linkId: "a1", supplyCode: "00012345", linkedAt: now, proof: "holder-document" },
    { linkId: "b2", supplyCode: "00067890", linkedAt: now, proof: "receipt" },
  ],
  ended: [],
};

export const supplyAccounts: AnswerTo<"listSupplyAccounts"> = {
  accounts: [
    { linkId: "e5", linkedAt: now, proof: "receipt", contact: "j•••@example.pe" },
    { linkId: "f6", linkedAt: now, proof: "holder-document" },
  ],
};

export const receipts: AnswerTo<"listReceipts"> = {
  supplyCode: "00012345",
  months: months.toReversed(),
  loadedAt: "2026-11-23T11:00:00.000Z",
};

export const term = (from: string, days: number): AnswerTo<"dueDates"> => {
  const counted = countWorkingDays({ from: calendarDay(from), days, calendar: calendars.COMPANY });
  return { ...counted, lapsesAt: lapsesAt(counted.dueDate), days: counted.days.map((each) => ({ ...each })) };
};

type Import = AnswerTo<"showImport">;

const importOf = (importId: string, more: Partial<Import>): Import => ({
  importId,
  kind: "receipts",
  fileName: "recibos-2026-10.csv",
  state: "storing",
  by: "00000000-0000-4000-8000-000000000001",
  createdAt: now,
  progress: { done: 12_400, of: 48_000, withError: 31 },
  ...more,
});

export const imports = {
  storing: importOf("storing", {}),
  waiting: importOf("waiting", { state: "waiting", progress: { done: 0, of: 0, withError: 0 } }),
  done: importOf("done", {
    state: "done",
    finishedAt: "2026-11-23T14:49:00.000Z",
    progress: { done: 48_000, of: 48_000, withError: 31 },
    counts: {
      rows: 48_000,
      accepted: 47_500,
      unchanged: 440,
      repeatedCopies: 20,
      repeatedOther: 9,
      superseded: 0,
      warned: 112,
      refused: 31,
    },
  }),
  previewed: importOf("previewed", {
    kind: "register",
    state: "previewed",
    progress: { done: 0, of: 61, withError: 10 },
    refusedFor: [
      { reason: "ubigeo no tiene la forma de este código", rows: 9, line: 4 },
      { reason: "estado_agua falta", rows: 2, line: 17 },
    ],
    holders: {
      rows: 5,
      first: [
        {
          supplyCode: "00012345",
          before: "CLIENTE DE PRUEBA UNO (00000001)",
          after: "PERSONA DE PRUEBA NUEVA (00000009)",
        },
      ],
    },
  }),
  refused: importOf("refused", {
    kind: "payments",
    fileName: "pagos-del-dia-con-un-nombre-largo-2026-11-22-segunda-version-corregida.csv",
    state: "refused",
    failure: "La primera fila no tiene las columnas esperadas: falta «total_a_pagar».",
    progress: { done: 0, of: 0, withError: 0 },
  }),
} as const satisfies Record<string, Import>;
