import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { openGallery, openSite } from "../../local/site.ts";
import { type RouteId, routes } from "../../shared/contract/routes.ts";
import { gatewaySays, now, type RouteAnswer } from "./fixtures.ts";

/** What a request was, for a stub that answers by it. */
export interface StubCall {
  readonly path: string;
  readonly body: string;
}

/** An answer of the API, or what makes one of the call, which may wait. */
export type Stub = RouteAnswer | ((call: StubCall) => RouteAnswer | Promise<RouteAnswer>);
export type Stubs = Partial<Record<RouteId, Stub>>;

/** An empty page of the origin, on which a test sets the storage. */
export const emptyPage = "/_empty";
/** Where the gallery of the pages' parts is, as on the local stack. */
export const galleryPath = "/_local/look/";
/**
 * The address of the accessibility rules, which the browser then compiles once; injecting them each time takes twice as
 * long.
 */
export const axePath = "/_axe.js";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
/** The cache header of files whose name has their hash, as in the deployment. */
const forEver = "public, max-age=31536000, immutable";

export interface SiteServer {
  readonly origin: string;
  /** The origin of uploads, another than the site's: it accepts any POST. */
  readonly uploads: string;
  /** How many files were posted there. */
  posted: number;
  /** The API's answers by operation; any other is answered 503, as by the gateway. */
  stubs: Stubs;
  /** How long an answer of the API or of the sign-in takes that names no delay of its own. */
  delayMs: number;
  /** The access token of whoever signs in. */
  access: string;
  /** The calls that reached the API: id, query and body. */
  readonly calls: {
    readonly id: RouteId;
    readonly search: string;
    readonly body: string;
    readonly headers: IncomingMessage["headers"];
  }[];
  readonly close: () => void;
}

/** Runs the edge function as CloudFront would. */
export function edgeOf(source: string): (uri: string) => string {
  const handler = new Function(`${source}\nreturn handler;`)();
  return (uri) => handler({ request: { uri } }).uri;
}

/**
 * Serves a build as its distribution would, with an API of stubs, a sign-in that always succeeds, and an upload
 * address.
 */
export async function serveSite(build: string): Promise<SiteServer> {
  const site: Omit<SiteServer, "close" | "origin" | "uploads"> & { origin: string; uploads: string } = {
    origin: "",
    uploads: "",
    posted: 0,
    stubs: {},
    delayMs: 0,
    access: "access",
    calls: [],
  };

  const gallery = openGallery(build, galleryPath);
  const main = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://site");
    if (pathname.startsWith("/api/")) return answerApi(site, request, response, pathname.slice(4), search);
    if (pathname === axePath)
      return response.writeHead(200, { "content-type": "text/javascript", "cache-control": forEver }).end(axe);
    if (pathname === emptyPage) return response.writeHead(200, { "content-type": "text/html" }).end();
    if (pathname.startsWith(galleryPath)) return gallery(request, response);
    if (pathname.startsWith("/_local/oidc/")) return answerSignIn(site, request, response);
    return serveFile(request, response);
  });
  const uploads = createServer((request, response) => {
    if (request.method === "POST") site.posted += 1;
    request.resume().on("end", () => response.writeHead(204, { "access-control-allow-origin": "*" }).end());
  });
  site.origin = await originOf(main);
  site.uploads = await originOf(uploads);
  const serveFile = openSite({ folder: build, hosts: { ISSUERS: "", UPLOADS: site.uploads, PAGES: site.uploads } });
  return Object.assign(site, {
    close: () => {
      for (const server of [main, uploads]) {
        server.close();
        server.closeAllConnections();
      }
    },
  });
}

async function originOf(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += part;
  return body;
}

async function answerApi(
  { stubs, calls, delayMs }: Pick<SiteServer, "stubs" | "calls" | "delayMs">,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<void> {
  const ids = Object.keys(routes) as RouteId[];
  const id = ids.find((each) => {
    const pattern = new RegExp(`^${routes[each].path.replace(/\{\w+\}/g, "[^/]+")}$`);
    return routes[each].method === request.method && pattern.test(path);
  });
  const body = await bodyOf(request);
  if (id) calls.push({ id, search, body, headers: request.headers });
  const asked = (id && stubs[id]) ?? gatewaySays(503);
  const stub = typeof asked === "function" ? await asked({ path, body }) : asked;
  await pause(stub.delayMs ?? delayMs);
  const date = new Date(now).toUTCString();
  response.writeHead(stub.status, { "content-type": "application/json", date, ...stub.headers });
  response.end(stub.status === 204 ? undefined : JSON.stringify(stub.body));
}

/**
 * An OpenID Connect provider with one person, who is never asked anything. It accepts every refresh token but `ended`.
 */
async function answerSignIn(
  { origin, access, delayMs }: Pick<SiteServer, "origin" | "access" | "delayMs">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", origin);
  const [, , , name = "", what = ""] = url.pathname.split("/");
  const issuer = `${origin}/_local/oidc/${name}`;
  const json = (status: number, body: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (what === ".well-known") return void json(200, metadataOf(issuer));
  if (what === "authorize") {
    const to = new URL(url.searchParams.get("redirect_uri") ?? "");
    to.searchParams.set("state", url.searchParams.get("state") ?? "");
    to.searchParams.set("code", url.searchParams.get("nonce") ?? "");
    return void response.writeHead(302, { location: to.href }).end();
  }
  const form = new URLSearchParams(await bodyOf(request));
  await pause(delayMs);
  if (what !== "token") return void response.writeHead(200).end();
  if (form.get("refresh_token") === "ended") return void json(400, { error: "invalid_grant" });
  json(200, {
    access_token: access,
    token_type: "Bearer",
    expires_in: 3600,
    refresh_token: "refresh",
    ...(form.has("code") && { id_token: idToken(issuer, form.get("client_id") ?? "", form.get("code") ?? "") }),
  });
}

export const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
});

/**
 * An ID token with the nonce, which was the code. Its signature is not checked: it comes over the connection to the
 * issuer.
 */
function idToken(iss: string, aud: string, nonce: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(Date.now() / 1000);
  return `${part({ alg: "RS256" })}.${part({ iss, aud, nonce, sub: "customer-1", iat, exp: iat + 300 })}.c2lnbmF0dXJl`;
}
