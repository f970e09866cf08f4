import { Duration } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  type IWidget,
  Metric,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { FunctionName } from "../../shared/permissions.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { SilenceMetrics } from "./silence-metrics.ts";

interface OfficeDashboardProps {
  /** `caudal-<stage>`, which is the dashboard's name too. */
  readonly prefix: string;
  readonly functions: ReadonlyMap<FunctionName, ServiceFunction>;
  /** Names of the queues of work, without the prefix. */
  readonly queues: readonly string[];
  /** The alarms whose state stands at the top. */
  readonly alarms: readonly IAlarm[];
  readonly silence: SilenceMetrics;
  /** Attempts to file, failed attempts, and a percentile (`p95`) of the milliseconds that filing a claim takes. */
  readonly filing: { readonly filed: IMetric; readonly unfiled: IMetric; readonly ms: (statistic: string) => IMetric };
}

/** What each part of the office's work is done by. */
const parts = {
  "Receipts looked up": ["receipts"],
  "Visits and hearings given": ["assign-inspections"],
  "Notices sent, delivered; documents made": ["send-notices", "track-deliveries", "render-documents"],
  "Files received and scanned": ["accept-uploads"],
  "Cases and signatures of staff": ["casework", "telephone", "visits-and-hearings", "signing"],
  "Terms, alerts before silence, counts of the night": [
    ...["sweep", "redeliver", "digest-chains"],
    ...["recount-totals", "check-records"],
  ],
} as const satisfies Record<string, readonly FunctionName[]>;

/**
 * Adds the dashboard of a stage: its alarms; attempts to file and the time they take; runs and failures of functions by
 * part of the office's work; alerts before silence and what silence granted; and the age of the oldest message in each
 * queue.
 */
export function officeDashboard(
  scope: Construct,
  { prefix, functions, queues, alarms, filing, silence }: OfficeDashboardProps,
): Dashboard {
  const period = Duration.minutes(5);
  const graph = (title: string, left: IMetric[], right: IMetric[] = []): IWidget =>
    new GraphWidget({ title, left, right, width: 12, height: 6, period });
  const ofPart = ([title, names]: [string, readonly FunctionName[]]): IWidget => {
    const handlers = names.flatMap((name) => functions.get(name)?.handler ?? []);
    return graph(
      title,
      handlers.map((handler, at) => handler.metricInvocations({ label: `${names[at]}: runs` })),
      handlers.map((handler, at) => handler.metricErrors({ label: `${names[at]}: failures` })),
    );
  };
  const ageOf = (queue: string): IMetric =>
    new Metric({
      namespace: "AWS/SQS",
      metricName: "ApproximateAgeOfOldestMessage",
      dimensionsMap: { QueueName: `${prefix}-${queue}` },
      statistic: "max",
      label: queue,
    });
  return new Dashboard(scope, "Dashboard", {
    dashboardName: prefix,
    widgets: [
      [new AlarmStatusWidget({ title: "Alarms", alarms: [...alarms], width: 24, height: 3 })],
      [
        graph("Attempts to file, and those that failed", [filing.filed], [filing.unfiled]),
        graph("Milliseconds to the code of a claim", [filing.ms("p50"), filing.ms("p95")]),
      ],
      Object.entries(parts).map(ofPart),
      [
        graph("Alerts before silence, and claims granted by it", [silence.alerted], [silence.granted]),
        graph("Seconds that work waits in its queue", queues.map(ageOf)),
      ],
    ],
  });
}
