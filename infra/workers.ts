import { Duration } from "aws-cdk-lib";
import type { Route } from "../shared/contract/route.ts";
import { filedWith, routesByFunction } from "../shared/contract/routes.ts";
import { countedTypes } from "../shared/domain/board/claim-totals.ts";
import type { QueueName } from "../shared/grant.ts";
import type { FunctionName } from "../shared/permissions.ts";
import type { TableName } from "../shared/storage/tables.ts";

/** The memory and time a function may use. */
interface Limits {
  /** In MB; 1,769 is one whole processor. */
  readonly memorySize: number;
  readonly timeout: Duration;
}

/** The table whose stream starts a function, with which of its records, and what it means when that fails. */
export interface Follows {
  readonly table: TableName;
  /** Patterns of records: the function gets those that match one of them. */
  readonly records: readonly object[];
  readonly batchSize: number;
  /**
   * How long a batch that is not full waits for more, if it may: records are then given with the name of their shard.
   */
  readonly waits?: Duration;
  /** What the alarm says once records were skipped. */
  readonly failures: { readonly meaning: string; readonly runbook: string };
  /** What the alarm says while records wait too long. */
  readonly late: { readonly meaning: string; readonly runbook: string };
}

interface Worker extends Limits {
  /**
   * The queues it takes messages from: `batchSize` messages for one invocation, at most `maxConcurrency` invocations at
   * once (at least 2).
   */
  readonly takes?: readonly {
    readonly queue: QueueName;
    readonly batchSize: number;
    readonly maxConcurrency: number;
  }[];
  readonly follows?: Follows;
  /** How often the schedule runs it. */
  readonly every?: Duration;
}

/** The functions that a queue, a stream, a schedule or a log starts, and not the API. */
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
    follows: {
      table: "claims",
      records: [{ dynamodb: { NewImage: { undeliveredShard: { S: [{ exists: true }] } } } }],
      batchSize: 25,
      failures: {
        meaning: "An entry of a case was not published to its queues at once: redeliver must have published it since.",
        runbook: "relay-failures",
      },
      late: {
        meaning: "Changes of cases reach their queues late: visits, notices and documents wait.",
        runbook: "stream-age",
      },
    },
  },
  // A stream bears two readers; what else must be counted from it belongs in this one.
  "count-totals": {
    memorySize: 512,
    timeout: Duration.minutes(2),
    follows: {
      table: "claims",
      // New entries of cases that may change the totals, contacts, requests for attention, observations; heads that
      // move; look-ups of receipts.
      records: [
        ...[
          { type: { S: countedTypes } },
          { attentionId: { S: [{ exists: true }] } },
          { problemType: { S: [{ exists: true }] } },
          { enteredAt: { S: [{ exists: true }] } },
        ].map((NewImage) => ({ eventName: ["INSERT"], dynamodb: { NewImage } })),
        { dynamodb: { Keys: { sk: { S: ["HEAD", "T"] } } } },
      ],
      batchSize: 100,
      waits: Duration.minutes(5),
      failures: {
        meaning: "Something that happened was not added to the totals: the night's count will put it right.",
        runbook: "totals-failures",
      },
      late: { meaning: "The totals of the board and of the public page are late.", runbook: "totals-failures" },
    },
  },
  // A count of everything is due once a day; it runs hourly so that the next run makes up for one that failed.
  "recount-totals": { memorySize: 1769, timeout: Duration.minutes(15), every: Duration.hours(1) },
  // A check is due once a day; the next run goes on where one stopped, and makes up for one that failed.
  "check-records": { memorySize: 1769, timeout: Duration.minutes(15), every: Duration.hours(1) },
  redeliver: { memorySize: 256, timeout: Duration.minutes(2), every: Duration.minutes(5) },
  // A change of the calendars counts the terms of every open claim anew: a processor's work, and minutes of it.
  sweep: { memorySize: 1769, timeout: Duration.minutes(15), every: Duration.hours(1) },
  // A digest is due once a day; it runs hourly so that the next run makes up for one that failed.
  "digest-chains": { memorySize: 512, timeout: Duration.minutes(5), every: Duration.hours(1) },
  // Three attempts of ten seconds, and the pauses between them. Each minute: the alarm `Down` counts a period without
  // it as an outage, and the data of the last minutes comes late.
  "probe-document-desk": { memorySize: 256, timeout: Duration.minutes(1), every: Duration.minutes(1) },
  "assign-inspections": {
    memorySize: 256,
    timeout: Duration.minutes(1),
    // Two at once seldom change the same agenda, and then one of them tries again.
    takes: [{ queue: "inspections", batchSize: 5, maxConcurrency: 2 }],
  },
  "send-notices": {
    memorySize: 256,
    timeout: Duration.minutes(1),
    // A new account of SES may send 14 mails a second.
    takes: [{ queue: "notices", batchSize: 5, maxConcurrency: 5 }],
  },
  "track-deliveries": {
    memorySize: 256,
    timeout: Duration.minutes(1),
    // More at once would only wait for each other when they are of one case.
    takes: [{ queue: "notice-events", batchSize: 10, maxConcurrency: 2 }],
  },
  // The subscription of the provider's log starts it, with its lines.
  "track-text-deliveries": { memorySize: 256, timeout: Duration.minutes(1) },
  "render-documents": {
    // The PDF renderer and its fonts are a million bytes of code, and making a page only needs the processor.
    memorySize: 1024,
    timeout: Duration.minutes(1),
    takes: [{ queue: "documents", batchSize: 1, maxConcurrency: 5 }],
  },
  "build-reports": {
    // A workbook of a long month is wholly in memory while it is written.
    memorySize: 1769,
    timeout: Duration.minutes(5),
    takes: [{ queue: "reports", batchSize: 1, maxConcurrency: 2 }],
  },
  "export-case-files": {
    // A part is wholly in memory and read again as pages; its records are rendered one after the other.
    memorySize: 1769,
    timeout: Duration.minutes(5),
    takes: [{ queue: "case-copies", batchSize: 1, maxConcurrency: 3 }],
  },
  "accept-uploads": {
    // A whole processor: the worker parses an attachment and draws its pages.
    memorySize: 1769,
    timeout: Duration.minutes(2),
    // Each queue has runs of its own, so that no check waits for a drawing.
    takes: [
      { queue: "uploads", batchSize: 1, maxConcurrency: 5 },
      { queue: "drawings", batchSize: 1, maxConcurrency: 5 },
    ],
  },
};

