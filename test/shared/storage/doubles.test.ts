import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe } from "vitest";
import { openAttemptCounter } from "../../../shared/storage/attempt-counter.ts";
import type { Key } from "../../../shared/storage/billing/billing-keys.ts";
import { openImportRegister } from "../../../shared/storage/billing/import-register.ts";
import type { ImportTask } from "../../../shared/storage/billing/import-work.ts";
import { openLastLoad, openLoadNotes } from "../../../shared/storage/billing/load-notes.ts";
import { openReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import type { ClaimedStanding } from "../../../shared/storage/billing/receipt-reader.ts";
import { openReceiptReader } from "../../../shared/storage/billing/receipt-reader.ts";
import { openLookUpTrails } from "../../../shared/storage/receipt/look-up-trails.ts";
import { openSupplyLinks } from "../../../shared/storage/supply/supply-links.ts";
import type { TableName } from "../../../shared/storage/tables.ts";
import { memoryAttemptCounter } from "../../doubles/attempt-counter.ts";
import { memoryImportRegister } from "../../doubles/import-register.ts";
import { memoryImportWork } from "../../doubles/import-work.ts";
import { memoryImportsBucket } from "../../doubles/imports-bucket.ts";
import { memoryLoadNotes } from "../../doubles/load-notes.ts";
import { memoryLookUpTrails } from "../../doubles/look-up-trails.ts";
import { memoryDynamoDb } from "../../doubles/memory-dynamodb.ts";
import { memoryTable } from "../../doubles/memory-table.ts";
import { type LedgerItem, memoryReceiptLedger } from "../../doubles/receipt-ledger.ts";
import { memoryReceiptReader, noteStanding } from "../../doubles/receipt-reader.ts";
import { attemptCounterSuite } from "./attempt-counter.suite.ts";
import { importRegisterSuite } from "./billing/import-register.suite.ts";
import { importWorkSuite } from "./billing/import-work.suite.ts";
import { importsBucketSuite } from "./billing/imports-bucket.suite.ts";
import { loadNotesSuite } from "./billing/load-notes.suite.ts";
import { receiptLedgerSuite } from "./billing/receipt-ledger.suite.ts";
import { receiptReaderSuite } from "./billing/receipt-reader.suite.ts";
import { lookUpTrailsSuite } from "./receipt/look-up-trails.suite.ts";
import { supplyLinksSuite } from "./supply/supply-links.suite.ts";

describe("the doubles keep what the stores keep", () => {
  attemptCounterSuite(async () => memoryAttemptCounter());
  lookUpTrailsSuite(async () => memoryLookUpTrails());
  receiptLedgerSuite(async () => memoryReceiptLedger(memoryTable()));
  receiptReaderSuite(async () => {
    const table = memoryTable<LedgerItem>();
    const note = async (key: Key, standing: ClaimedStanding) => noteStanding(table, key, standing);
    return { reader: memoryReceiptReader(table), ledger: memoryReceiptLedger(table), note };
  });
  importRegisterSuite(async () => memoryImportRegister());
  loadNotesSuite(async () => memoryLoadNotes());
  importsBucketSuite(async () => {
    let time = Date.parse("2026-11-24T15:45:12.123Z");
    return {
      ...memoryImportsBucket(),
      now: () => new Date(time).toISOString(),
      wait: (seconds) => {
        time += 1_000 * seconds;
      },
    };
  });
  importWorkSuite(async () => {
    const tasks: ImportTask[] = [];
    return { work: memoryImportWork((task) => tasks.push(task)), received: async () => tasks };
  });
});

describe("the stores keep it too on a table in memory", () => {
  const table = (name: TableName) => ({ client: memoryDynamoDb(async (call) => call()).client, name });

  attemptCounterSuite(async () => openAttemptCounter(table("billing")));
  lookUpTrailsSuite(async () => openLookUpTrails(table("claims"), "key"));
  supplyLinksSuite(async () => openSupplyLinks(table("claims")));
  receiptLedgerSuite(async () => openReceiptLedger(table("billing")));
  receiptReaderSuite(async () => {
    const billing = table("billing");
    const note = (key: Key, standing: ClaimedStanding) =>
      billing.client.send(new PutCommand({ TableName: billing.name, Item: { ...key, ...standing } }));
    return { reader: openReceiptReader(billing), ledger: openReceiptLedger(billing), note };
  });
  importRegisterSuite(async () => openImportRegister(table("billing")));
  loadNotesSuite(async () => {
    const billing = table("billing");
    return { ...openLoadNotes(billing), ...openLastLoad(billing) };
  });
});
