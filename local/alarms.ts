import { randomUUID } from "node:crypto";
import * as z from "zod";
import { filedWith } from "../shared/contract/routes.ts";
import { account, region } from "./cloud.ts";
import type { EventBus } from "./event-bus.ts";
import type { Records } from "./records.ts";
import { ignored, type Resource } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const rule = z.object({
  EventPattern: z.object({
    "detail-type": z.tuple([z.literal("CloudWatch Alarm State Change")]),
    detail: z.object({ alarmName: z.array(z.string()) }),
  }),
});
const stat = <Id extends string>(Id: Id, Namespace: RegExp, MetricName: string, Stat: string) =>
  z.strictObject({
    Id: z.literal(Id),
    ReturnData: z.literal(false),
    MetricStat: z.strictObject({
      Metric: z.strictObject({
        Namespace: z.string().regex(Namespace),
        MetricName: z.literal(MetricName),
        Dimensions: ignored,
      }),
      Period: z.number(),
      Stat: z.literal(Stat),
    }),
  });
/**
 * The only shape of alarm the local stack knows. Its value is the highest of three percentages of one period: the
 * failed answers of the API; 100 if two or more answers to what people file with failed, and half of them; 100 if every
 * probe from outside failed.
 */
const failures = z.strictObject({
  Threshold: z.number(),
  ComparisonOperator: z.literal("GreaterThanOrEqualToThreshold"),
  EvaluationPeriods: z.literal(1),
  TreatMissingData: z.literal("breaching"),
  Metrics: z.tuple([
    z.strictObject({
      Id: z.string(),
      Expression: z.literal(
        "MAX([100 * FILL(errors, 0) / FILL(requests, 1), IF(FILL(unfiled, 0) > 1 AND 2 * FILL(unfiled, 0) >= FILL(filed, 0) - FILL(asked, 0), 100, 0), IF(FILL(asked, 0) > FILL(unanswered, 0), 0, 100)])",
      ),
      ReturnData: z.literal(true),
    }),
    stat("errors", /^AWS\/ApiGateway$/, "5xx", "Sum"),
    stat("requests", /^AWS\/ApiGateway$/, "Count", "SampleCount"),
    stat("unfiled", /\/log$/, "unfiled", "Sum"),
    stat("filed", /\/log$/, "filed", "Sum"),
    stat("asked", /^AWS\/Lambda$/, "Invocations", "Sum"),
    stat("unanswered", /^AWS\/Lambda$/, "Errors", "Sum"),
  ]),
  AlarmActions: ignored,
  OKActions: ignored,
  AlarmDescription: ignored,
  Tags: ignored,
});

const dimensions = z.tuple([z.object({ Value: z.string() })]);
const state = z.object({
  value: z.enum(["OK", "ALARM"]),
  timestamp: z.string(),
  reason: z.string(),
  reasonData: z.string().optional(),
});
/** The stored state of an alarm, and its changes of state that the event bus does not have yet. */
const kept = z.object({ state, unsent: z.array(z.object({ state, previousState: state })) });

/**
 * The alarms that a rule of the event bus matches. The templates' other alarms only send mail, so they do nothing here.
 */
export interface Alarms {
  /**
   * Counts an answer of the API, which failed if `status` is 500 or more. `route` is the route's key in the templates,
   * such as `POST /api/claims`.
   */
  answered(status: number, route: string): void;
  /** Counts a scheduled run of the function that probes the API from outside. Ignores a run of any other function. */
  ran(functionName: string, isOk: boolean): void;
  /**
   * Ends every period that is over by the stack's clock, and puts each change of state on the event bus. Never rejects:
   * `say` gets a failure, and the next look puts the changes that are left.
   */
  look(): Promise<void>;
  stop(): void;
}

const tickMs = 5000;

/**
 * Opens the alarms whose names the templates' event rules list. An alarm has the state that `records` keeps of it, or
 * `OK` if there is none. Every five seconds, each alarm ends its periods that are over by the stack's clock. If the
 * share of failures of a period reaches the alarm's threshold, the alarm becomes `ALARM`, otherwise `OK`; a change goes
 * on `bus`.
 * @throws if one of these alarms measures anything but a share of failures
 */
