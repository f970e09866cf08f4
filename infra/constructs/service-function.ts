import { join } from "node:path";
import { Duration, FileSystem, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { Role } from "aws-cdk-lib/aws-iam";
import {
  Alias,
  Architecture,
  Code,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Version,
} from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type FunctionName, grantsOf, permissions, variableOf } from "../../shared/permissions.ts";
import { keptRuns, limitsOf, workers } from "../workers.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { FunctionRole } from "./function-role.ts";
import { keptLog } from "./kept-log.ts";
import { alarmLines, heartbeats } from "./log-alarms.ts";
import type { OriginKey } from "./origin-key.ts";
import { resourceOf, type StoreResources } from "./resource-of-store.ts";
import { fromQueue, fromStream, onSchedule } from "./triggers.ts";

interface ServiceFunctionProps {
  readonly name: FunctionName;
  /** `caudal-<stage>`. */
  readonly prefix: string;
  /** The folder that holds `functions/<name>/index.cjs`. */
  readonly build: string;
  readonly originKey: OriginKey;
  readonly resources: StoreResources;
  /** Environment variables besides the key, the build and the stores' own. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly alarms: Alarms;
  readonly release: Release;
}

/**
 * Always true. The library types an alias's role as maybe `undefined`, which fits no `IFunction` under our compiler
 * options.
 */
function isFunction(alias: Alias): alias is Alias & IFunction {
  return alias.functionArn !== undefined;
}

/** What a deployment does with the versions that answer, by the function's name. */
export interface Release {
  /** The versions that go on answering although this deployment publishes newer ones. */
  readonly held: Readonly<Partial<Record<string, string>>>;
  /** The versions that answered before this release, which `npm run rollback` moves back to. */
  readonly before: Readonly<Partial<Record<string, string>>>;
}

/** The alias by which everything calls a function: moving it is what a release and a rollback do. */
export const live = "live";

/**
 * Returns the ARN of a function, without a version, put together from `prefix` and `name`. The text refers to no
 * resource: a stack that uses it does not keep the service stack from deleting the function.
 * @param prefix `caudal-<stage>`
 */
export function arnOfFunction(scope: Construct, prefix: string, name: string): string {
  const { region, account } = Stack.of(scope);
  return `arn:aws:lambda:${region}:${account}:function:${prefix}-${name}`;
}

/**
 * A deployed function: its bundle, role and log, the permissions of its entry in `shared/permissions.ts`, what starts
 * it besides the API (`workers`), and its alarms. Each change of code or settings publishes a version; the alias `live`
 * answers with the newest, or with the one that the release holds.
 */
export class ServiceFunction extends Construct {
  /** For metrics, which count all versions together. What calls the function calls `live`. */
  readonly handler: LambdaFunction;
  readonly live: IFunction;
  readonly log: LogGroup;
  /** Raised when the function breaks down; one message says it of all functions. */
  readonly errors: Alarm;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, prefix, build, originKey, environment } = props;
    const folder = join(build, "functions", name);
    const functionName = `${prefix}-${name}`;
    const reservedConcurrentExecutions = keptRuns(name);
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
      ...(reservedConcurrentExecutions && { reservedConcurrentExecutions }),
      role,
      logGroup,
      // Of its own lines the platform writes those of what failed: ours say how long a call took, and the memory.
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        // The bundle's hash, so that the template changes only when the code does.
        BUILD: FileSystem.fingerprint(folder).slice(0, 16),
        // Only functions that the gateway calls must check that a request came through the edge.
        ...(!workers[name] && { ORIGIN_KEY: originKey.value }),
        ...(!workers[name] && originKey.other !== undefined && { ORIGIN_KEY_OTHER: originKey.other }),
        ...environment,
      },
      // A version that is not the newest any more stays: a rollback needs it.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    });
    this.live = this.alias(props);
    this.grantStores(role, props);
    this.addTriggers(role, props);
    this.log = logGroup;
    this.errors = this.watch(props, logGroup);
  }

  /** Adds the alias. Also publishes the newest version if the release holds an older one. */
  private alias({ name, release }: ServiceFunctionProps): IFunction {
    const newest = this.handler.currentVersion.version;
    const before = release.before[name];
    const alias = new Alias(this, "Live", {
      aliasName: live,
      version: Version.fromVersionAttributes(this, "Answering", {
        lambda: this.handler,
        version: release.held[name] ?? newest,
      }),
      ...(before && { description: `before ${before}` }),
    });
    if (!isFunction(alias)) throw new Error(`${name}: its alias is no function`);
    return alias;
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
    const { handler, live } = this;
    const started = { functionName: `${prefix}-${name}`, handler, live, role, alarms };
    for (const { queue, ...intake } of takes) fromQueue(this, queue, resources.queues[queue], started, intake);
    if (follows) fromStream(this, resources.tables[follows.table], follows, started);
    if (every) onSchedule(this, every, started);
  }

  /** Adds the alarms of the function's log lines, and returns that of its failures. */
  private watch({ name, prefix, alarms }: ServiceFunctionProps, log: LogGroup): Alarm {
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
      const { line, minutes, ...sign } = missed;
      const period = Duration.minutes(minutes);
      alarms.miss(this, line, { metric: lineCount(line).metric({ statistic: "sum", period }), ...sign });
    }
    for (const { line, ...sign } of alarmLines[name] ?? [])
      alarms.raise(this, line, {
        metric: lineCount(line).metric({ statistic: "sum", ...fiveMinutes }),
        atLeast: 1,
        ...sign,
      });
    return alarms.raise(this, "Errors", {
      metric: this.handler.metricErrors(fiveMinutes),
      atLeast: 1,
      meaning: `The function ${name} broke down, ran out of time or did not start.`,
      runbook: "function-errors",
      quiet: true,
    });
  }
}
