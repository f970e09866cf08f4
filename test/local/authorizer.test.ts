import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { authorize, byStackClock, claimTexts } from "../../local/authorizer.ts";

const issuer = "http://127.0.0.1:8080/_local/oidc/customers";
const authorizer = { issuer, audience: ["site"], scopes: ["openid"] };
const kid = "k1";
const { privateKey, publicKey } = await generateKeyPair("RS256");
const { privateKey: otherKey } = await generateKeyPair("RS256");
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" }] };
const keyOf = createLocalJWKSet(jwks);
const now = () => Math.floor(Date.now() / 1000);

const good = () => ({
  iss: issuer,
  client_id: "site",
  scope: "openid email",
  sub: "s",
  iat: now(),
  exp: now() + 60,
  token_use: "access",
});

async function signed(claims: Record<string, unknown>, header: object = {}, key = privateKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid, ...header }).sign(key);
}
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
async function spoilt(change: (parts: string[]) => string[]): Promise<string> {
  return change((await signed(good())).split(".")).join(".");
}

describe("a bearer token", () => {
  it.each([
    ["Bearer ", "with its scheme"],
    ["bearer ", "in any case"],
    ["", "or bare"],
  ])('passes after "%s" (%s)', async (scheme) => {
    const authorization = await authorize(scheme + (await signed(good())), authorizer, keyOf);
    expect(authorization).toMatchObject({
      ok: true,
      value: { claims: { sub: "s", token_use: "access" }, scopes: ["openid", "email"] },
    });
  });

  const mutants: readonly (readonly [string, 401 | 403, () => Promise<string | undefined>])[] = [
    ["none at all", 401, async () => undefined],
    ["no JWT", 401, async () => "Bearer abc"],
    ["two tokens", 401, async () => `Bearer ${await signed(good())}, Bearer ${await signed(good())}`],
    ["its time is over", 401, async () => signed({ ...good(), exp: now() - 1 })],
    ["without an end", 401, async () => signed({ ...good(), exp: undefined })],
    ["its time is not come", 401, async () => signed({ ...good(), nbf: now() + 60 })],
    ["issued in the future", 401, async () => signed({ ...good(), iat: now() + 60 })],
    ["of the other issuer", 401, async () => signed({ ...good(), iss: issuer.replace("customers", "staff") })],
    ["for another client", 401, async () => signed({ ...good(), client_id: "desk" })],
    ["aud goes before client_id", 401, async () => signed({ ...good(), aud: "desk" })],
    ["signed by another key", 401, async () => signed(good(), {}, otherKey)],
    ["of an unknown key", 401, async () => signed(good(), { kid: "k2" })],
    [
      "claims changed after signing",
      401,
      async () => spoilt(([header = "", , signature = ""]) => [header, encoded({ ...good(), sub: "x" }), signature]),
    ],
    ["alg none", 401, async () => spoilt(([, claims = ""]) => [encoded({ alg: "none" }), claims, ""])],
    [
      "signed with the public key as a secret",
      401,
      async () =>
        new SignJWT(good())
          .setProtectedHeader({ alg: "HS256", kid })
          .sign(new TextEncoder().encode(JSON.stringify(jwks))),
    ],
    ["without the scope", 403, async () => signed({ ...good(), scope: "email" })],
    ["without any scope, as an ID token is", 403, async () => signed({ ...good(), scope: undefined })],
  ];
  it.each(mutants)("is refused: %s (%i)", async (_, error, token) => {
    expect(await authorize(await token(), authorizer, keyOf)).toMatchObject({ ok: false, error });
  });

  it("has null scopes where the route asks for none", async () => {
    const authorization = await authorize(await signed(good()), { ...authorizer, scopes: [] }, keyOf);
    expect(authorization).toMatchObject({ ok: true, value: { scopes: null } });
  });
});

describe("claims", () => {
  it.each<[unknown, string, string]>([
    [["operator", "clerk"], "[operator clerk]", "a list as Go prints it"],
    [["one"], "[one]", "of one too"],
    [[], "[]", "and of none"],
    [1_787_992_402, "1787992402", "a number in figures"],
    [true, "true", "a truth in words"],
    [{ a: 1, b: ["c"] }, "map[a:1 b:[c]]", "a map as Go prints it"],
  ])("%j is passed on as %s (%s)", (value, text) => {
    expect(claimTexts({ claim: value })).toEqual({ claim: text });
  });
});

describe("the sign-in by the stack's clock", () => {
  const handed = (claims: Record<string, string>, ahead: number) =>
    byStackClock({ claims, scopes: null }, ahead).claims;

  it.each([
    [0, "1000", "not moved"],
    [86_400_000, "87400", "a day ahead"],
    [1_900, "1001", "never later than now: what is left of a second counts for nothing"],
  ])("%i ms ahead is %s (%s), and nothing else moves", (ahead, signedIn) => {
    const claims = { auth_time: "1000", iat: "1000", exp: "2000" };
    expect(handed(claims, ahead)).toEqual({ ...claims, auth_time: signedIn });
  });

  it("is not made up where the token has none", () => {
    expect(handed({ iat: "1000" }, 5_000)).toEqual({ iat: "1000" });
  });
});
