import { createHash } from "node:crypto";
import { fileKinds } from "../functions/import-receipts/file-kinds.ts";
import { importMessages } from "../functions/import-receipts/import-messages.ts";
import { tenant } from "../settings.ts";
import type { ImportKind } from "../shared/domain/billing/import.ts";
import { importFileKey } from "../shared/storage/billing/import-files.ts";
import { openImportRegister } from "../shared/storage/billing/import-register.ts";
import { openLoadNotes } from "../shared/storage/billing/load-notes.ts";
import { openReceiptLedger } from "../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../shared/storage/billing/receipt-reader.ts";
import { openSupplyTermWriter } from "../shared/storage/supply/supply-terms.ts";
import { memoryImportWork } from "../test/doubles/import-work.ts";
import { memoryImportsBucket } from "../test/doubles/imports-bucket.ts";
import type { MeteredTable } from "./metered.ts";

/** Imports a file into a table at an instant. Returns its rows, and what the table was asked for after its upload. */
export async function importInto(table: MeteredTable, kind: ImportKind, bytes: Uint8Array, now: string) {
  const register = openImportRegister(table);
  const bucket = memoryImportsBucket();
  const queue: unknown[] = [];
  const handle = importMessages({
    register,
    files: bucket.files,
    reports: bucket.reports,
    work: memoryImportWork((task) => queue.push(task)),
    ledger: openReceiptLedger(table),
    notes: openLoadNotes(table),
    terms: openSupplyTermWriter(table),
    receiptReader: openReceiptReader(table),
    kinds: fileKinds(tenant),
    now: () => now,
  });
  const importId = `${now.replace(/[-:.]/g, "")}-00000000`;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const ticket = await bucket.tickets.issue(importId, bytes.byteLength, sha256, now);
  const announced = { fileName: `${kind}.csv`, sizeBytes: bytes.byteLength, sha256, by: "bench", createdAt: now };
  await register.open({ importId, kind, ...announced });
  const versionId = await bucket.upload(ticket, bytes, now);
  table.reset();
  queue.push({ Records: [{ s3: { object: { key: importFileKey(importId), versionId } } }] });
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await handle(next);
  const { writes, reads } = table.meter;
  const record = await register.find(importId);
  if (record?.state !== "done") throw new Error(`the import is ${record?.state}`);
  return { writes, reads, rows: record.rows, accepted: record.accepted ?? 0, unchanged: record.unchanged ?? 0 };
}
