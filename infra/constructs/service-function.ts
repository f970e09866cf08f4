import { join } from "node:path";
import { Duration, FileSystem } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type FunctionName, grantsOf, permissions, variableOf } from "../../shared/permissions.ts";
import { limitsOf, workers } from "../workers.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, fiveMinutes } from "./alarms.ts";
import { keptLog } from "./kept-log.ts";
import { resourceOf, type StoreResources } from "./resource-of-store.ts";
import { fromQueue, fromStream, onSchedule } from "./triggers.ts";

/** Lines of a function's log that call a person, by its name. */
const alarmLines: Partial<Record<FunctionName, readonly { line: string; meaning: string; runbook: string }[]>> = {
  "accept-uploads": [
    {
      line: "scan-overdue",
      meaning: "A paper was filed and its scan for malware has been silent for an hour.",
      runbook: "scan-overdue",
    },
    {
      line: "malware-after-kept",
      meaning: "Malware was found in a paper that was kept and may have been opened by staff.",
      runbook: "malware-after-kept",
    },
  ],
  sweep: [
    {
      line: "attachment-missing",
      meaning: "A paper was announced and filed, and a day later it has not come.",
      runbook: "attachment-missing",
    },
  ],
};

/** Lines of a function's log whose silence calls a person, by its name: a run that fails, and one that never came, alike. */
const heartbeats: Partial<Record<FunctionName, { line: string; hours: number; meaning: string; runbook: string }>> = {
  "digest-chains": {
    line: "chains-digested",
    hours: 6,
    meaning: "For six hours nothing has said that every day that is over has its digest.",
    runbook: "digest-missing",
  },
};

interface ServiceFunctionProps {
  readonly name: FunctionName;
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** The folder that holds `functions/<name>/index.cjs`. */
  readonly build: string;
  readonly originKey: string;
  readonly resources: StoreResources;
  /** What it is told besides its stores. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly alarms: Alarms;
}

/** A deployed function: its bundle, its own role, its log, its line of `shared/permissions.ts`, what sets it going, its alarms. */
export class ServiceFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, prefix, build, originKey, environment } = props;
    const folder = join(build, "functions", name);
    const functionName = `${prefix}-${name}`;
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
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
        // The hash of the bundle: the template changes when the code does, and only then.
        BUILD: FileSystem.fingerprint(folder).slice(0, 16),
        // Only what the gateway calls has a door to keep.
        ...(!workers[name] && { ORIGIN_KEY: originKey }),
        ...environment,
      },
    });
    this.grant(role, props);
    this.setGoing(role, props);
    this.watch(props, logGroup);
    acknowledge(this, {
      "Serverless-LambdaTracing":
        "A request is one function and one log line with its id; X-Ray would need rights on every resource.",
      "Serverless-LambdaDLQ":
        "The gateway waits for the answer, queue and stream have a place for what fails, and a schedule comes again.",
    });
  }

  /** Permissions and environment: its stores, nothing else. */
  private grant(role: Role, { name, resources }: ServiceFunctionProps): void {
    for (const grant of permissions[name].flatMap(grantsOf)) {
      const resource = resourceOf(grant, resources);
      this.handler.addEnvironment(variableOf(grant), resource.value);
      resource.allow(role, grant);
    }
  }

  private setGoing(role: Role, { name, prefix, resources, alarms }: ServiceFunctionProps): void {
    const { takes = [], follows, every } = workers[name] ?? {};
    const started = { functionName: `${prefix}-${name}`, handler: this.handler, role, alarms };
    for (const { queue, ...intake } of takes) fromQueue(this, queue, resources.queues[queue], started, intake);
    if (follows) fromStream(this, resources.tables[follows.table], follows.having, started);
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
    alarms.raise(this, "Throttles", {
      metric: this.handler.metricThrottles(fiveMinutes),
      atLeast: 1,
      meaning: `The function ${name} was refused a place to run: the account's limit of concurrent executions is reached.`,
      runbook: "function-throttles",
    });
  }
}
