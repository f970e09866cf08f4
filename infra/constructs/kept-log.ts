import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** A log of ours: three months, then gone; nothing in it is a record of the office. */
export function keptLog(scope: Construct, logGroupName: string): LogGroup {
  return new LogGroup(scope, "Log", {
    logGroupName,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
