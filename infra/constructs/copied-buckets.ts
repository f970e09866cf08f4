import { Stack } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { BucketName } from "../../shared/grant.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import type { StoreBucket } from "./store-bucket.ts";

/** The buckets whose objects are copied to the second Region: what they hold cannot be made again. */
export const copied = ["evidence", "digests"] as const satisfies readonly BucketName[];

/**
 * Returns the name of the bucket in the second Region that holds the copies of a bucket's objects. Two stacks work out
 * this name, because a stack cannot refer to one in another Region.
 * @param prefix `caudal-<stage>`
 */
export function copyOfBucket(prefix: string, bucket: BucketName, account: string): string {
  return `${prefix}-${bucket}-copy-${account}`;
}

interface CopiedBucketsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly buckets: Readonly<Record<(typeof copied)[number], StoreBucket>>;
  readonly alarms: Alarms;
}

/**
 * Has S3 copy each new object of the buckets to the second Region, with its lock. What is deleted here is not deleted
 * there. An alarm is raised if a copy fails.
 */
export class CopiedBuckets extends Construct {
  constructor(scope: Construct, id: string, { prefix, buckets, alarms }: CopiedBucketsProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("s3.amazonaws.com") });
    const failures = copied.map((name) => {
      const to = copyOfBucket(prefix, name, account);
      const ruleId = buckets[name].copyTo(to, role);
      return new Metric({
        namespace: "AWS/S3",
        metricName: "OperationsFailedReplication",
        dimensionsMap: { SourceBucket: buckets[name].value, DestinationBucket: to, RuleId: ruleId },
        statistic: "sum",
        ...fiveMinutes,
      });
    });
    alarms.raise(this, "Failed", {
      metric: new MathExpression({
        expression: failures.map((_, at) => `FILL(m${at}, 0)`).join(" + "),
        usingMetrics: Object.fromEntries(failures.map((metric, at) => [`m${at}`, metric])),
        ...fiveMinutes,
      }),
      atLeast: 1,
      meaning: "A file of evidence or a digest was not copied to the second Region: it stands in one place only.",
      runbook: "copy-failed",
    });
  }
}
