import { join } from "node:path";
import { Duration, FileSystem, Stack } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type FunctionName, grantsOf, permissions, variableOf } from "../../shared/permissions.ts";
import { limitsOf, workers } from "../workers.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { FunctionRole } from "./function-role.ts";
import { keptLog } from "./kept-log.ts";
import { alarmLines, heartbeats } from "./log-alarms.ts";
import { resourceOf, type StoreResources } from "./resource-of-store.ts";
import { fromQueue, fromStream, onSchedule } from "./triggers.ts";

interface ServiceFunctionProps {
  readonly name: FunctionName;
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** The folder that holds `functions/<name>/index.cjs`. */
  readonly build: string;
  readonly originKey: string;
  readonly resources: StoreResources;
  /** Environment variables besides the key, the build and the stores' own. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly alarms: Alarms;
}

/**
 * Returns the ARN of a function of the stage, made from its name. It refers to no resource, so that a stack which uses
 * it does not keep the service stack from dropping the function.
 */
export function arnOfFunction(scope: Construct, prefix: string, name: string): string {
  const { region, account } = Stack.of(scope);
  return `arn:aws:lambda:${region}:${account}:function:${prefix}-${name}`;
}

/**
 * A deployed function: its bundle, role and log, the permissions of its entry in `shared/permissions.ts`, what starts
 * it besides the API (`workers`), and its alarms.
 */
export class ServiceFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, prefix, build, originKey, environment } = props;
    const folder = join(build, "functions", name);
    const functionName = `${prefix}-${name}`;
    const role = new FunctionRole(this, "Role");
    const logGroup = keptLog(this, `/aws/lambda/${functionName}`);
    logGroup.grantWrite(role);
    this.handler = new LambdaFunction(this, "Function", {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(folder),
      handler: "index.handler",
      ...limitsOf(name),
      role,
      logGroup,
      environment: {
        // The bundle's hash, so that the template changes only when the code does.
        BUILD: FileSystem.fingerprint(folder).slice(0, 16),
        // Only functions that the gateway calls must check that a request came through the edge.
        ...(!workers[name] && { ORIGIN_KEY: originKey }),
        ...environment,
      },
    });
    this.grantStores(role, props);
    this.addTriggers(role, props);
    this.watch(props, logGroup);
    acknowledge(this, {
      "Serverless-LambdaTracing":
        "A request is one function and one log line with its id; X-Ray would need rights on every resource.",
      "Serverless-LambdaDLQ":
        "The gateway waits for the answer, queue and stream send what fails to a queue of its own, and a schedule runs again.",
    });
  }

  /** Gives the function the permissions and the environment variable of each of its stores, and of no other. */
  private grantStores(role: Role, { name, resources }: ServiceFunctionProps): void {
    for (const grant of permissions[name].flatMap(grantsOf)) {
      const resource = resourceOf(grant, resources);
      this.handler.addEnvironment(variableOf(grant), resource.value);
      resource.allow(role, grant);
    }
  }

  private addTriggers(role: Role, { name, prefix, resources, alarms }: ServiceFunctionProps): void {
    const { takes = [], follows, every } = workers[name] ?? {};
    const started = { functionName: `${prefix}-${name}`, handler: this.handler, role, alarms };
    for (const { queue, ...intake } of takes) fromQueue(this, queue, resources.queues[queue], started, intake);
    if (follows) fromStream(this, resources.tables[follows.table], follows, started);
    if (every) onSchedule(this, every, started);
  }

  private watch({ name, prefix, alarms }: ServiceFunctionProps, log: LogGroup): void {
    const lineCount = (line: string) =>
      new MetricFilter(this, `Line-${line}`, {
        logGroup: log,
        filterPattern: FilterPattern.stringValue("$.event", "=", line),
        metricNamespace: `${prefix}/log`,
        metricName: `${name}-${line}`,
        metricValue: "1",
      });
    const missed = heartbeats[name];
    if (missed) {
      const { line, hours, ...sign } = missed;
      const period = Duration.hours(hours);
      alarms.miss(this, line, { metric: lineCount(line).metric({ statistic: "sum", period }), ...sign });
    }
    for (const { line, ...sign } of alarmLines[name] ?? [])
      alarms.raise(this, line, {
        metric: lineCount(line).metric({ statistic: "sum", ...fiveMinutes }),
        atLeast: 1,
        ...sign,
      });
    alarms.raise(this, "Errors", {
      metric: this.handler.metricErrors(fiveMinutes),
      atLeast: 1,
      meaning: `The function ${name} broke down, ran out of time or did not start.`,
      runbook: "function-errors",
    });
  }
}
