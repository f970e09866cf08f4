import { Duration } from "aws-cdk-lib";
import type { Alarm, IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { fileClaim } from "../../shared/contract/claim/claim-routes.ts";
import { fileOpenClaim } from "../../shared/contract/open-routes.ts";
import type { Alarms } from "./alarm-topic.ts";

/** What filing is held to; an alarm for each says that it is missed. */
const filingObjectives = {
  /** Attempts to file that may fail in an hour; a month has about a thousand, of which 999 must not. */
  failuresAnHour: 3,
  /** Within this, 95 of 100 claims of an hour get their code. */
  slowestMs: 3000,
} as const;

interface FilingObjectivesProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
  /** Attempts to file that failed, of an hour. */
  readonly unfiled: IMetric;
  /** The log of the function that files claims. */
  readonly log: LogGroup;
}

/** The objectives of filing, with an alarm for each, and the milliseconds that filing a claim takes. */
export class FilingObjectives extends Construct {
  /** Milliseconds to the answer of each claim that was filed. */
  readonly ms: MetricFilter;
  /** Raised when an objective is missed; one message says it with what else is wrong of the answers. */
  readonly missed: readonly Alarm[];

  constructor(scope: Construct, id: string, { prefix, alarms, unfiled, log }: FilingObjectivesProps) {
    super(scope, id);
    const filed = [fileClaim, fileOpenClaim].map(({ method, path }) =>
      FilterPattern.stringValue("$.route", "=", `${method} /api${path}`),
    );
    this.ms = new MetricFilter(this, "Ms", {
      logGroup: log,
      filterPattern: FilterPattern.all(FilterPattern.numberValue("$.status", "=", 201), FilterPattern.any(...filed)),
      metricNamespace: `${prefix}/log`,
      metricName: "filing-ms",
      metricValue: "$.ms",
    });
    const fails = alarms.raise(this, "Fails", {
      metric: unfiled,
      atLeast: filingObjectives.failuresAnHour,
      meaning: `Within an hour ${filingObjectives.failuresAnHour} attempts to file failed by our fault: the objective of the month is missed.`,
      runbook: "filing-objectives",
      quiet: true,
    });
    const slow = alarms.raise(this, "Slow", {
      metric: this.ms.metric({ statistic: "p95", period: Duration.hours(1) }),
      atLeast: filingObjectives.slowestMs,
      // Of the few claims of an hour one slow start is the slowest, and no event.
      ofThree: 2,
      meaning: `Of the claims of an hour, five of a hundred waited ${filingObjectives.slowestMs / 1000} seconds or more for their code.`,
      runbook: "filing-objectives",
      quiet: true,
    });
    this.missed = [fails, slow];
  }
}
