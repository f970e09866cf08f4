import { Grant, type Role } from "aws-cdk-lib/aws-iam";
import type { TableName } from "../../shared/storage/tables.ts";
import type { BucketName, QueueName, Grant as StoreGrant } from "../../shared/wiring.ts";
import type { WorkQueue } from "./work-queue.ts";

/** A resource that stores of `shared/wiring.ts` stand on. */
export interface StoreResource {
  /** What its environment variable carries: a table's or bucket's name, a queue's URL. */
  readonly value: string;
  /** Gives exactly the actions of the store, where the store needs them. */
  allow(role: Role, store: StoreGrant): void;
}

/** Every resource a store may name; queues are taken from as well. */
export interface StoreResources {
  readonly tables: Readonly<Record<TableName, StoreResource>>;
  readonly buckets: Readonly<Record<BucketName, StoreResource>>;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
}

/** The resource a store stands on. */
export function resourceOf(store: StoreGrant, { tables, buckets, queues }: StoreResources): StoreResource {
  if ("table" in store) return tables[store.table];
  return "bucket" in store ? buckets[store.bucket] : queues[store.queue];
}

/** The actions of a store on one ARN, nothing added: CDK's own `grant…` verbs add actions nobody asked for. */
export function allowOn(arn: string, role: Role, store: StoreGrant): void {
  Grant.addToPrincipal({ grantee: role, actions: [...store.actions], resourceArns: [arn] });
}
