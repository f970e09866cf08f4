import type { IncomingMessage } from "node:http";
import { createLocalJWKSet, type JSONWebKeySet } from "jose";
import { headersOfTheEdge, routesOf } from "./api-routes.ts";
import { authorize, byStackClock } from "./authorizer.ts";
import { region } from "./cloud.ts";
import type { LocalFunction } from "./functions.ts";
import type { Handler } from "./gateway.ts";
import { bodyOf } from "./http-body.ts";
import { type EdgeRequest, type HttpAnswer, httpAnswer, httpEvent } from "./http-event.ts";
import { routeFinder } from "./http-routes.ts";
import type { Assembly } from "./templates.ts";

/** The most bytes of a body that an HTTP API takes, and of an event that a function takes. */
const mostBytes = 10 * 1024 * 1024;
const mostEventBytes = 6 * 1024 * 1024;

interface Around {
  readonly functions: readonly LocalFunction[];
  readonly keys: JSONWebKeySet;
  now(): string;
  /** Milliseconds the stack's clock is ahead of real time. */
  ahead(): number;
  say(line: string): void;
  /**
   * Called with each answer's status and the key of its route. The key is empty if no route matches, the path could not
   * be decoded or the body was over 10 MiB.
   */
  answered(status: number, route: string): void;
  /** Returns the function that a route's key leads to now instead of its template's; undefined for that one. */
  readonly leadsTo?: (route: string) => LocalFunction | undefined;
}

/**
 * Returns the handler of the templates' HTTP API, which answers with what a route's function returns. Without calling
 * the function, answers 400 if the path cannot be decoded, 404 if no route matches, 413 if the body is over 10 MiB or
 * the event over 6 MiB. A route with an authorizer also answers 401 to a missing or invalid token, 403 to a token
 * without its scopes. Answers 503 if the function takes too long, 500 if it fails or returns a malformed answer.
 * @throws if there is not exactly one API in the templates, a route lacks its function or authorizer, or has an unknown
 * shape
 */
export function openApi(assembly: Assembly, around: Around): Handler {
  const { apiId, routes } = routesOf(assembly, around.functions);
  const find = routeFinder(routes);
  const added = headersOfTheEdge(assembly);
  const keyOf = createLocalJWKSet(around.keys);

  const answer = async (request: EdgeRequest): Promise<HttpAnswer> => {
    const found = find(request.method, request.path);
    if (!found) return refusal(404, "Not Found");
    const { target, key: routeKey, parameters } = found;
    const authorization =
      target.authorizer && (await authorize(request.headers.authorization, target.authorizer, keyOf));
    if (authorization?.ok === false) return refusal(authorization.error, authorization.message, authorization.headers);
    const host = `${apiId}.execute-api.${region}.amazonaws.com`;
    const event = httpEvent(request, {
      routeKey,
      parameters,
      authorized: authorization && byStackClock(authorization.value, around.ahead()),
      apiId,
      host,
      now: around.now(),
    });
    if (Buffer.byteLength(JSON.stringify(event)) > mostEventBytes) return refusal(413, "Request Entity Too Large");
    const called = around.leadsTo?.(routeKey) ?? target.function;
    const invoked = await within(target.limitMs, called.invoke(event));
    if (!invoked) return refusal(503, "Service Unavailable");
    if (!invoked.ok) around.say(`${called.name}: ${invoked.message}`);
    return (invoked.ok && httpAnswer(invoked.value)) || refusal(500, "Internal Server Error");
  };
  return async (request, response) => {
    const edge = await edgeRequest(request, added);
    const { status, headers, body } = "status" in edge ? edge : await answer(edge);
    around.answered(status, "status" in edge ? "" : (find(edge.method, edge.path)?.key ?? ""));
    response.setHeader("date", new Date(around.now()).toUTCString());
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status, { "content-length": body.length }).end(request.method === "HEAD" ? undefined : body);
  };
}

/**
 * Returns the request as the edge passes it on, with the headers in `added`; or a refusal: 413 if the body is over 10
 * MiB, 400 if the path cannot be decoded.
 */
async function edgeRequest(request: IncomingMessage, added: Record<string, string>): Promise<EdgeRequest | HttpAnswer> {
  const body = await bodyOf(request, mostBytes);
  if (!body) return refusal(413, "Request Entity Too Large");
  const { pathname, search } = new URL(request.url ?? "/", "http://local");
  const path = decoded(pathname);
  if (path === undefined) return refusal(400, "Bad Request");
  const sourceIp = request.socket.remoteAddress ?? "";
  // The edge's own function sets this header (infra/constructs/site.ts).
  const headers = { ...request.headers, ...added, "x-viewer-address": sourceIp };
  return {
    method: request.method ?? "GET",
    path,
    query: search.slice(1),
    headers,
    body,
    sourceIp,
  };
}

/** An answer of the gateway itself: no template can change its text. */
function refusal(status: number, message: string, headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(JSON.stringify({ message })),
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
