import { fileKinds } from "../../../../functions/import-receipts/file-kinds.ts";
import { type BilledMonth, receiptRow } from "../../../../local/seed/receipt-row.ts";
import { tenant } from "../../../../settings.ts";
import type { ImportKind } from "../../../../shared/domain/billing/import.ts";
import type { RegisteredSupply } from "../../../../shared/domain/billing/register-file.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { listFor } from "../../../../shared/domain/receipt/tariff.ts";
import type { LedgerRow, ReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";

const kinds = fileKinds(tenant);

/** A row of a file as the ledger takes it. */
export function ledgerRow(kind: ImportKind, cells: string, line = 2): LedgerRow {
  const read = kinds[kind].read(cells.split(";"));
  if (!read.ok) throw new Error(`not a row: ${JSON.stringify(read.problems)}`);
  return { key: read.key, row: read.canonical, line };
}

/** A month of domestic use, billed by the tariff engine. */
export function billedMonth(month: Partial<BilledMonth> & { readonly m3?: number } = {}): BilledMonth {
  const list = listFor(tenant.billing.tariffLists.value, "HUARAL-2025-A1");
  if (!list) throw new Error("the tenant's list is gone");
  const { m3 = 18 } = month;
  return {
    supplyCode: "00012345",
    document: { type: "1", number: "00000001" },
    holder: "CLIENTE DE PRUEBA UNO",
    address: "CALLE FICTICIA 101",
    locality: "CERCADO",
    ubigeo: "180101",
    meter: "FX21000123",
    period: "2026-10",
    number: 45_001,
    printedKey: `CLAVE${String(month.number ?? 45_001).padStart(5, "0")}`,
    reading: { previous: 1_234, current: 1_234 + m3 },
    input: {
      list,
      category: "DOMESTICO",
      subsidized: false,
      useUnits: 1,
      serviceType: "A/D",
      billingType: "L",
      billedM3: m3,
      otherTaxed: cents(0),
    },
    ...month,
  };
}

/** A payment as file D writes it. */
export function paymentCells(payment: {
  readonly supplyCode?: string;
  readonly period?: string;
  readonly number?: number;
  readonly paidOn?: string;
  readonly amount?: string;
  readonly reference?: string;
}): string {
  const {
    supplyCode = "00012345",
    period = "2026-10",
    number = 45_001,
    paidOn = "2026-11-10",
    amount = "50.20",
    reference = "OP1",
  } = payment;
  return ["01", supplyCode, period, "S001", number, paidOn, amount, "VENTANILLA", reference].join(";");
}

/** A line as file B writes it. */
export function lineCells(line: {
  readonly number?: number;
  readonly order?: number;
  readonly concept?: string;
  readonly label?: string;
  readonly amount?: string;
  readonly taxed?: "S" | "N";
}): string {
  const {
    number = 45_001,
    order = 1,
    concept = "COLATERAL",
    label = "REAPERTURA",
    amount = "12.30",
    taxed = "S",
  } = line;
  return ["01", "S001", number, order, concept, label, "", "", amount, taxed].join(";");
}

/** The supply of `billedMonth` in the register, put right after its last receipt. */
export const registeredSupply: RegisteredSupply = {
  branchCode: "01",
  supplyCode: "00012345",
  holderDocType: "1",
  holderDocNumber: "00000077",
  holderName: "CLIENTE DE PRUEBA NUEVO",
  address: "CALLE FICTICIA 777",
  locality: "CERCADO",
  ubigeo: "180101",
  category: "COMERCIAL",
  subsidized: false,
  useUnits: 3,
  serviceType: "A/D",
  waterState: "ACTIVO",
  sewerState: "CORTADO",
  billingCycle: "01",
  updatedOn: "2026-11-03",
};

/** Stores receipts and payments, each month and payment a line of one import. */
export async function storeBilled(
  ledger: ReceiptLedger,
  receipts: readonly BilledMonth[],
  payments: readonly string[] = [],
): Promise<void> {
  const rows = [
    ...receipts.map((month) => ledgerRow("receipts", receiptRow(month))),
    ...payments.map((cells) => ledgerRow("payments", cells)),
  ];
  await Promise.all(rows.map((row) => ledger.store(row, "i1", undefined)));
}
