import { createReadStream } from "node:fs";
import { bodyOf, receiveText, requireDeclaredDigest } from "./body.ts";
import { algorithmNamed, checksumHeader } from "./checksums.ts";
import type { Entry, ObjectVersion } from "./entries.ts";
import { addObject, expectHeader, readAttributes } from "./new-object.ts";
import * as lock from "./object-lock.ts";
import type { Decision } from "./object-store.ts";
import { readTagging, taggingXml } from "./object-tags.ts";
import { bucketOf, type Call, objectOf, type Reply } from "./operation.ts";
import { isRefusal, refuse } from "./refusals.ts";
import { decodePath, type Headers } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import {
  expectReadConditions,
  expectWriteConditions,
  newVersionId,
  putOnTop,
  versionHeader,
  versioningOf,
} from "./versions.ts";
import { childrenOf, element, expectOnly, parseXmlRoot, textOf, type XmlElement } from "./xml.ts";

export async function putObject(call: Call): Promise<Reply> {
  const { store, request, now } = call;
  const bucket = bucketOf(call);
  const attributes = readAttributes(request.headers, bucket, now);
  if (attributes.retention || attributes.legalHold) requireDeclaredDigest(request.headers);
  const object = await store.receive(bodyOf(request), (received, body) =>
    addObject(call, { key: request.key, body, received, attributes, creation: "Put" }),
  );
  const headers = { etag: `"${object.etag}"`, ...versionHeader(bucket, object), ...checksumHeaders(object) };
  return { status: 200, headers };
}

export async function copyObject(call: Call): Promise<Reply> {
  const { store, request, now } = call;
  const { headers } = request;
  const [path = "", versionId] = (headers.get("x-amz-copy-source") ?? "").split("?versionId=");
  const [, sourceName = "", sourceKey = ""] = /^\/?([^/]+)\/(.+)$/s.exec(decodePath(path)) ?? refuse("InvalidArgument");
  const query = new Map(versionId === undefined ? [] : ([["versionId", versionId]] as const));
  const from: Call = { ...call, request: { ...request, bucket: sourceName, key: sourceKey, query } };
  const source = objectOf(from);
  const bucket = bucketOf(call);
  const attributes = readAttributes(headers, bucket, now);
  if (!replaces(headers, "x-amz-metadata-directive")) {
    const ontoItself = sourceName === bucket.name && sourceKey === request.key && versionId === undefined;
    if (ontoItself) refuse("InvalidRequest", "An object is copied onto itself only with something changed");
    attributes.headers = source.headers;
  }
  if (!replaces(headers, "x-amz-tagging-directive")) attributes.tags = source.tags;
  const algorithm = algorithmNamed(headers.get("x-amz-checksum-algorithm") ?? source.checksum.algorithm);
  const chunks = createReadStream(store.bodyPath(source.body));
  const object = await store.receive({ chunks, algorithm, maximum: source.size }, (received, body) =>
    addObject(call, { key: request.key, body, received, attributes, creation: "Copy" }),
  );
  const sourceVersion = versionHeader(bucketOf(from), source)["x-amz-version-id"];
  return {
    status: 200,
    headers: { "x-amz-copy-source-version-id": sourceVersion, ...versionHeader(bucket, object) },
    body: element(
      "CopyObjectResult",
      element("LastModified", object.at),
      element("ETag", `"${object.etag}"`),
      ...checksumXml(object),
    ),
  };
}

function replaces(headers: Headers, directive: string): boolean {
  const value = headers.get(directive) ?? "COPY";
  return value === "REPLACE" || (value === "COPY" ? false : refuse("InvalidArgument", directive));
}

