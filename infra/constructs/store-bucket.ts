import { Stack } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { type BucketProps, CfnBucket, HttpMethods, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { BucketName, Grant } from "../../shared/grant.ts";
import { ClosedBucket } from "./closed-bucket.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";
import type { WorkQueue } from "./work-queue.ts";

interface StoreBucketProps extends BucketProps {
  readonly bucket: BucketName;
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** The bucket of access logs; this bucket's lines go to a folder of its name. */
  readonly logs: IBucket;
  /** The folder that browsers upload to, and the queue that gets a message for each new object. */
  readonly arrivals?: { readonly folder: string; readonly queue: WorkQueue };
  /**
   * Whether browsers upload to it and its events go to the account's event bus, for the malware scan. @default false
   */
  readonly scanned?: boolean;
}

/**
 * A bucket that `shared/permissions.ts` names, with access logs. Browsers can upload to it if it has `arrivals` or is
 * `scanned`.
 */
export class StoreBucket extends ClosedBucket implements StoreResource {
  readonly value: string;
  /** The origin that browsers upload to, as a presigned POST names it. */
  readonly uploadOrigin: string;
  private readonly objects: string;

  constructor(
    scope: Construct,
    id: string,
    { bucket, prefix, logs, arrivals, scanned = false, ...props }: StoreBucketProps,
  ) {
    const { account, region } = Stack.of(scope);
    // The name is fixed, so that the queue's policy can name the bucket before it exists: S3 checks the queue when it
    // creates it.
    const bucketName = `${prefix}-${bucket}-${account}`;
    super(scope, id, {
      bucketName,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: `${bucket}/`,
      // Any origin may POST: the signed policy of each upload guards the bucket, and no cookie is sent.
      ...((arrivals || scanned) && {
        cors: [{ allowedOrigins: ["*"], allowedMethods: [HttpMethods.POST], allowedHeaders: ["*"], maxAge: 3600 }],
      }),
      ...props,
    });
    this.value = this.bucketName;
    this.uploadOrigin = `https://${bucketName}.s3.${region}.amazonaws.com`;
    this.objects = `arn:aws:s3:::${bucketName}`;
    if (arrivals) this.notifyQueue(arrivals);
    // GuardDuty would set this by itself, and the next deployment would remove it: so it is the bucket's own property.
    if (scanned) this.resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  private get resource(): CfnBucket {
    const resource = this.node.defaultChild;
    if (!CfnBucket.isCfnBucket(resource)) throw new Error("the bucket's resource is not a CfnBucket");
    return resource;
  }

  /**
   * Sends a message to the queue for each object created in the folder. It sets the bucket's own property, because
   * CDK's way adds a custom resource and its function.
   */
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

  /**
   * Has S3 copy each new object, with its lock and tags, to another bucket, and gives `role` the rights for it. Returns
   * the id of the rule. A deletion is not copied.
   */
  copyTo(bucketName: string, role: Role): string {
    const id = "copy";
    const destination = `arn:aws:s3:::${bucketName}`;
    allowOn(this.objects, role, { actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"] });
    allowOn(`${this.objects}/*`, role, {
      actions: ["VersionForReplication", "VersionAcl", "VersionTagging", "Retention", "LegalHold"].map(
        (what) => `s3:GetObject${what}`,
      ),
    });
    allowOn(`${destination}/*`, role, { actions: ["s3:ReplicateObject", "s3:ReplicateTags"] });
    this.resource.replicationConfiguration = {
      role: role.roleArn,
      rules: [
        {
          id,
          status: "Enabled",
          priority: 1,
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Disabled" },
          destination: { bucket: destination, metrics: { status: "Enabled" } },
        },
      ],
    };
    return id;
  }

  /**
   * Gives GuardDuty's role the actions its documentation asks for: to receive the bucket's events, and to read and tag
   * objects.
   */
  allowScanning(role: Role): void {
    allowOn(this.objects, role, { actions: ["s3:GetBucketNotification", "s3:PutBucketNotification", "s3:ListBucket"] });
    // GuardDuty writes this object when it creates the plan, to check its permissions.
    allowOn(`${this.objects}/malware-protection-resource-validation-object`, role, { actions: ["s3:PutObject"] });
    allowOn(`${this.objects}/*`, role, {
      actions: ["Get", "Put"].flatMap((verb) => [`s3:${verb}ObjectTagging`, `s3:${verb}ObjectVersionTagging`]),
    });
    allowOn(`${this.objects}/*`, role, { actions: ["s3:GetObject", "s3:GetObjectVersion"] });
  }

  /**
   * Gives a role the store's actions on the objects under the store's prefix, or on all objects if it has none.
   * `s3:ListBucket`, if the store names it, is given on the whole bucket.
   * @throws if the store is not in a bucket.
   */
  allow(role: Role, store: Grant): void {
    if (!("bucket" in store)) throw new Error("the store is not in a bucket");
    const objects = `${store.prefix ?? ""}*`;
    const listing = store.actions.filter((action) => action === "s3:ListBucket");
    const onObjects = store.actions.filter((action) => action !== "s3:ListBucket");
    if (onObjects.length > 0) allowOn(`${this.objects}/${objects}`, role, { actions: onObjects });
    if (listing.length > 0) allowOn(this.objects, role, { actions: listing });
  }
}
