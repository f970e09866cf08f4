import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededPeople, subOf } from "../../local/people.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { sayAside } from "../say-aside.ts";
import { assembly } from "./fixtures/assembly.ts";

const { templates } = assembly();
let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ templates, say: sayAside });
});
afterAll(() => stack.stop());

const insecure = { [oauth.allowInsecureRequests]: true } as const;

/** Opens the sign-in page of a pool as a browser with its own cookies. */
async function browserAt(pool: "customers" | "staff") {
  const client = { client_id: `${pool}client` };
  const issuer = new URL(`${stack.origin}/_local/oidc/${pool}`);
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const redirect = `${stack.origin}${pool === "staff" ? "/desk/" : "/ingresar/"}`;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const cookies = new Map<string, string>();
  const start = new URL(server.authorization_endpoint ?? "");
  let at = start;
  start.search = new URLSearchParams({
    ...client,
    redirect_uri: redirect,
    response_type: "code",
    scope: "openid",
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();

  /** Requests the page or submits a form to it; follows redirects until a page is shown or the site is reached. */
  async function go(form?: Record<string, string>): Promise<string> {
    let body = form && new URLSearchParams(form);
    for (;;) {
      const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
      const response = await fetch(at, { redirect: "manual", headers, ...(body && { method: "POST", body }) });
      body = undefined;
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const next = response.headers.get("location");
      if (!next) return response.text();
      at = new URL(next, at);
      if (!at.pathname.startsWith("/_local/")) return "";
    }
  }
  async function visit(url: URL, form?: Record<string, string>): Promise<string> {
    at = url;
    return go(form);
  }
  async function tokens() {
    const parameters = oauth.validateAuthResponse(server, client, at, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirect,
      verifier,
      insecure,
    );
    return oauth.processAuthorizationCodeResponse(server, client, response);
  }
  const refreshed = async (token = "") =>
    oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, insecure),
    );
  return { server, client, start, go, visit, tokens, refreshed, currentAddress: () => at };
}
type Tokens = Awaited<ReturnType<Awaited<ReturnType<typeof browserAt>>["tokens"]>>;
/** The sign-in code that the local page displays. */
const shownCode = (page: string) => /<output[^>]*>(\d{6})</.exec(page)?.[1] ?? "";
async function signInAs(browser: Awaited<ReturnType<typeof browserAt>>, person: string): Promise<void> {
  await browser.go({ code: shownCode(await browser.go({ person })) });
}
const claimsOf = ({ access_token }: Tokens) =>
  JSON.parse(Buffer.from(access_token.split(".")[1] ?? "", "base64url").toString());
const headerOf = ({ access_token }: Tokens) =>
  JSON.parse(Buffer.from(access_token.split(".")[0] ?? "", "base64url").toString());
const status = async (path: string, { access_token }: Tokens) =>
  (await fetch(`${stack.origin}${path}`, { headers: { authorization: `Bearer ${access_token}` } })).status;
const lastTo = async (to: string) => {
  const response = await fetch(`${stack.origin}/_local/messages?to=${encodeURIComponent(to)}`);
  return (await response.json()).messages[0];
};

