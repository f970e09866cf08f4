import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import { account } from "./cloud.ts";

/** A request as the edge passes it on. */
export interface EdgeRequest {
  readonly method: string;
  /** Decoded, as an HTTP API passes it on. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface Authorized {
  /** The token's claims, every value a text. */
  readonly claims: Readonly<Record<string, string>>;
  /** The scopes of the token; null if the route asks for none. */
  readonly scopes: readonly string[] | null;
}

interface Routed {
  /** As in the template: `GET /api/claims/{claimId}`. */
  readonly routeKey: string;
  /** The values of the route's path variables. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly authorized: Authorized | undefined;
  readonly apiId: string;
  readonly host: string;
  readonly now: string;
}

/**
 * The event that a function gets. Its shape is the package's, but `scopes` may be null, which the package's type
 * excludes.
 */
export type HttpEvent = Omit<APIGatewayProxyEventV2, "requestContext"> & {
  readonly requestContext: APIGatewayProxyEventV2["requestContext"] & {
    readonly authorizer?: { readonly jwt: Authorized };
  };
};

/** Bodies of these types are passed on as text, all others as base64. */
const textual = /^(text\/|application\/(json|javascript|xml|[^;]+\+(json|xml)))/;
/**
 * Headers that the event does not copy: CloudFront drops those between two hops, and `cookie` and `host` are set apart.
 */
const notCopied = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "te",
  "trailer",
  "proxy-connection",
  "cookie",
  "host",
]);

/**
 * Returns the event (payload format 2.0) that API Gateway gives a function for a request. Headers or query parameters
 * of the same name are joined with commas; cookies are in `cookies` only. The body is text or base64, by its content
 * type; it is left out if empty.
 */
export function httpEvent(
  request: EdgeRequest,
  { routeKey, parameters, authorized, apiId, host, now }: Routed,
): HttpEvent {
  const { method, path, query, sourceIp } = request;
  const headers = headersOf(request, host, now);
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(request.headers.cookie && { cookies: request.headers.cookie.split("; ") }),
    headers,
    ...(query && { queryStringParameters: joined(new URLSearchParams(query)) }),
    requestContext: {
      accountId: account,
      apiId,
      ...(authorized && { authorizer: { jwt: authorized } }),
      domainName: host,
      domainPrefix: apiId,
      http: { method, path, protocol: "HTTP/1.1", sourceIp, userAgent: headers["user-agent"] ?? "" },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: clfTime(now),
      timeEpoch: Date.parse(now),
    },
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...bodyPart(request.body, headers["content-type"]),
  };
}

function headersOf(request: EdgeRequest, host: string, now: string): Record<string, string> {
  const passed = Object.entries(request.headers).filter(([name]) => !notCopied.has(name));
  const trace = `Root=1-${Math.floor(Date.parse(now) / 1000).toString(16)}-${randomUUID().replaceAll("-", "").slice(0, 24)}`;
  return {
    host,
    ...Object.fromEntries(passed.map(([name, value]) => [name, [value].flat().join(",")])),
    "x-amzn-trace-id": trace,
    "x-forwarded-for": [request.headers["x-forwarded-for"], request.sourceIp].flat().filter(Boolean).join(", "),
    "x-forwarded-port": "443",
    "x-forwarded-proto": "https",
  };
}

/** Joins the values of the same name with commas, as the gateway does. */
function joined(pairs: Iterable<[string, string]>): Record<string, string> {
  const byName = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, same]) => [name, same.map(([, value]) => value).join(",")]));
}

function bodyPart(body: Buffer, type = ""): { readonly body?: string; readonly isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  return textual.test(type)
    ? { body: body.toString("utf8"), isBase64Encoded: false }
    : { body: body.toString("base64"), isBase64Encoded: true };
}

/** Writes an instant as `24/Nov/2026:15:04:05 +0000`. */
function clfTime(instant: string): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(instant).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const structured = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(""),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * Returns a function's answer as a client gets it, header names in lower case; a body without `content-type` is sent as
 * `text/plain`. A value without `statusCode` is sent as JSON with status 200. Undefined if `statusCode` is not from 100
 * to 599, or another field is malformed.
 */
export function httpAnswer(value: unknown): HttpAnswer | undefined {
  if (typeof value !== "object" || value === null || !("statusCode" in value))
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(value)) };
  const { data } = structured.safeParse(value);
  if (!data) return undefined;
  const headers = Object.entries(data.headers).map(([name, text]) => [name.toLowerCase(), text] as const);
  return {
    status: data.statusCode,
    headers: {
      ...(data.body && { "content-type": "text/plain; charset=utf-8" }),
      ...Object.fromEntries(headers),
      ...(data.cookies.length > 0 && { "set-cookie": data.cookies }),
    },
    body: Buffer.from(data.body, data.isBase64Encoded ? "base64" : "utf8"),
  };
}
