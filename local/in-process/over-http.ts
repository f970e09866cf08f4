import { join } from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { FunctionName } from "../../shared/permissions.ts";
import { openApi } from "../api.ts";
import { arnOf } from "../cloud.ts";
import type { LocalFunction } from "../functions.ts";
import { type Handler, startGateway } from "../gateway.ts";
import { issuerOf, personClaims } from "../issuer.ts";
import { type Office, openOffice } from "../journey/office.ts";
import { isSeededPerson, type Person, seededPeople, subOf } from "../people.ts";
import { poolClients } from "../pool-clients.ts";
import { readAssembly } from "../templates.ts";
import { type OfficeInProcess, originKey } from "./office.ts";

const prefix = "caudal-dev-";
const lives = "/life/";

/** The same office behind the local gateway: real sockets, signed tokens, the templates' routes and scopes. */
export interface OverHttp {
  /**
   * Returns `office` with its calls made by HTTP. A call of a seeded customer is signed in as `account`, a telephone or
   * e-mail.
   */
  reached(office: Office, account: string): Office;
  stop(): Promise<void>;
}

/**
 * Serves an office in process by HTTP, on a free port of this machine, with the routes and scopes of the templates in
 * `cdk.out` of the folder `root`.
 * @throws if there are no templates, or if the local gateway does not know a part of them
 */
export async function openOverHttp(office: OfficeInProcess, root: string): Promise<OverHttp> {
  const gateway = await startGateway(0, (line) => void process.stderr.write(`${line}\n`));
  const { origin } = gateway;
  const assembly = readAssembly(join(root, "cdk.out"), prefix, {
    origin,
    issuer: (pool) => issuerOf(origin, pool),
    secret: () => originKey,
  });
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const clients = poolClients(assembly, origin);
  const functions = assembly.of("AWS::Lambda::Function").map(
    ({ name }): LocalFunction => ({
      name,
      arn: arnOf("lambda", `function:${name}`),
      environment: {},
      invoke: async (event) => ({
        ok: true,
        value: await office.answer(name.slice(prefix.length) as FunctionName, event),
      }),
      stop: async () => {},
    }),
  );
  const api = openApi(assembly, {
    functions,
    keys: { keys: [{ ...(await exportJWK(publicKey)), alg: "RS256", use: "sig" }] },
    now: office.clock.now,
    ahead: () => 0,
    say: (line) => void process.stderr.write(`${line}\n`),
    answered: () => {},
  });
  const token = async (one: Person): Promise<string> => {
    const client = clients.find(({ pool }) => pool === one.pool);
    if (!client) throw new Error(`no client of the pool ${one.pool}`);
    return new SignJWT({
      ...personClaims(one),
      auth_time: Math.floor(Date.now() / 1000),
      client_id: client.id,
      scope: client.scope,
    })
      .setProtectedHeader({ alg: "RS256", typ: "at+jwt" })
      .setIssuer(issuerOf(origin, one.pool))
      .setSubject(subOf(one))
      .setIssuedAt()
      .setExpirationTime("15 m")
      .sign(privateKey);
  };
  const handler: Handler = async (request, response) => {
    // Seconds of this machine pass between two calls: a socket kept open would be closed under the second.
    response.setHeader("connection", "close");
    const [, account = "", rest = "/"] = /^\/life\/([^/]+)(\/.*)$/.exec(request.url ?? "") ?? [];
    const [, who = ""] = /^\/_local\/tokens\/(\w+)$/.exec(rest) ?? [];
    if (!isSeededPerson(who)) {
      request.url = rest;
      return api(request, response);
    }
    const customer: Person = { pool: "customers", identifier: decodeURIComponent(account) };
    const asked: Person = seededPeople[who].pool === "customers" ? customer : seededPeople[who];
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ token: await token(asked) }));
  };
  gateway.open({ [lives]: handler });
  return {
    reached: (own, account) => {
      const { call } = openOffice(`${origin}${lives}${encodeURIComponent(account)}`);
      return { ...own, call };
    },
    stop: gateway.stop,
  };
}
