import { lookUpCredential } from "../../../functions/receipts/look-up-credential.ts";
import type { ReceiptDeps } from "../../../functions/receipts/receipt-deps.ts";
import { receipts } from "../../../functions/receipts/receipts.ts";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import { tenant } from "../../../settings.ts";
import { receiptRules } from "../../../shared/casework/receipt/receipt-rules.ts";
import * as receiptRoutes from "../../../shared/contract/receipt/receipt-routes.ts";
import type { ImportKind } from "../../../shared/domain/billing/import.ts";
import type { AttemptCounter } from "../../../shared/storage/attempt-counter.ts";
import { heldKeyOf } from "../../../shared/storage/billing/billing-keys.ts";
import type { LoadNotes } from "../../../shared/storage/billing/load-notes.ts";
import type { ReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import type { ClaimedStanding } from "../../../shared/storage/billing/receipt-reader.ts";
import type { AccountContact } from "../../../shared/storage/claim/account-contacts.ts";
import type { SupplyLinks } from "../../../shared/storage/supply/supply-links.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { memoryAttemptCounter } from "../../doubles/attempt-counter.ts";
import { memoryLoadNotes } from "../../doubles/load-notes.ts";
import { memoryLookUpTrails } from "../../doubles/look-up-trails.ts";
import { memoryTable } from "../../doubles/memory-table.ts";
import { type LedgerItem, memoryReceiptLedger } from "../../doubles/receipt-ledger.ts";
import { memoryReceiptReader, noteStanding } from "../../doubles/receipt-reader.ts";
import { memorySupplyLinks } from "../../doubles/supply-links.ts";
import { ledgerRow } from "../../shared/storage/billing/billed-rows.ts";
import { originKey } from "../api-call.ts";

/** The function of the receipts, on doubles. */
export interface ReceiptWorld {
  readonly handler: ApiHandler;
  readonly ledger: ReceiptLedger;
  readonly supplyLinks: SupplyLinks;
  /** The contacts by which accounts sign in; an account that is not here has none. */
  readonly contacts: Map<string, AccountContact>;
  readonly attemptCounter: AttemptCounter;
  readonly notes: LoadNotes;
  /** Look-ups that were counted. */
  readonly counted: { lookUps: number };
  /** The milliseconds of each wait before an answer. */
  readonly waits: readonly number[];
  /** Stores rows of file A, and of file D. */
  store(receipts: readonly string[], payments?: readonly string[]): Promise<void>;
  /** Stores rows of another file. */
  storeOf(kind: ImportKind, rows: readonly string[]): Promise<void>;
  /** Notes that a claim holds a receipt. */
  stand(supplyCode: string, standing: ClaimedStanding): void;
}

export function receiptWorld(of: Tenant = tenant): ReceiptWorld {
  const table = memoryTable<LedgerItem>();
  const ledger = memoryReceiptLedger(table);
  const notes = memoryLoadNotes();
  const receiptReader = memoryReceiptReader(table);
  const attemptCounter = memoryAttemptCounter();
  const counted = { lookUps: 0 };
  const waits: number[] = [];
  const contacts = new Map<string, AccountContact>();
  const deps: ReceiptDeps = {
    receiptReader,
    supplyLinks: memorySupplyLinks(),
    accountContacts: { find: async (sub) => contacts.get(sub) },
    lookUpCredential: lookUpCredential(
      {
        ...{ receiptReader, attemptCounter, lookUpTrails: memoryLookUpTrails(counted) },
        pause: async (ms) => void waits.push(ms),
      },
      of.supplyCodeLength.value,
    ),
    rulesAt: async (now) => receiptRules(of, now),
    loadedAt: notes.read,
  };
  const handler = api(receiptRoutes, receipts(deps), { originKey });
  return {
    handler,
    ledger,
    supplyLinks: deps.supplyLinks,
    contacts,
    attemptCounter,
    notes,
    counted,
    waits,
    stand: (supplyCode, standing) => noteStanding(table, heldKeyOf(supplyCode, "c1"), standing),
    storeOf: async (kind, rows) => {
      for (const row of rows) await ledger.store(ledgerRow(kind, row), "i1", undefined);
    },
    store: async (receipts, payments = []) => {
      for (const row of receipts) await ledger.store(ledgerRow("receipts", row), "i1", undefined);
      for (const row of payments) await ledger.store(ledgerRow("payments", row), "i1", undefined);
    },
  };
}
