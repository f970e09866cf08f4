import type { Route } from "../../../shared/contract/route.ts";
import { routesByFunction } from "../../../shared/contract/routes.ts";
import { all, called, type Resource, resource, type Templates, target } from "../templates.ts";
import type { Rule } from "./rule.ts";
import { poolIds } from "./stateful.ts";

const routesIn = (templates: Templates) => all(templates, "AWS::ApiGatewayV2::Route").map(([, one]) => one.Properties);

const functionOf = (templates: Templates, { Target }: Resource["Properties"]): string => {
  const [, integration] = Target["Fn::Join"][1];
  const { IntegrationUri } = resource(templates, target(templates, integration)).Properties;
  const [, name = "none by its alias"] =
    /^arn:aws:lambda:us-east-1:AWS::AccountId:function:(.+):live$/.exec(target(templates, IntegrationUri)) ?? [];
  return name;
};

/** Returns what a resource is made after, as far as the first that is made after nothing. */
function madeAfter(resources: Record<string, Resource>, id: string): string[] {
  const [before, ...others] = resources[id]?.DependsOn ?? [];
  return before === undefined || others.length > 0 ? [] : [before, ...madeAfter(resources, before)];
}

/** Returns who may call a route: the pool whose tokens it takes and the scope it asks for. */
function audienceOf(
  templates: Templates,
  { AuthorizationType, AuthorizerId, AuthorizationScopes }: Resource["Properties"],
): string {
  if (AuthorizationType === "NONE") return "anyone";
  const { AuthorizerType, JwtConfiguration } = resource(templates, target(templates, AuthorizerId)).Properties;
  const [audience, ...others] = JwtConfiguration.Audience;
  const client = resource(templates, target(templates, audience)).Properties;
  const issuer = target(templates, JwtConfiguration.Issuer);
  return issuer === `${target(templates, client.UserPoolId)}.ProviderURL` && others.length === 0
    ? `${AuthorizationType} ${AuthorizerType} ${issuer} ${AuthorizationScopes}`
    : "tokens of one pool for a client of another";
}

const audiences = {
  anyone: "anyone",
  customer: `JWT JWT ${poolIds.customers}.ProviderURL openid`,
  staff: `JWT JWT ${poolIds.staff}.ProviderURL openid`,
};

const expected = [
  ...Object.entries(routesByFunction).flatMap(([name, routes]) =>
    Object.values<Route>(routes).map(
      ({ method, path, audience }) => `${method} /api${path} → caudal-dev-${name} for ${audiences[audience]}`,
    ),
  ),
  "$default → caudal-dev-office for anyone",
];

const staffRoute = (templates: Templates) =>
  routesIn(templates).find(({ RouteKey }) => RouteKey.includes("/api/desk/"));
const customerRoute = (templates: Templates) =>
  routesIn(templates).find(({ RouteKey }) => RouteKey.includes("/api/me/"));

/** AWS's quota of routes of an HTTP API is 300 until more is asked for, which docs/deploying.md says how to. */
const routesAtMost = 285;

