import { Stack, Token } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { type BucketProps, CfnBucket, HttpMethods, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { BucketName, Grant } from "../../shared/permissions.ts";
import { acknowledge } from "./acknowledge.ts";
import { ClosedBucket } from "./closed-bucket.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";
import type { WorkQueue } from "./work-queue.ts";

interface StoreBucketProps extends BucketProps {
  readonly bucket: BucketName;
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** Who read it and who wrote is logged there, in a folder of its name. */
  readonly logs: IBucket;
  /** The folder browsers send files to, and the queue that learns of each. */
  readonly arrivals?: { readonly folder: string; readonly queue: WorkQueue };
  /** Browsers send files there, and what happens in it is told on the account's bus: for who scans them. */
  readonly scanned?: boolean;
}

/** A bucket of `shared/permissions.ts`. */
export class StoreBucket extends ClosedBucket implements StoreResource {
  readonly value: string;
  /** Where browsers send files, as a presigned POST names it. */
  readonly uploadOrigin: string;
  private readonly objects: string;
  /** The ARN as cdk-nag writes it. */
  private readonly nagged: string;

  constructor(
    scope: Construct,
    id: string,
    { bucket, prefix, logs, arrivals, scanned = false, ...props }: StoreBucketProps,
  ) {
    const { account, region } = Stack.of(scope);
    // Named by us, so that a queue's policy can name the bucket before it exists: S3 asks the queue while it makes it.
    const bucketName = `${prefix}-${bucket}-${account}`;
    super(scope, id, {
      bucketName,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: `${bucket}/`,
      // The signed policy of each upload guards it and no cookie travels, so any origin may POST.
      ...((arrivals || scanned) && {
        cors: [{ allowedOrigins: ["*"], allowedMethods: [HttpMethods.POST], allowedHeaders: ["*"], maxAge: 3600 }],
      }),
      ...props,
    });
    this.value = this.bucketName;
    this.uploadOrigin = `https://${bucketName}.s3.${region}.amazonaws.com`;
    this.objects = `arn:aws:s3:::${bucketName}`;
    this.nagged = Token.isUnresolved(account) ? this.objects.replace(account, "<AWS::AccountId>") : this.objects;
    if (arrivals) this.notifyQueue(arrivals);
    // As the bucket's own property: GuardDuty would set it by itself, and the next deployment take it away.
    if (scanned) this.resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  private get resource(): CfnBucket {
    const resource = this.node.defaultChild;
    if (!CfnBucket.isCfnBucket(resource)) throw new Error("a bucket is no CfnBucket");
    return resource;
  }

  /** The notification as the bucket's own property: CDK's way would add a custom resource and its function. */
  private notifyQueue({ folder, queue }: { readonly folder: string; readonly queue: WorkQueue }): void {
    queue.allowNoticesOf(this.objects);
    this.resource.notificationConfiguration = {
      queueConfigurations: [
        {
          event: "s3:ObjectCreated:*",
          queue: queue.arn,
          filter: { s3Key: { rules: [{ name: "prefix", value: folder }] } },
        },
      ],
    };
    this.node.addDependency(queue);
  }

  /** What GuardDuty needs to hear of what comes, to look at it and to tag it, as its documentation asks. */
  allowScanning(role: Role): void {
    allowOn(this.objects, role, { actions: ["s3:GetBucketNotification", "s3:PutBucketNotification", "s3:ListBucket"] });
    // It proves its right by this one object when the plan is made.
    allowOn(`${this.objects}/malware-protection-resource-validation-object`, role, { actions: ["s3:PutObject"] });
    allowOn(`${this.objects}/*`, role, {
      actions: ["Get", "Put"].flatMap((verb) => [`s3:${verb}ObjectTagging`, `s3:${verb}ObjectVersionTagging`]),
    });
    allowOn(`${this.objects}/*`, role, { actions: ["s3:GetObject", "s3:GetObjectVersion"] });
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::${this.nagged}/*]`]: "Every object of one bucket is scanned, whatever its name.",
    });
  }

  allow(role: Role, store: Grant): void {
    if (!("bucket" in store)) throw new Error("a store of another resource was given a bucket");
    const objects = `${store.prefix ?? ""}*`;
    const listing = store.actions.filter((action) => action === "s3:ListBucket");
    const onObjects = store.actions.filter((action) => action !== "s3:ListBucket");
    allowOn(`${this.objects}/${objects}`, role, { actions: onObjects });
    if (listing.length > 0) allowOn(this.objects, role, { actions: listing });
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::${this.nagged}/${objects}]`]:
        "The objects of one folder of one bucket; their names are not known before.",
    });
  }
}
