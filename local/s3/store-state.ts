import type { BucketNotification, BucketRecord, Entry, Part, Upload, Version } from "./entries.ts";

export interface Bucket extends BucketRecord {
  name: string;
  /** In the order in which S3 lists them: by UTF-8 bytes. */
  keys: string[];
  /** By key, oldest first, never an empty list. */
  versions: Map<string, Version[]>;
}

export interface StoreState {
  /** By name. */
  buckets: Map<string, Bucket>;
  /** The multipart uploads under way, by id, each with its parts by number. */
  uploads: Map<string, { upload: Upload; parts: Map<number, Part> }>;
  /** The notifications that are not delivered yet, by id. */
  due: Map<string, BucketNotification>;
}

/** Compares two keys by their UTF-8 bytes, as S3 lists them: negative, zero or positive. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * Returns the index of the first of these sorted keys that is `key` or comes after it; the length of the list if there
 * is none.
 */
export function firstAtOrAfter(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(keys[middle] ?? "", key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Applies one entry to the state. Returns the ids of the bodies that the replaced or deleted records referred to and
 * that the state no longer needs; deletes no file. A bucket that is put again keeps its objects. A part of an unknown
 * upload is ignored.
 */
export function applyEntry(state: StoreState, entry: Entry): string[] {
  switch (entry.type) {
    case "bucket": {
      const contents = state.buckets.get(entry.bucket) ?? { keys: [], versions: new Map() };
      if (entry.value) state.buckets.set(entry.bucket, { ...contents, name: entry.bucket, ...entry.value });
      else state.buckets.delete(entry.bucket);
      return [];
    }
    case "version":
      return applyVersion(state, entry);
    case "upload": {
      const parts = state.uploads.get(entry.id)?.parts.values() ?? [];
      if (entry.value) state.uploads.set(entry.id, { upload: entry.value, parts: new Map() });
      else state.uploads.delete(entry.id);
      return bodiesOf(parts);
    }
    case "part": {
      const parts = state.uploads.get(entry.uploadId)?.parts;
      const replaced = parts?.get(entry.value.number);
      parts?.set(entry.value.number, entry.value);
      return bodiesOf(replaced ? [replaced] : []);
    }
    case "notification":
      if (entry.value) state.due.set(entry.id, entry.value);
      else state.due.delete(entry.id);
      return [];
  }
}

/**
 * Replaces a version in its position if its id exists, else puts it on top; removes it if the value is null. Returns
 * the id of the replaced body, unless the new value has the same body.
 */
function applyVersion(state: StoreState, { bucket, key, id, value }: Extract<Entry, { type: "version" }>): string[] {
  const { keys, versions } = state.buckets.get(bucket) ?? { keys: [], versions: new Map<string, Version[]>() };
  const list = versions.get(key) ?? [];
  const index = list.findIndex((version) => version.id === id);
  const replaced = list.splice(index < 0 ? list.length : index, 1, ...(value ? [value] : []));
  if (list.length > 0 && !versions.has(key)) keys.splice(firstAtOrAfter(keys, key), 0, key);
  if (list.length === 0 && versions.has(key)) keys.splice(firstAtOrAfter(keys, key), 1);
  if (list.length > 0) versions.set(key, list);
  else versions.delete(key);
  return bodiesOf(replaced).filter((body) => body !== value?.body);
}

/**
 * Returns the fewest entries that make this state again when `applyEntry` applies them in order to an empty state. None
 * of them deletes.
 */
export function entriesOf({ buckets, uploads, due }: StoreState): Entry[] {
  const entries: Entry[] = [];
  for (const { name: bucket, createdAt, configurations, keys, versions } of buckets.values()) {
    entries.push({ type: "bucket", bucket, value: { createdAt, configurations } });
    for (const value of keys.flatMap((key) => versions.get(key) ?? [])) {
      entries.push({ type: "version", bucket, key: value.key, id: value.id, value });
    }
  }
  for (const [id, { upload, parts }] of uploads) {
    entries.push({ type: "upload", id, value: upload });
    for (const value of parts.values()) entries.push({ type: "part", uploadId: id, value });
  }
  for (const [id, value] of due) entries.push({ type: "notification", id, value });
  return entries;
}

/** Returns the id of every body that a version or an uploaded part refers to; a delete marker has none. */
export function referredBodies({ buckets, uploads }: StoreState): Set<string> {
  const versions = [...buckets.values()].flatMap((bucket) => [...bucket.versions.values()].flat());
  const parts = [...uploads.values()].flatMap((upload) => [...upload.parts.values()]);
  return new Set([...bodiesOf(versions), ...bodiesOf(parts)]);
}

function bodiesOf(holders: Iterable<{ body: string | null }>): string[] {
  return [...holders].flatMap(({ body }) => body ?? []);
}
