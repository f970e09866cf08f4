import type { KnownOutage } from "../../shared/domain/outage.ts";
import { cacheFor } from "./cache-for.ts";

/** Seconds for which what was read is used: what comes into force does so later than that after it was written. */
const readEvery = 60;

interface Known<Version> {
  readonly versions: readonly Version[];
  readonly outages: readonly KnownOutage[];
}

/**
 * What is made of dated versions and of the outages of the desk: made once for each set that is known and in force. They are read at most once a minute and
 * environment; which of them are in force is asked at every instant, so that all environments change at the same one.
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
    // One that comes says until when those in force are.
    const set = `${versions.length}/${all.length}/${outages.length}`;
    if (last?.set !== set) last = { set, made: make({ versions, outages }) };
    return last.made;
  };
}
