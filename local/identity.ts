import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from "jose";
import Provider from "oidc-provider";
import * as z from "zod";
import { type Accounts, openAccounts } from "./accounts.ts";
import { cookieNames, issuerConfiguration, issuerOf, issuersPath, personClaims } from "./issuer.ts";
import type { Messages } from "./messages.ts";
import { page, pageHeaders } from "./pages.ts";
import { type Person, type SeededPerson, seededPeople, subOf } from "./people.ts";
import { poolClients } from "./pool-clients.ts";
import type { RecordFile } from "./records.ts";
import { poolOf, pools } from "./resources.ts";
import { openSignIn } from "./sign-in.ts";
import type { Assembly } from "./templates.ts";
import { tokenStore } from "./token-store.ts";

/** The two local issuers that stand in for the two user pools. */
export interface Identity {
  /** The public keys of both issuers. */
  readonly keys: JSONWebKeySet;
  /**
   * Returns an access token like the sign-in's, without a sign-in, for the first client of the person's pool.
   * @param signedInAt by the stack's clock; by default just now
   * @throws if the templates have no client of that pool
   */
  token(person: SeededPerson, signedInAt?: string): Promise<string>;
  /** The accounts of people who signed in once, and of the seeded ones. */
  readonly accounts: Accounts;
  /** Answers a request under an issuer's path; 404 for any other path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * Opens both issuers at `origin`, for the clients of the templates, and stores the seeded people who are not stored
 * yet. The issuers' keys are made the first time and kept in `file`. `ahead` returns the milliseconds the stack's clock
 * is ahead of real time.
 */
export async function openIdentity(
  assembly: Assembly,
  origin: string,
  file: RecordFile,
  messages: Messages,
  ahead: () => number,
): Promise<Identity> {
  const { privateKey, cookieKey } = await secretsOf(file);
  const { d, p, q, dp, dq, qi, ...publicKey } = privateKey;
  const signingKey = await importJWK(privateKey, "RS256");
  const userPools = assembly.of("AWS::Cognito::UserPool");
  const clients = poolClients(assembly, origin);
  const people = file.of("people");
  const personOf = (sub: string): Person | undefined => person.safeParse(people.get(sub)).data;
  const remember = (one: Person): string => {
    people.set(subOf(one), one);
    return subOf(one);
  };
  // Whose roles were changed on the desk keeps them.
  for (const one of Object.values(seededPeople)) if (!personOf(subOf(one))) remember(one);

  const handlers = new Map(
    pools.map((pool) => {
      const own = clients.filter((client) => client.pool === pool);
      const settings = {
        jwks: { keys: [privateKey] },
        cookies: { keys: [cookieKey], names: cookieNames(pool) },
        adapter: tokenStore(file, pool),
      };
      const provider = new Provider(issuerOf(origin, pool), issuerConfiguration(pool, own, settings, personOf));
      const userPool = userPools.find((resource) => poolOf(resource) === pool);
      const signIn = openSignIn({
        pool,
        provider,
        messages,
        codes: file.of(`codes ${pool}`),
        remember,
        staff: () =>
          people
            .all()
            .flatMap(({ value }) => person.safeParse(value).data ?? [])
            .filter(isOpenStaff),
        texts: userPool && assembly.properties(userPool),
      });
      return [pool, { callback: provider.callback(), signIn }] as const;
    }),
  );
  return {
    keys: { keys: [publicKey] },
    accounts: openAccounts({ find: personOf, keep: remember }),
    token: async (name, signedInAt) => {
      const one = personOf(subOf(seededPeople[name])) ?? seededPeople[name];
      const client = clients.find(({ pool }) => pool === one.pool);
      if (!client) throw new Error(`no client of the pool ${one.pool} in the templates`);
      return new SignJWT({
        ...personClaims(one),
        auth_time: signedInAt === undefined ? Math.floor(Date.now() / 1000) : realSeconds(signedInAt, ahead()),
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
      // A user pool's sign-out has another name for the address to return to.
      const back = url.searchParams.get("logout_uri");
      if (path === "/session/end" && back) url.searchParams.set("post_logout_redirect_uri", back);
      // The library needs both addresses to know that it is mounted under a path.
      Object.assign(request, { originalUrl: `${url.pathname}${url.search}`, url: `${path}${url.search}` });
      await handler.callback(request, response);
    },
  };
}

/**
 * Converts an instant of the stack's clock to a token's `auth_time`: whole seconds of real time, which the gateway
 * converts back.
 */
function realSeconds(instant: string, ahead: number): number {
  return Math.ceil(Math.floor(Date.parse(instant) / 1000) - ahead / 1000);
}

const person = z.custom<Person>((value) => typeof value === "object" && value !== null && "identifier" in value);

const isOpenStaff = ({ pool, isClosed }: Person): boolean => pool === "staff" && !isClosed;

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
