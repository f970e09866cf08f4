import { Duration } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { monthOf } from "../costs/month.ts";
import type { Alarms } from "./alarm-topic.ts";

interface SpendingProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
  readonly address: string;
  /** How many the stage serves. */
  readonly connections: number;
}

/**
 * What the account may cost: a quarter more than a month of so many connections is reckoned at. A monthly budget mails
 * when 80 % of that was spent and when the month is forecast to pass it, and an alarm says what text messages alone
 * have cost. Neither stops anything.
 */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, { prefix, alarms, address, connections }: SpendingProps) {
    super(scope, id);
    const month = monthOf(connections);
    const mailed = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
      notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold, thresholdType: "PERCENTAGE" },
      subscribers: [{ subscriptionType: "EMAIL", address }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: prefix,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: withRoom(Object.values(month).reduce((sum, part) => sum + part, 0)), unit: "USD" },
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
      atLeast: withRoom(month["text messages"]),
      meaning: "Text messages have cost more this month than is usual: somebody may have codes sent abroad.",
      runbook: "texts-spending",
    });
  }
}

const withRoom = (dollars: number): number => Math.ceil(1.25 * dollars);
