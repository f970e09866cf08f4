import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from "jose";
import Provider, { type Configuration } from "oidc-provider";
import * as z from "zod";
import type { Messages } from "./messages.ts";
import { page, pageHeaders } from "./pages.ts";
import { type Person, type SeededPerson, seededPeople, subOf } from "./people.ts";
import type { RecordFile } from "./records.ts";
import { type Pool, poolOf, pools, type Resource } from "./resources.ts";
import { openSignIn } from "./sign-in.ts";
import type { Assembly } from "./templates.ts";
import { tokenStore } from "./token-store.ts";

/** The two issuers that stand for the two user pools. */
export interface Identity {
  /** The public keys both sign with. */
  readonly keys: JSONWebKeySet;
  /** An access token like the sign-in gives, without the sign-in. */
  token(person: SeededPerson): Promise<string>;
  /** Answers a request under an issuer's path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export const issuersPath = "/_local/oidc";
export const issuerOf = (origin: string, pool: Pool): string => `${origin}${issuersPath}/${pool}`;

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const unit = z.enum(["seconds", "minutes", "hours", "days"]);
const poolClient = z.object({
  UserPoolId: z.string(),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(z.string()),
  AccessTokenValidity: z.number().default(1),
  RefreshTokenValidity: z.number().default(30),
  TokenValidityUnits: z.object({ AccessToken: unit.default("hours"), RefreshToken: unit.default("days") }).prefault({}),
});

interface Client {
  readonly id: string;
  readonly pool: Pool;
  readonly redirects: readonly string[];
  readonly logouts: readonly string[];
  readonly scope: string;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/** Opens both issuers for the clients of the templates. */
export async function openIdentity(
  assembly: Assembly,
  origin: string,
  file: RecordFile,
  messages: Messages,
): Promise<Identity> {
  const { privateKey, cookieKey } = await secretsOf(file);
  const { d, p, q, dp, dq, qi, ...publicKey } = privateKey;
  const signingKey = await importJWK(privateKey, "RS256");
  const userPools = assembly.of("AWS::Cognito::UserPool");
  const clients = assembly
    .of("AWS::Cognito::UserPoolClient")
    .map((resource) => clientOf(assembly, resource, userPools, origin));
  const people = file.of("people");
  const personOf = (sub: string): Person | undefined => person.safeParse(people.get(sub)).data;
  const remember = (one: Person): string => {
    people.set(subOf(one), one);
    return subOf(one);
  };
  for (const one of Object.values(seededPeople)) remember(one);

  const handlers = new Map(
    pools.map((pool) => {
      const own = clients.filter((client) => client.pool === pool);
      const settings = {
        jwks: { keys: [privateKey] },
        cookies: { keys: [cookieKey], names: cookieNames(pool) },
        adapter: tokenStore(file, pool),
      };
      const provider = new Provider(issuerOf(origin, pool), configuration(pool, own, settings, personOf));
      const userPool = userPools.find((resource) => poolOf(resource) === pool);
      const signIn = openSignIn({
        pool,
        provider,
        messages,
        codes: file.of(`codes ${pool}`),
        remember,
        texts: userPool && assembly.properties(userPool),
      });
      return [pool, { callback: provider.callback(), signIn }] as const;
    }),
  );
  return {
    keys: { keys: [publicKey] },
    token: async (name) => {
      const one: Person = seededPeople[name];
      const client = clients.find(({ pool }) => pool === one.pool);
      if (!client) throw new Error(`no client of the pool ${one.pool} in the templates`);
      return new SignJWT({
        ...personClaims(one),
        auth_time: Math.floor(Date.now() / 1000),
        client_id: client.id,
        scope: client.scope,
      })
        .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: privateKey.kid })
        .setIssuer(issuerOf(origin, one.pool))
        .setSubject(subOf(one))
        .setAudience(client.id)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${client.accessSeconds} s`)
        .sign(signingKey);
    },
    handle: async (request, response) => {
      const url = new URL(request.url ?? "/", origin);
      const pool = pools.find((one) => url.pathname.startsWith(`${issuersPath}/${one}/`));
      const handler = pool && handlers.get(pool);
      if (!handler) return void response.writeHead(404, pageHeaders).end(page("No existe", ""));
      const path = url.pathname.slice(`${issuersPath}/${pool}`.length);
      if (path.startsWith("/sign-in/")) return handler.signIn(request, response);
      // A user pool's sign-out takes the address under another name.
      const back = url.searchParams.get("logout_uri");
      if (path === "/session/end" && back) url.searchParams.set("post_logout_redirect_uri", back);
      // How the library wants to be told that it stands under a path.
      Object.assign(request, { originalUrl: `${url.pathname}${url.search}`, url: `${path}${url.search}` });
      await handler.callback(request, response);
    },
  };
}

const person = z.custom<Person>((value) => typeof value === "object" && value !== null && "identifier" in value);

/** What an access token says of a person beside what every token says, as a user pool's does. */
function personClaims(one: Person): Record<string, unknown> {
  const groups = one.roles && { "cognito:groups": one.roles };
  return {
    token_use: "access",
    username: subOf(one),
    version: 2,
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    ...groups,
  };
}

async function secretsOf(
  file: RecordFile,
): Promise<{ privateKey: JWK & { kty: string; kid: string }; cookieKey: string }> {
  const records = file.of("identity");
  if (!records.get("key")) {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    records.set("cookies", randomBytes(32).toString("hex"));
    records.set("key", { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: "RS256", use: "sig" });
  }
  return {
    privateKey: z
      .custom<JWK & { kty: string; kid: string }>((key) => typeof key === "object")
      .parse(records.get("key")),
    cookieKey: z.string().parse(records.get("cookies")),
  };
}

function clientOf(assembly: Assembly, resource: Resource, userPools: readonly Resource[], origin: string): Client {
  const wanted = poolClient.parse(assembly.properties(resource));
  const userPool = userPools.find((one) => assembly.attribute(one) === wanted.UserPoolId);
  if (!userPool) throw new Error(`${resource.stack}.${resource.id}: no user pool ${wanted.UserPoolId}`);
  // Whatever domain the template names: here it is the gateway.
  const here = (urls: readonly string[]) => urls.map((url) => `${origin}${new URL(url).pathname}`);
  const { AccessToken, RefreshToken } = wanted.TokenValidityUnits;
  return {
    id: assembly.attribute(resource),
    pool: poolOf(userPool),
    redirects: here(wanted.CallbackURLs),
    logouts: here(wanted.LogoutURLs),
    scope: wanted.AllowedOAuthScopes.join(" "),
    accessSeconds: wanted.AccessTokenValidity * unitSeconds[AccessToken],
    refreshSeconds: wanted.RefreshTokenValidity * unitSeconds[RefreshToken],
  };
}

const cookieNames = (pool: Pool) => ({
  session: `${pool}-session`,
  interaction: `${pool}-sign-in`,
  resume: `${pool}-resume`,
});

function configuration(
  pool: Pool,
  clients: readonly Client[],
  settings: Pick<Configuration, "jwks" | "cookies" | "adapter">,
  personOf: (sub: string) => Person | undefined,
): Configuration {
  const api = `urn:caudal:${pool}`;
  const refreshSeconds = Math.max(...clients.map((client) => client.refreshSeconds));
  return {
    ...settings,
    clients: clients.map(({ id, redirects, logouts, scope }) => ({
      client_id: id,
      scope,
      redirect_uris: [...redirects],
      post_logout_redirect_uris: [...logouts],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    })),
    scopes: [...new Set(clients.flatMap(({ scope }) => scope.split(" ")))],
    claims: { openid: ["sub"], email: ["email"], phone: ["phone_number"] },
    responseTypes: ["code"],
    findAccount: (_, sub) => {
      const one = personOf(sub);
      if (!one) return undefined;
      const [email, phone_number] = one.identifier.includes("@") ? [one.identifier] : [undefined, one.identifier];
      return { accountId: sub, claims: () => ({ sub, email, phone_number }) };
    },
    interactions: { url: (_, { uid }) => `${issuersPath}/${pool}/sign-in/${uid}` },
    // Nobody is asked to consent to the utility's own site.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, params } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      const scope = z.string().parse(params?.["scope"]);
      grant.addOIDCScope(scope);
      grant.addResourceScope(api, scope);
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        // No second question: signing out of a user pool asks none.
        logoutSource: (ctx, form) => {
          const leave = `<button type="submit" form="op.logoutForm" name="logout" value="yes">Salir</button>`;
          ctx.body = page("Salir", `${form}${leave}<script>document.querySelector("button").click()</script>`);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = page("Sesión cerrada", "");
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => {
          const own = clients.find(({ id }) => id === client.clientId);
          return {
            scope: own?.scope ?? "",
            audience: client.clientId,
            accessTokenTTL: own?.accessSeconds ?? 3600,
            accessTokenFormat: "jwt",
            jwt: { sign: { alg: "RS256" } },
          };
        },
      },
    },
    formats: {
      customizers: {
        jwt: ({ oidc }, token, { payload }) => {
          const one = "accountId" in token ? personOf(token.accountId) : undefined;
          const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities;
          if (one) Object.assign(payload, personClaims(one), { auth_time: (code ?? refresh)?.authTime });
        },
      },
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    expiresWithSession: () => false,
    ttl: {
      AccessToken: (_, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      IdToken: 3600,
      AuthorizationCode: 60,
      RefreshToken: refreshSeconds,
      Grant: refreshSeconds,
      Interaction: 3600,
      Session: 3600,
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = "html";
      ctx.body = page("No se pudo ingresar", `<p>${error}</p><p>${error_description ?? ""}</p>`);
    },
  };
}
