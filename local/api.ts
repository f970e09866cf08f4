import type { IncomingMessage, ServerResponse } from "node:http";
import type { JSONWebKeySet } from "jose";
import * as z from "zod";
import { type Authorizer, authorize } from "./authorizer.ts";
import { region } from "./cloud.ts";
import type { LocalFunction } from "./functions.ts";
import { bodyOf } from "./http-body.ts";
import { type EdgeRequest, type HttpAnswer, httpAnswer, httpEvent } from "./http-event.ts";
import { routeFinder } from "./http-routes.ts";
import { ignored, type Resource } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.number().max(30_000).default(30_000),
});
const authorizer = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal("JWT"),
  IdentitySource: z.tuple([z.literal("$request.header.Authorization")]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()) }),
});
const route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.templateLiteral(["integrations/", z.string()]),
  AuthorizationType: z.enum(["NONE", "JWT"]).default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const httpApi = z.strictObject({ Name: z.string(), ProtocolType: z.literal("HTTP"), Tags: ignored });

interface Target {
  readonly function: LocalFunction;
  readonly limitMs: number;
  readonly authorizer: Authorizer | undefined;
}

/** The most an HTTP API takes, and the most a function takes of it. */
const mostBytes = 10 * 1024 * 1024;
const mostEventBytes = 6 * 1024 * 1024;

interface Around {
  readonly functions: readonly LocalFunction[];
  readonly keys: JSONWebKeySet;
  now(): string;
  say(line: string): void;
}

/** The templates' HTTP API: its routes, authorizers and own refusals, in front of the functions. */
export function openApi(
  assembly: Assembly,
  around: Around,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const [api, ...more] = assembly.of("AWS::ApiGatewayV2::Api");
  if (!api || more.length > 0) throw new Error("the local gateway serves exactly one HTTP API");
  httpApi.parse(assembly.properties(api));
  const apiId = assembly.attribute(api);
  const find = routeFinder(routesOf(assembly, around.functions));
  const added = headersOfTheEdge(assembly);

  const answer = async (request: EdgeRequest): Promise<HttpAnswer> => {
    const found = find(request.method, request.path);
    if (!found) return refusal(404, "Not Found");
    const { target, key: routeKey, parameters } = found;
    const authorization =
      target.authorizer && (await authorize(request.headers.authorization, target.authorizer, around.keys));
    if (authorization?.ok === false) return refusal(authorization.error, authorization.message, authorization.headers);
    const host = `${apiId}.execute-api.${region}.amazonaws.com`;
    const event = httpEvent(request, {
      routeKey,
      parameters,
      authorized: authorization?.value,
      apiId,
      host,
      now: around.now(),
    });
    if (Buffer.byteLength(JSON.stringify(event)) > mostEventBytes) return refusal(413, "Request Entity Too Large");
    const invoked = await within(target.limitMs, target.function.invoke(event));
    if (!invoked) return refusal(503, "Service Unavailable");
    if (!invoked.ok) around.say(`${target.function.name}: ${invoked.message}`);
    return (invoked.ok && httpAnswer(invoked.value)) || refusal(500, "Internal Server Error");
  };
  return async (request, response) => {
    const edge = await edgeRequest(request, added);
    const { status, headers, body } = "status" in edge ? edge : await answer(edge);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status, { "content-length": body.length }).end(request.method === "HEAD" ? undefined : body);
  };
}

/** The request as the edge passes it on, or the refusal of one no function may see. */
async function edgeRequest(request: IncomingMessage, added: Record<string, string>): Promise<EdgeRequest | HttpAnswer> {
  const body = await bodyOf(request, mostBytes);
  if (!body) return refusal(413, "Request Entity Too Large");
  const { pathname, search } = new URL(request.url ?? "/", "http://local");
  const path = decoded(pathname);
  if (path === undefined) return refusal(400, "Bad Request");
  const headers = { ...request.headers, ...added };
  return {
    method: request.method ?? "GET",
    path,
    query: search.slice(1),
    headers,
    body,
    sourceIp: request.socket.remoteAddress ?? "",
  };
}

function routesOf(assembly: Assembly, functions: readonly LocalFunction[]) {
  const byRef = <T>(type: string, schema: z.ZodType<T>) =>
    new Map(
      assembly.of(type).map((resource) => [assembly.attribute(resource), schema.parse(assembly.properties(resource))]),
    );
  const integrations = byRef("AWS::ApiGatewayV2::Integration", integration);
  const authorizers = byRef("AWS::ApiGatewayV2::Authorizer", authorizer);
  const target = (resource: Resource): { key: string; target: Target } => {
    const {
      RouteKey,
      Target,
      AuthorizationType,
      AuthorizerId = "",
      AuthorizationScopes,
    } = route.parse(assembly.properties(resource));
    const leads = integrations.get(Target.slice("integrations/".length));
    const called = functions.find(({ arn }) => arn === leads?.IntegrationUri);
    const guard = authorizers.get(AuthorizerId)?.JwtConfiguration;
    if (!leads || !called)
      throw new Error(`${resource.stack}.${resource.id}: ${RouteKey} leads to no function of the templates`);
    if (AuthorizationType === "JWT" && !guard)
      throw new Error(`${resource.stack}.${resource.id}: no authorizer ${AuthorizerId}`);
    const authorizer =
      AuthorizationType === "JWT"
        ? guard && { issuer: guard.Issuer, audience: guard.Audience, scopes: AuthorizationScopes }
        : undefined;
    return { key: RouteKey, target: { function: called, limitMs: leads.TimeoutInMillis, authorizer } };
  };
  return assembly.of("AWS::ApiGatewayV2::Route").map(target);
}

const distribution = z.object({
  DistributionConfig: z.object({ Origins: z.array(z.object({ OriginCustomHeaders: z.unknown().default([]) })) }),
});
const customHeaders = z.array(z.object({ HeaderName: z.string().toLowerCase(), HeaderValue: z.string() }));

/** What the distribution adds to every request it passes to the API, in place of what a client may have sent. */
function headersOfTheEdge(assembly: Assembly): Record<string, string> {
  const headers = assembly
    .of("AWS::CloudFront::Distribution")
    .flatMap((resource) =>
      distribution
        .parse(resource.properties)
        .DistributionConfig.Origins.flatMap(({ OriginCustomHeaders }) =>
          customHeaders.parse(assembly.properties(resource, OriginCustomHeaders)),
        ),
    );
  return Object.fromEntries(headers.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]));
}

/** The gateway's own answer, which no template can change. */
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
