import { Duration, Stack } from "aws-cdk-lib";
import { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { type Alarm, type IMetric, MathExpression, type Metric } from "aws-cdk-lib/aws-cloudwatch";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, type IFilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { filedWith, routesByFunction } from "../../shared/contract/routes.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { keptLog } from "./kept-log.ts";
import type { ServiceFunction } from "./service-function.ts";

interface OfficeApiProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
}

/**
 * The HTTP API, its log and its alarms. It is created before its functions, because they need the site's address and
 * the site needs the API's host. Its routes are in `RoutesStack`, which comes last.
 */
export class OfficeApi extends Construct {
  readonly id: string;
  /**
   * The host that the edge sends requests to. It is open on the internet; functions answer only requests with the
   * origin key.
   */
  readonly host: string;
  readonly log: LogGroup;
  private readonly prefix: string;
  private readonly alarms: Alarms;
  /** Attempts to file, and those that failed by our fault. */
  readonly filing: { readonly filed: Metric; readonly unfiled: Metric };
  /** Raised while answers fail by our fault; one message says it with the objectives of filing. */
  readonly failing: Alarm;
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
    this.answers = { errors: api.metricServerError(), requests: api.metricCount() };
    const routes = filedWith.map(({ method, path }) =>
      FilterPattern.stringValue("$.route", "=", `${method} /api${path}`),
    );
    const failed = FilterPattern.stringValue("$.status", "=", "5*");
    this.filing = {
      unfiled: this.counted("unfiled", FilterPattern.all(failed, FilterPattern.any(...routes))),
      filed: this.counted("filed", FilterPattern.any(...routes)),
    };
    alarms.raise(this, "Refusals", {
      metric: this.counted("forbidden", FilterPattern.stringValue("$.status", "=", "403"), Duration.minutes(10)),
      atLeast: 20,
      meaning: "Within ten minutes somebody was refused twenty times what their role or account does not allow.",
      runbook: "refusals",
    });
    this.failing = alarms.raise(this, "ServerErrors", {
      metric: new MathExpression({
        expression: "IF(requests > 0, 100 * errors / requests, 0)",
        usingMetrics: this.answers,
        ...fiveMinutes,
      }),
      atLeast: 1,
      // At night one failure among few requests is more than one in a hundred.
      ofThree: 2,
      meaning: "At least one of a hundred answers of the API is a failure of ours.",
      runbook: "api-errors",
      quiet: true,
    });
  }

  /**
   * Lets the API call each function that the contract has routes of. One permission serves all routes of a function:
   * one each would outgrow the function's policy.
   * @throws if a function of the contract is not in `functions`.
   */
  call(functions: ReadonlyMap<string, ServiceFunction>): void {
    for (const name of Object.keys(routesByFunction)) {
      const called = functions.get(name);
      if (!called) throw new Error(`the contract has routes of ${name}, but there is no functions/${name}/index.ts`);
      called.live.addPermission("Api", {
        principal: new ServicePrincipal("apigateway.amazonaws.com"),
        sourceArn: Stack.of(this).formatArn({ service: "execute-api", resource: this.id, resourceName: "*/*" }),
      });
    }
  }

  /** Counts the lines of the API's log that have this pattern. */
  private counted(metricName: string, filterPattern: IFilterPattern, period?: Duration): Metric {
    return new MetricFilter(this, metricName, {
      logGroup: this.log,
      filterPattern,
      metricNamespace: `${this.prefix}/log`,
      metricName,
      metricValue: "1",
      defaultValue: 0,
    }).metric({ statistic: "sum", ...(period && { period }) });
  }

  /**
   * Defines the alarm that is raised while the document desk is down: five minutes show one of three signs. Half of all
   * answers fail. Or two or more answers of the routes that people file with fail, and these are half of them, without
   * the probe's own. Or no probe from outside succeeds, be it that none is run.
   * @param watch the function that probes the API from outside on a schedule
   */
  raiseDown({ handler }: ServiceFunction): Alarm {
    return this.alarms.raise(this, "Down", {
      metric: new MathExpression({
        // What has no data counts as none: without FILL, CloudWatch looks for older periods and rings later. A probe
        // each minute is why the newest minutes, whose data comes late, leave no period without one.
        expression:
          "MAX([100 * FILL(errors, 0) / FILL(requests, 1), IF(FILL(unfiled, 0) > 1 AND 2 * FILL(unfiled, 0) >= FILL(filed, 0) - FILL(asked, 0), 100, 0), IF(FILL(asked, 0) > FILL(unanswered, 0), 0, 100)])",
        usingMetrics: {
          ...this.answers,
          ...this.filing,
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
      wakes: true,
    });
  }
}
