import type { Received } from "./body.ts";
import type { Checksum, ObjectAttributes, ObjectVersion } from "./entries.ts";
import { type Creation, notificationsDue } from "./notifications.ts";
import { lockOfNewObject } from "./object-lock.ts";
import type { Decision } from "./object-store.ts";
import { readTagHeader } from "./object-tags.ts";
import { bucketOf, type Call } from "./operation.ts";
import { refuse } from "./refusals.ts";
import type { Headers } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import { expectWriteConditions, newVersionId, putOnTop } from "./versions.ts";

const contentHeaders = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
];

/**
 * Returns the headers, tags and lock that an upload's headers or a form's fields state. By default `content-type` is
 * `binary/octet-stream` and the retention is the bucket's. Refuses `MetadataTooLarge` over 2048 characters of metadata;
 * `InvalidTag` for over ten tags, or one that is empty, repeated or too long; `InvalidArgument` for a malformed lock or
 * value; `InvalidRequest` if a lock is stated and the bucket has no Object Lock.
 */
export function readAttributes(headers: Headers, bucket: Bucket, now: Date): ObjectAttributes {
  const kept: Record<string, string> = { "content-type": "binary/octet-stream" };
  let metadataSize = 0;
  for (const [name, given] of headers) {
    const value = name === "content-encoding" ? given.replace(/aws-chunked(\s*,\s*)?/, "") : given;
    const isMetadata = name.startsWith("x-amz-meta-");
    if (value === "" || !(isMetadata || contentHeaders.includes(name))) continue;
    expectHeader(name, value);
    kept[name] = value;
    if (isMetadata) metadataSize += name.length - "x-amz-meta-".length + value.length;
  }
  if (metadataSize > 2048) refuse("MetadataTooLarge");
  const tags = readTagHeader(headers.get("x-amz-tagging") ?? "");
  return { headers: kept, tags, ...lockOfNewObject(bucket, headers, now) };
}

/**
 * Refuses `InvalidArgument` if no HTTP header can have this name or this value. Needed for form fields and query
 * parameters, which may contain anything.
 */
export function expectHeader(name: string, value: string): void {
  const isHeader = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\xa0-\xff]*$/.test(value);
  if (!isHeader) refuse("InvalidArgument", `${name} cannot be a header`);
}

export interface NewObject {
  key: string;
  /** The id of the stored body. */
  body: string;
  received: Received;
  attributes: ObjectAttributes;
  /** How the object is made, which notification rules ask for. */
  creation: Creation;
  /** Given for a multipart upload, whose ETag and checksum are not those of its bytes. */
  etag?: string;
  checksum?: Checksum | undefined;
}

/**
 * Returns the new version and the entries that add it and its notifications to the call's bucket; writes nothing.
 * Refuses `NoSuchBucket` if the bucket does not exist; `PreconditionFailed` for `If-None-Match: *` if the object
 * exists, or for `If-Match` if its ETag is another; `NoSuchKey` for `If-Match` if there is no object; `NotImplemented`
 * for another `If-None-Match`.
 */
export function addObject(call: Call, created: NewObject): Decision<ObjectVersion> {
  const bucket = bucketOf(call);
  const { key, body, received, attributes, creation } = created;
  expectWriteConditions(bucket, key, call.request.headers);
  const object: ObjectVersion = {
    key,
    id: newVersionId(bucket),
    at: call.now.toISOString(),
    body,
    size: received.size,
    etag: created.etag ?? received.md5,
    checksum: created.checksum ?? { ...received.checksum, type: "FULL_OBJECT" },
    ...attributes,
  };
  const entries = [...putOnTop(bucket, object), ...notificationsDue(call, bucket, object, creation)];
  return { entries, result: object };
}
