export {
  openImportFiles as importFiles,
  openImportReports as importReports,
} from "../../shared/storage/import-files.ts";
export { openImportRegister as importRegister } from "../../shared/storage/import-register.ts";
export { openImportWork as importWork } from "../../shared/storage/import-work.ts";
export { openLoadNotes as loadNotes } from "../../shared/storage/load-notes.ts";
export { openReceiptLedger as receiptLedger } from "../../shared/storage/receipt-ledger.ts";
