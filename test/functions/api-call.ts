import type { APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { expect } from "vitest";
import * as z from "zod";
import { type ApiHandler, api } from "../../functions/runtime/api.ts";
import type { TokenClaims } from "../../functions/runtime/caller.ts";
import type { ApiEvent, Served } from "../../functions/runtime/serve.ts";
import { describeApi } from "../../shared/contract/openapi.ts";
import type { Problem } from "../../shared/contract/refusals.ts";
import type { Route } from "../../shared/contract/route.ts";
import { routes } from "../../shared/contract/routes.ts";

export const originKey = "the-edge-and-nobody-else";

/** A request as its sender sees it. */
export interface ApiRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly base64?: boolean;
  readonly claims?: TokenClaims | undefined;
  /** Replaces the headers that are sent otherwise: the edge's key, and what a write states. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The key of a write; another for each call without one. */
  readonly key?: string;
  /** The version an edit is made on. */
  readonly version?: number;
}

let calls = 0;

function preconditions({ key, version }: ApiRequest): Record<string, string> {
  calls += 1;
  return {
    "idempotency-key": key ?? `a-key-of-its-own-${calls}`,
    ...(version !== undefined && { "if-match": `"${version}"` }),
  };
}

/** An answer: status, headers, the body's text, and the body read. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any route, whose schema has been held by then
  readonly body: any;
}

/** The access token of a customer. */
export const customer = (sub: string): TokenClaims => ({ token_use: "access", sub });
/** The access token of staff, with the groups as the gateway hands them over. */
export const staff = (...roles: readonly string[]): TokenClaims => ({
  token_use: "access",
  sub: "staff-1",
  "cognito:groups": `[${roles.join(" ")}]`,
});

/** The gateway's event for a request to a route. */
export function eventOf(route: Pick<Route, "method" | "path">, request: ApiRequest = {}): ApiEvent {
  const { params = {}, query, claims, base64 = false } = request;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "");
  const text = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const headers = {
    ...(route.method !== "GET" && { "content-type": "application/json" }),
    ...(request.headers ?? { "x-origin-key": originKey, ...preconditions(request) }),
  };
  const body = base64 && text !== undefined ? Buffer.from(text).toString("base64") : text;
  return {
    version: "2.0",
    routeKey: `${route.method} /api${route.path}`,
    headers,
    rawPath: `/api${path}`,
    ...(request.params && { pathParameters: params }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
    requestContext: {
      requestId: "request-1",
      http: { method: route.method, path: `/api${path}` },
      ...(claims && { authorizer: { jwt: { claims, scopes: ["openid"] } } }),
    },
  } as unknown as ApiEvent;
}

/** Calls a handler and reads its answer, without looking at what the description says. */
export async function callUndescribed(
  handler: ApiHandler,
  route: Pick<Route, "method" | "path">,
  request: ApiRequest = {},
): Promise<ApiAnswer> {
  const answered = (await handler(eventOf(route, request), {} as Context)) as APIGatewayProxyStructuredResultV2;
  const { statusCode = 0, headers = {}, body: text = "" } = answered;
  return { status: statusCode, headers, text, body: text === "" ? undefined : JSON.parse(text) };
}

/** Calls a handler; the answer must be one that the description of the API foresees for the route. */
export async function call(handler: ApiHandler, route: Route, request: ApiRequest = {}): Promise<ApiAnswer> {
  const answer = await callUndescribed(handler, route, request);
  expectDescribed(route, answer);
  return answer;
}

/** Serves a few operations as a function does. */
export function handlerOf(served: Readonly<Record<string, Served>>): ApiHandler {
  const own = Object.fromEntries(Object.entries(served).map(([id, { route }]) => [id, route]));
  return api(own, served, { originKey });
}

interface Described {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
const description = describeApi(routes) as unknown as Described;
const schemas = new Map<object, z.ZodType>();

/** A schema with what it shares with others beside it. */
function whole(schema: object): unknown {
  const text = JSON.stringify({ ...schema, $defs: description.components.schemas });
  return JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/"));
}

function expectDescribed(route: Route, { status, headers, body }: ApiAnswer): void {
  const operation = description.paths[`/api${route.path}`]?.[route.method.toLowerCase()];
  if (!operation) return; // a route of the test's own
  const response = operation.responses[status];
  expect(response, `${route.method} ${route.path} may answer ${status}`).toBeDefined();
  const types = Object.keys(response?.content ?? {});
  expect(types).toEqual(headers["content-type"] === undefined ? [] : [headers["content-type"]]);
  const [type] = types;
  if (type === undefined) return;
  const named = response?.content?.[type]?.schema ?? {};
  const read = schemas.get(named) ?? z.fromJSONSchema(whole(named) as Parameters<typeof z.fromJSONSchema>[0]);
  schemas.set(named, read);
  expect(read.safeParse(body).error, `${route.method} ${route.path} answers as described`).toBeUndefined();
  if (type === "application/problem+json") {
    const kind = (body as Problem).type.slice("urn:caudal:".length);
    const { description: kinds = "" } = response as { description?: string };
    expect(kinds, `${route.method} ${route.path} may refuse with ${kind}`).toContain(`${kind}: `);
  }
}
