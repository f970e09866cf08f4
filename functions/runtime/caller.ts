import type { Audience, CallerOf } from "../../shared/contract/route.ts";
import { type StaffRole, staffRoles } from "../../shared/domain/work/people.ts";
import { instantOf } from "./now.ts";

/** The claims of a verified token as API Gateway gives them: strings, lists as `"[a b]"`. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/**
 * Reads a list claim: `"[operator clerk]"` from API Gateway, or an array from a test or another gateway. Anything else
 * is an empty list.
 */
function listClaim(claim: unknown): readonly string[] {
  if (Array.isArray(claim)) return claim.filter((entry) => typeof entry === "string");
  if (typeof claim !== "string") return [];
  return claim
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);
}

const isStaffRole = (group: string): group is StaffRole => staffRoles.some((role) => role === group);

type Readers = { [A in Audience]: (claims: TokenClaims | undefined) => CallerOf[A] | undefined };

/** Reads the caller for each audience; `undefined` if the token is not a person's access token. */
const readers: Readers = {
  anyone: () => ({ kind: "anyone" }),
  customer: (claims) => {
    const sub = personOf(claims);
    return sub === undefined ? undefined : { kind: "customer", sub };
  },
  staff: (claims) => {
    const sub = personOf(claims);
    if (sub === undefined) return undefined;
    return { kind: "staff", sub, roles: listClaim(claims?.["cognito:groups"]).filter(isStaffRole) };
  },
};

function personOf(claims: TokenClaims | undefined): string | undefined {
  const { token_use: use, sub } = claims ?? {};
  return use === "access" && typeof sub === "string" && sub !== "" ? sub : undefined;
}

/**
 * Returns the caller that a route's audience promises, read from verified claims. For `anyone` there always is one,
 * even without claims; for others, `undefined` if the token is not a person's access token. Groups that are no role of
 * the office are left out, so a staff caller may have no role.
 */
export function callerFor<A extends Audience>(audience: A, claims: TokenClaims | undefined): CallerOf[A] | undefined {
  return readers[audience](claims);
}

/**
 * Returns when the person last signed in, from the token's `auth_time`, as an ISO 8601 instant; `undefined` without
 * one.
 */
export function authenticationOf(claims: TokenClaims | undefined): string | undefined {
  const seconds = Number(claims?.["auth_time"]);
  return Number.isInteger(seconds) && seconds > 0 ? instantOf(seconds) : undefined;
}
