import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Authorized } from "./http-event.ts";

export interface Authorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** The scopes of the route: a token must have one of them, unless there are none. */
  readonly scopes: readonly string[];
}

export type Authorization =
  | { readonly ok: true; readonly value: Authorized }
  | { readonly ok: false; readonly error: number; readonly message: string; readonly headers: Record<string, string> };

const unauthorized: Authorization = {
  ok: false,
  error: 401,
  message: "Unauthorized",
  headers: { "www-authenticate": "Bearer" },
};
const forbidden: Authorization = { ok: false, error: 403, message: "Forbidden", headers: {} };

/**
 * Checks the bearer token of an `Authorization` header as API Gateway's JWT authorizer does, by real time; the word
 * `Bearer` may be left out. Refuses 401 if the token is missing, expired, without expiry, issued in the future, of
 * another issuer or not signed by the key that `keyOf` gives, or if its `aud` (if absent, `client_id`) is not in
 * `audience`. Refuses 403 if it has none of `scopes`. Does not check that it is an access token: the functions do.
 */
export async function authorize(
  header: string | undefined,
  { issuer, audience, scopes }: Authorizer,
  keyOf: JWTVerifyGetKey,
): Promise<Authorization> {
  const [, token] = /^(?:Bearer\s+)?([^\s,]+)$/i.exec(header?.trim() ?? "") ?? [];
  const claims = token && (await verified(token, issuer, keyOf));
  if (!claims || !audience.some((one) => audienceOf(claims).includes(one))) return unauthorized;
  const held = String(claims["scope"] ?? claims["scp"] ?? "").split(" ");
  if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) return forbidden;
  return { ok: true, value: { claims: claimTexts(claims), scopes: scopes.length > 0 ? held : null } };
}

async function verified(token: string, issuer: string, keyOf: JWTVerifyGetKey): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      issuer,
      algorithms: ["RS256"],
      requiredClaims: ["exp"],
    });
    return (payload.iat ?? 0) > Math.ceil(Date.now() / 1000) ? undefined : payload;
  } catch {
    // The gateway's answer is the same whatever is wrong with the token.
    return undefined;
  }
}

function audienceOf({ aud, client_id }: JWTPayload): readonly unknown[] {
  return aud === undefined ? [client_id] : [aud].flat();
}

/**
 * Returns the claims with `auth_time` moved to the stack's clock, in whole seconds; unchanged if they have no
 * `auth_time`. Tokens run on real time, but product code compares `auth_time` with the stack's clock.
 * @param ahead milliseconds the stack's clock is ahead of real time
 */
export function byStackClock({ claims, ...rest }: Authorized, ahead: number): Authorized {
  const { auth_time: signedIn } = claims;
  if (signedIn === undefined) return { claims, ...rest };
  return { ...rest, claims: { ...claims, auth_time: String(Math.floor(Number(signedIn) + ahead / 1000)) } };
}

/**
 * Returns the claims as API Gateway passes them to a function, every value a text: a list as `[a b]`, an object as
 * `map[a:1 b:2]`.
 */
export function claimTexts(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)]));
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(" ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `map[${Object.entries(value)
    .map(([key, inner]) => `${key}:${claimText(inner)}`)
    .join(" ")}]`;
}
