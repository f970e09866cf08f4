import { tenant } from "../../settings.ts";
import { wired } from "../../shared/permissions.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openImportFiles, openImportReports, openS3 } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openImportWork } from "../../shared/storage/import-work.ts";
import { openLoadNotes } from "../../shared/storage/load-notes.ts";
import { openReceiptLedger } from "../../shared/storage/receipt-ledger.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { fileKinds } from "./file-kinds.ts";
import { importMessages } from "./import-messages.ts";
import type { Importer } from "./importer.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("import-receipts", process.env);

const importer: Importer = {
  register: openImportRegister({ client, name: names.importRegister }),
  files: openImportFiles({ client: s3, name: names.importFiles }),
  attachments: openImportReports({ client: s3, name: names.importReports }),
  work: openImportWork(names.importWork),
  ledger: openReceiptLedger({ client, name: names.receiptLedger }),
  notes: openLoadNotes({ client, name: names.loadNotes }),
  kinds: fileKinds(tenant),
  now,
  rowsPerRange: 1_000,
};

export const handler = worker(importMessages(importer));
