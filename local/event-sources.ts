import * as z from "zod";
import { filterCriteria, passes } from "./event-filter.ts";
import { functionAt, type LocalFunction } from "./functions.ts";
import { pollQueue } from "./queue-events.ts";
import { queueUrlOf } from "./queues.ts";
import type { Reading } from "./reading.ts";
import type { Records } from "./records.ts";
import { ignored } from "./resources.ts";
import { followStream } from "./stream-events.ts";
import type { Assembly } from "./templates.ts";

const common = {
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  Tags: ignored,
};

const queueMapping = z.strictObject({
  ...common,
  BatchSize: z.number().max(10).default(10),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }).optional(),
  MaximumBatchingWindowInSeconds: z.literal(0).optional(),
});

const streamMapping = z.strictObject({
  ...common,
  BatchSize: z.number().default(100),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  ParallelizationFactor: z.literal(1).optional(),
  MaximumBatchingWindowInSeconds: ignored,
  TumblingWindowInSeconds: z.number().default(0),
  FilterCriteria: filterCriteria.default({ Filters: [] }),
});

interface Around {
  readonly functions: readonly LocalFunction[];
  readonly endpoints: { readonly sqs: string; readonly dynamodb: string };
  /** How far each stream was read. */
  readonly checkpoints: Records;
  say(line: string): void;
}

/**
 * Starts reading every enabled event source of the templates, queues and table streams, and returns a reading for each.
 * @throws if a mapping names a function or a queue that the templates do not have, is of another kind of source, or has
 * a property that is not known here
 */
export function openEventSources(
  assembly: Assembly,
  { functions, endpoints, checkpoints, say }: Around,
): readonly Reading[] {
  return assembly.of("AWS::Lambda::EventSourceMapping").flatMap((resource): Reading[] => {
    const at = `${resource.stack}.${resource.id}`;
    const { EventSourceArn: source, FunctionName, Enabled } = assembly.read(resource, z.object(common));
    const called = functionAt(functions, FunctionName);
    if (!called) throw new Error(`${at}: no function ${FunctionName} in the templates`);
    if (!Enabled) return [];
    if (source.includes(":sqs:")) {
      const { BatchSize, FunctionResponseTypes, ScalingConfig } = assembly.read(resource, queueMapping);
      return [
        pollQueue({
          called,
          source,
          endpoint: endpoints.sqs,
          queueUrl: queueUrlOf(assembly, source),
          batchSize: BatchSize,
          partial: FunctionResponseTypes.length > 0,
          concurrency: ScalingConfig?.MaximumConcurrency,
          say,
        }),
      ];
    }
    if (!source.includes("/stream/"))
      throw new Error(`${at}: the local stack does not know an event source like ${source}`);
    const mapping = assembly.read(resource, streamMapping);
    const destination = mapping.DestinationConfig?.OnFailure.Destination;
    return [
      followStream({
        called,
        source,
        endpoints,
        id: at,
        checkpoints,
        batchSize: mapping.BatchSize,
        partial: mapping.FunctionResponseTypes.length > 0,
        fromNow: mapping.StartingPosition === "LATEST",
        bisect: mapping.BisectBatchOnFunctionError,
        maxRetries: mapping.MaximumRetryAttempts,
        maxAgeSeconds: mapping.MaximumRecordAgeInSeconds,
        concerns: (record) => passes(mapping.FilterCriteria.Filters, record),
        namesShard: mapping.TumblingWindowInSeconds > 0,
        failureQueue: destination && queueUrlOf(assembly, destination),
        say,
      }),
    ];
  });
}
