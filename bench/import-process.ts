import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { fileKinds } from "../functions/import-receipts/file-kinds.ts";
import { importMessages } from "../functions/import-receipts/import-messages.ts";
import { credentials, region } from "../local/cloud.ts";
import { tenant } from "../settings.ts";
import { importFileKey } from "../shared/storage/import-files.ts";
import { openImportRegister } from "../shared/storage/import-register.ts";
import { openLoadNotes } from "../shared/storage/load-notes.ts";
import { openReceiptLedger, type ReceiptLedger } from "../shared/storage/receipt-ledger.ts";
import { openSupplyTermWriter } from "../shared/storage/supply-terms.ts";
import { memoryImportRegister } from "../test/doubles/import-register.ts";
import { memoryImportWork } from "../test/doubles/import-work.ts";
import { memoryLoadNotes } from "../test/doubles/load-notes.ts";

/**
 * The import of one file of receipts, in a process of its own whose memory is only the import's: the file and what the
 * import writes beside its rows stay on disk. Its worker is stopped twice amid a range, which is then given again as its
 * queue would. Reports what it did.
 */
interface Given {
  /** Where the tables are. @default a store that takes every row and answers it as stored */
  readonly endpoint?: string;
  /** A folder for what the import writes beside its rows. */
  readonly folder: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly rows: number;
}
const given: Given = JSON.parse(process.argv[2] ?? "{}");

/** What the process reports, as JSON on its last line. */
export interface Imported {
  readonly seconds: number;
  /** The most memory in use, in MB: what is left when all that can be freed is, some four times a second. */
  readonly peak: number;
  readonly accepted: number;
  /** Rows that were stored once more because the worker was stopped. */
  readonly reworked: number;
}

const now = "2026-11-24T15:00:00.000Z";
const importId = "20261124T150000000Z-00000000";
/** The supply of each row, in the file's order, begins here: so a key names its row's line. */
const firstSupply = 20_000_000;
const isStored = (key: { readonly pk: string }) => {
  const line = Number(/\d{8}/.exec(key.pk)?.[0]) - firstSupply + 2;
  return step === "checking" ? { importId, line, row: "" } : undefined;
};
const takingAll: ReceiptLedger = { read: async (keys) => keys.map(isStored), store: async () => {} };

function stores(endpoint: string | undefined) {
  const send = async () => {
    noteMemory(true);
    return {};
  };
  const nothing = { send } as unknown as DynamoDBDocumentClient;
  if (endpoint === undefined)
    return {
      register: memoryImportRegister(),
      ledger: takingAll,
      notes: memoryLoadNotes(),
      terms: openSupplyTermWriter({ client: nothing, name: "billing" }),
    };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const table = { client, name: "billing" };
  return {
    register: openImportRegister(table),
    ledger: openReceiptLedger(table),
    notes: openLoadNotes(table),
    terms: openSupplyTermWriter(table),
  };
}

const { register, ledger, notes, terms } = stores(given.endpoint);
const queue: unknown[] = [];
let step = "";
const fileOf = (part: string): string => join(given.folder, part);
let peak = 0;
let noted = 0;
/** Notes the memory in use, if not `always` only a quarter of a second after the last time or later. */
function noteMemory(always = false): void {
  if (!always && performance.now() - noted < 250) return;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  peak = Math.max(peak, heapUsed + external);
  noted = performance.now();
}
async function* noting(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    noteMemory();
    yield piece;
  }
}
let stored = 0;
const stops = [Math.floor(given.rows / 3), Math.floor((2 * given.rows) / 3)];
const handle = importMessages({
  register,
  files: {
    read: async (_, __, start = 0, end) =>
      noting(createReadStream(given.file, { start, ...(end !== undefined && { end: end - 1 }) })),
  },
  reports: {
    write: async (_, part, text) => {
      await mkdir(dirname(fileOf(part)), { recursive: true });
      await writeFile(fileOf(part), text);
    },
    read: (_, part) => {
      noteMemory();
      return readFile(fileOf(part), "utf8");
    },
  },
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
  notes,
  terms,
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
    step = z.object({ step: z.string() }).safeParse(next).data?.step ?? "";
    await handle(next);
  } catch (failure) {
    if (!(failure instanceof Error) || failure.message !== "stopped") throw failure;
    queue.unshift(next);
  }
const seconds = (performance.now() - began) / 1000;
const record = await register.find(importId);
if (record?.state !== "done") throw new Error(`the import is ${record?.state}`);
const { accepted = 0 } = record;
const imported: Imported = { seconds, peak: peak / 1024 / 1024, accepted, reworked: stored - accepted };
process.stdout.write(`\n${JSON.stringify(imported)}\n`);
