import { bodyOf, receiveText, requireDeclaredDigest } from "./body.ts";
import { readCorsRules } from "./cors.ts";
import type { BucketRecord, ConfigurationName, Entry } from "./entries.ts";
import { readQueueRules } from "./notifications.ts";
import { readLockConfiguration } from "./object-lock.ts";
import { bucketOf, type Call, type Operation, type Reply } from "./operation.ts";
import { type RefusalCode, refuse } from "./refusals.ts";
import type { Bucket } from "./store-state.ts";
import { readVersioning, versioningOf } from "./versions.ts";
import { element, parseXmlRoot } from "./xml.ts";

interface Configuration {
  /** Reads the document, and refuses one that S3 would refuse. */
  read(document: string, bucket: Bucket): unknown;
  /** What GET answers until something is put: a document or a refusal. */
  absent: `<${string}>` | RefusalCode;
}

const keptAs = (root: string) => (document: string) => parseXmlRoot(document, root);

/**
 * The configurations of a bucket. Encryption, lifecycle, policy and public access block are stored and returned, but
 * have no effect.
 */
const configurations: Record<ConfigurationName, Configuration> = {
  cors: { read: readCorsRules, absent: "NoSuchCORSConfiguration" },
  encryption: {
    read: keptAs("ServerSideEncryptionConfiguration"),
    absent: "ServerSideEncryptionConfigurationNotFoundError",
  },
  lifecycle: { read: keptAs("LifecycleConfiguration"), absent: "NoSuchLifecycleConfiguration" },
  notification: { read: readQueueRules, absent: "<NotificationConfiguration/>" },
  "object-lock": { read: readLock, absent: "ObjectLockConfigurationNotFoundError" },
  policy: { read: readPolicy, absent: "NoSuchBucketPolicy" },
  publicAccessBlock: {
    read: keptAs("PublicAccessBlockConfiguration"),
    absent: "NoSuchPublicAccessBlockConfiguration",
  },
  versioning: { read: readVersioning, absent: "<VersioningConfiguration/>" },
};

function readLock(document: string, bucket: Bucket): unknown {
  if (versioningOf(bucket) !== "Enabled") refuse("InvalidBucketState", "Object Lock needs versioning to be Enabled");
  return readLockConfiguration(document);
}

function readPolicy(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    return refuse("MalformedPolicy", "Policies must be valid JSON");
  }
}

export function getConfiguration(name: ConfigurationName): Operation {
  return async (call) => {
    const { absent } = configurations[name];
    const body = bucketOf(call).configurations[name] ?? (isDocument(absent) ? absent : refuse(absent));
    const type = name === "policy" ? "application/json" : "application/xml";
    return { status: 200, headers: { "content-type": type }, body };
  };
}

function isDocument(absent: Configuration["absent"]): absent is `<${string}>` {
  return absent.startsWith("<");
}

export function putConfiguration(name: ConfigurationName): Operation {
  return async (call) => {
    // S3 asks for a declared digest with every configuration but this one.
    if (name !== "notification") requireDeclaredDigest(call.request.headers);
    const document = await receiveText(bodyOf(call.request));
    return call.store.commit(() => {
      const bucket = bucketOf(call);
      configurations[name].read(document, bucket);
      const configured = { ...bucket.configurations, [name]: document };
      return { entries: [bucketEntry(bucket, configured)], result: { status: name === "policy" ? 204 : 200 } };
    });
  };
}

export function deleteConfiguration(name: ConfigurationName): Operation {
  return async (call) =>
    call.store.commit(() => {
      const bucket = bucketOf(call);
      const { [name]: _, ...others } = bucket.configurations;
      return { entries: [bucketEntry(bucket, others)], result: { status: 204 } };
    });
}

function bucketEntry({ name, createdAt }: Bucket, configurations: BucketRecord["configurations"]): Entry {
  return { type: "bucket", bucket: name, value: { createdAt, configurations } };
}

const locked: BucketRecord["configurations"] = {
  versioning: "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
  "object-lock": "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>",
};

export async function createBucket({ store, request: { bucket, headers }, now }: Call): Promise<Reply> {
  if (!/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) refuse("InvalidBucketName");
  if (Number(headers.get("content-length") ?? 0) > 0) refuse("NotImplemented", "CreateBucketConfiguration");
  const isLocked = headers.get("x-amz-bucket-object-lock-enabled")?.toLowerCase() === "true";
  const value: BucketRecord = { createdAt: now.toISOString(), configurations: isLocked ? locked : {} };
  return store.commit(() => {
    if (store.state.buckets.has(bucket)) refuse("BucketAlreadyOwnedByYou");
    return {
      entries: [{ type: "bucket", bucket, value }],
      result: { status: 200, headers: { location: `/${bucket}` } },
    };
  });
}

export async function deleteBucket(call: Call): Promise<Reply> {
  return call.store.commit(() => {
    const bucket = bucketOf(call);
    const hasUploads = [...call.store.state.uploads.values()].some(({ upload }) => upload.bucket === bucket.name);
    if (bucket.keys.length > 0 || hasUploads) refuse("BucketNotEmpty");
    return { entries: [{ type: "bucket", bucket: bucket.name, value: null }], result: { status: 204 } };
  });
}

export async function headBucket(call: Call): Promise<Reply> {
  bucketOf(call);
  return { status: 200, headers: { "x-amz-bucket-region": call.region } };
}

export async function listBuckets({ store }: Call): Promise<Reply> {
  const buckets = [...store.state.buckets.values()].map(({ name, createdAt }) =>
    element("Bucket", element("Name", name), element("CreationDate", createdAt)),
  );
  const owner = element("Owner", element("ID", "local"));
  return { status: 200, body: element("ListAllMyBucketsResult", owner, element("Buckets", ...buckets)) };
}
