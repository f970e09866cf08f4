import * as z from "zod";
import { checksumAlgorithms } from "./checksums.ts";

export const retentionModes = ["GOVERNANCE", "COMPLIANCE"] as const;
export const configurationNames = [
  "cors",
  "encryption",
  "lifecycle",
  "notification",
  "object-lock",
  "policy",
  "publicAccessBlock",
  "versioning",
] as const;

const instant = z.iso.datetime();
const retention = z.object({ mode: z.enum(retentionModes), until: instant });
const digest = z.object({ algorithm: z.enum(checksumAlgorithms), value: z.string() });
const checksum = z.object({ ...digest.shape, type: z.enum(["FULL_OBJECT", "COMPOSITE"]) });

const bucketRecord = z.object({
  createdAt: instant,
  /** The documents as they were put, by name. */
  configurations: z.partialRecord(z.enum(configurationNames), z.string()),
});

/** What a writer states about an object besides its bytes. */
const attributes = z.object({
  /** The headers to send back: `content-type`, `cache-control`, `x-amz-meta-…`. */
  headers: z.record(z.string(), z.string()),
  tags: z.array(z.tuple([z.string(), z.string()])),
  retention: retention.nullable(),
  legalHold: z.boolean(),
});

const identity = { key: z.string(), id: z.string(), at: instant };
/** `body` names a file in the store's `bodies` folder. */
const content = { body: z.string(), size: z.int(), etag: z.string() };
const objectVersion = z.object({ ...identity, ...content, ...attributes.shape, checksum });
const deleteMarker = z.object({ ...identity, body: z.null() });
const version = z.union([objectVersion, deleteMarker]);

const part = z.object({ number: z.int(), ...content, checksum: digest });
const upload = z.object({
  bucket: z.string(),
  key: z.string(),
  attributes,
  /** Null if the client named none: then each part may have its own. */
  algorithm: z.enum(checksumAlgorithms).nullable(),
  checksumType: checksum.shape.type,
});

const notification = z.object({ bucket: z.string(), queueArn: z.string(), message: z.unknown() });

/**
 * One change of the store: it puts or replaces one record, or deletes it (null). All entries in order make up the
 * store's state.
 */
export const entrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bucket"), bucket: z.string(), value: bucketRecord.nullable() }),
  z.object({
    type: z.literal("version"),
    bucket: z.string(),
    key: z.string(),
    id: z.string(),
    value: version.nullable(),
  }),
  z.object({ type: z.literal("upload"), id: z.string(), value: upload.nullable() }),
  z.object({ type: z.literal("part"), uploadId: z.string(), value: part }),
  z.object({ type: z.literal("notification"), id: z.string(), value: notification.nullable() }),
]);

export type Entry = z.infer<typeof entrySchema>;
export type BucketRecord = z.infer<typeof bucketRecord>;
export type ConfigurationName = (typeof configurationNames)[number];
export type Retention = z.infer<typeof retention>;
export type ObjectAttributes = z.infer<typeof attributes>;
export type Checksum = z.infer<typeof checksum>;
export type ObjectVersion = z.infer<typeof objectVersion>;
export type Version = z.infer<typeof version>;
export type Part = z.infer<typeof part>;
export type Upload = z.infer<typeof upload>;

/** A message that a queue must get because of a change in a bucket. */
export interface BucketNotification {
  bucket: string;
  queueArn: string;
  /** The S3 event: `{ Records: […] }`. */
  message: unknown;
}
