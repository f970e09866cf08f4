import {
  CreateBucketCommand,
  PutBucketCorsCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import { absent, credentials, region } from "./cloud.ts";
import { scansOf } from "./malware-scan.ts";
import { ignored } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const retention = z.object({
  Mode: z.enum(["COMPLIANCE", "GOVERNANCE"]),
  Days: z.number().optional(),
  Years: z.number().optional(),
});
const corsRule = z
  .strictObject({
    AllowedOrigins: z.array(z.string()),
    AllowedMethods: z.array(z.string()),
    AllowedHeaders: z.array(z.string()).optional(),
    ExposedHeaders: z.array(z.string()).optional(),
    MaxAge: z.number().optional(),
  })
  .transform(({ ExposedHeaders, MaxAge, ...rule }) => ({
    ...rule,
    ExposeHeaders: ExposedHeaders,
    MaxAgeSeconds: MaxAge,
  }));
const creations = ["*", "Put", "Post", "Copy", "CompleteMultipartUpload"] as const;
const queueRule = z
  .strictObject({
    Event: z.templateLiteral(["s3:ObjectCreated:", z.enum(creations)]),
    Queue: z.string(),
    Filter: z
      .object({
        S3Key: z.object({ Rules: z.array(z.object({ Name: z.enum(["prefix", "suffix"]), Value: z.string() })) }),
      })
      .transform(({ S3Key }) => ({ Key: { FilterRules: S3Key.Rules } }))
      .optional(),
  })
  .transform(({ Event, Queue, Filter }) => ({ Events: [Event], QueueArn: Queue, ...(Filter && { Filter }) }));
const bucket = z.strictObject({
  VersioningConfiguration: z.object({ Status: z.enum(["Enabled", "Suspended"]) }).optional(),
  ObjectLockEnabled: z.boolean().default(false),
  ObjectLockConfiguration: z
    .strictObject({
      ObjectLockEnabled: z.literal("Enabled"),
      Rule: z.object({ DefaultRetention: retention }).optional(),
    })
    .optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).optional(),
  NotificationConfiguration: z
    .strictObject({
      QueueConfigurations: z.array(queueRule).default([]),
      // A bucket's events reach the bus only through the scan: no rule of the templates needs others.
      EventBridgeConfiguration: ignored,
    })
    .transform(({ QueueConfigurations }) => ({ QueueConfigurations }))
    .optional(),
  BucketName: ignored,
  BucketEncryption: ignored,
  LifecycleConfiguration: ignored,
  LoggingConfiguration: ignored,
  ReplicationConfiguration: ignored,
  OwnershipControls: ignored,
  PublicAccessBlockConfiguration: ignored,
  Tags: ignored,
});

/**
 * Creates the templates' buckets that do not exist yet at the S3 server `endpoint`. Sets on every bucket the
 * versioning, object lock, CORS rules, notifications and malware scans of its template. A setting that a template no
 * longer has is not removed.
 * @throws if a template has a property that is not known here
 */
export async function makeBuckets(assembly: Assembly, endpoint: string): Promise<void> {
  const client = new S3Client({ endpoint, region, credentials });
  for (const resource of assembly.of("AWS::S3::Bucket")) {
    const wanted = assembly.read(resource, bucket);
    const Bucket = resource.name;
    await client
      .send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: wanted.ObjectLockEnabled }))
      .catch(absent("BucketAlreadyOwnedByYou"));
    const { VersioningConfiguration, ObjectLockConfiguration, CorsConfiguration, NotificationConfiguration } = wanted;
    if (VersioningConfiguration) await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    if (ObjectLockConfiguration)
      await client.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
    if (CorsConfiguration)
      await client.send(
        new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: CorsConfiguration.CorsRules } }),
      );
    const notifications = [...(NotificationConfiguration?.QueueConfigurations ?? []), ...scansOf(assembly, Bucket)];
    if (notifications.length > 0) {
      const NotificationConfiguration = { QueueConfigurations: notifications };
      await client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
    }
  }
  client.destroy();
}
