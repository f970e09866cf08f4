import { wired } from "../../shared/permissions.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openOutbox } from "../../shared/storage/outbox.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { stream } from "../runtime/stream.ts";
import { relayEntry } from "./relay-entry.ts";

const sqs = openSqs();
const names = wired("relay", process.env);

export const handler = stream(
  relayEntry({
    outbox: openOutbox({ client: openDynamoDb(), name: names.outbox }),
    queues: {
      inspections: openWorkerQueue(names.inspectionWork, sqs),
      notices: openWorkerQueue(names.noticeWork, sqs),
      documents: openWorkerQueue(names.documentWork, sqs),
    },
  }),
);
