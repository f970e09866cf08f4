import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { fileKinds } from "../functions/import-receipts/file-kinds.ts";
import { importMessages } from "../functions/import-receipts/import-messages.ts";
import { credentials, region } from "../local/cloud.ts";
import { tenant } from "../settings.ts";
import { importFileKey } from "../shared/storage/import-files.ts";
import { openImportRegister } from "../shared/storage/import-register.ts";
import { openLoadNotes } from "../shared/storage/load-notes.ts";
import { openReceiptLedger } from "../shared/storage/receipt-ledger.ts";
import { openSupplyTermWriter } from "../shared/storage/supply-terms.ts";
import { memoryImportWork } from "../test/doubles/import-work.ts";
import { memoryImportsBucket } from "../test/doubles/imports-bucket.ts";

/**
 * The import of one file of receipts, in a process of its own whose memory is only the import's: the file stays on
 * disk. Its worker is stopped twice amid a range, which is then given again as its queue would. Reports what it did.
 */
interface Given {
  readonly endpoint: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly rows: number;
}
const given: Given = JSON.parse(process.argv[2] ?? "{}");

/** What the process reports, as JSON on its last line. */
export interface Imported {
  readonly seconds: number;
  /** The most memory of the process, in MB. */
  readonly peak: number;
  readonly accepted: number;
  /** Rows that were stored once more because the worker was stopped. */
  readonly reworked: number;
}

const now = "2026-11-24T15:00:00.000Z";
const importId = "20261124T150000000Z-00000000";
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: given.endpoint, region, credentials }));
const table = { client, name: "billing" };
const register = openImportRegister(table);
const ledger = openReceiptLedger(table);
const bucket = memoryImportsBucket();
const queue: unknown[] = [];
let stored = 0;
const stops = [Math.floor(given.rows / 3), Math.floor((2 * given.rows) / 3)];
const handle = importMessages({
  register,
  files: {
    ...bucket.files,
    read: async (_, __, start = 0, end) =>
      createReadStream(given.file, { start, ...(end !== undefined && { end: end - 1 }) }),
  },
  reports: bucket.reports,
  work: memoryImportWork((task) => queue.push(task)),
  ledger: {
    ...ledger,
    store: async (...row) => {
      stored += 1;
      if (stored === stops[0]) {
        stops.shift();
        throw new Error("stopped");
      }
      await ledger.store(...row);
    },
  },
  notes: openLoadNotes(table),
  terms: openSupplyTermWriter(table),
  kinds: fileKinds(tenant),
  now: () => now,
});
const { sizeBytes, sha256 } = given;
const announced = { fileName: "recibos.csv", sizeBytes, sha256, by: "bench", createdAt: now };
await register.open({ importId, kind: "receipts", ...announced });
queue.push({ Records: [{ s3: { object: { key: importFileKey(importId), versionId: "v1" } } }] });
const began = performance.now();
for (let next = queue.shift(); next !== undefined; next = queue.shift())
  try {
    await handle(next);
  } catch (failure) {
    if (!(failure instanceof Error) || failure.message !== "stopped") throw failure;
    queue.unshift(next);
  }
const seconds = (performance.now() - began) / 1000;
const record = await register.find(importId);
if (record?.state !== "done") throw new Error(`the import is ${record?.state}`);
const { accepted = 0 } = record;
const [, peak = "0"] = /VmHWM:\s+(\d+) kB/.exec(await readFile("/proc/self/status", "utf8")) ?? [];
const imported: Imported = { seconds, peak: Number(peak) / 1024, accepted, reworked: stored - accepted };
process.stdout.write(`\n${JSON.stringify(imported)}\n`);
