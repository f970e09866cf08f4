import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/**
 * Creates a log group, named `Log` in `scope`, that is deleted with its stack and whose lines are deleted after three
 * months: no line of a log is a record of the office.
 */
export function keptLog(scope: Construct, logGroupName: string): LogGroup {
  return new LogGroup(scope, "Log", {
    logGroupName,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
