import { Duration } from "aws-cdk-lib";
import type { FunctionName, QueueName } from "../shared/permissions.ts";
import type { TableName } from "../shared/storage/tables.ts";

/** What a function may use. */
interface Limits {
  /** In MB; 1,769 is one whole processor. */
  readonly memorySize: number;
  readonly timeout: Duration;
}

interface Worker extends Limits {
  /** The queues it takes from: messages of one invocation, and invocations at once (at least 2). */
  readonly takes?: readonly {
    readonly queue: QueueName;
    readonly batchSize: number;
    readonly maxConcurrency: number;
  }[];
  /** The table whose changed items it is given, of those that have an attribute. */
  readonly follows?: { readonly table: TableName; readonly having: string };
  /** How often it runs by itself. */
  readonly every?: Duration;
}

/** The functions that something else than the API sets going. */
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
  relay: {
    memorySize: 256,
    timeout: Duration.minutes(1),
    follows: { table: "claims", having: "undeliveredShard" },
  },
  redeliver: { memorySize: 256, timeout: Duration.minutes(2), every: Duration.minutes(5) },
  sweep: { memorySize: 512, timeout: Duration.minutes(10), every: Duration.hours(1) },
  // Hourly, and there is something to do once a day: a run that failed is made up for within the hour.
  "digest-chains": { memorySize: 512, timeout: Duration.minutes(5), every: Duration.hours(1) },
  // Three tries of ten seconds, and the pauses between them.
  "probe-document-desk": { memorySize: 256, timeout: Duration.minutes(1), every: Duration.minutes(5) },
  "assign-inspections": {
    memorySize: 256,
    timeout: Duration.minutes(1),
    // Two at once meet at the same agenda rarely enough, and one of them tries again.
    takes: [{ queue: "inspections", batchSize: 5, maxConcurrency: 2 }],
  },
  "send-notices": {
    memorySize: 256,
    timeout: Duration.minutes(1),
    // A new account's mail leaves at 14 letters a second.
    takes: [{ queue: "notices", batchSize: 5, maxConcurrency: 5 }],
  },
  "track-deliveries": {
    memorySize: 256,
    timeout: Duration.minutes(1),
    // Of one case at once they would only wait for each other.
    takes: [{ queue: "notice-events", batchSize: 10, maxConcurrency: 2 }],
  },
  // The lines of the provider's log, as they come.
  "track-text-deliveries": { memorySize: 256, timeout: Duration.minutes(1) },
  "render-documents": {
    // The press and its fonts are a million bytes of code; a page is pure computing.
    memorySize: 1024,
    timeout: Duration.minutes(1),
    takes: [{ queue: "documents", batchSize: 1, maxConcurrency: 5 }],
  },
  "build-reports": {
    // A workbook of a long month is held whole while it is written.
    memorySize: 1769,
    timeout: Duration.minutes(5),
    takes: [{ queue: "reports", batchSize: 1, maxConcurrency: 2 }],
  },
  "export-case-files": {
    // A part is held whole, and read again as pages; its records are printed one after the other.
    memorySize: 1769,
    timeout: Duration.minutes(5),
    takes: [{ queue: "case-copies", batchSize: 1, maxConcurrency: 3 }],
  },
  "accept-uploads": {
    // A whole processor: an attachment is parsed, and its pages are drawn.
    memorySize: 1769,
    timeout: Duration.minutes(2),
    takes: [{ queue: "uploads", batchSize: 1, maxConcurrency: 5 }],
  },
};

/** The functions of the API that need more than the others. */
const heavyAnswers: Partial<Record<FunctionName, Limits>> = {
  // Renders and seals within the answer; the gateway waits thirty seconds.
  signing: { memorySize: 1024, timeout: Duration.seconds(29) },
  // A change of the calendars counts every open claim it moves.
  administration: { memorySize: 1769, timeout: Duration.seconds(29) },
};

/** What a function may use. Less than 256 MB starts markedly slower: figures in docs/figures.md. */
export function limitsOf(name: FunctionName): Limits {
  return workers[name] ?? heavyAnswers[name] ?? { memorySize: 256, timeout: Duration.seconds(15) };
}

/** How long a taken message stays hidden: six times its worker's timeout, as Lambda asks of its queues. */
export function visibilityOf(queue: QueueName): Duration {
  const worker = Object.values(workers).find(({ takes }) => takes?.some((taken) => taken.queue === queue));
  if (!worker) throw new Error(`no function takes from the queue ${queue}`);
  return Duration.seconds(6 * worker.timeout.toSeconds());
}
