import { Stack } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnAuthorizer,
  CfnIntegration,
  CfnRoute,
  type CfnRouteProps,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { type Alarm, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Audience, Route } from "../../shared/contract/route.ts";
import { routesByFunction } from "../../shared/contract/routes.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, fiveMinutes } from "./alarms.ts";
import { keptLog } from "./kept-log.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { SignIn } from "./sign-in.ts";

interface OfficeApiProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
}

interface Answering {
  /** The functions by name. */
  readonly functions: ReadonlyMap<string, ServiceFunction>;
  readonly customers: SignIn;
  readonly staff: SignIn;
}

type Authorization = Pick<CfnRouteProps, "authorizationType" | "authorizerId" | "authorizationScopes">;

/** The API. Made before its functions, which must be told the site's address, which must be told the API's host. */
export class OfficeApi extends Construct {
  /** The host the edge asks. It stays open on the internet; functions answer only what carries the origin key. */
  readonly host: string;
  /** Raised while the document desk does not work. */
  readonly down: Alarm;
  private readonly id: string;

  constructor(scope: Construct, id: string, { prefix, alarms }: OfficeApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Api", { apiName: `${prefix}-api`, createDefaultStage: false });
    this.id = api.apiId;
    this.host = `${api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
    const log = keptLog(this, `/aws/vendedlogs/${prefix}-api`);
    new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      // Twice the peak of two million customers in the days after billing.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: routesAndResults },
    });
    const failures = new MathExpression({
      expression: "IF(requests > 0, 100 * errors / requests, 0)",
      usingMetrics: { errors: api.metricServerError(), requests: api.metricCount() },
      ...fiveMinutes,
    });
    this.down = alarms.raise(this, "Down", {
      metric: failures,
      atLeast: 50,
      meaning: "Half of the answers of the API or more are failures: the document desk does not work.",
      runbook: "desk-down",
    });
    alarms.raise(this, "ServerErrors", {
      metric: failures,
      atLeast: 1,
      meaning: "Of a hundred answers of the API at least one is a failure of ours.",
      runbook: "api-errors",
    });
  }

  /**
   * Adds every route of the contract with the function and the authorizer its value says. A path of no route goes to
   * `office`, which refuses it in words.
   * @throws when a function of the contract is not there.
   */
  serve({ functions, customers, staff }: Answering): void {
    const authorizations: Readonly<Record<Audience, Authorization>> = {
      anyone: { authorizationType: "NONE" },
      customer: this.tokensOf("Customers", customers),
      staff: this.tokensOf("Staff", staff),
    };
    for (const [name, routes] of Object.entries(routesByFunction)) {
      const handler = functions.get(name);
      if (!handler) throw new Error(`the contract has routes of ${name}, but there is no functions/${name}/index.ts`);
      const target = this.invoking(name, handler);
      for (const [id, { method, path, audience }] of Object.entries<Route>(routes))
        this.route(id, `${method} /api${path}`, target, authorizations[audience]);
      if (name === "office") this.route("Rest", "$default", target, authorizations.anyone);
    }
  }

  private route(id: string, routeKey: string, target: string, authorization: Authorization): void {
    const route = new CfnRoute(this, id, { apiId: this.id, routeKey, target, ...authorization });
    if (authorization.authorizationType === "NONE")
      acknowledge(route, { "AwsSolutions-APIG4": "The contract says that anyone may call it." });
  }

  /** Invokes a function. One permission for all its routes: one for each would outgrow the function's policy. */
  private invoking(name: string, { handler }: ServiceFunction): string {
    const integration = new CfnIntegration(this, `To-${name}`, {
      apiId: this.id,
      integrationType: "AWS_PROXY",
      integrationUri: handler.functionArn,
      payloadFormatVersion: "2.0",
    });
    handler.addPermission("Api", {
      principal: new ServicePrincipal("apigateway.amazonaws.com"),
      sourceArn: Stack.of(this).formatArn({ service: "execute-api", resource: this.id, resourceName: "*/*" }),
    });
    return `integrations/${integration.ref}`;
  }

  /** Only access tokens of one sign-in: an ID token has no scope, so asking for one keeps it out. */
  private tokensOf(name: string, { issuer, clientId }: SignIn): Authorization {
    const authorizer = new CfnAuthorizer(this, name, {
      apiId: this.id,
      name,
      authorizerType: "JWT",
      identitySource: ["$request.header.Authorization"],
      jwtConfiguration: { issuer, audience: [clientId] },
    });
    return { authorizationType: "JWT", authorizerId: authorizer.ref, authorizationScopes: ["openid"] };
  }
}

/** Which route, how it went and how long it took; of nobody. */
const routesAndResults = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    route: AccessLogField.contextRouteKey(),
    status: AccessLogField.contextStatus(),
    ms: AccessLogField.contextResponseLatency(),
    authorizer: AccessLogField.contextAuthorizerError(),
    integration: AccessLogField.contextIntegrationErrorMessage(),
  }),
);