export async function getObject(call: Call): Promise<Reply> {
  const { store, request } = call;
  const object = objectOf(call);
  expectReadConditions(object, request.headers);
  const range = rangeOf(object, request.headers);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const withChecksum = !range && request.headers.get("x-amz-checksum-mode") === "ENABLED";
  const headers: Reply["headers"] = {
    ...object.headers,
    ...versionHeader(bucketOf(call), object),
    ...(withChecksum ? checksumHeaders(object) : {}),
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.at).toUTCString(),
    "accept-ranges": "bytes",
    "content-length": String(end - start + 1),
    "content-range": range && `bytes ${start}-${end}/${object.size}`,
    "x-amz-tagging-count": object.tags.length > 0 ? String(object.tags.length) : undefined,
    "x-amz-object-lock-legal-hold": object.legalHold ? "ON" : undefined,
    "x-amz-object-lock-mode": object.retention?.mode,
    "x-amz-object-lock-retain-until-date": object.retention?.until,
  };
  for (const [name, value] of request.query) {
    if (!name.startsWith("response-")) continue;
    expectHeader(name, value);
    headers[name.slice("response-".length)] = value;
  }
  return { status: range ? 206 : 200, headers, file: { path: store.bodyPath(object.body), start, end } };
}

/**
 * Returns the `bytes=` range that is asked for, both ends included. Undefined, which means the whole object, if there
 * is none, there are several or it cannot be read, as in S3. Refuses `InvalidRange` if no byte of the object is in it.
 */
function rangeOf({ size }: ObjectVersion, headers: Headers): { start: number; end: number } | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(headers.get("range") ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : refuse("InvalidRange");
}

function checksumHeaders({ checksum }: ObjectVersion): Record<string, string> {
  return { [checksumHeader(checksum.algorithm)]: checksum.value, "x-amz-checksum-type": checksum.type };
}

function checksumXml({ checksum }: ObjectVersion): XmlElement[] {
  return [element(`Checksum${checksum.algorithm}`, checksum.value), element("ChecksumType", checksum.type)];
}

export async function getObjectAttributes(call: Call): Promise<Reply> {
  const object = objectOf(call);
  const known = [
    element("ETag", object.etag),
    element("Checksum", ...checksumXml(object)),
    element("ObjectSize", object.size),
    element("StorageClass", "STANDARD"),
  ];
  const asked = (call.request.headers.get("x-amz-object-attributes") ?? "").split(/\s*,\s*/);
  const found = asked.map((name) => known.find((one) => one.name === name) ?? refuse("NotImplemented", name));
  const headers = { "last-modified": new Date(object.at).toUTCString(), ...versionHeader(bucketOf(call), object) };
  return { status: 200, headers, body: element("GetObjectAttributesResponse", ...found) };
}

interface Removed {
  versionId: string | undefined;
  deleteMarker: boolean;
}

/**
 * Returns the entries that remove a version; none if it does not exist. Without a version id they put a delete marker
 * on top, or, in a bucket that never had versioning, remove the object. Refuses a locked version as `expectRemovable`
 * does.
 */
function remove(call: Call, bucket: Bucket, key: string, versionId: string | undefined): Decision<Removed> {
  if (versionId === undefined && versioningOf(bucket) !== undefined) {
    const marker = { key, id: newVersionId(bucket), at: call.now.toISOString(), body: null };
    return { entries: putOnTop(bucket, marker), result: { versionId: marker.id, deleteMarker: true } };
  }
  const id = versionId ?? "null";
  const version = bucket.versions.get(key)?.find((version) => version.id === id);
  if (version && version.body !== null) lock.expectRemovable(version, call);
  return {
    entries: version ? [{ type: "version", bucket: bucket.name, key, id, value: null }] : [],
    result: { versionId, deleteMarker: version?.body === null },
  };
}

export async function deleteObject(call: Call): Promise<Reply> {
  const { key, headers, query } = call.request;
  const { versionId, deleteMarker } = await call.store.commit(() => {
    const bucket = bucketOf(call);
    expectWriteConditions(bucket, key, headers);
    return remove(call, bucket, key, query.get("versionId"));
  });
  return {
    status: 204,
    headers: { "x-amz-version-id": versionId, "x-amz-delete-marker": deleteMarker ? "true" : undefined },
  };
}

