import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { type Stage, type StageSettings, settings, tenant } from "../settings.ts";
import { type FunctionName, permissions } from "../shared/permissions.ts";
import { DataStack } from "./data-stack.ts";
import { reasonsAgainst, refuse } from "./deploy-refusals.ts";
import { ServiceStack } from "./service-stack.ts";
import { firstOf, type StackName, stageOf } from "./stage.ts";

const root = join(import.meta.dirname, "..");

export interface Composition {
  readonly stage: Stage;
  readonly settings: StageSettings;
  /** The functions to deploy, of those of `shared/permissions.ts`. */
  readonly functions: readonly FunctionName[];
  /** What the build wrote: `functions/`, `edge/paths.js`, `site-headers.json`. */
  readonly build: string;
  /**
   * The stacks that this deployment makes for the first time. Nothing protects them from deletion yet: a creation that
   * fails must be able to take back what it made, and the next to delete what is left of the stack.
   */
  readonly first?: readonly StackName[];
}

/**
 * The two stacks of a stage, checked by cdk-nag while they are synthesized.
 * @throws when the Region is another than the edge's firewall can live in.
 */
export function compose(
  app: App,
  { stage, settings, functions, build, first = [] }: Composition,
): { data: DataStack; service: ServiceStack } {
  const { account, region, mailSender, alarmAddress, evidenceLock } = settings;
  if (region !== "us-east-1")
    throw new Error(
      `Caudal deploys to us-east-1 only, where the web firewall of CloudFront lives; ${stage} asks for ${region}.`,
    );
  const prefix = `caudal-${stage}`;
  const propsOf = (stack: StackName) => ({
    env: { region, ...(account && { account }) },
    terminationProtection: stage === "prod" && !first.includes(stack),
  });
  const data = new DataStack(app, `${prefix}-data`, {
    ...propsOf("data"),
    undeletable: !first.includes("data"),
    prefix,
    office: tenant.name.value,
    mailSender,
    alarmAddress,
    evidenceLock,
  });
  const service = new ServiceStack(app, `${prefix}-service`, {
    ...propsOf("service"),
    prefix,
    settings,
    build,
    functions,
    data,
  });
  const reasons = reasonsAgainst(stage, settings);
  for (const stack of [data, service]) refuse(stack, reasons);
  Tags.of(app).add("project", "caudal");
  Tags.of(app).add("stage", stage);
  Tags.of(app).add("tenant", tenant.code);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { data, service };
}

/** The functions that have code, `functions/<name>/index.ts`; each has its line in `shared/permissions.ts`. */
function withCode(): FunctionName[] {
  const folders = readdirSync(join(root, "functions")).filter((name) =>
    existsSync(join(root, "functions", name, "index.ts")),
  );
  const unnamed = folders.filter((name) => !isGranted(name));
  if (unnamed.length > 0)
    throw new Error(`shared/permissions.ts says nothing of functions/${unnamed.join(", functions/")}`);
  return folders.filter(isGranted);
}

function isGranted(name: string): name is FunctionName {
  return Object.hasOwn(permissions, name);
}

if (import.meta.main) {
  const app = new App();
  const stage = stageOf(app.node.tryGetContext("stage"));
  compose(app, {
    stage,
    settings: settings[stage],
    functions: withCode(),
    build: join(root, "build"),
    first: firstOf(app.node.tryGetContext("first")),
  });
  app.synth();
}
