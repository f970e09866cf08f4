import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/**
 * Creates a log group with the id `Log` in `scope`. Its lines are deleted after three months, and the group with its
 * stack: no line of a log is a record of the office.
 */
export function keptLog(scope: Construct, logGroupName: string): LogGroup {
  return new LogGroup(scope, "Log", {
    logGroupName,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