/** The functions of the API that need more than the others. */
const heavyAnswers: Partial<Record<FunctionName, Limits>> = {
  // It renders and seals within the answer; the gateway waits thirty seconds.
  signing: { memorySize: 1024, timeout: Duration.seconds(29) },
  // A change of the calendars counts every open claim whose terms it moves.
  administration: { memorySize: 1769, timeout: Duration.seconds(29) },
};

/**
 * Returns the memory and time a function may use. Workers, `signing` and `administration` have their own; any other
 * function has 256 MB and 15 s.
 */
export function limitsOf(name: FunctionName): Limits {
  return workers[name] ?? heavyAnswers[name] ?? { memorySize: 256, timeout: Duration.seconds(15) };
}

/** How many runs at once the account keeps free for each function that people file with, and the most it gets. */
const keptForFiling = 100;

/**
 * Returns how many concurrent runs Lambda reserves for a function: 100 if one of its routes is among `filedWith`, the
 * routes by which people file. Returns undefined for any other function, which shares the account's unreserved runs.
 */
export function keptRuns(name: FunctionName): number | undefined {
  const [, routes = {}] = Object.entries<Record<string, Route>>(routesByFunction).find(([of]) => of === name) ?? [];
  return filedWith.some((one) => Object.values(routes).includes(one)) ? keptForFiling : undefined;
}

/**
 * Returns how long a message stays hidden once a worker took it: six times the timeout of the first worker that takes
 * from the queue, as Lambda asks.
 * @throws if no function takes from the queue.
 */
export function visibilityOf(queue: QueueName): Duration {
  const worker = Object.values(workers).find(({ takes }) => takes?.some((taken) => taken.queue === queue));
  if (!worker) throw new Error(`no function takes from the queue ${queue}`);
  return Duration.seconds(6 * worker.timeout.toSeconds());
}
