import { openCaseWork } from "../../shared/storage/case-work.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openOutbox } from "../../shared/storage/outbox.ts";
import { wired } from "../../shared/wiring.ts";
import { stream } from "../runtime/stream.ts";
import { relayEntry } from "./relay-entry.ts";

const sqs = openSqs();
const names = wired("relay", process.env);

export const handler = stream(
  relayEntry({
    outbox: openOutbox({ client: openDynamoDb(), name: names.outbox }),
    queues: {
      inspections: openCaseWork(names.inspectionWork, sqs),
      notices: openCaseWork(names.noticeWork, sqs),
      documents: openCaseWork(names.documentWork, sqs),
    },
  }),
);
