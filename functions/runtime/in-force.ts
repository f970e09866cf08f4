import type { KnownOutage } from "../../shared/domain/outage.ts";
import { cacheFor } from "./cache-for.ts";

/** Seconds that what was read is used: less than the time between writing a version and its coming into force. */
const readEvery = 60;

interface Known<Version> {
  readonly versions: readonly Version[];
  readonly outages: readonly KnownOutage[];
}

/**
 * Returns what `make` makes of the versions in force at an instant and the known outages; it is made again only when
 * those change. They are read at most once a minute and environment, but which versions are in force is asked at every
 * instant, so that all environments change at the same one.
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
