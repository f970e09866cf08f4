import type { ObjectVersion } from "./entries.ts";
import type { ObjectStore } from "./object-store.ts";
import { refuse } from "./refusals.ts";
import type { S3Request } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import { findObject } from "./versions.ts";
import type { XmlElement } from "./xml.ts";

/** One request with a valid signature, and what it works on; `now` is the server's clock. */
export interface Call {
  store: ObjectStore;
  request: S3Request;
  region: string;
  now: Date;
}

export interface Reply {
  status: number;
  /** Undefined ones are not sent. */
  headers?: Record<string, string | undefined>;
  body?: XmlElement | string;
  /** Bytes of a stored body, both ends included. */
  file?: { path: string; start: number; end: number };
}

export type Operation = (call: Call) => Promise<Reply>;

/** Returns the bucket a call names. Refuses `NoSuchBucket` if there is none. */
export function bucketOf({ store, request }: Call): Bucket {
  return store.state.buckets.get(request.bucket) ?? refuse("NoSuchBucket");
}

/**
 * Returns the object that a call names, in the version that the call names or, by default, the current version. Refuses
 * `NoSuchBucket` if there is no such bucket; `NoSuchVersion` or `NoSuchKey` if there is no such version or object.
 * Refuses a delete marker too: `NoSuchKey` if it is the current version, `MethodNotAllowed` if the call names its id.
 */
export function objectOf(call: Call): ObjectVersion {
  return findObject(bucketOf(call), call.request.key, call.request.query.get("versionId"));
}
