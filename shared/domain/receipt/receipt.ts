import { addCents, type Cents, cashTotal, type Price } from "./money.ts";
import type { BillingType, Category, ServiceType } from "./tariff.ts";

export const receiptStatuses = ["PENDING", "PAID", "PARTIAL", "IN_CLAIM", "REBILLED", "CANCELLED"] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

/** What a line of a receipt charges for (receipts and tariffs, section 3). */
export const conceptCodes = [
  "AGUA",
  "ALCANTARILLADO",
  "CARGO_FIJO",
  "COLATERAL",
  "VMA",
  "IGV",
  "MORA",
  "CONVENIO",
  "SALDO_ANTERIOR",
  "SALDO_FAVOR",
  "NOTA_CREDITO",
  "REDONDEO",
  "INFO_MRSE",
  "INFO_GRD",
] as const;
export type ConceptCode = (typeof conceptCodes)[number];

/** A line of a receipt, as file B delivers it. */
export type ReceiptLine = {
  readonly order: number;
  readonly conceptCode: ConceptCode;
  readonly label: string;
  readonly baseM3?: number | undefined;
  readonly unitPrice?: Price | undefined;
  readonly amount: Cents;
  readonly taxed: boolean;
  readonly source?: string | undefined;
};

/** Why a month billed by reading does not show normal use (regulation, section 7.2, "valid difference"). */
export const exclusions = ["reading-not-real", "meter-fault", "atypical", "claim-pending", "service-closed"] as const;
export type Exclusion = (typeof exclusions)[number];

/** A month (`YYYY-MM`) of a supply's consumption: one of the twelve bars of the receipt. */
export type ConsumptionMonth = {
  readonly period: string;
  readonly m3: number;
  readonly type: BillingType;
  readonly exclusion?: Exclusion | undefined;
};

/**
 * A whole receipt (receipts and tariffs, section 3). The fields down to `printedKey` are the columns of file A, in
 * the order of the file. Dates are `YYYY-MM-DD`, `period` is `YYYY-MM`, volumes are whole m³, codes keep their leading
 * zeros. `useUnits` are the households or premises behind the connection, `averageM3` is the historical average,
 * `otherTaxed` the collateral services, such as a reconnection.
 */
export type Receipt = {
  readonly branchCode: string;
  readonly supplyCode: string;
  readonly cadastralCode?: string | undefined;
  readonly holderDocType?: string | undefined;
  readonly holderDocNumber?: string | undefined;
  readonly holderName: string;
  readonly address: string;
  readonly locality: string;
  readonly ubigeo: string;
  readonly category: Category;
  readonly subsidized: boolean;
  readonly useUnits: number;
  readonly serviceType: ServiceType;
  readonly meterNumber?: string | undefined;
  readonly billingCycle: string;
  readonly period: string;
  readonly series: string;
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly cutoffDate: string;
  readonly readingPrevDate?: string | undefined;
  readonly readingCurrDate?: string | undefined;
  readonly readingPrev?: number | undefined;
  readonly readingCurr?: number | undefined;
  readonly measuredM3?: number | undefined;
  readonly billingType: BillingType;
  readonly billedM3: number;
  readonly averageM3?: number | undefined;
  readonly readingNote?: string | undefined;
  readonly waterAmount: Cents;
  readonly sewerAmount: Cents;
  readonly fixedCharge: Cents;
  readonly otherTaxed: Cents;
  readonly subtotal: Cents;
  readonly taxAmount: Cents;
  /** The amount that a billing claim disputes. */
  readonly monthTotal: Cents;
  readonly lateInterest: Cents;
  readonly instalment: Cents;
  readonly previousDebt: Cents;
  /** In the customer's favour: positive here, and subtracted from the total. */
  readonly credit: Cents;
  readonly rounding: Cents;
  readonly totalDue: Cents;
  readonly overdueMonths: number;
  readonly tariffCode: string;
  /** A secret that the receipt prints: no neighbour can work it out. Absent if the commercial system prints none. */
  readonly printedKey?: string | undefined;

  readonly routeCode?: string | undefined;
  readonly routeOrder?: number | undefined;
  readonly supplyHours?: string | undefined;
  readonly lines?: readonly ReceiptLine[] | undefined;
};

/** Identifies a receipt within a utility. `number` is as a customer types it: "S001-00045001". */
export type ReceiptKey = { readonly supplyCode: string; readonly period: string; readonly number: string };

export function receiptKey(receipt: Pick<Receipt, "supplyCode" | "period" | "series" | "number">): ReceiptKey {
  const { supplyCode, period, series, number } = receipt;
  return { supplyCode, period, number: `${series}-${number.padStart(8, "0")}` };
}

/**
 * Returns a typed receipt number ("s001 45001", "S001-00045001", "s00145001") as series and eight digits:
 * "S001-00045001". The series is three or four letters or digits before a blank or another sign. If no sign ends the
 * series, it is the first four characters, of which the first is a letter. One to eight digits follow. Undefined for
 * any other text.
 */
export function normalizeReceiptNumber(text: string): string | undefined {
  const parts = text.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const [, series, serial] =
    /^([A-Z0-9]{3,4}) (\d{1,8})$/.exec(parts.join(" ")) ?? /^([A-Z][A-Z0-9]{3})(\d{1,8})$/.exec(parts.join("")) ?? [];
  return series === undefined || serial === undefined ? undefined : `${series}-${serial.padStart(8, "0")}`;
}

/**
 * Returns the letters and digits of a person's document number, in capitals, so that differently typed ones are equal.
 */
export function normalizeDocument(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
}

/** A payment of one receipt, as the daily file delivers it; negative if it is reversed. */
export type Payment = {
  readonly supplyCode: string;
  /** "S001-00045001". */
  readonly receiptNumber: string;
  readonly paidOn: string;
  readonly amount: Cents;
  /** The number of the operation at the place of payment. */
  readonly reference: string;
};

/** `paid` is the sum of the payments. */
export type PaymentState = {
  readonly status: Extract<ReceiptStatus, "PENDING" | "PARTIAL" | "PAID">;
  readonly paid: Cents;
};

/**
 * Returns how far `payments` settle a receipt; payments of other receipts are ignored. `PAID` if the sum of the
 * payments reaches the receipt's total, or if the sum is over 0 and reaches the cash total (the total rounded down to
 * 10 céntimos). A total of 0.00 or less is `PAID` without a payment. Otherwise `PARTIAL` if the sum is over 0, or
 * `PENDING`.
 */
export function statusOf(receipt: Receipt, payments: readonly Payment[]): PaymentState {
  const { supplyCode, number } = receiptKey(receipt);
  const due = receipt.totalDue;
  const own = payments.filter((payment) => payment.supplyCode === supplyCode && payment.receiptNumber === number);
  const paid = addCents(...own.map((payment) => payment.amount));
  if (paid >= due || (paid > 0 && paid >= cashTotal(due))) return { status: "PAID", paid };
  return { status: paid > 0 ? "PARTIAL" : "PENDING", paid };
}
