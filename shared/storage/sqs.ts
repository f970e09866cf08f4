import { SQSClient } from "@aws-sdk/client-sqs";

/** A queue; its name is its URL. */
export type Queue = { readonly client: SQSClient; readonly name: string };

/**
 * Returns a new client of the queues; each Lambda function calls this once. The client calls its configured endpoint,
 * not the host in a queue's URL, so that the local stack can stand in for SQS.
 */
export function openSqs(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false });
}
