import { Stack } from "aws-cdk-lib";
import { type Alarm, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, fiveMinutes } from "./alarms.ts";
import type { WorkQueue } from "./work-queue.ts";

interface CertifiedOutages {
  /** Raised while the document desk does not work. */
  readonly down: Alarm;
  readonly queue: WorkQueue;
  readonly alarms: Alarms;
}

/**
 * Has an outage written down and certified once its alarm is over: the event of its end says when it began, so that nothing
 * is told in two parts that could come in the wrong order, or one of them not at all.
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
    // Whole: what it says of the period it looked at is not always there, and a path to nothing leaves no JSON.
    began: EventField.fromPath("$.detail.previousState"),
    to: EventField.fromPath("$.detail.state.timestamp"),
  };
  rule.addTarget({ bind: () => ({ arn: queue.arn, input: RuleTargetInput.fromObject({ outage }) }) });
  acknowledge(rule, {
    "Serverless-EventBusDLQ":
      "The alarm's own history keeps when it began and ended: the runbook tells how to send it again.",
  });
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
