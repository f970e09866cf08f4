import { Grant, type Role } from "aws-cdk-lib/aws-iam";
import type { BucketName, KeyName, QueueName, Grant as StoreGrant } from "../../shared/permissions.ts";
import type { TableName } from "../../shared/storage/tables.ts";
import type { StoreTable } from "./store-table.ts";
import type { WorkQueue } from "./work-queue.ts";

/** A resource that stores of `shared/permissions.ts` are kept in. */
export interface StoreResource {
  /**
   * The value of its environment variable: a table's or bucket's name, a queue's URL, a key's ARN, the sender of mail.
   */
  readonly value: string;
  /** Gives the role exactly the store's actions, on the ARNs that the store covers. */
  allow(role: Role, store: StoreGrant): void;
}

/** Every resource that a store may name. Functions also take messages from the queues and follow the tables. */
export interface StoreResources {
  readonly tables: Readonly<Record<TableName, StoreTable>>;
  readonly buckets: Readonly<Record<BucketName, StoreResource>>;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
  readonly keys: Readonly<Record<KeyName, StoreResource>>;
  readonly mail: StoreResource;
  readonly texts: StoreResource;
}

/** Returns the resource that a store is kept in. */
export function resourceOf(store: StoreGrant, resources: StoreResources): StoreResource {
  if ("table" in store) return resources.tables[store.table];
  if ("bucket" in store) return resources.buckets[store.bucket];
  if ("queue" in store) return resources.queues[store.queue];
  if ("key" in store) return resources.keys[store.key];
  return "mail" in store ? resources.mail : resources.texts;
}

/**
 * Gives the role these actions on one ARN and no more: CDK's own `grant…` methods add actions that nobody asked for.
 */
export function allowOn(arn: string, role: Role, { actions }: { readonly actions: readonly string[] }): void {
  Grant.addToPrincipal({ grantee: role, actions: [...actions], resourceArns: [arn] });
}