export const apiRules: readonly Rule[] = [
  {
    name: "the API has fewer routes than AWS's quota, with room for the next fifteen",
    problems: (templates) => {
      const { length } = routesIn(templates);
      return length > routesAtMost ? [`${length} routes of 300`] : [];
    },
    breaches: {
      "thirty routes more": ({ routes }) => {
        const [, route] = Object.entries(routes.Resources).find(([, { Type }]) => Type === "AWS::ApiGatewayV2::Route")!;
        for (let made = 0; made < 30; made += 1) routes.Resources[`Route${made}`] = route;
      },
    },
  },
  {
    name: "the API has the routes of the contract and a fallback, each with its function, its audience and its scope",
    problems: (templates) => {
      const actual = routesIn(templates).map(
        (route) => `${route.RouteKey} → ${functionOf(templates, route)} for ${audienceOf(templates, route)}`,
      );
      return [...expected.filter((one) => !actual.includes(one)), ...actual.filter((one) => !expected.includes(one))];
    },
    breaches: {
      "a route less": ({ routes }) => {
        delete routes.Resources[
          Object.entries(routes.Resources).find(([, { Type }]) => Type === "AWS::ApiGatewayV2::Route")![0]
        ];
      },
      "a route that is not in the contract": (templates) =>
        (staffRoute(templates).RouteKey = "DELETE /api/desk/imports"),
      "staff's route open to anyone": (templates) => (staffRoute(templates).AuthorizationType = "NONE"),
      "staff's route open to customers": (templates) =>
        (staffRoute(templates).AuthorizerId = customerRoute(templates).AuthorizerId),
      "a route that takes ID tokens": (templates) => delete customerRoute(templates).AuthorizationScopes,
      "a route of another function": (templates) => (customerRoute(templates).Target = staffRoute(templates).Target),
      "a route of a function without its alias": ({ routes }) => {
        const integration = Object.values(routes.Resources).find(
          ({ Type }) => Type === "AWS::ApiGatewayV2::Integration",
        )!;
        const parts = integration.Properties.IntegrationUri["Fn::Join"][1];
        parts[parts.length - 1] = parts.at(-1).replace(":live", "");
      },
      "an authorizer of another pool": (templates) => {
        const [[, one], [, other]] = all(templates, "AWS::ApiGatewayV2::Authorizer") as [
          [string, Resource],
          [string, Resource],
        ];
        one.Properties.JwtConfiguration.Issuer = other.Properties.JwtConfiguration.Issuer;
      },
    },
  },
  {
    name: "the API's parts are made one after another, its stage last",
    problems: ({ routes: { Resources } }) => {
      const parts = Object.keys(Resources).filter((id) => Resources[id]!.Type.startsWith("AWS::ApiGatewayV2::"));
      const stage = parts.find((id) => Resources[id]!.Type.endsWith("::Stage")) ?? "";
      const before = madeAfter(Resources, stage);
      return parts.filter((id) => id !== stage && !before.includes(id)).map((id) => `${id} is made out of turn`);
    },
    breaches: {
      "two routes at once": ({ routes }) => {
        const [first, second] = Object.entries(routes.Resources).filter(
          ([, { Type }]) => Type === "AWS::ApiGatewayV2::Route",
        );
        routes.Resources[second![0]] = { ...second![1], DependsOn: first![1].DependsOn ?? [] };
      },
      "a stage before its routes": ({ routes }) => {
        const [id, stage] = Object.entries(routes.Resources).find(
          ([, { Type }]) => Type === "AWS::ApiGatewayV2::Stage",
        )!;
        routes.Resources[id] = { ...stage, DependsOn: [] };
      },
    },
  },
  {
    name: "the API may call each function it has routes for, and nobody else may",
    problems: (templates) => {
      const permissions = all(templates, "AWS::Lambda::Permission").filter(
        // Another rule checks what schedules and logs may call.
        ([, { Properties }]) => !["events.amazonaws.com", "logs.amazonaws.com"].includes(Properties.Principal),
      );
      const allowed = permissions.map(([, { Properties }]) => {
        const name = called(templates, Properties.FunctionName)?.[1].Properties.FunctionName;
        const [, ...where] = Properties.SourceArn["Fn::Join"][1].slice(-3);
        return `${Properties.Principal} ${JSON.stringify(where)} ${name}`;
      });
      const [[api]] = all(templates, "AWS::ApiGatewayV2::Api") as [[string, Resource]];
      const needed = Object.keys(routesByFunction).map(
        (name) => `apigateway.amazonaws.com ${JSON.stringify([{ Ref: api }, "/*/*"])} caudal-dev-${name}`,
      );
      return [...needed.filter((one) => !allowed.includes(one)), ...allowed.filter((one) => !needed.includes(one))];
    },
    breaches: {
      "a function that may not be called": ({ service }) => {
        delete service.Resources[
          Object.entries(service.Resources).find(([, { Type }]) => Type === "AWS::Lambda::Permission")![0]
        ];
      },
      "a function anyone may call": (templates) =>
        (all(templates, "AWS::Lambda::Permission")[0]![1].Properties.Principal = "*"),
    },
  },
  {
    name: "the stage limits requests, and logs them without naming anybody",
    problems: (templates) =>
      all(templates, "AWS::ApiGatewayV2::Stage").flatMap(([id, { Properties }]) => {
        const { Format = "{}" } = Properties.AccessLogSettings ?? {};
        const named = /sourceIp|userAgent|claims|principal/i.test(Format);
        const logged = "id" in JSON.parse(Format) && Properties.AccessLogSettings;
        return logged && !named && Properties.DefaultRouteSettings?.ThrottlingRateLimit
          ? []
          : [`${id} is unlimited, unlogged, or logs people`];
      }),
    breaches: {
      "no limit": (templates) =>
        delete all(templates, "AWS::ApiGatewayV2::Stage")[0]![1].Properties.DefaultRouteSettings,
      "no log": (templates) => delete all(templates, "AWS::ApiGatewayV2::Stage")[0]![1].Properties.AccessLogSettings,
      "a log of people": (templates) => {
        all(templates, "AWS::ApiGatewayV2::Stage")[0]![1].Properties.AccessLogSettings.Format =
          '{"id":"$context.requestId","who":"$context.authorizer.claims.sub"}';
      },
    },
  },
];
