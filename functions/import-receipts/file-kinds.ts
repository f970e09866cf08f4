import type { ImportKind } from "../../shared/domain/billing/import.ts";
import { checkLine, lineColumns, readLine } from "../../shared/domain/billing/line-file.ts";
import { paymentColumns, readPayment } from "../../shared/domain/billing/payment-file.ts";
import { checkRow, keyColumn, readReceipt, receiptColumns } from "../../shared/domain/billing/receipt-file.ts";
import {
  daysToCome,
  type RegisteredSupply,
  readRegistered,
  registerColumns,
} from "../../shared/domain/billing/register-file.ts";
import type { RowProblem } from "../../shared/domain/billing/row-reader.ts";
import { receiptTerm, registeredTerms } from "../../shared/domain/counter/search-terms.ts";
import {
  type BillingControl,
  checkControl,
  controlColumns,
  readControl,
  readingColumns,
} from "../../shared/domain/reading/control-file.ts";
import { type Receipt, receiptKey } from "../../shared/domain/receipt/receipt.ts";
import { normalizeSupplyCode } from "../../shared/domain/supply/supply-code.ts";
import {
  controlKeyOf,
  type Key,
  lineKeyOf,
  paymentKeyOf,
  receiptKeyOf,
  registerKeyOf,
} from "../../shared/storage/billing/billing-keys.ts";
import type { SupplyTerm } from "../../shared/storage/supply/supply-terms.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/** A row as it is stored, or why it is not. */
export type RowOutcome =
  | {
      readonly ok: true;
      readonly key: Key;
      readonly canonical: string;
      readonly warnings: readonly RowProblem[];
      /** The terms by which the desk finds its supply; absent for kinds of files that add none. */
      readonly terms?: readonly SupplyTerm[];
      /** The control that the row of file E is, its supply by the tenant's code. */
      readonly control?: BillingControl;
      /** What it says of a supply and its holder; absent for kinds of files that name none. */
      readonly supply?: NamedSupply;
    }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** A supply by the tenant's code, as a receipt or a row of the register has it. */
export interface NamedSupply {
  readonly code: string;
  readonly receipt?: Receipt;
  readonly registered?: RegisteredSupply;
}

/** A kind of file: its columns, and the reader of its rows. */
export interface FileKind {
  readonly columns: readonly string[];
  /** Those of the columns that a file may lack. */
  readonly mayLack?: readonly string[];
  /** Whether its rows name the holder of a supply. */
  readonly namesHolders?: boolean;
  /**
   * Reads a row's cells, in the order of `columns`.
   * @param today the day its file was announced (`YYYY-MM-DD`). A row of file C with a later day is refused; without
   * `today`, and in other files, days to come are not judged.
   */
  read(cells: readonly string[], today?: string): RowOutcome;
}

/** Returns every kind of file that the tenant's commercial system delivers. */
export function fileKinds(tenant: Tenant): Readonly<Record<ImportKind, FileKind>> {
  const lists = tenant.billing.tariffLists.value;
  const codeOf = (supplyCode: string): string => normalizeSupplyCode(supplyCode, tenant.supplyCodeLength.value);
  return {
    receipts: {
      columns: receiptColumns,
      namesHolders: true,
      mayLack: [keyColumn],
      read: (cells) => {
        const read = readReceipt(cells);
        if (!read.ok) return read;
        const { errors, warnings } = checkRow(read.value, lists);
        if (errors.length > 0) return { ok: false, problems: errors };
        const { supplyCode, period, number } = receiptKey(read.value);
        const code = codeOf(supplyCode);
        const terms = [{ ...receiptTerm(number), supplyCode: code }];
        const key = receiptKeyOf(code, period, number);
        return { ok: true, key, canonical: read.canonical, warnings, terms, supply: { code, receipt: read.value } };
      },
    },
    lines: {
      columns: lineColumns,
      read: (cells) => {
        const read = readLine(cells);
        if (!read.ok) return read;
        const { receiptNumber, order } = read.value;
        const key = lineKeyOf(receiptNumber, order);
        return { ok: true, key, canonical: read.canonical, warnings: checkLine(read.value) };
      },
    },
    register: {
      columns: registerColumns,
      namesHolders: true,
      read: (cells, today) => {
        const read = readRegistered(cells);
        if (!read.ok) return read;
        const problems = today === undefined ? [] : daysToCome(read.value, today);
        if (problems.length > 0) return { ok: false, problems };
        const code = codeOf(read.value.supplyCode);
        const key = registerKeyOf(code, read.value.updatedOn);
        const terms = registeredTerms({ ...read.value, supplyCode: code }).map((term) => ({
          ...term,
          supplyCode: code,
        }));
        const supply = { code, registered: read.value };
        return { ok: true, key, canonical: read.canonical, warnings: [], terms, supply };
      },
    },
    controls: {
      columns: controlColumns,
      mayLack: readingColumns,
      read: (cells) => {
        const read = readControl(cells);
        if (!read.ok) return read;
        const { supplyCode, period } = read.value;
        const key = controlKeyOf(codeOf(supplyCode), period);
        const control = { ...read.value, supplyCode: codeOf(supplyCode) };
        return { ok: true, key, canonical: read.canonical, warnings: checkControl(read.value), control };
      },
    },
    payments: {
      columns: paymentColumns,
      read: (cells) => {
        const read = readPayment(cells);
        if (!read.ok) return read;
        const { supplyCode, period, receiptNumber, reference } = read.value;
        const key = paymentKeyOf(codeOf(supplyCode), period, receiptNumber, reference);
        return { ok: true, key, canonical: read.canonical, warnings: [] };
      },
    },
  };
}
