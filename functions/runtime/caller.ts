import type { Audience, CallerOf } from "../../shared/contract/route.ts";
import { type StaffRole, staffRoles } from "../../shared/domain/people.ts";
import { instantOf } from "./now.ts";

/** The claims of a verified token as API Gateway hands them over: strings, lists as `"[a b]"`. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/**
 * Reads a list claim in either form it comes in: `"[operator clerk]"` from API Gateway, an array from a test or another
 * gateway. Anything else is no list.
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

/** Who calls, by the audience of the route; `undefined` when the token is not an access token of a person. */
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

/** The caller a route's audience promises, read from verified claims. */
export function callerFor<A extends Audience>(audience: A, claims: TokenClaims | undefined): CallerOf[A] | undefined {
  return readers[audience](claims);
}

/** When the person last signed in, from the token's `auth_time`: an ISO 8601 instant. */
export function authenticationOf(claims: TokenClaims | undefined): string | undefined {
  const seconds = Number(claims?.["auth_time"]);
  return Number.isInteger(seconds) && seconds > 0 ? instantOf(seconds) : undefined;
}
