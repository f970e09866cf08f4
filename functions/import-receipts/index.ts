import { tenant } from "../../settings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { worker } from "../runtime/worker.ts";
import { fileKinds } from "./file-kinds.ts";
import { importMessages } from "./import-messages.ts";
import * as openers from "./stores.ts";

const stores = openStores("import-receipts", { table: openDynamoDb(), bucket: openS3(), queue: openSqs() }, openers);

export const handler = worker(
  importMessages({
    register: stores.importRegister,
    files: stores.importFiles,
    reports: stores.importReports,
    work: stores.importWork,
    ledger: stores.receiptLedger,
    notes: stores.loadNotes,
    kinds: fileKinds(tenant),
    now,
    rowsPerRange: 1_000,
  }),
);
