import {
  type FunctionName,
  type Grant,
  grantsOf,
  permissions,
  type StoreName,
  type stores,
  variableOf,
} from "../../shared/permissions.ts";
import type { UserPool } from "../../shared/storage/account-contacts.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Sender } from "../../shared/storage/mail.ts";
import type { Folder } from "../../shared/storage/s3.ts";
import type { Key } from "../../shared/storage/seals.ts";
import type { Queue } from "../../shared/storage/sqs.ts";
import type { openTexts } from "../../shared/storage/texts.ts";
import { required } from "./environment.ts";

/** What an opener is given for a grant of each kind: the kind's client and the resource's physical name. */
interface Resources {
  readonly table: Table;
  readonly bucket: Folder;
  readonly queue: Queue;
  readonly key: Key;
  readonly pool: UserPool;
  readonly mail: Sender;
  readonly text: Parameters<typeof openTexts>[0];
}
type Kind = keyof Resources;

/** The stores a function is granted, by name. */
type StoreOf<F extends FunctionName> = (typeof permissions)[F][number];
/** The grants of a store, as a list. */
type GrantsOf<S extends StoreName> = S extends unknown
  ? (typeof stores)[S] extends infer G extends readonly Grant[]
    ? G
    : readonly [(typeof stores)[S]]
  : never;
type KindOf<G> = G extends unknown ? Extract<keyof G, Kind> : never;

/** One client for each kind of resource that the stores of a function stand on. */
type Clients<F extends FunctionName> = {
  readonly [K in KindOf<GrantsOf<StoreOf<F>>[number]>]: Resources[K]["client"];
};
/** The parameters of an opener: a resource for each grant. */
type ResourcesOf<Grants extends readonly unknown[]> = {
  readonly [At in keyof Grants]: Resources[KindOf<Grants[At]>];
};
/** An opener for each store a function is granted. */
type Openers<F extends FunctionName> = {
  readonly [S in StoreOf<F>]: (...resources: ResourcesOf<GrantsOf<S>>) => unknown;
};
/** Lets `T` have no key but `Keys`. */
type Only<T, Keys> = Readonly<Record<Exclude<keyof T, Keys>, never>>;
/** What the openers return, by store. */
type Opened<O> = { readonly [S in keyof O]: O[S] extends (...resources: never) => infer Store ? Store : never };

/**
 * Opens the stores that the permissions grant to a function, each by its opener, and returns them by name. Reads the
 * names of tables, buckets and queues from the environment. Compiles only if `openers` has exactly those stores, and
 * `clients` exactly the clients they need.
 * @throws if a variable of the environment is missing: the template and `shared/permissions.ts` disagree.
 */
export function openStores<F extends FunctionName, C extends Clients<F>, O extends Openers<F>>(
  name: F,
  clients: C & Only<C, keyof Clients<F>>,
  openers: O & Only<O, StoreOf<F>>,
): Opened<O> {
  const opened = permissions[name].map((store) => {
    const resources = grantsOf(store).map((grant) => ({
      client: clientOf(clients, grant),
      name: required(variableOf(grant)),
      ...("prefix" in grant && { prefix: grant.prefix }),
    }));
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: the store is one of the function's, and so is its opener
    const open = openers[store as unknown as keyof O] as (...resources: readonly unknown[]) => unknown;
    return [store, open(...resources)];
  });
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the entries were made from the very names the type is made of
  return Object.fromEntries(opened) as Opened<O>;
}

function clientOf(clients: Partial<Record<Kind, unknown>>, grant: Grant): unknown {
  return Object.entries(clients).find(([kind]) => kind in grant)?.[1];
}
