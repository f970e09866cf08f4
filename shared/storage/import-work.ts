import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import type { ImportStep } from "../domain/import.ts";
import type { Queue } from "./sqs.ts";

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

export function openImportWork({ client, name }: Queue): ImportWork {
  return {
    send: async (importId, step, ranges) => {
      for (let from = 0; from < ranges; from += messagesPerCall) {
        const indexes = Array.from({ length: Math.min(messagesPerCall, ranges - from) }, (_, at) => from + at);
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: name,
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
