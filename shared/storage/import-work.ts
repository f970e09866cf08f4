import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { ImportStep } from "../domain/import.ts";

/** A range of an import to handle. It carries ids only: the worker reads the rest itself. */
export interface ImportTask {
  readonly importId: string;
  readonly step: ImportStep;
  readonly index: number;
}

export interface ImportWork {
  /** Queues the tasks of ranges 0 to `ranges` − 1 of a step. Throws if any was not queued. */
  send(importId: string, step: ImportStep, ranges: number): Promise<void>;
}

const messagesPerCall = 10;

/**
 * Opens the one client of a function. It uses its own endpoint, as the clients of the other stores do, not the host in
 * a queue's URL.
 */
export function openSqs(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false });
}

export function openImportWork(queueUrl: string, client: SQSClient = openSqs()): ImportWork {
  return {
    send: async (importId, step, ranges) => {
      for (let from = 0; from < ranges; from += messagesPerCall) {
        const indexes = Array.from({ length: Math.min(messagesPerCall, ranges - from) }, (_, at) => from + at);
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: indexes.map((index) => ({
              Id: String(index),
              MessageBody: JSON.stringify({ importId, step, index } satisfies ImportTask),
            })),
          }),
        );
        if (Failed.length > 0) throw new Error(`${Failed.length} tasks of import ${importId} were not queued`);
      }
    },
  };
}
