import { Duration } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { EvidenceLock } from "../../settings.ts";
import type { FunctionName } from "../../shared/permissions.ts";
import { type ClosedBucket, lockedAs } from "./closed-bucket.ts";
import { arnOfFunction } from "./service-function.ts";
import { StoreBucket } from "./store-bucket.ts";

interface DigestsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly logs: ClosedBucket;
  readonly lock: EvidenceLock;
}

const writer: FunctionName = "digest-chains";

/**
 * The bucket of the sealed digests of days, apart from the chains they prove. Its policy lets only `digest-chains`
 * write, and each object only once. Nobody may delete an object or bypass its lock, whatever other rights they hold in
 * the account. The lock holds even if somebody changes that policy.
 */
export class Digests extends Construct {
  readonly bucket: StoreBucket;

  constructor(scope: Construct, id: string, { prefix, logs, lock }: DigestsProps) {
    super(scope, id);
    this.bucket = new StoreBucket(this, "Bucket", {
      bucket: "digests",
      prefix,
      logs,
      ...lockedAs(lock),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    const source = arnOfFunction(this, prefix, writer);
    this.deny(["s3:PutObject"], { ArnNotEquals: { "lambda:SourceFunctionArn": [source, `${source}:*`] } });
    this.deny(["s3:PutObject"], { Null: { "s3:if-none-match": "true" } });
    this.deny(["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"]);
  }

  private deny(actions: readonly string[], conditions?: Readonly<Record<string, unknown>>): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [...actions],
        resources: [this.bucket.arnForObjects("*")],
        ...(conditions && { conditions: { ...conditions } }),
      }),
    );
  }
}
