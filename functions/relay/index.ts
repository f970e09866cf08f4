import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openOutbox } from "../../shared/storage/outbox.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { openStores } from "../runtime/open-stores.ts";
import { stream } from "../runtime/stream.ts";
import { relayEntry } from "./relay-entry.ts";

const stores = openStores(
  "relay",
  { table: openDynamoDb(), queue: openSqs() },
  {
    outbox: openOutbox,
    inspectionWork: openWorkerQueue,
    noticeWork: openWorkerQueue,
    documentWork: openWorkerQueue,
  },
);
const queues = {
  inspections: stores.inspectionWork,
  notices: stores.noticeWork,
  documents: stores.documentWork,
};

export const handler = stream(relayEntry({ ...stores, queues }));
