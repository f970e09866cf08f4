import * as z from "zod";
import { tenant } from "../../settings.ts";
import { importSteps } from "../../shared/domain/import.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { importOfFileKey, openImportFiles, openImportReports, openS3 } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openImportWork } from "../../shared/storage/import-work.ts";
import { openLoadNotes } from "../../shared/storage/load-notes.ts";
import { openReceiptLedger } from "../../shared/storage/receipt-ledger.ts";
import { wired } from "../../shared/wiring.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { checkRange } from "./check-range.ts";
import { fileKinds } from "./file-kinds.ts";
import type { Importer } from "./importer.ts";
import { startImport } from "./start-import.ts";
import { storeRange } from "./store-range.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("import-receipts", process.env);

const importer: Importer = {
  register: openImportRegister({ client, name: names.importRegister }),
  files: openImportFiles({ client: s3, name: names.importFiles }),
  papers: openImportReports({ client: s3, name: names.importReports }),
  work: openImportWork(names.importWork),
  ledger: openReceiptLedger({ client, name: names.receiptLedger }),
  notes: openLoadNotes({ client, name: names.loadNotes }),
  kinds: fileKinds(tenant),
  now,
};
const start = startImport(importer);
const steps = { storing: storeRange(importer), checking: checkRange(importer) };

const task = z.object({ importId: z.string(), step: z.enum(importSteps), index: z.number().int().min(0) });
const arrival = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }) })),
});
/** What the store sends once, when its notifications are set up. */
const storeTest = z.object({ Event: z.literal("s3:TestEvent") });

/** Handles an arrived file or a range of one. Messages carry ids only; a forged one names nothing or changes nothing. */
export const handler = worker(async (body) => {
  const asked = z.union([task, arrival, storeTest]).parse(body);
  if ("Event" in asked) return;
  if ("importId" in asked) {
    const record = await importer.register.find(asked.importId);
    if (record) await steps[asked.step](record, asked.index);
    return;
  }
  for (const { s3: arrived } of asked.Records) {
    const importId = importOfFileKey(decodeURIComponent(arrived.object.key.replaceAll("+", " ")));
    if (importId !== undefined) await start(importId, arrived.object.versionId);
  }
});
