import * as z from "zod";
import type { Authorizer } from "./authorizer.ts";
import { functionAt, type LocalFunction } from "./functions.ts";
import type { HttpRoute } from "./http-routes.ts";
import { ignored } from "./resources.ts";
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
  AuthorizerId: z.string().default(""),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const httpApi = z.strictObject({ Name: z.string(), ProtocolType: z.literal("HTTP"), Tags: ignored });

/** The function of a route, the milliseconds it may take, and who may call it: anybody if `authorizer` is undefined. */
export interface Target {
  readonly function: LocalFunction;
  readonly limitMs: number;
  readonly authorizer: Authorizer | undefined;
}

/**
 * Returns the id and the routes of the HTTP API in the templates.
 * @throws if the templates have no HTTP API or several, if a route names a function or an authorizer that the templates
 * lack, or if a resource has a property that the local stack does not know
 */
export function routesOf(
  assembly: Assembly,
  functions: readonly LocalFunction[],
): { readonly apiId: string; readonly routes: readonly HttpRoute<Target>[] } {
  const [api, ...more] = assembly.of("AWS::ApiGatewayV2::Api");
  if (!api || more.length > 0) throw new Error("the local gateway serves exactly one HTTP API");
  assembly.read(api, httpApi);
  const byRef = <T>(type: string, schema: z.ZodType<T>) =>
    new Map(assembly.of(type).map((resource) => [assembly.attribute(resource), assembly.read(resource, schema)]));
  const integrations = byRef("AWS::ApiGatewayV2::Integration", integration);
  const authorizers = byRef("AWS::ApiGatewayV2::Authorizer", authorizer);
  const routes = assembly.of("AWS::ApiGatewayV2::Route").map((resource) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = assembly.read(resource, route);
    const leads = integrations.get(Target.slice("integrations/".length));
    const called = functionAt(functions, leads?.IntegrationUri);
    const guard = AuthorizationType === "JWT" ? authorizers.get(AuthorizerId)?.JwtConfiguration : undefined;
    if (!leads || !called || (AuthorizationType === "JWT" && !guard))
      throw new Error(
        `${resource.stack}.${resource.id}: ${RouteKey} leads to no function, or to no authorizer, of the templates`,
      );
    const authorizer = guard && { issuer: guard.Issuer, audience: guard.Audience, scopes: AuthorizationScopes };
    return { key: RouteKey, target: { function: called, limitMs: leads.TimeoutInMillis, authorizer } };
  });
  return { apiId: assembly.attribute(api), routes };
}

const distribution = z.object({
  DistributionConfig: z.object({ Origins: z.array(z.object({ OriginCustomHeaders: z.unknown().default([]) })) }),
});
const customHeaders = z.array(z.object({ HeaderName: z.string().toLowerCase(), HeaderValue: z.string() }));

/**
 * Returns the headers that CloudFront adds to each request to the API, by name in lower case; they replace those of the
 * client. Empty if the templates have none. If the templates give a name twice, the last value is returned.
 */
export function headersOfTheEdge(assembly: Assembly): Record<string, string> {
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
