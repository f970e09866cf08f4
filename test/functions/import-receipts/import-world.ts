import { createHash } from "node:crypto";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { fileKinds } from "../../../functions/import-receipts/file-kinds.ts";
import { importMessages } from "../../../functions/import-receipts/import-messages.ts";
import type { Importer } from "../../../functions/import-receipts/importer.ts";
import { type Worker, worker } from "../../../functions/runtime/worker.ts";
import { tenant } from "../../../settings.ts";
import type { ImportKind } from "../../../shared/domain/billing/import.ts";
import type { ImportRecord, ImportRegister } from "../../../shared/storage/billing/import-register.ts";
import type { ReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import type { ReceiptReader } from "../../../shared/storage/billing/receipt-reader.ts";
import { memoryImportRegister } from "../../doubles/import-register.ts";
import { memoryImportWork } from "../../doubles/import-work.ts";
import { type MemoryImportsBucket, memoryImportsBucket } from "../../doubles/imports-bucket.ts";
import { memoryLoadNotes } from "../../doubles/load-notes.ts";
import { type MemoryTable, memoryTable } from "../../doubles/memory-table.ts";
import { type LedgerItem, memoryReceiptLedger } from "../../doubles/receipt-ledger.ts";
import { memoryReceiptReader } from "../../doubles/receipt-reader.ts";
import { memorySupplyTerms } from "../../doubles/supply-terms.ts";

export const importedAt = "2026-11-24T16:00:00.000Z";

/** A file on its way in. */
export interface Arrival {
  readonly importId?: string;
  readonly kind?: ImportKind;
  /** The SHA-256 the register holds, where it is not the file's. */
  readonly registeredSha256?: string;
  /** Present if a change of holders waits for somebody. */
  readonly asksFirst?: true;
}

/** The importer on doubles, with its queue. */
export interface ImportWorld {
  readonly importer: Importer;
  readonly table: MemoryTable<LedgerItem>;
  readonly register: ImportRegister;
  readonly bucket: MemoryImportsBucket;
  readonly reader: ReceiptReader;
  readonly lastLoad: () => Promise<string | undefined>;
  /** Messages that wait, oldest first. */
  readonly queue: string[];
  /** Uploads a file and queues its arrival. */
  arrive(file: string | Uint8Array, arrival?: Arrival): Promise<string>;
  /** Uploads a file and handles messages until none is left; returns the import then. */
  import(file: string | Uint8Array, arrival?: Arrival): Promise<ImportRecord>;
  /** Handles messages, one at a time, until none is left. */
  run(handler?: Worker): Promise<void>;
  /** The report of an import that is done, without its byte-order mark; one row a line. */
  report(importId: string): readonly string[];
  /** All that outlives the process: the table, the reports, the imports, the last load. */
  state(): Promise<unknown>;
}

export interface WorldOptions {
  readonly rowsPerRange?: number;
  /** Where rows are kept instead of `table`. */
  readonly ledger?: ReceiptLedger;
  /** How each kind's rows are read. @default as the tenant's are */
  readonly kinds?: Importer["kinds"];
}

export function importWorld({
  rowsPerRange = 1_000,
  ledger,
  kinds = fileKinds(tenant),
}: WorldOptions = {}): ImportWorld {
  const table = memoryTable<LedgerItem>();
  const register = memoryImportRegister();
  const bucket = memoryImportsBucket();
  const notes = memoryLoadNotes();
  const terms = memorySupplyTerms();
  const queue: string[] = [];
  const receiptReader = memoryReceiptReader(table);
  const importer: Importer = {
    receiptReader,
    register,
    files: bucket.files,
    reports: bucket.reports,
    work: memoryImportWork((task) => queue.push(JSON.stringify(task))),
    ledger: ledger ?? memoryReceiptLedger(table),
    notes,
    terms,
    kinds,
    now: () => importedAt,
    rowsPerRange,
  };
  const world: ImportWorld = {
    importer,
    table,
    register,
    bucket,
    reader: receiptReader,
    lastLoad: notes.read,
    queue,
    arrive: async (file, { importId = "i1", kind = "receipts", registeredSha256, ...asks } = {}) => {
      const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const announced = { sizeBytes: bytes.byteLength, sha256: registeredSha256 ?? sha256 };
      await register.open({
        importId,
        kind,
        fileName: "archivo.csv",
        by: "staff-1",
        createdAt: importedAt,
        ...announced,
        ...asks,
      });
      const ticket = await bucket.tickets.issue(importId, bytes.byteLength, sha256, importedAt);
      const versionId = await bucket.upload(ticket, bytes, importedAt);
      if (versionId === undefined) throw new Error("the upload was refused");
      queue.push(arrivalMessage(importId, versionId));
      return importId;
    },
    import: async (file, arrival) => {
      const importId = await world.arrive(file, arrival);
      await world.run();
      const record = await register.find(importId);
      if (!record) throw new Error("the import is gone");
      return record;
    },
    run: async (handler = importWorker(importer)) => {
      for (let deliveries = 0; queue.length > 0; deliveries += 1) {
        if (deliveries > 10_000) throw new Error("the queue does not empty");
        const body = queue.shift() ?? "";
        if ((await deliver(handler, [body])).length > 0) throw new Error("a message failed: see the log");
      }
    },
    report: (importId) => {
      const [, text = ""] = bucket.reportFiles().find(([key]) => key === `${importId}/report.csv`) ?? [];
      if (!text.startsWith("\uFEFF")) throw new Error(`no report of ${importId} with its byte-order mark`);
      return text.slice(1).split("\r\n").slice(0, -1);
    },
    state: async () => ({
      table: table.all(),
      reports: bucket.reportFiles(),
      imports: await register.list(100),
      lastLoad: await notes.read(),
      terms: [...terms.written],
    }),
  };
  return world;
}

/** The function's handler over an importer. */
export function importWorker(importer: Importer): Worker {
  return worker(importMessages(importer));
}

/** The message of a file's arrival. */
export function arrivalMessage(importId: string, versionId: string): string {
  return JSON.stringify({ Records: [{ s3: { object: { key: `files/${importId}.csv`, versionId } } }] });
}

/** Gives a batch of messages to a worker; the bodies of those it failed. */
export async function deliver(handler: Worker, bodies: readonly string[]): Promise<readonly string[]> {
  const Records = bodies.map((body, at) => ({
    messageId: `m${at}`,
    body,
    attributes: { ApproximateReceiveCount: "1" },
  }));
  const { batchItemFailures } = (await handler({ Records } as unknown as SQSEvent, {} as Context)) as SQSBatchResponse;
  return batchItemFailures.map(({ itemIdentifier }) => bodies[Number(itemIdentifier.slice(1))] ?? "");
}
