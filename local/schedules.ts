import { randomUUID } from "node:crypto";
import * as z from "zod";
import { account, region } from "./cloud.ts";
import { functionAt, type LocalFunction } from "./functions.ts";
import { ignored } from "./resources.ts";
import { nextRun } from "./schedule-times.ts";
import type { Assembly } from "./templates.ts";

const common = {
  ScheduleExpression: z.string(),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Name: ignored,
  Description: ignored,
  Tags: ignored,
};
const target = z.strictObject({
  Arn: z.string(),
  Input: z.string().optional(),
  Id: ignored,
  RoleArn: ignored,
  RetryPolicy: ignored,
  DeadLetterConfig: ignored,
});
const rule = z
  .strictObject({ ...common, Targets: z.array(target) })
  .transform((one) => ({ ...one, zone: "UTC", source: "aws.events" }));
const schedule = z
  .strictObject({
    ...common,
    ScheduleExpressionTimezone: z.string().default("UTC"),
    Target: target.transform((one) => [one]),
    FlexibleTimeWindow: ignored,
    GroupName: ignored,
  })
  .transform(({ Target: Targets, ScheduleExpressionTimezone: zone, ...one }) => ({
    ...one,
    zone,
    Targets,
    source: "aws.scheduler",
  }));

interface Around {
  readonly functions: readonly LocalFunction[];
  now(): string;
  say(line: string): void;
  /** Called with the function's name and whether it succeeded, after each run. */
  ran?(functionName: string, isOk: boolean): void;
}

export interface Schedules {
  /**
   * Runs each enabled schedule once, due or not, all at the same time, after `first`; returns once all have ended. None
   * of them is due meanwhile. `say` gets a failure.
   */
  runAll(first?: () => Promise<void>): Promise<void>;
  stop(): void;
}

const tickMs = 1000;

/**
 * Runs the functions of the templates' enabled schedules when they are due by the stack's clock, looking every second.
 * If the clock jumps over several runs of one schedule, that schedule runs once. Runs missed while the stack was down
 * are not made up for. `say` gets a function's failure.
 * @throws if a schedule's target is no function of the templates, or if its expression or a property is not known here
 */
export function openSchedules(assembly: Assembly, { functions, now, say, ran }: Around): Schedules {
  // Events start a rule without a schedule.
  const scheduled = assembly
    .of("AWS::Events::Rule", "AWS::Scheduler::Schedule")
    .filter(({ properties }) => !("EventPattern" in properties) || "ScheduleExpression" in properties);
  const entries = scheduled.flatMap((resource) => {
    const schema = resource.type === "AWS::Events::Rule" ? rule : schedule;
    const { ScheduleExpression, State, zone, source, Targets } = assembly.read<z.output<typeof schedule>>(
      resource,
      schema,
    );
    return Targets.filter(() => State === "ENABLED").map(({ Arn, Input }) => {
      const called = functionAt(functions, Arn);
      if (!called)
        throw new Error(
          `${resource.stack}.${resource.id}: a schedule of ${Arn}, which is no function of the templates`,
        );
      const next = () => nextRun(ScheduleExpression, zone, now());
      const event = () =>
        Input === undefined ? scheduledEvent(source, assembly.attribute(resource), now()) : JSON.parse(Input);
      return { called, event, next, due: next() };
    });
  });
  const run = async (entry: (typeof entries)[number]): Promise<void> => {
    const invoked = await entry.called.invoke(entry.event());
    ran?.(entry.called.name, invoked.ok);
    if (!invoked.ok) say(`${entry.called.name}: ${invoked.message}`);
  };
  const ticking = setInterval(() => {
    for (const entry of entries.filter(({ due }) => due <= now())) {
      entry.due = entry.next();
      void run(entry);
    }
  }, tickMs);
  return {
    runAll: async (first = async () => {}) => {
      for (const entry of entries) entry.due = entry.next();
      await first();
      await Promise.all(entries.map(run));
    },
    stop: () => clearInterval(ticking),
  };
}

function scheduledEvent(source: string, resource: string, time: string): unknown {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source,
    account,
    time,
    region,
    resources: [resource],
    detail: {},
  };
}
