import { randomUUID } from "node:crypto";
import * as z from "zod";
import { account, region } from "./cloud.ts";
import type { EventBus } from "./event-bus.ts";
import type { Records } from "./records.ts";
import { ignored, type Resource } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const told = z.object({
  EventPattern: z.object({
    "detail-type": z.tuple([z.literal("CloudWatch Alarm State Change")]),
    detail: z.object({ alarmName: z.array(z.string()) }),
  }),
});
const stat = (MetricName: string, Stat: string) =>
  z.strictObject({
    Id: z.string(),
    ReturnData: z.literal(false),
    MetricStat: z.strictObject({
      Metric: z.strictObject({
        Namespace: z.literal("AWS/ApiGateway"),
        MetricName: z.literal(MetricName),
        Dimensions: ignored,
      }),
      Period: z.number(),
      Stat: z.literal(Stat),
    }),
  });
/** The one alarm known here: the share of an API's answers that are failures, in one period. */
const failures = z.strictObject({
  Threshold: z.number(),
  ComparisonOperator: z.literal("GreaterThanOrEqualToThreshold"),
  EvaluationPeriods: z.literal(1),
  TreatMissingData: z.literal("notBreaching"),
  Metrics: z.tuple([
    z.strictObject({
      Id: z.string(),
      Expression: z.literal("IF(requests > 0, 100 * errors / requests, 0)"),
      ReturnData: z.literal(true),
    }),
    stat("5xx", "Sum"),
    stat("Count", "SampleCount"),
  ]),
  AlarmActions: ignored,
  AlarmDescription: ignored,
  Tags: ignored,
});

const state = z.object({ value: z.enum(["OK", "ALARM"]), timestamp: z.string(), reason: z.string() });
/** What is kept of an alarm: how it stands, and the changes that the bus was not told yet. */
const kept = z.object({ state, untold: z.array(z.object({ state, previousState: state })) });

/** The alarms that some rule of the bus asks for: others call people, and there are none to call here. */
export interface Alarms {
  /** Counts an answer of the API. */
  answered(status: number): void;
  /** Looks at every period that is over by the stack's clock, and tells the bus of each change. */
  look(): Promise<void>;
  stop(): void;
}

const tickMs = 5000;

/** Watches the API as the templates' alarms do, by the stack's clock: what a period had of failures changes their state at its end. */
export function openAlarms(
  assembly: Assembly,
  bus: EventBus,
  { records, now, say }: { readonly records: Records; now(): string; say(line: string): void },
): Alarms {
  const asked = new Set(
    assembly
      .of("AWS::Events::Rule")
      .flatMap((resource) => told.safeParse(assembly.read(resource, z.record(z.string(), z.unknown()))).data ?? [])
      .flatMap(({ EventPattern }) => EventPattern.detail.alarmName),
  );
  const watched = assembly
    .of("AWS::CloudWatch::Alarm")
    .filter((resource) => asked.has(assembly.attribute(resource)))
    .map((resource) => watch(assembly, resource, records, now()));
  const lookOnce = async () => {
    for (const alarm of watched) await alarm.tell(bus, now());
  };
  // One look after the other: an event that could not be told is told by the next.
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(lookOnce).catch((failure: unknown) => say(`alarms: ${String(failure)}`));
    return looking;
  };
  const ticking = setInterval(() => void look(), tickMs);
  return {
    answered: (status) => {
      for (const alarm of watched) alarm.count(status, now());
    },
    look,
    stop: () => clearInterval(ticking),
  };
}

/** One alarm: what it counted of the period under way, and how it stands. */
function watch(assembly: Assembly, resource: Resource, records: Records, openedAt: string) {
  const { Threshold, Metrics } = assembly.read(resource, failures);
  const name = assembly.attribute(resource);
  const periodMs = Metrics[1].MetricStat.Period * 1000;
  const before = kept.safeParse(records.get(name));
  let known = before.data ?? {
    state: { value: "OK" as const, timestamp: timestampOf(openedAt), reason: "" },
    untold: [],
  };
  let from = periodStart(openedAt);
  let [requests, errors] = [0, 0];

  function periodStart(instant: string): number {
    return Math.floor(Date.parse(instant) / periodMs) * periodMs;
  }
  const keep = (next: typeof known) => {
    known = next;
    records.set(name, next);
  };
  const endPeriod = () => {
    from += periodMs;
    const share = requests > 0 ? (100 * errors) / requests : 0;
    const value = share >= Threshold ? "ALARM" : "OK";
    const reason = `Threshold Crossed: 1 datapoint [${share.toFixed(1)}] of ${requests} requests was ${value === "ALARM" ? "" : "not "}greater than or equal to the threshold (${Threshold}).`;
    [requests, errors] = [0, 0];
    if (value === known.state.value) return;
    const next = { value, timestamp: timestampOf(new Date(from).toISOString()), reason } as const;
    keep({ state: next, untold: [...known.untold, { state: next, previousState: known.state }] });
  };
  const endPeriods = (now: string) => {
    while (from + periodMs <= Date.parse(now)) {
      // Nothing happens in what a jump of the clock passes over.
      if (requests === 0 && known.state.value === "OK") from = periodStart(now) - periodMs;
      endPeriod();
    }
  };
  return {
    count: (status: number, now: string) => {
      endPeriods(now);
      requests += 1;
      if (status >= 500) errors += 1;
    },
    tell: async (bus: EventBus, now: string) => {
      endPeriods(now);
      for (const change of known.untold) {
        await bus.put(stateChange(name, assembly.attribute(resource, "Arn"), change));
        keep({ ...known, untold: known.untold.slice(1) });
      }
    },
  };
}

/** An instant as CloudWatch writes it: `2026-11-25T15:00:00.000+0000`. */
function timestampOf(instant: string): string {
  return instant.replace(/Z$/, "+0000");
}

/** An event as CloudWatch gives it to EventBridge. */
function stateChange(alarmName: string, arn: string, change: z.output<typeof kept>["untold"][number]): unknown {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "CloudWatch Alarm State Change",
    source: "aws.cloudwatch",
    account,
    time: change.state.timestamp.replace(/\.\d+\+0000$/, "Z"),
    region,
    resources: [arn],
    detail: { alarmName, ...change },
  };
}
