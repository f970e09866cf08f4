import { bill, billInput, totalDueWith } from "../../../../shared/domain/receipt/billing.ts";
import { type Cents, cents, type Price, parseCents, parsePrice } from "../../../../shared/domain/receipt/money.ts";
import type { Receipt } from "../../../../shared/domain/receipt/receipt.ts";
import { listFor, type TariffList, tariffList } from "../../../../shared/domain/receipt/tariff.ts";
import { tariffLists } from "../../../../tenants/eps-moquegua/tariffs.ts";

/** Money as the domain file writes it. */
export function soles(text: string): Cents {
  const amount = parseCents(text);
  if (amount === undefined) throw new Error(`no amount: ${text}`);
  return amount;
}

export function price(text: string): Price {
  const read = parsePrice(text);
  if (read === undefined) throw new Error(`no price: ${text}`);
  return read;
}

export function list(code: string): TariffList {
  const found = listFor([...tariffLists.value, sedapar, sedapal], code);
  if (!found) throw new Error(`no list: ${code}`);
  return found;
}

/**
 * A second tenant: SEDAPAR Arequipa, year 5. Other amounts than residential ones are the mock-up's split of a total, 73
 * % and 27 %.
 */
export const sedapar = tariffList(
  {
    code: "SEDAPAR-A5",
    norm: "RCD 146-2025-SUNASS-CD",
    validFromPeriod: "2025-11",
    fixedCharge: "3.71",
    taxRate: 1800,
    rangeMode: "marginal",
    categories: {
      SOCIAL: [{ to: null, water: "1.21", sewer: "0.44" }],
      DOMESTICO: [
        { to: 10, water: "1.21", sewer: "0.44", waterSubsidized: "1.0164" },
        { to: 25, water: "2.14", sewer: "0.82" },
        { to: null, water: "4.36", sewer: "1.64" },
      ],
      COMERCIAL: [{ to: null, water: "7.8767", sewer: "2.9133" }],
      INDUSTRIAL: [{ to: null, water: "9.7309", sewer: "3.5991" }],
      ESTATAL: [{ to: null, water: "6.0590", sewer: "2.2410" }],
    },
  },
  { SOCIAL: 12, DOMESTICO: 19, COMERCIAL: 30, INDUSTRIAL: 60, ESTATAL: 60 },
);

/** A third one: SEDAPAL, whose subsidy lowers the sewer price too; social at its subsidised price. */
export const sedapal = tariffList(
  {
    code: "SEDAPAL-2025-12",
    norm: "RCD 079-2021-SUNASS-CD",
    validFromPeriod: "2025-12",
    fixedCharge: "6.32",
    taxRate: 1800,
    rangeMode: "marginal",
    categories: {
      SOCIAL: [{ to: null, water: "1.92", sewer: "0.90" }],
      DOMESTICO: [
        { to: 10, water: "2.20", sewer: "1.38", waterSubsidized: "1.92", sewerSubsidized: "0.90" },
        { to: 20, water: "2.36", sewer: "1.48" },
        { to: 50, water: "3.22", sewer: "1.98" },
        { to: null, water: "7.32", sewer: "3.49" },
      ],
      COMERCIAL: [
        { to: 1000, water: "8.82", sewer: "4.21" },
        { to: null, water: "9.46", sewer: "4.51" },
      ],
      INDUSTRIAL: [{ to: null, water: "9.46", sewer: "4.51" }],
      ESTATAL: [{ to: null, water: "5.80", sewer: "2.68" }],
    },
  },
  { SOCIAL: 12, DOMESTICO: 19, COMERCIAL: 30, INDUSTRIAL: 60, ESTATAL: 60 },
);

/** The thirteen amounts of a row of file A, in its order. */
export const amountFields = [
  "waterAmount",
  "sewerAmount",
  "fixedCharge",
  "otherTaxed",
  "subtotal",
  "taxAmount",
  "monthTotal",
  "lateInterest",
  "instalment",
  "previousDebt",
  "credit",
  "rounding",
  "totalDue",
] as const;

