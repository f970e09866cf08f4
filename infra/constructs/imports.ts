import { Duration, Stack, Token } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Grant } from "../../shared/wiring.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Alarms } from "./alarms.ts";
import { ClosedBucket } from "./closed-bucket.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";
import { WorkQueue } from "./work-queue.ts";

interface ImportsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
}

/**
 * Where the commercial system's files arrive and what became of them is kept: `files/` and `reports/`. Each new file is
 * a message in `import-files`.
 */
export class Imports extends Construct implements StoreResource {
  readonly value: string;
  /** Where browsers send files, as a presigned POST names it. */
  readonly uploadOrigin: string;
  readonly files: WorkQueue;
  private readonly arn: string;
  /** The ARN as cdk-nag writes it. */
  private readonly nagged: string;

  constructor(scope: Construct, id: string, { prefix, alarms }: ImportsProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    // Named by us, so that the queue's policy can name the bucket before it exists: S3 asks the queue while it makes it.
    const bucketName = `${prefix}-imports-${account}`;
    this.arn = `arn:aws:s3:::${bucketName}`;
    this.nagged = Token.isUnresolved(account) ? this.arn.replace(account, "<AWS::AccountId>") : this.arn;
    this.uploadOrigin = `https://${bucketName}.s3.${region}.amazonaws.com`;
    this.files = new WorkQueue(this, "Files", { queue: "import-files", prefix, alarms });
    this.files.allowNoticesOf(this.arn);

    const logs = new ClosedBucket(this, "AccessLogs", {
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) }],
    });
    acknowledge(logs, { "AwsSolutions-S1": "It holds access logs; logging its own would feed itself." });

    const bucket = new ClosedBucket(this, "Bucket", {
      bucketName,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "imports/",
      lifecycleRules: [
        { prefix: "files/", expiration: Duration.days(90) },
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      // The signed policy of each upload guards it and no cookie travels, so any origin may POST.
      cors: [{ allowedOrigins: ["*"], allowedMethods: [HttpMethods.POST], allowedHeaders: ["*"], maxAge: 3600 }],
    });
    this.value = bucket.bucketName;
    this.notify(bucket);
  }

  /** The notification as the bucket's own property: CDK's way would add a custom resource and its function. */
  private notify(bucket: ClosedBucket): void {
    const resource = bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(resource)) throw new Error("the imports bucket is no CfnBucket");
    resource.notificationConfiguration = {
      queueConfigurations: [
        {
          event: "s3:ObjectCreated:*",
          queue: this.files.arn,
          filter: { s3Key: { rules: [{ name: "prefix", value: "files/" }] } },
        },
      ],
    };
    bucket.node.addDependency(this.files);
  }

  allow(role: Role, store: Grant): void {
    if (!("bucket" in store)) throw new Error("a store of another resource was wired to the imports bucket");
    const objects = `${store.prefix ?? ""}*`;
    allowOn(`${this.arn}/${objects}`, role, store);
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::${this.nagged}/${objects}]`]:
        "The objects of one folder of one bucket; their names are not known before.",
    });
  }
}
