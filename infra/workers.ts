import { Duration } from "aws-cdk-lib";
import type { FunctionName, QueueName } from "../shared/wiring.ts";

interface Worker {
  /** In MB; 1,769 is one whole processor. */
  readonly memorySize: number;
  readonly timeout: Duration;
  /** The queues it takes from: messages of one invocation, and invocations at once (at least 2). */
  readonly takes: readonly { readonly queue: QueueName; readonly batchSize: number; readonly maxConcurrency: number }[];
}

/** The functions that queues feed, and what they may use. The others answer the API. */
export const workers: Partial<Record<FunctionName, Worker>> = {
  "import-receipts": {
    memorySize: 1769,
    timeout: Duration.minutes(5),
    takes: [
      { queue: "import-files", batchSize: 10, maxConcurrency: 2 },
      // A range is minutes of work, so one at a time; five together come near the 4,000 writes/s a new table takes.
      { queue: "import-ranges", batchSize: 1, maxConcurrency: 5 },
    ],
  },
};

/** How long a taken message stays hidden: six times its worker's timeout, as Lambda asks of its queues. */
export function visibilityOf(queue: QueueName): Duration {
  const worker = Object.values(workers).find(({ takes }) => takes.some((taken) => taken.queue === queue));
  if (!worker) throw new Error(`no function takes from the queue ${queue}`);
  return Duration.seconds(6 * worker.timeout.toSeconds());
}
