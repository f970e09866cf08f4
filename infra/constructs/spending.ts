import { Duration } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { SpendingLimits } from "../../settings.ts";
import type { Alarms } from "./alarm-topic.ts";

interface SpendingProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
  readonly address: string;
  readonly limits: SpendingLimits;
}

/**
 * What the account may cost: a monthly budget that mails at 80 % of what was spent and when the month is forecast to
 * pass it, and an alarm of what text messages have cost this month. Neither stops anything.
 */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, { prefix, alarms, address, limits }: SpendingProps) {
    super(scope, id);
    const mailed = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
      notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold, thresholdType: "PERCENTAGE" },
      subscribers: [{ subscriptionType: "EMAIL", address }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: prefix,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: limits.monthUsd, unit: "USD" },
      },
      notificationsWithSubscribers: [mailed("ACTUAL", 80), mailed("FORECASTED", 100)],
    });
    alarms.raise(this, "Texts", {
      // Of the account: what its text messages have cost since the first of the month.
      metric: new Metric({
        namespace: "AWS/SNS",
        metricName: "SMSMonthToDateSpentUSD",
        statistic: "max",
        period: Duration.hours(1),
      }),
      atLeast: limits.textsUsd,
      meaning: "Text messages have cost more this month than is usual: somebody may have codes sent abroad.",
      runbook: "texts-spending",
    });
  }
}
