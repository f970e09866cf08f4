import type { Grant } from "../../shared/grant.ts";
import {
  type FunctionName,
  grantsOf,
  type permissions,
  type StoreName,
  type stores,
  variableOf,
} from "../../shared/permissions.ts";
import type { UserPool } from "../../shared/storage/claim/account-contacts.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Sender } from "../../shared/storage/notice/mail.ts";
import type { openTexts } from "../../shared/storage/notice/texts.ts";
import type { Folder } from "../../shared/storage/s3.ts";
import type { Key } from "../../shared/storage/seal/seals.ts";
import type { Queue } from "../../shared/storage/sqs.ts";
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

/** The kinds of resources of which an opener takes the client; an opener that only makes addresses takes none. */
type Called<Open, Grants extends readonly unknown[]> = Open extends (...resources: infer Taken) => unknown
  ? number extends Taken["length"]
    ? KindOf<Grants[number]>
    : { [At in keyof Grants]: At extends keyof Taken ? CalledOf<Taken[At], Grants[At]> : never }[number]
  : never;
type CalledOf<Resource, G> = Resource extends { readonly client: unknown } ? KindOf<G> : never;
/** The clients that a function's openers take, one for each kind of resource. */
type Clients<F extends FunctionName, O> = {
  readonly [K in {
    [S in StoreOf<F>]: S extends keyof O ? Called<O[S], GrantsOf<S>> : never;
  }[StoreOf<F>]]: Resources[K]["client"];
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
 * `clients` exactly the clients that the openers take.
 * @throws if a variable of the environment is missing: the template and `shared/permissions.ts` disagree.
 */
export function openStores<F extends FunctionName, C extends Clients<F, O>, O extends Openers<F>>(
  _name: F,
  clients: C & Only<C, keyof Clients<F, O>>,
  openers: O & Only<O, StoreOf<F>>,
): Opened<O> {
  const opened = Object.keys(openers).map((store) => {
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: the openers have a function's stores and no other names
    const resources = grantsOf(store as StoreName).map((grant) => ({
      client: clientOf(clients, grant),
      name: required(variableOf(grant)),
      ...("prefix" in grant && { prefix: grant.prefix }),
    }));
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: the store is one of the function's, and so is its opener
    const open = openers[store as keyof O] as (...resources: readonly unknown[]) => unknown;
    return [store, open(...resources)];
  });
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the entries were made from the very names the type is made of
  return Object.fromEntries(opened) as Opened<O>;
}

function clientOf(clients: Partial<Record<Kind, unknown>>, grant: Grant): unknown {
  return Object.entries(clients).find(([kind]) => kind in grant)?.[1];
}
