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
import { openImportRegister } from "../shared/storage/billing/import-register.ts";
import { openLoadNotes } from "../shared/storage/billing/load-notes.ts";
import { openReceiptLedger, type ReceiptLedger } from "../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../shared/storage/billing/receipt-reader.ts";
import { openSupplyTermWriter } from "../shared/storage/supply/supply-terms.ts";
import { memoryImportRegister } from "../test/doubles/import-register.ts";
import { memoryImportWork } from "../test/doubles/import-work.ts";
import { memoryLoadNotes } from "../test/doubles/load-notes.ts";

/**
 * A worker of the import of one file of receipts, in a process of its own whose memory is only the import's: the file
 * and what the import writes beside its rows stay on disk. It handles the messages that its parent sends it, one at a
 * time, and gives back those that it queues.
 */
interface Given {
  /** Where the tables are. @default a store that takes every row and answers it as stored */
  readonly endpoint?: string;
  /** A folder for what the import writes beside its rows. */
  readonly folder: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Whether the import has to be announced first. */
  readonly isNew: boolean;
}
const given: Given = JSON.parse(process.argv[2] ?? "{}");

/** What a worker is asked: to handle a message, and to be killed amid its rows; or, without one, what was imported. */
export interface Asked {
  readonly message?: unknown;
  readonly killedAfter?: number;
}

/** What a worker answers: a message to queue, that it is ready or done, and at the end what was imported. */
export interface Answered {
  readonly queued?: unknown;
  /** The most memory in use, in MB: what is left when all that can be freed is, once a second. */
  readonly peak?: number;
  readonly failure?: string;
  /** Rows that the import read back as it stored them. */
  readonly accepted?: number;
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
      receiptReader: openReceiptReader({ client: nothing, name: "billing" }),
    };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const table = { client, name: "billing" };
  return {
    register: openImportRegister(table),
    ledger: openReceiptLedger(table),
    notes: openLoadNotes(table),
    terms: openSupplyTermWriter(table),
    receiptReader: openReceiptReader(table),
  };
}

const { register, ledger, notes, terms, receiptReader } = stores(given.endpoint);
const answer = (answered: Answered): void => void process.send?.(answered);
let step = "";
const fileOf = (part: string): string => join(given.folder, part);
let peak = 0;
let noted = 0;
/** Notes the memory in use, if not `always` only a second after the last time or later. */
function noteMemory(always = false): void {
  if (!always && performance.now() - noted < 1000) return;
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
let rowsLeft = Number.POSITIVE_INFINITY;
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
  work: memoryImportWork((queued) => answer({ queued })),
  ledger: {
    ...ledger,
    store: async (...row) => {
      rowsLeft -= 1;
      if (rowsLeft < 0) process.kill(process.pid, "SIGKILL");
      await ledger.store(...row);
    },
  },
  notes,
  terms,
  receiptReader,
  kinds: fileKinds(tenant),
  now: () => now,
});

async function handled({ message, killedAfter = Number.POSITIVE_INFINITY }: Asked): Promise<Answered> {
  if (message === undefined) return { accepted: (await register.find(importId))?.accepted ?? 0 };
  rowsLeft = killedAfter;
  step = z.object({ step: z.string() }).safeParse(message).data?.step ?? "";
  await handle(message);
  return { peak: peak / 1024 / 1024 };
}

const { sizeBytes, sha256 } = given;
const announced = { fileName: "recibos.csv", sizeBytes, sha256, by: "bench", createdAt: now };
if (given.isNew) await register.open({ importId, kind: "receipts", ...announced });
process.on("message", (asked: Asked) =>
  handled(asked).then(answer, (failure: unknown) => answer({ failure: String(failure) })),
);
answer({});
