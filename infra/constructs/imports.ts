import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Alarms } from "./alarm-topic.ts";
import { ClosedBucket } from "./closed-bucket.ts";
import { StoreBucket } from "./store-bucket.ts";
import { WorkQueue } from "./work-queue.ts";

interface ImportsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
}

/**
 * The bucket of the commercial system's exchange: files it sends in `files/`, each announced by a message in
 * `import-files`;
 * the reports of their import in `reports/`; and the registers of a month in `registers/`, which can be made again.
 */
export class Imports extends Construct {
  readonly bucket: StoreBucket;
  readonly files: WorkQueue;
  /** The access logs of every bucket of the data stack. */
  readonly logs: ClosedBucket;

  constructor(scope: Construct, id: string, { prefix, alarms }: ImportsProps) {
    super(scope, id);
    this.files = new WorkQueue(this, "Files", { queue: "import-files", prefix, alarms });
    this.logs = new ClosedBucket(this, "AccessLogs", {
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) }],
    });
    // The site's bucket is of a later stack, whose resources this policy cannot name.
    this.logs.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
        actions: ["s3:PutObject"],
        resources: [this.logs.arnForObjects("site/*")],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    this.bucket = new StoreBucket(this, "Bucket", {
      bucket: "imports",
      prefix,
      logs: this.logs,
      arrivals: { folder: "files/", queue: this.files },
      lifecycleRules: [
        { prefix: "files/", expiration: Duration.days(90) },
        { prefix: "registers/", expiration: Duration.days(90) },
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
  }
}
