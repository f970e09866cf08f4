import type { SigningDeps } from "./signing-deps.ts";

/** When the signer proved who they are, if that was a few minutes ago at most (`office.signInMinutes`). */
export function freshSignIn({ tenant }: SigningDeps, authenticatedAt: string | undefined, now: string) {
  const longest = tenant.office.signInMinutes.value * 60_000;
  const isOld = authenticatedAt === undefined || Date.parse(now) - Date.parse(authenticatedAt) > longest;
  return isOld ? undefined : authenticatedAt;
}
