import { remembered } from "./remembered.ts";

/** Seconds for which what was read is used: what comes into force does so later than that after it was written. */
const readEvery = 60;

/**
 * What is made of dated versions: made once for each set that is known and in force. The versions are read at most once a minute and
 * environment; which of them are in force is asked at every instant, so that all environments change at the same one.
 */
export function inForce<Version extends { readonly inForceFrom: string }, Made>(
  read: () => Promise<readonly Version[]>,
  make: (versions: readonly Version[]) => Made,
): (now: string) => Promise<Made> {
  const known = remembered(read, readEvery);
  let last: { readonly set: string; readonly made: Made } | undefined;
  return async (now) => {
    const all = await known(now);
    const versions = all.filter(({ inForceFrom }) => inForceFrom <= now);
    // One that comes says until when those in force are.
    const set = `${versions.length}/${all.length}`;
    if (last?.set !== set) last = { set, made: make(versions) };
    return last.made;
  };
}
