import { Grant, type Role } from "aws-cdk-lib/aws-iam";
import type { BucketName, KeyName, QueueName, Grant as StoreGrant } from "../../shared/permissions.ts";
import type { TableName } from "../../shared/storage/tables.ts";
import type { StoreTable } from "./store-table.ts";
import type { WorkQueue } from "./work-queue.ts";

/** A resource that stores of `shared/permissions.ts` stand on. */
export interface StoreResource {
  /** What its environment variable carries: a table's or bucket's name, a queue's URL, a key's ARN, mail's sender. */
  readonly value: string;
  /** Gives exactly the actions of the store, where the store needs them. */
  allow(role: Role, store: StoreGrant): void;
}

/** Every resource a store may name; queues are taken from as well, and tables followed. */
export interface StoreResources {
  readonly tables: Readonly<Record<TableName, StoreTable>>;
  readonly buckets: Readonly<Record<BucketName, StoreResource>>;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
  readonly keys: Readonly<Record<KeyName, StoreResource>>;
  readonly mail: StoreResource;
  readonly texts: StoreResource;
}

/** The resource a store stands on. */
export function resourceOf(store: StoreGrant, resources: StoreResources): StoreResource {
  if ("table" in store) return resources.tables[store.table];
  if ("bucket" in store) return resources.buckets[store.bucket];
  if ("queue" in store) return resources.queues[store.queue];
  if ("key" in store) return resources.keys[store.key];
  return "mail" in store ? resources.mail : resources.texts;
}

/** The actions of a store on one ARN, nothing added: CDK's own `grant…` verbs add actions nobody asked for. */
export function allowOn(arn: string, role: Role, { actions }: { readonly actions: readonly string[] }): void {
  Grant.addToPrincipal({ grantee: role, actions: [...actions], resourceArns: [arn] });
}
