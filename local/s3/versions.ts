import { randomUUID } from "node:crypto";
import type { Entry, ObjectVersion, Version } from "./entries.ts";
import { refuse } from "./refusals.ts";
import type { Headers } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import { expectOnly, parseXmlRoot, textOf } from "./xml.ts";

type VersioningStatus = "Enabled" | "Suspended";

/**
 * Returns the status that a versioning configuration sets for this bucket. Refuses `InvalidBucketState` if the document
 * suspends versioning and the bucket has Object Lock; `MalformedXML` if the status is missing or unknown;
 * `NotImplemented` if the document has other children.
 */
export function readVersioning(document: string, bucket: Bucket): VersioningStatus {
  const root = parseXmlRoot(document, "VersioningConfiguration");
  expectOnly(root, ["Status"]);
  const status = textOf(root, "Status");
  if (status === "Suspended" && bucket.configurations["object-lock"] !== undefined) {
    refuse("InvalidBucketState", "Versioning cannot be suspended on a bucket with Object Lock");
  }
  return status === "Enabled" || status === "Suspended" ? status : refuse("MalformedXML");
}

/** Returns the versioning of a bucket; undefined if none was ever configured. */
export function versioningOf(bucket: Bucket): VersioningStatus | undefined {
  const document = bucket.configurations.versioning;
  return document === undefined ? undefined : readVersioning(document, bucket);
}

/**
 * Returns a new version's id: random if versioning is Enabled, else "null", the id of the one version that the next
 * write replaces.
 */
export function newVersionId(bucket: Bucket): string {
  return versioningOf(bucket) === "Enabled" ? randomUUID().replaceAll("-", "") : "null";
}

/**
 * Returns the entries that make `value` the latest version of its key. If the id of `value` is "null", the first entry
 * removes an older version with that id.
 */
export function putOnTop(bucket: Bucket, value: Version): Entry[] {
  const identity = { type: "version", bucket: bucket.name, key: value.key, id: value.id } as const;
  const put: Entry = { ...identity, value };
  return value.id === "null" ? [{ ...identity, value: null }, put] : [put];
}

function currentVersion(bucket: Bucket, key: string): Version | undefined {
  return bucket.versions.get(key)?.at(-1);
}

/**
 * Returns the object with this version id, or the current version if no id is given. Refuses `NoSuchVersion` if no
 * version has the id, `NoSuchKey` if there is no object. Refuses a delete marker too: `NoSuchKey` if it is the current
 * version, `MethodNotAllowed` if its id is given.
 */
export function findObject(bucket: Bucket, key: string, versionId: string | undefined): ObjectVersion {
  const version =
    versionId === undefined
      ? (currentVersion(bucket, key) ?? refuse("NoSuchKey"))
      : (bucket.versions.get(key)?.find(({ id }) => id === versionId) ?? refuse("NoSuchVersion"));
  if (version.body !== null) return version;
  const headers = { "x-amz-delete-marker": "true", "x-amz-version-id": version.id };
  if (versionId === undefined) refuse("NoSuchKey", "The current version is a delete marker", headers);
  return refuse("MethodNotAllowed", "The version is a delete marker", { ...headers, allow: "DELETE" });
}

/** Returns the header `x-amz-version-id`, undefined for a bucket whose versioning was never configured. */
export function versionHeader(bucket: Bucket, { id }: Version): { "x-amz-version-id": string | undefined } {
  return { "x-amz-version-id": versioningOf(bucket) === undefined ? undefined : id };
}

/**
 * Refuses a write if a condition in its headers does not hold. With `If-None-Match: *`: `PreconditionFailed` if the
 * object exists. With another `If-None-Match`: `NotImplemented`. With `If-Match`: `NoSuchKey` if the object does not
 * exist, `PreconditionFailed` if it has another ETag. A delete marker is no object.
 */
export function expectWriteConditions(bucket: Bucket, key: string, headers: Headers): void {
  const current = currentVersion(bucket, key);
  const exists = current !== undefined && current.body !== null;
  const [none, match] = [headers.get("if-none-match"), headers.get("if-match")];
  if (none !== undefined && none !== "*") refuse("NotImplemented", "If-None-Match takes only * on a write");
  if (none === "*" && exists) refuse("PreconditionFailed");
  if (match === undefined) return;
  if (!exists) refuse("NoSuchKey");
  if (!matchesEtag(match, current.etag)) refuse("PreconditionFailed");
}

/**
 * Refuses a read if a condition in its headers does not hold. `PreconditionFailed`: `If-Match` names another ETag, or
 * the object changed after `If-Unmodified-Since`. `NotModified`: `If-None-Match` names the object's ETag, or the object
 * did not change after `If-Modified-Since`. Times count in whole seconds. `If-Match` makes `If-Unmodified-Since`
 * ignored, `If-None-Match` makes `If-Modified-Since` ignored.
 */
export function expectReadConditions({ at, etag }: ObjectVersion, headers: Headers): void {
  const written = Math.floor(Date.parse(at) / 1000) * 1000;
  const [match, none] = [headers.get("if-match"), headers.get("if-none-match")];
  const unmodifiedSince = match === undefined && headers.get("if-unmodified-since");
  const modifiedSince = none === undefined && headers.get("if-modified-since");
  if (match !== undefined && !matchesEtag(match, etag)) refuse("PreconditionFailed");
  if (unmodifiedSince && written > Date.parse(unmodifiedSince)) refuse("PreconditionFailed");
  const unchanged =
    (none !== undefined && matchesEtag(none, etag)) || (modifiedSince && written <= Date.parse(modifiedSince));
  if (unchanged) refuse("NotModified", "Not Modified", { etag: `"${etag}"` });
}

function matchesEtag(condition: string, etag: string): boolean {
  return condition.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^(W\/)?"|"$/g, "")));
}
