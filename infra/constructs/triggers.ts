import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as Target } from "aws-cdk-lib/aws-events-targets";
import type { Role } from "aws-cdk-lib/aws-iam";
import {
  EventSourceMapping,
  FilterCriteria,
  type IFunction,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Follows } from "../workers.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { deadLetters } from "./dead-letters.ts";
import { allowOn } from "./store-resource.ts";
import type { StoreTable } from "./store-table.ts";
import type { WorkQueue } from "./work-queue.ts";

const longestWindow = Duration.minutes(15);

/** A function that a queue, a stream or a schedule starts. */
interface Started {
  readonly functionName: string;
  /** For its metrics only. */
  readonly handler: LambdaFunction;
  /** The alias that is started. */
  readonly live: IFunction;
  readonly role: Role;
  readonly alarms: Alarms;
}

/** How many messages one run takes at most, and how many runs take from the queue at once. */
interface Intake {
  readonly batchSize: number;
  readonly maxConcurrency: number;
}

/**
 * Has messages of a queue start a function, and gives the function's role the right to take them. Only the messages
 * that the function reports as failed go back to the queue. If the run itself fails, all of its messages go back.
 */
export function fromQueue(
  scope: Construct,
  queueName: string,
  queue: WorkQueue,
  { live, role }: Started,
  intake: Intake,
): void {
  queue.allowTaking(role);
  new EventSourceMapping(scope, `From-${queueName}`, {
    target: live,
    eventSourceArn: queue.arn,
    reportBatchItemFailures: true,
    ...intake,
  });
}

/**
 * Has a table's stream start a function with the records that match `records`. A failed batch is halved and retried.
 * What fails a third retry is skipped: its position goes to a new queue, which raises an alarm. Another alarm is raised
 * once the oldest record has waited ten minutes longer than `waits`.
 */
export function fromStream(
  scope: Construct,
  table: StoreTable,
  { records, batchSize, waits = Duration.seconds(0), failures: failed, late }: Follows,
  { functionName, handler, live, role, alarms }: Started,
): void {
  const failures = deadLetters(scope, { queueName: `${functionName}-failures`, alarms, ...failed });
  table.allowFollowing(role);
  allowOn(failures.queueArn, role, { actions: ["sqs:SendMessage"] });
  const isWaiting = waits.toSeconds() > 0;
  new EventSourceMapping(scope, "Following", {
    target: live,
    eventSourceArn: table.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    // Only with a window of its own does the platform name the shard of a batch.
    ...(isWaiting && { maxBatchingWindow: waits, tumblingWindow: longestWindow }),
    bisectBatchOnError: true,
    retryAttempts: 3,
    reportBatchItemFailures: true,
    onFailure: { bind: () => ({ destination: failures.queueArn }) },
    filters: records.map((record) => FilterCriteria.filter({ ...record })),
  });
  alarms.raise(scope, "IteratorAge", {
    metric: handler.metric("IteratorAge", { statistic: "max", ...fiveMinutes }),
    // For relay: twice the time after which redeliver publishes an entry.
    atLeast: Duration.minutes(10).toMilliseconds() + waits.toMilliseconds(),
    ...late,
  });
}

/** Has a schedule start a function once each interval. */
export function onSchedule(scope: Construct, interval: Duration, { live }: Started): void {
  new Rule(scope, "Schedule", { schedule: Schedule.rate(interval), targets: [new Target(live)] });
}
