import type { ImportStep } from "../../domain/billing/import.ts";
import type { Queue } from "../sqs.ts";

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
        const tasks = indexes.map((index) => ({ importId, step, index }) satisfies ImportTask);
        const lost = await client.sendAll(name, tasks);
        if (lost > 0) throw new Error(`${lost} tasks of import ${importId} were not queued`);
      }
    },
  };
}
