import { wired } from "../../shared/permissions.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openBacklog, openOutbox } from "../../shared/storage/outbox.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { now } from "../runtime/now.ts";
import { scheduled } from "../runtime/scheduled.ts";
import { redeliver } from "./redeliver.ts";

const client = openDynamoDb();
const sqs = openSqs();
const names = wired("redeliver", process.env);

export const handler = scheduled(
  redeliver({
    backlog: openBacklog({ client, name: names.backlog }),
    outbox: openOutbox({ client, name: names.outbox }),
    queues: {
      inspections: openWorkerQueue(names.inspectionWork, sqs),
      notices: openWorkerQueue(names.noticeWork, sqs),
      documents: openWorkerQueue(names.documentWork, sqs),
    },
    now,
    perShard: 250,
  }),
);
