import type { KnownOutage } from "../../shared/domain/outage.ts";
import { cacheFor } from "./cache-for.ts";

/**
 * Seconds for which what was read is used: fewer than pass between the writing of a version and its coming into force.
 */
const readEvery = 60;

interface Known<Version> {
  readonly versions: readonly Version[];
  readonly outages: readonly KnownOutage[];
}

/**
 * Returns a function that gives what `make` makes of the versions in force at an instant and of the known outages.
 * Calls `make` again only if the number of versions, of those in force or of outages changed. Reads them at most once a
 * minute and environment; but decides at every call which versions are in force, so that all environments change at the
 * same instant.
 */
export function inForce<Version extends { readonly inForceFrom: string }, Made>(
  read: () => Promise<Known<Version>>,
  make: (known: Known<Version>) => Made,
): (now: string) => Promise<Made> {
  const known = cacheFor(read, readEvery);
  let last: { readonly set: string; readonly made: Made } | undefined;
  return async (now) => {
    const { versions: all, outages } = await known(now);
    const versions = all.filter(({ inForceFrom }) => inForceFrom <= now);
    // A version to come says until when the ones in force are, so all of them count.
    const set = `${versions.length}/${all.length}/${outages.length}`;
    if (last?.set !== set) last = { set, made: make({ versions, outages }) };
    return last.made;
  };
}
