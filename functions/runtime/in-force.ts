import type { KnownOutage } from "../../shared/domain/problem/outage.ts";
import { cacheFor } from "./cache-for.ts";

/**
 * Seconds for which what was read is used: fewer than pass between the writing of a version and its coming into force.
 */
const readEvery = 60;

interface Known<Version> {
  /** In order; also those that are not in force yet. */
  readonly versions: readonly Version[];
  readonly outages: readonly KnownOutage[];
}

/**
 * Returns a function that answers, for an instant `now`, what `make` returns for the versions whose `inForceFrom` is
 * not after `now` and all known outages. Calls `read` at most once a minute and environment. Calls `make` again only if
 * the number of versions, of versions in force or of outages changed. Rejects if `read` fails.
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
