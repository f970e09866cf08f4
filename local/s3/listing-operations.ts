import type { ObjectVersion, Version } from "./entries.ts";
import { bucketOf, type Call, type Reply } from "./operation.ts";
import { refuse } from "./refusals.ts";
import { uriEncodePath } from "./request.ts";
import { type Bucket, compareKeys, firstAtOrAfter } from "./store-state.ts";
import { element, type XmlElement } from "./xml.ts";

interface Question {
  prefix: string;
  delimiter: string;
  maximum: number;
  /** The last key or common prefix of the previous page. */
  after: string;
  /** Encodes a name as the client asked. */
  encode(name: string): string;
}

/** An end of a page: a version, or a common prefix, which has no id. */
interface PageEnd {
  key: string;
  id?: string;
}

interface Page<V extends PageEnd> {
  versions: V[];
  prefixes: string[];
  /** The end of this page, if more follow. */
  next: PageEnd | undefined;
}

export async function listObjects(call: Call): Promise<Reply> {
  const { query } = call.request;
  if (query.get("list-type") !== "2") refuse("NotImplemented", "Only version 2 of ListObjects is implemented");
  const token = query.get("continuation-token");
  const start = query.get("start-after") ?? "";
  const question = questionOf(call, token === undefined ? start : Buffer.from(token, "base64url").toString());
  const page = pageOf(currentObjects(bucketOf(call), question), question);
  const next = page.next && Buffer.from(page.next.key).toString("base64url");
  const body = element(
    "ListBucketResult",
    ...pageXml(call, question, page),
    element("KeyCount", page.versions.length + page.prefixes.length),
    next === undefined ? undefined : element("NextContinuationToken", next),
    ...page.versions.map((object) => element("Contents", ...objectXml(object, question))),
  );
  return { status: 200, body };
}

export async function listVersions(call: Call): Promise<Reply> {
  const bucket = bucketOf(call);
  const question = questionOf(call, call.request.query.get("key-marker") ?? "");
  const page = pageOf(versionsAfter(bucket, question, call.request.query.get("version-id-marker")), question);
  const { next } = page;
  const body = element(
    "ListVersionsResult",
    ...pageXml(call, question, page),
    next && element("NextKeyMarker", question.encode(next.key)),
    next?.id === undefined ? undefined : element("NextVersionIdMarker", next.id),
    ...page.versions.map((version) => {
      const isLatest = bucket.versions.get(version.key)?.at(-1) === version;
      const identity = [element("VersionId", version.id), element("IsLatest", isLatest)];
      if (version.body !== null) return element("Version", ...objectXml(version, question), ...identity);
      const marker = [element("Key", question.encode(version.key)), element("LastModified", version.at)];
      return element("DeleteMarker", ...marker, ...identity);
    }),
  );
  return { status: 200, body };
}

function questionOf({ request: { query } }: Call, after: string): Question {
  const maximum = Number(query.get("max-keys") ?? 1000);
  if (!Number.isInteger(maximum) || maximum < 0) refuse("InvalidArgument", "max-keys");
  const encoding = query.get("encoding-type");
  if (encoding !== undefined && encoding !== "url") refuse("InvalidArgument", "encoding-type");
  return {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    maximum: Math.min(maximum, 1000),
    after,
    encode: encoding === "url" ? uriEncodePath : (name) => name,
  };
}

/** Yields every key with the prefix from the end of the last page on, that key included. */
function* keysFrom({ keys }: Bucket, { prefix, after }: Question): Generator<string> {
  const first = firstAtOrAfter(keys, compareKeys(after, prefix) > 0 ? after : prefix);
  for (let index = first; index < keys.length; index++) {
    const key = keys[index];
    if (!key?.startsWith(prefix)) return;
    yield key;
  }
}

function* currentObjects(bucket: Bucket, question: Question): Generator<ObjectVersion> {
  for (const key of keysFrom(bucket, question)) {
    const current = bucket.versions.get(key)?.at(-1);
    if (current && current.body !== null && key !== question.after) yield current;
  }
}

/**
 * Yields every version after the last page, newest first within a key. Without an id, the last page's key is left out
 * whole.
 */
function* versionsAfter(bucket: Bucket, question: Question, id: string | undefined): Generator<Version> {
  for (const key of keysFrom(bucket, question)) {
    const newestFirst = bucket.versions.get(key)?.toReversed() ?? [];
    const last = id === undefined ? newestFirst.length - 1 : newestFirst.findIndex((version) => version.id === id);
    yield* key === question.after ? newestFirst.slice(last + 1) : newestFirst;
  }
}

/**
 * Returns one page of at most `maximum` keys and prefixes; keys that share a prefix up to the delimiter count as one.
 */
function pageOf<V extends PageEnd>(versions: Iterable<V>, { prefix, delimiter, maximum, after }: Question): Page<V> {
  const page: Page<V> = { versions: [], prefixes: [], next: undefined };
  let last: PageEnd | undefined;
  for (const version of versions) {
    const at = delimiter === "" ? -1 : version.key.indexOf(delimiter, prefix.length);
    const common = at < 0 ? undefined : version.key.slice(0, at + delimiter.length);
    if (common !== undefined && (common === after || common === page.prefixes.at(-1))) continue;
    if (page.versions.length + page.prefixes.length === maximum) return { ...page, next: last };
    if (common === undefined) page.versions.push(version);
    else page.prefixes.push(common);
    last = common === undefined ? version : { key: common };
  }
  return page;
}

function pageXml({ request }: Call, question: Question, page: Page<PageEnd>): (XmlElement | undefined)[] {
  const { prefix, delimiter, maximum, encode } = question;
  return [
    element("Name", request.bucket),
    element("Prefix", encode(prefix)),
    delimiter === "" ? undefined : element("Delimiter", encode(delimiter)),
    element("MaxKeys", maximum),
    request.query.has("encoding-type") ? element("EncodingType", "url") : undefined,
    element("IsTruncated", page.next !== undefined),
    ...page.prefixes.map((prefix) => element("CommonPrefixes", element("Prefix", encode(prefix)))),
  ];
}

function objectXml({ key, at, etag, size, checksum }: ObjectVersion, { encode }: Question): XmlElement[] {
  return [
    element("Key", encode(key)),
    element("LastModified", at),
    element("ETag", `"${etag}"`),
    element("ChecksumAlgorithm", checksum.algorithm),
    element("ChecksumType", checksum.type),
    element("Size", size),
    element("StorageClass", "STANDARD"),
  ];
}
