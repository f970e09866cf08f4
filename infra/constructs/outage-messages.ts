import { Stack } from "aws-cdk-lib";
import { type Alarm, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import type { WorkQueue } from "./work-queue.ts";

interface CertifiedOutages {
  /** The alarm that is raised while the document desk is down. */
  readonly down: Alarm;
  /** The queue of the worker that certifies outages. */
  readonly queue: WorkQueue;
  readonly alarms: Alarms;
}

/**
 * Has a message sent to `queue` each time the alarm `down` goes from ALARM back to OK. The message states when the
 * outage began and ended. Also defines an alarm that is raised if such a message does not reach the queue.
 */
export function certifyOutages(scope: Construct, { down, queue, alarms }: CertifiedOutages): void {
  const rule = new Rule(scope, "OutageOver", {
    eventPattern: {
      source: ["aws.cloudwatch"],
      detailType: ["CloudWatch Alarm State Change"],
      account: [Stack.of(scope).account],
      detail: { alarmName: [down.alarmName], previousState: { value: ["ALARM"] }, state: { value: ["OK"] } },
    },
  });
  const outage = {
    alarm: EventField.fromPath("$.detail.alarmName"),
    // The whole object: its data of the period is not always there, and a path to a field that is not there makes
    // invalid JSON.
    began: EventField.fromPath("$.detail.previousState"),
    to: EventField.fromPath("$.detail.state.timestamp"),
  };
  rule.addTarget({ bind: () => ({ arn: queue.arn, input: RuleTargetInput.fromObject({ outage }) }) });
  queue.allowReportsOf([rule]);
  alarms.raise(scope, "OutageUnreported", {
    metric: new Metric({
      namespace: "AWS/Events",
      metricName: "FailedInvocations",
      statistic: "sum",
      dimensionsMap: { RuleName: rule.ruleName },
      ...fiveMinutes,
    }),
    atLeast: 1,
    meaning: "An outage of the document desk did not reach its queue: nobody has its certificate.",
    runbook: "document-desk-down",
  });
}
