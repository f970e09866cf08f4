import { tenant } from "../../settings.ts";
import { takeControl } from "../../shared/casework/reading/atypical-readings.ts";
import type { BillingControl } from "../../shared/domain/reading/control-file.ts";
import { openImportFiles, openImportReports } from "../../shared/storage/billing/import-files.ts";
import { openImportRegister } from "../../shared/storage/billing/import-register.ts";
import { openImportWork } from "../../shared/storage/billing/import-work.ts";
import { openLoadNotes } from "../../shared/storage/billing/load-notes.ts";
import { openReceiptLedger } from "../../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSupplyTermWriter } from "../../shared/storage/supply/supply-terms.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { fileKinds } from "./file-kinds.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), queue: openSqs() };
const stores = openStores("import-receipts", clients, {
  foundReadings: openAtypicalReadings,
  receiptReader: openReceiptReader,
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
  receiptReader: stores.receiptReader,
  kinds: fileKinds(tenant),
  takeControl: (control: BillingControl, at: string) => takeControl({ ...stores, tenant }, control, at),
  now,
};