describe("signing in", () => {
  it("as seeded staff: a button, the authenticator's code, an access token as the cloud's", async () => {
    const browser = await browserAt("staff");
    const page = await browser.go();
    for (const name of ["operator", "admin", "billing"]) expect(page).toContain(`value="${name}"`);
    expect(page).not.toContain("maria");
    expect(page).not.toContain("Enviarme un código");
    await signInAs(browser, "admin");
    const tokens = await browser.tokens();
    expect(headerOf(tokens)).toMatchObject({ alg: "RS256", typ: "at+jwt" });
    expect(claimsOf(tokens)).toMatchObject({
      sub: subOf(seededPeople.admin),
      username: subOf(seededPeople.admin),
      "cognito:groups": ["administrator"],
      token_use: "access",
      client_id: "staffclient",
      scope: "openid",
      auth_time: expect.any(Number),
    });
    expect(claimsOf(tokens).exp - claimsOf(tokens).iat).toBe(3600);
    expect([await status("/api/desk", tokens), await status("/api/mine", tokens)]).toEqual([200, 401]);
  });

  it("gives the same person the same sub as the token by name", async () => {
    const browser = await browserAt("customers");
    await browser.go();
    await browser.go({ person: "maria" });
    const named = claimsOf({ access_token: await stack.token("maria"), token_type: "bearer" });
    expect(claimsOf(await browser.tokens()).sub).toBe(named.sub);
  });

  it.each([
    ["900 000 077", "+51900000077", "sms", "a telephone, as people write it"],
    ["Nueva@Example.PE ", "nueva@example.pe", "mail", "an e-mail"],
  ])("as anyone by a code: %s (%s, %s: %s); the first time is the sign-up", async (typed, to, channel) => {
    const browser = await browserAt("customers");
    await browser.go();
    expect(await browser.go({ identifier: "nobody" })).toContain("Escribe un celular");
    expect(await browser.go({ identifier: typed })).toContain(to);
    const sent = await lastTo(to);
    const [code = ""] = /\d{6}/.exec(sent.text) ?? [];
    expect(sent).toMatchObject({ channel, to });
    expect(await browser.go({ code: code === "000000" ? "000001" : "000000" })).toContain("no es el código");
    await browser.go({ code });
    const tokens = await browser.tokens();
    expect(claimsOf(tokens).sub).toBe(subOf({ pool: "customers", identifier: to }));
    expect(claimsOf(tokens)).not.toHaveProperty("cognito:groups");
    expect(await status("/api/mine", tokens)).toBe(200);
  });

  it("by a code starts again after three wrong attempts", async () => {
    const browser = await browserAt("customers");
    await browser.go();
    await browser.go({ identifier: "otra@example.pe" });
    const [code = ""] = /\d{6}/.exec((await lastTo("otra@example.pe")).text) ?? [];
    for (let tries = 0; tries < 3; tries++) await browser.go({ code: "x" });
    expect(await browser.go({ code })).toContain("ya no sirve");
  });

  it("is refused to staff by a code, and to customers as staff", async () => {
    const staff = await browserAt("staff");
    await staff.go();
    expect(await staff.go({ identifier: "900000001" })).toContain("Personas de prueba");
    const customers = await browserAt("customers");
    await customers.go();
    expect(await customers.go({ person: "admin" })).toContain("Personas de prueba");
  });

  it("as staff needs the person's own second factor, shown only here, with limited attempts", async () => {
    const browser = await browserAt("staff");
    await browser.go();
    const page = await browser.go({ person: "signer" });
    expect(page).toContain("Solo en local");
    const code = shownCode(page);
    for (const wrong of ["", "12345", code === "000000" ? "000001" : "000000"])
      expect(await browser.go({ code: wrong })).toContain("no es el código");
    expect(await browser.go({ code })).toContain("ya no sirve");
    expect(browser.currentAddress().pathname).toContain("/sign-in/");
    const others = await browser.go({ person: "resolver" });
    expect(await browser.go({ code })).toContain("no es el código");
    await browser.go({ code: shownCode(others) });
    expect(claimsOf(await browser.tokens()).sub).toBe(subOf(seededPeople.resolver));
  });

  it.each<[Record<string, string>]>([[{ prompt: "login" }], [{ max_age: "0" }]])(
    "is asked for anew with %j although the session is open, and the token says when",
    async (anew) => {
      const browser = await browserAt("staff");
      await browser.go();
      await signInAs(browser, "signer");
      const first = claimsOf(await browser.tokens());
      expect(await browser.visit(browser.start)).toBe("");
      await new Promise((done) => setTimeout(done, 1100));
      for (const [name, value] of Object.entries(anew)) browser.start.searchParams.set(name, value);
      expect(await browser.visit(browser.start)).toContain("Personas de prueba");
      await signInAs(browser, "signer");
      const second = claimsOf(await browser.tokens());
      expect(second.sub).toBe(first.sub);
      expect(second.auth_time).toBeGreaterThan(first.auth_time);
    },
  );

  it("page is Spanish and says so when its time is over", async () => {
    const gone = await fetch(`${stack.origin}/_local/oidc/customers/sign-in/nothing`);
    expect([gone.status, await gone.text()]).toEqual([400, expect.stringContaining('lang="es"')]);
  });
});

describe("a refresh token", () => {
  it("is changed at each use, serves a second tab for a moment, and ends with its revocation", async () => {
    const browser = await browserAt("customers");
    await browser.go();
    await browser.go({ person: "jorge" });
    const first = await browser.tokens();
    const second = await browser.refreshed(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(claimsOf(second)).toMatchObject({
      sub: claimsOf(first).sub,
      token_use: "access",
      auth_time: claimsOf(first).auth_time,
    });
    expect(await status("/api/mine", second)).toBe(200);
    await expect(browser.refreshed(first.refresh_token)).resolves.toBeDefined();
    await oauth.revocationRequest(browser.server, browser.client, oauth.None(), second.refresh_token ?? "", insecure);
    await expect(browser.refreshed(second.refresh_token)).rejects.toThrow();
  });
});

describe("signing out", () => {
  it.each(["post_logout_redirect_uri", "logout_uri"])(
    "as the page asks or a user pool does (%s): back to the site, to sign in anew",
    async (name) => {
      const browser = await browserAt("customers");
      await browser.go();
      await browser.go({ person: "jorge" });
      const leaving = new URL(browser.server.end_session_endpoint ?? "");
      leaving.search = new URLSearchParams({ ...browser.client, [name]: `${stack.origin}/` }).toString();
      const page = await browser.visit(leaving);
      const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
      const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
      await browser.visit(new URL(action), { xsrf, logout: "yes" });
      expect(browser.currentAddress().href).toBe(`${stack.origin}/`);
      expect(await browser.visit(browser.start)).toContain("Personas de prueba");
    },
  );

  it("not asked for, the next sign-in needs no page", async () => {
    const browser = await browserAt("customers");
    await browser.go();
    await browser.go({ person: "jorge" });
    expect(await browser.visit(browser.start)).toBe("");
  });
});
