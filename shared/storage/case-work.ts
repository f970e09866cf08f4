import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

/**
 * What a worker of cases is told: an entry of a case, a filing, a request for attention, a case deemed granted, or a paper nobody scanned in time. It carries ids only: the worker
 * reads the truth itself.
 */
export type CaseTask =
  | { readonly claimId: string; readonly seq: number }
  | { readonly filingId: string }
  | { readonly problemId: string }
  | { readonly claimId: string; readonly certify: "silence" }
  | { readonly kind: "scan-overdue"; readonly uploadId: string };

/** A queue that workers of cases take from. */
export interface CaseWork {
  send(task: CaseTask): Promise<void>;
}

export function openCaseWork(queueUrl: string, client: SQSClient): CaseWork {
  return {
    send: async (task) => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(task) }));
    },
  };
}