export function openAlarms(
  assembly: Assembly,
  bus: EventBus,
  { records, now, say }: { readonly records: Records; now(): string; say(line: string): void },
): Alarms {
  const asked = new Set(
    assembly
      .of("AWS::Events::Rule")
      .flatMap((resource) => rule.safeParse(assembly.read(resource, z.record(z.string(), z.unknown()))).data ?? [])
      .flatMap(({ EventPattern }) => EventPattern.detail.alarmName),
  );
  const watched = assembly
    .of("AWS::CloudWatch::Alarm")
    .filter((resource) => asked.has(assembly.attribute(resource)))
    .map((resource) => watch(assembly, resource, records, now()));
  const lookOnce = async () => {
    for (const alarm of watched) await alarm.send(bus, now());
  };
  // One look at a time; an event that could not be put on the bus is put there by the next look.
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(lookOnce).catch((failure: unknown) => say(`alarms: ${String(failure)}`));
    return looking;
  };
  const ticking = setInterval(() => void look(), tickMs);
  return {
    answered: (status, route) => {
      const failed = Number(status >= 500);
      const isFiled = filed.has(route);
      for (const alarm of watched)
        alarm.count({ requests: 1, errors: failed, ...(isFiled && { filed: 1, unfiled: failed }) }, now());
    },
    ran: (functionName, isOk) => {
      for (const alarm of watched)
        if (alarm.asker === functionName) alarm.count({ asked: 1, unanswered: Number(!isOk) }, now());
    },
    look,
    stop: () => clearInterval(ticking),
  };
}

const filed = new Set(filedWith.map(({ method, path }) => `${method} /api${path}`));
const nothing = { requests: 0, errors: 0, filed: 0, unfiled: 0, asked: 0, unanswered: 0 };
type Counts = typeof nothing;

/**
 * Returns what the alarm's expression gives for a period, in percent. Unlike the cloud's, a period without a probe is
 * no failure: nothing probes while the clock jumps.
 */
function shareOf({ requests, errors, filed: sent, unfiled, asked, unanswered }: Counts): number {
  return Math.max(
    requests > 0 ? (100 * errors) / requests : 0,
    unfiled > 1 && 2 * unfiled >= sent - asked ? 100 : 0,
    asked > 0 && asked === unanswered ? 100 : 0,
  );
}

/** One alarm: its state, and the counts of the period under way. */
function watch(assembly: Assembly, resource: Resource, records: Records, openedAt: string) {
  const { Threshold, Metrics } = assembly.read(resource, failures);
  const name = assembly.attribute(resource);
  const periodMs = Metrics[1].MetricStat.Period * 1000;
  const before = kept.safeParse(records.get(name));
  let known = before.data ?? {
    state: { value: "OK" as const, timestamp: timestampOf(openedAt), reason: "" },
    unsent: [],
  };
  let from = periodStart(openedAt);
  let counts: Counts = nothing;
  const [asker] = dimensions.parse(Metrics[5].MetricStat.Metric.Dimensions);

  function periodStart(instant: string): number {
    return Math.floor(Date.parse(instant) / periodMs) * periodMs;
  }
  const keep = (next: typeof known) => {
    known = next;
    records.set(name, next);
  };
  const endPeriod = () => {
    const startDate = timestampOf(new Date(from).toISOString());
    from += periodMs;
    const { requests } = counts;
    const share = shareOf(counts);
    const value = share >= Threshold ? "ALARM" : "OK";
    const reason = `Threshold Crossed: 1 datapoint [${share.toFixed(1)}] of ${requests} requests was ${value === "ALARM" ? "" : "not "}greater than or equal to the threshold (${Threshold}).`;
    counts = nothing;
    if (value === known.state.value) return;
    const reasonData = JSON.stringify({ startDate, period: periodMs / 1000, recentDatapoints: [share] });
    const next = { value, timestamp: timestampOf(new Date(from).toISOString()), reason, reasonData } as const;
    keep({ state: next, unsent: [...known.unsent, { state: next, previousState: known.state }] });
  };
  const endPeriods = (now: string) => {
    while (from + periodMs <= Date.parse(now)) {
      // No request happens in the periods that a jump of the clock skips.
      if (counts === nothing && known.state.value === "OK") from = periodStart(now) - periodMs;
      endPeriod();
    }
  };
  return {
    /** The name of the function that probes from outside. */
    asker: asker.Value,
    count: (more: Partial<Counts>, now: string) => {
      endPeriods(now);
      const sum = (of: keyof Counts) => counts[of] + (more[of] ?? 0);
      counts = {
        requests: sum("requests"),
        errors: sum("errors"),
        filed: sum("filed"),
        unfiled: sum("unfiled"),
        asked: sum("asked"),
        unanswered: sum("unanswered"),
      };
    },
    send: async (bus: EventBus, now: string) => {
      endPeriods(now);
      for (const change of known.unsent) {
        await bus.put(stateChange(name, assembly.attribute(resource, "Arn"), change));
        keep({ ...known, unsent: known.unsent.slice(1) });
      }
    },
  };
}

/** An instant as CloudWatch writes it: `2026-11-25T15:00:00.000+0000`. */
function timestampOf(instant: string): string {
  return instant.replace(/Z$/, "+0000");
}

/** An event as CloudWatch gives it to EventBridge. */
function stateChange(alarmName: string, arn: string, change: z.output<typeof kept>["unsent"][number]): unknown {
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
