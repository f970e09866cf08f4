import { SQSClient } from "@aws-sdk/client-sqs";

/** A queue; its name is its URL. */
export type Queue = { readonly client: SQSClient; readonly name: string };

/**
 * Opens the one client of a function. It uses its own endpoint, as the clients of the other stores do, not the host in
 * a queue's URL.
 */
export function openSqs(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false });
}
