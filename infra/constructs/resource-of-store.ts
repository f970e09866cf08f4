import type { BucketName, KeyName, QueueName, Grant as StoreGrant } from "../../shared/grant.ts";
import type { TableName } from "../../shared/storage/tables.ts";
import type { StoreResource } from "./store-resource.ts";
import type { StoreTable } from "./store-table.ts";
import type { WorkQueue } from "./work-queue.ts";

/** Every resource that a store may name. Event sources also read queues and follow tables. */
export interface StoreResources {
  readonly tables: Readonly<Record<TableName, StoreTable>>;
  readonly buckets: Readonly<Record<BucketName, StoreResource>>;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
  readonly keys: Readonly<Record<KeyName, StoreResource>>;
  readonly pools: Readonly<Record<"customers" | "staff", StoreResource>>;
  readonly mail: StoreResource;
  readonly texts: StoreResource;
}

/**
 * Returns the resource that a grant of a store names: a table, bucket, queue, key or user pool, or what sends mail or
 * text messages.
 */
export function resourceOf(store: StoreGrant, resources: StoreResources): StoreResource {
  if ("table" in store) return resources.tables[store.table];
  if ("bucket" in store) return resources.buckets[store.bucket];
  if ("queue" in store) return resources.queues[store.queue];
  if ("key" in store) return resources.keys[store.key];
  if ("pool" in store) return resources.pools[store.pool];
  return "mail" in store ? resources.mail : resources.texts;
}
