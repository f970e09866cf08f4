import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** Alerts to the manager before a term ends, and claims that silence granted, as each run of the sweep counts them. */
export interface SilenceMetrics {
  readonly alerted: IMetric;
  readonly granted: IMetric;
}

/**
 * Adds the metrics of what the sweep says of silence, taken from the lines `swept` of its log, and returns them.
 * @param prefix `caudal-<stage>`
 */
export function silenceMetrics(scope: Construct, prefix: string, log: LogGroup): SilenceMetrics {
  const counted = (name: keyof SilenceMetrics, label: string): IMetric =>
    new MetricFilter(scope, `Swept-${name}`, {
      logGroup: log,
      filterPattern: FilterPattern.stringValue("$.event", "=", "swept"),
      metricNamespace: `${prefix}/log`,
      metricName: `swept-${name}`,
      metricValue: `$.${name}`,
    }).metric({ statistic: "sum", label });
  return {
    alerted: counted("alerted", "alerts to the manager"),
    granted: counted("granted", "granted by silence"),
  };
}
