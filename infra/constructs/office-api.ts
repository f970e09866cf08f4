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
import { type Alarm, type IMetric, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, type IFilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Audience, Route } from "../../shared/contract/route.ts";
import { filedWith, routesByFunction } from "../../shared/contract/routes.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { keptLog } from "./kept-log.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { SignIn } from "./sign-in.ts";

interface OfficeApiProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
}

interface Answering {
  /** The deployed functions, by name. */
  readonly functions: ReadonlyMap<string, ServiceFunction>;
  readonly customers: SignIn;
  readonly staff: SignIn;
}

type Authorization = Pick<CfnRouteProps, "authorizationType" | "authorizerId" | "authorizationScopes">;

/**
 * The HTTP API. It is created before its functions, because they need the site's address and the site needs the API's
 * host.
 */
export class OfficeApi extends Construct {
  /**
   * The host that the edge sends requests to. It is open on the internet; functions answer only requests with the
   * origin key.
   */
  readonly host: string;
  private readonly id: string;
  private readonly prefix: string;
  private readonly alarms: Alarms;
  private readonly log: LogGroup;
  /** Counts of all the API's routes together. */
  private readonly answers: { readonly errors: IMetric; readonly requests: IMetric };

  constructor(scope: Construct, id: string, { prefix, alarms }: OfficeApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Api", { apiName: `${prefix}-api`, createDefaultStage: false });
    this.id = api.apiId;
    this.prefix = prefix;
    this.alarms = alarms;
    this.host = `${api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
    this.log = keptLog(this, `/aws/vendedlogs/${prefix}-api`);
    new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      // Twice the peak of two million customers in the days after billing.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: { destination: new LogGroupLogDestination(this.log), format: routesAndResults },
    });
    this.answers = { errors: api.metricServerError(), requests: api.metricCount() };
    alarms.raise(this, "ServerErrors", {
      metric: new MathExpression({
        expression: "IF(requests > 0, 100 * errors / requests, 0)",
        usingMetrics: this.answers,
        ...fiveMinutes,
      }),
      atLeast: 1,
      meaning: "At least one of a hundred answers of the API is a failure of ours.",
      runbook: "api-errors",
    });
  }

  /**
   * Adds every route of the contract, with its function and the authorizer of its audience. A request to any other path
   * goes to `office`, which refuses it with a message.
   * @throws if a function of the contract is not in `functions`.
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

  /**
   * Defines the alarm that is raised while the document desk is down: five minutes show one of three signs. Half of all
   * answers fail. Or two or more answers of the routes that people file with fail, and these are half of them. Or no
   * probe from outside succeeds. A period without data raises it too, since the probe gives data every five minutes.
   * @param watch the function that probes the API from outside on a schedule
   */
  raiseDown({ handler }: ServiceFunction): Alarm {
    const filed = filedWith.map(({ method, path }) =>
      FilterPattern.stringValue("$.route", "=", `${method} /api${path}`),
    );
    const failed = FilterPattern.stringValue("$.status", "=", "5*");
    const counted = (metricName: string, filterPattern: IFilterPattern) =>
      new MetricFilter(this, metricName, {
        logGroup: this.log,
        filterPattern,
        metricNamespace: `${this.prefix}/log`,
        metricName,
        metricValue: "1",
        defaultValue: 0,
      }).metric({ statistic: "sum" });
    return this.alarms.raise(this, "Down", {
      metric: new MathExpression({
        expression:
          "MAX([100 * errors / requests, IF(unfiled > 1, 100 * unfiled / filed, 0), IF(asked > unanswered, 0, 100)])",
        usingMetrics: {
          ...this.answers,
          unfiled: counted("unfiled", FilterPattern.all(failed, FilterPattern.any(...filed))),
          filed: counted("filed", FilterPattern.any(...filed)),
          asked: handler.metricInvocations(),
          unanswered: handler.metricErrors(),
        },
        ...fiveMinutes,
      }),
      atLeast: 50,
      orSilent: true,
      meaning:
        "Half of the API's answers or of the attempts to file fail, or it does not answer from outside: the document desk does not work.",
      runbook: "document-desk-down",
    });
  }

  private route(id: string, routeKey: string, target: string, authorization: Authorization): void {
    const route = new CfnRoute(this, id, { apiId: this.id, routeKey, target, ...authorization });
    if (authorization.authorizationType === "NONE")
      acknowledge(route, { "AwsSolutions-APIG4": "The contract says that anyone may call it." });
  }

  /**
   * Adds the integration that invokes a function, and returns its target. One permission serves all its routes: one
   * each would outgrow the function's policy.
   */
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

  /**
   * Adds an authorizer that takes only access tokens of one sign-in. It asks for the scope `openid`, because an ID
   * token has no scope.
   */
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

/** The API's access log: the route, its status and its time. It names no person and no address. */
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
