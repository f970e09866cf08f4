import { type CfnResource, Stack, type StackProps } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { CfnAuthorizer, CfnIntegration, CfnRoute, type CfnRouteProps, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import type { Construct } from "constructs";
import type { Audience, Route } from "../shared/contract/route.ts";
import { routesByFunction } from "../shared/contract/routes.ts";
import type { OfficeApi } from "./constructs/office-api.ts";
import { arnOfFunction, live } from "./constructs/service-function.ts";
import type { SignIn } from "./constructs/sign-in.ts";

interface RoutesStackProps extends StackProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly api: OfficeApi;
  readonly customers: SignIn;
  readonly staff: SignIn;
}

type Authorization = Pick<CfnRouteProps, "authorizationType" | "authorizerId" | "authorizationScopes">;

/**
 * Every route of the contract, with its function and the authorizer of its audience, and the API's stage. A request to
 * any other path goes to `office`, which refuses it with a message.
 *
 * A stack of its own, because the routes need the sign-in clients, these need the site's address, and the site needs
 * the API's host. CloudFormation makes one after another: the gateway refuses changes of one API at the same time.
 */
export class RoutesStack extends Stack {
  private readonly api: OfficeApi;
  private last: CfnResource | undefined;

  constructor(scope: Construct, id: string, { prefix, api, customers, staff, ...stackProps }: RoutesStackProps) {
    super(scope, id, stackProps);
    this.api = api;
    const authorizations: Readonly<Record<Audience, Authorization>> = {
      anyone: { authorizationType: "NONE" },
      customer: this.tokensOf("Customers", customers),
      staff: this.tokensOf("Staff", staff),
    };
    for (const [name, routes] of Object.entries(routesByFunction)) {
      const target = this.invoking(name, `${arnOfFunction(this, prefix, name)}:${live}`);
      for (const [routeId, { method, path, audience }] of Object.entries<Route>(routes))
        this.route(routeId, `${method} /api${path}`, target, authorizations[audience]);
      if (name === "office") this.route("Rest", "$default", target, authorizations.anyone);
    }
    const stage = new CfnStage(this, "Stage", {
      apiId: api.id,
      stageName: "$default",
      autoDeploy: true,
      // Twice the peak of two million customers in the days after billing.
      defaultRouteSettings: { throttlingRateLimit: 500, throttlingBurstLimit: 1000 },
      accessLogSettings: { destinationArn: api.log.logGroupArn, format: routesAndResults.toString() },
    });
    // Last, so that a new stage is deployed once, with every route.
    this.inTurn(stage);
  }

  private inTurn(resource: CfnResource): void {
    if (this.last) resource.addResourceDependency(this.last);
    this.last = resource;
  }

  private route(id: string, routeKey: string, target: string, authorization: Authorization): void {
    const route = new CfnRoute(this, id, { apiId: this.api.id, routeKey, target, ...authorization });
    this.inTurn(route);
  }

  /** Adds the integration that invokes a function, and returns its target. */
  private invoking(name: string, functionArn: string): string {
    const integration = new CfnIntegration(this, `To-${name}`, {
      apiId: this.api.id,
      integrationType: "AWS_PROXY",
      integrationUri: functionArn,
      payloadFormatVersion: "2.0",
    });
    this.inTurn(integration);
    return `integrations/${integration.ref}`;
  }

  /**
   * Adds an authorizer that takes only access tokens of one sign-in. It asks for the scope `openid`, because an ID
   * token has no scope.
   */
  private tokensOf(name: string, { issuer, clientId }: SignIn): Authorization {
    const authorizer = new CfnAuthorizer(this, name, {
      apiId: this.api.id,
      name,
      authorizerType: "JWT",
      identitySource: ["$request.header.Authorization"],
      jwtConfiguration: { issuer, audience: [clientId] },
    });
    this.inTurn(authorizer);
    return { authorizationType: "JWT", authorizerId: authorizer.ref, authorizationScopes: ["openid"] };
  }
}

/**
 * The API's access log: the route and its status. It names no person and no address. Without errors of authorizer and
 * integration `error` is two dashes; how long requests take is a metric, and in the functions' lines.
 */
const routesAndResults = AccessLogFormat.custom(
  JSON.stringify({
    id: AccessLogField.contextRequestId(),
    route: AccessLogField.contextRouteKey(),
    status: AccessLogField.contextStatus(),
    error: `${AccessLogField.contextAuthorizerError()}${AccessLogField.contextIntegrationErrorMessage()}`,
  }),
);
