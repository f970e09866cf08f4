import { openOutbox } from "../../shared/storage/check/outbox.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { openStores } from "../runtime/open-stores.ts";

const clients = { table: openDynamoDb(), queue: openSqs() };
const stores = openStores("relay", clients, {
  outbox: openOutbox,
  inspectionWork: openWorkerQueue,
  noticeWork: openWorkerQueue,
  documentWork: openWorkerQueue,
});

const queues = { inspections: stores.inspectionWork, notices: stores.noticeWork, documents: stores.documentWork };
export const deps = { ...stores, queues };
