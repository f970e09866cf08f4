import { join } from "node:path";
import { Duration, FileSystem } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, EventSourceMapping, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { type FunctionName, type StoreName, stores, variableOf, wiring } from "../../shared/wiring.ts";
import { workers } from "../workers.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, fiveMinutes } from "./alarms.ts";
import { keptLog } from "./kept-log.ts";
import { resourceOf, type StoreResources } from "./store-resource.ts";

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

/** A deployed function: its bundle, its own role, its log, its line of `shared/wiring.ts`, its queues, its alarms. */
export class ServiceFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, prefix, build, originKey, environment, alarms } = props;
    const folder = join(build, "functions", name);
    const functionName = `${prefix}-${name}`;
    const worker = workers[name];
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    const logGroup = keptLog(this, `/aws/lambda/${functionName}`);
    logGroup.grantWrite(role);
    this.handler = new LambdaFunction(this, "Function", {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(folder),
      handler: "index.handler",
      // Less than 256 MB starts markedly slower; figures in docs/figures.md.
      memorySize: worker?.memorySize ?? 256,
      timeout: worker?.timeout ?? Duration.seconds(15),
      role,
      logGroup,
      environment: {
        // The hash of the bundle: the template changes when the code does, and only then.
        BUILD: FileSystem.fingerprint(folder).slice(0, 16),
        // Only what the gateway calls has a door to keep.
        ...(!worker && { ORIGIN_KEY: originKey }),
        ...environment,
      },
    });
    this.wire(role, props);
    this.watch(name, alarms);
    acknowledge(this, {
      "Serverless-LambdaTracing":
        "A request is one function and one log line with its id; X-Ray would need rights on every resource.",
      "Serverless-LambdaDLQ":
        "Nothing invokes it asynchronously: the gateway waits for the answer, queues keep their own dead letters.",
    });
  }

  /** Permissions and environment: its stores, its queues, nothing else. */
  private wire(role: Role, { name, resources }: ServiceFunctionProps): void {
    const wired: readonly StoreName[] = wiring[name];
    for (const store of wired) {
      const resource = resourceOf(stores[store], resources);
      this.handler.addEnvironment(variableOf(stores[store]), resource.value);
      resource.allow(role, stores[store]);
    }
    for (const { queue, ...intake } of workers[name]?.takes ?? []) {
      resources.queues[queue].allowTaking(role);
      const mapping = new EventSourceMapping(this, `From-${queue}`, {
        target: this.handler,
        eventSourceArn: resources.queues[queue].arn,
        reportBatchItemFailures: true,
        ...intake,
      });
      acknowledge(mapping, {
        "Serverless-LambdaEventSourceMappingDestination":
          "A queue has no such destination: what fails five times goes to its dead letters.",
      });
    }
  }

  private watch(name: FunctionName, alarms: Alarms): void {
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
