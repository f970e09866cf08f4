import { tenant } from "../../settings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openImportFiles, openImportReports } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openImportWork } from "../../shared/storage/import-work.ts";
import { openLoadNotes } from "../../shared/storage/load-notes.ts";
import { openReceiptLedger } from "../../shared/storage/receipt-ledger.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSupplyTermWriter } from "../../shared/storage/supply-terms.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { fileKinds } from "./file-kinds.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), queue: openSqs() };
const stores = openStores("import-receipts", clients, {
  receiptLedger: openReceiptLedger,
  supplyTermWriter: openSupplyTermWriter,
  importProgress: openImportRegister,
  loadNotes: openLoadNotes,
  importFiles: openImportFiles,
  importReports: openImportReports,
  importWork: openImportWork,
});

export const deps = {
  register: stores.importProgress,
  files: stores.importFiles,
  reports: stores.importReports,
  work: stores.importWork,
  ledger: stores.receiptLedger,
  notes: stores.loadNotes,
  terms: stores.supplyTermWriter,
  kinds: fileKinds(tenant),
  now,
};
