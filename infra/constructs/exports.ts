import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { copyDays } from "../../shared/domain/case-copy/case-copy.ts";
import type { ClosedBucket } from "./closed-bucket.ts";
import { StoreBucket } from "./store-bucket.ts";

interface ExportsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly logs: ClosedBucket;
}

/**
 * The bucket of the copies of case files that people asked for. Each is deleted `copyDays` after it was made; the
 * office can make it again.
 */
export class Exports extends Construct {
  readonly bucket: StoreBucket;

  constructor(scope: Construct, id: string, { prefix, logs }: ExportsProps) {
    super(scope, id);
    this.bucket = new StoreBucket(this, "Bucket", {
      bucket: "exports",
      prefix,
      logs,
      lifecycleRules: [
        {
          expiration: Duration.days(copyDays),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}
