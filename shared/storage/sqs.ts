import type { QueueClient } from "./queue-client.ts";

/** A queue; its name is its URL. */
export type Queue = { readonly client: QueueClient; readonly name: string };

/**
 * Returns a new client of the queues; each Lambda function calls this once. The SDK's own client, which is what weighs,
 * is loaded with the first message: most starts of an API function send none.
 */
export function openSqs(): QueueClient {
  let loading: Promise<QueueClient> | undefined;
  const loaded = (): Promise<QueueClient> => {
    loading ??= import("./queue-client.ts").then(({ openQueueClient }) => openQueueClient());
    return loading;
  };
  return {
    send: async (...given) => (await loaded()).send(...given),
    sendAll: async (...given) => (await loaded()).sendAll(...given),
  };
}
