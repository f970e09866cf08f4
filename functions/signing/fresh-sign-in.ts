import type { SigningDeps } from "./signing-deps.ts";

/**
 * Returns `authenticatedAt` if it is at most `office.signInMinutes` before `now`; undefined if it is older or not
 * given.
 */
export function freshSignIn({ tenant }: SigningDeps, authenticatedAt: string | undefined, now: string) {
  const longest = tenant.office.signInMinutes.value * 60_000;
  const isOld = authenticatedAt === undefined || Date.parse(now) - Date.parse(authenticatedAt) > longest;
  return isOld ? undefined : authenticatedAt;
}
