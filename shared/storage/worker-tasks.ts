import { traceNow } from "./check/trace.ts";
import type { Queue } from "./sqs.ts";

/**
 * What a worker handles: an entry of a case, a submission, a request for attention, a claim deemed granted, an
 * attachment whose scan gave no result in time, an attachment or a document of the office to draw, a link of an account
 * that was ended, a contact in which a link is sent, or an account to be written to about new receipts. It carries ids
 * only: the worker reads the rest itself.
 */
export type WorkerTask =
  | { readonly claimId: string; readonly seq: number }
  | { readonly submissionId: string }
  | { readonly problemId: string }
  | { readonly claimId: string; readonly certify: "silence" }
  | { readonly kind: "scan-overdue"; readonly uploadId: string }
  | { readonly kind: "draw-attachment"; readonly uploadId: string }
  | { readonly kind: "draw-document"; readonly documentId: string; readonly sha256: string }
  | { readonly sub: string; readonly linkId: string }
  | { readonly supplyCode: string; readonly contactId: string }
  | { readonly sub: string; readonly announce: "receipts" };

export interface WorkerQueue {
  /** Sends a task in the trace of this run, which its worker goes on with. */
  send(task: WorkerTask): Promise<void>;
}

/** The trace stands beside the task, whose form a release before does not let grow. */
function attributes() {
  const trace = traceNow();
  return trace === undefined ? undefined : { trace: { DataType: "String", StringValue: trace } };
}

export function openWorkerQueue({ client, name }: Queue): WorkerQueue {
  return {
    send: (task) => client.send(name, task, attributes()),
  };
}