export async function deleteObjects(call: Call): Promise<Reply> {
  requireDeclaredDigest(call.request.headers);
  const root = parseXmlRoot(await receiveText(bodyOf(call.request)), "Delete");
  const objects = childrenOf(root, "Object");
  const quiet = textOf(root, "Quiet") === "true";
  if (objects.length === 0 || objects.length > 1000) refuse("MalformedXML");
  for (const object of objects) expectOnly(object, ["Key", "VersionId"]);
  return call.store.commit(() => {
    const bucket = bucketOf(call);
    const outcomes = objects.map((object) => removeListed(call, bucket, object));
    const listed = outcomes.map(({ result }) => result).filter(({ name }) => name === "Error" || !quiet);
    const result = { status: 200, body: element("DeleteResult", ...listed) };
    return { entries: outcomes.flatMap(({ entries }) => entries), result };
  });
}

function removeListed(call: Call, bucket: Bucket, object: XmlElement): Decision<XmlElement> {
  try {
    const { entries, result } = remove(call, bucket, textOf(object, "Key") ?? "", textOf(object, "VersionId"));
    const marker = [element("DeleteMarker", true), element("DeleteMarkerVersionId", result.versionId)];
    return { entries, result: element("Deleted", ...object.children, ...(result.deleteMarker ? marker : [])) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const reason = [element("Code", error.code), element("Message", error.message)];
    return { entries: [], result: element("Error", ...object.children, ...reason) };
  }
}

/** Changes the version that a call names without making a new one: its tags, retention or legal hold. */
function amend(call: Call, change: (object: ObjectVersion) => Partial<ObjectVersion>, status = 200): Promise<Reply> {
  return call.store.commit(() => {
    const object = objectOf(call);
    const value = { ...object, ...change(object) };
    const entry: Entry = { type: "version", bucket: call.request.bucket, key: object.key, id: object.id, value };
    return { entries: [entry], result: { status, headers: versionHeader(bucketOf(call), object) } };
  });
}

function readAmendment({ request }: Call): Promise<string> {
  requireDeclaredDigest(request.headers);
  return receiveText(bodyOf(request));
}

export async function getTagging(call: Call): Promise<Reply> {
  const object = objectOf(call);
  return { status: 200, headers: versionHeader(bucketOf(call), object), body: taggingXml(object.tags) };
}

export async function putTagging(call: Call): Promise<Reply> {
  const tags = readTagging(await readAmendment(call));
  return amend(call, () => ({ tags }));
}

export async function deleteTagging(call: Call): Promise<Reply> {
  return amend(call, () => ({ tags: [] }), 204);
}

export async function getRetention(call: Call): Promise<Reply> {
  lock.requireLock(bucketOf(call));
  const { retention } = objectOf(call);
  return { status: 200, body: lock.retentionXml(retention ?? refuse("NoSuchObjectLockConfiguration")) };
}

export async function putRetention(call: Call): Promise<Reply> {
  lock.requireLock(bucketOf(call));
  const retention = lock.readRetention(await readAmendment(call), call.now);
  return amend(call, (object) => {
    lock.expectRetentionMayBecome(retention, object, call);
    return { retention };
  });
}

export async function getLegalHold(call: Call): Promise<Reply> {
  lock.requireLock(bucketOf(call));
  return { status: 200, body: element("LegalHold", element("Status", objectOf(call).legalHold ? "ON" : "OFF")) };
}

export async function putLegalHold(call: Call): Promise<Reply> {
  lock.requireLock(bucketOf(call));
  const legalHold = lock.readHold(textOf(parseXmlRoot(await readAmendment(call), "LegalHold"), "Status"));
  return amend(call, () => ({ legalHold }));
}
