import { SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Queue } from "./sqs.ts";

/**
 * What a worker of cases is told: an entry of a case, a filing, a request for attention, a case deemed granted, or an attachment nobody scanned in time. It carries ids only: the worker
 * reads the truth itself.
 */
export type WorkerTask =
  | { readonly claimId: string; readonly seq: number }
  | { readonly submissionId: string }
  | { readonly problemId: string }
  | { readonly claimId: string; readonly certify: "silence" }
  | { readonly kind: "scan-overdue"; readonly uploadId: string };

/** A queue that workers of cases take from. */
export interface WorkerQueue {
  send(task: WorkerTask): Promise<void>;
}

export function openWorkerQueue({ client, name }: Queue): WorkerQueue {
  return {
    send: async (task) => {
      await client.send(new SendMessageCommand({ QueueUrl: name, MessageBody: JSON.stringify(task) }));
    },
  };
}