/** A row of file A, with its thirteen amounts as written there. */
function row(fields: Partial<Receipt>, amounts: string): Receipt {
  const cells = amounts.split(";");
  const read = Object.fromEntries(amountFields.map((field, at) => [field, soles(cells[at] ?? "")]));
  return {
    ...(read as Record<(typeof amountFields)[number], Cents>),
    branchCode: "01",
    supplyCode: "00012345",
    holderName: "CLIENTE DE PRUEBA UNO",
    address: "CALLE FICTICIA 101",
    locality: "CERCADO",
    ubigeo: "180101",
    category: "DOMESTICO",
    subsidized: false,
    useUnits: 1,
    serviceType: "A/D",
    billingCycle: "01",
    period: "2026-10",
    series: "S001",
    number: "00045001",
    issueDate: "2026-10-31",
    dueDate: "2026-11-16",
    cutoffDate: "2026-11-23",
    readingPrevDate: "2026-09-20",
    readingCurrDate: "2026-10-20",
    billingType: "L",
    billedM3: 18,
    overdueMonths: 0,
    tariffCode: "HUARAL-2025-A1",
    ...fields,
  };
}

/** The five rows of the domain file's example of file A. */
export const examples = {
  measured: row(
    { readingPrev: 1234, readingCurr: 1252, measuredM3: 18, averageM3: 17 },
    "29.92;8.52;4.10;0.00;42.54;7.66;50.20;0.00;0.00;0.00;0.00;0.00;50.20",
  ),
  commercial: row(
    {
      supplyCode: "00012346",
      number: "00045002",
      category: "COMERCIAL",
      readingPrev: 8810,
      readingCurr: 8855,
      measuredM3: 45,
      billedM3: 45,
      averageM3: 41,
    },
    "229.35;65.10;4.10;0.00;298.55;53.74;352.29;0.00;0.00;0.00;0.00;0.00;352.29",
  ),
  averaged: row(
    {
      supplyCode: "00012347",
      number: "00045003",
      readingPrev: 702,
      billingType: "P",
      billedM3: 15,
      averageM3: 15,
      readingNote: "MEDIDOR EMPAÑADO",
      overdueMonths: 1,
    },
    "23.09;6.58;4.10;0.00;33.77;6.08;39.85;0.42;12.50;47.46;5.00;0.00;95.23",
  ),
  leak: row(
    {
      supplyCode: "00012348",
      number: "00045004",
      readingPrev: 415,
      readingCurr: 477,
      measuredM3: 62,
      billedM3: 62,
      averageM3: 15,
      readingNote: "CONSUMO ATIPICO",
    },
    "144.32;41.08;4.10;0.00;189.50;34.11;223.61;0.00;0.00;0.00;0.00;0.00;223.61",
  ),
  assigned: row(
    {
      supplyCode: "00012349",
      number: "00045005",
      subsidized: true,
      readingPrevDate: undefined,
      readingCurrDate: undefined,
      billingType: "A",
      billedM3: 20,
    },
    "32.80;10.00;4.10;0.00;46.90;8.44;55.34;0.00;0.00;0.00;0.00;0.00;55.34",
  ),
};

/** The first example with `fields` changed and every amount as the engine computes it. */
export function receipt(fields: Partial<Receipt> = {}): Receipt {
  const changed: Receipt = {
    ...examples.measured,
    ...(fields.billedM3 === undefined ? {} : { measuredM3: fields.billedM3 }),
    ...fields,
  };
  const computed = bill(billInput(changed, list(changed.tariffCode)));
  return {
    ...changed,
    waterAmount: computed.water,
    sewerAmount: computed.sewer,
    fixedCharge: computed.fixedCharge,
    subtotal: computed.subtotal,
    taxAmount: computed.tax,
    monthTotal: computed.monthTotal,
    totalDue: totalDueWith(computed.monthTotal, changed),
  };
}

export const nothing = cents(0);
