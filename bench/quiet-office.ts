import { setTimeout as wait } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { credentials, region } from "../local/cloud.ts";

/** Longer than the local office takes to say that a mail arrived. */
const quietMs = 2_000;
const lookMs = 250;

const left = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

/** Returns the URLs of the queues that workers empty, of a stack's resources: nobody takes what failed. */
export const workedQueues = (resources: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(resources).flatMap(([name, url]) =>
    name.startsWith("queue-") && !name.endsWith("-failures") ? [url] : [],
  );

/**
 * Returns a function that waits until queues have had no message, waiting or being worked on, for two seconds: a
 * person's next act then meets no worker. It asks the queues at `endpoint`, past whatever counts what the office asks.
 * @param queues the URLs of the queues, without those of dead letters
 */
export function quietOffice(endpoint: string, queues: readonly string[]): () => Promise<void> {
  return async () => {
    const client = new SQSClient({ endpoint, region, credentials });
    const waiting = async (QueueUrl: string): Promise<number> => {
      const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...left] });
      const { Attributes = {} } = await client.send(asked);
      return left.reduce((sum, name) => sum + Number(Attributes[name]), 0);
    };
    try {
      for (let quiet = 0; quiet < quietMs; quiet += lookMs) {
        await wait(lookMs);
        const counts = await Promise.all(queues.map(waiting));
        if (counts.some((count) => count > 0)) quiet = -lookMs;
      }
    } finally {
      client.destroy();
    }
  };
}
