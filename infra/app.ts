import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { App, Tags } from "aws-cdk-lib";
import { type Stage, type StageSettings, settings, tenant } from "../settings.ts";
import { type FunctionName, permissions } from "../shared/permissions.ts";
import type { Release } from "./constructs/service-function.ts";
import { CopiesStack } from "./copies-stack.ts";
import { DataStack } from "./data-stack.ts";
import { reasonsAgainst, refuse } from "./deploy-refusals.ts";
import { checkByNag } from "./nag.ts";
import { revisionOf } from "./revision.ts";
import { RoutesStack } from "./routes-stack.ts";
import { ServiceStack } from "./service-stack.ts";
import { firstOf, isPublic, type StackName, stageOf, versionsOf } from "./stage.ts";

const root = join(import.meta.dirname, "..");

const noRelease: Release = { held: {}, before: {} };

export interface Composition {
  readonly stage: Stage;
  readonly settings: StageSettings;
  /** The functions to deploy, each one named in `shared/permissions.ts`. */
  readonly functions: readonly FunctionName[];
  /** The build's folder: it holds `functions/`, `edge/paths.js` and `site-headers.json`. */
  readonly build: string;
  /**
   * The stacks that this deployment creates. They get no protection from deletion yet, so that CloudFormation can roll
   * a failed creation back and an operator can delete what is left of it. @default none
   */
  readonly first?: readonly StackName[];
  /** @default every function answers with its newest version, and nothing is noted of the one before */
  readonly release?: Release;
  /** The commit that is deployed and its instant, with a space between. @default `local`: nobody's release */
  readonly revision?: string;
}

/**
 * Builds the stacks of a stage in `app`, with tags, and adds the checks of cdk-nag, which run at synthesis. `copies` is
 * built only if the settings have a `copiesRegion`. If a reason stands against deploying the stage, such as a mail
 * address of an example domain, each template gets a rule that makes CloudFormation refuse it.
 * @throws if the settings' Region is not us-east-1 and the stage is not `second`.
 */
export function compose(
  app: App,
  { stage, settings, functions, build, first = [], release = noRelease, revision = "local" }: Composition,
): { copies?: CopiesStack; data: DataStack; service: ServiceStack; routes: RoutesStack } {
  const { account, region, mailSender, alarmAddress, evidenceLock, copiesRegion } = settings;
  if (region !== "us-east-1" && stage !== "second")
    throw new Error(
      `Caudal deploys to us-east-1 only, where the web firewall of CloudFront lives; ${stage} asks for ${region}.`,
    );
  const prefix = `caudal-${stage}`;
  const propsOf = (stack: StackName) => ({
    env: { region, ...(account && { account }) },
    terminationProtection: isPublic(stage) && !first.includes(stack),
  });
  const data = new DataStack(app, `${prefix}-data`, {
    ...propsOf("data"),
    undeletable: !first.includes("data"),
    prefix,
    office: tenant.name.value,
    mailSender,
    alarmAddress,
    pageAddress: settings.pageAddress ?? alarmAddress,
    evidenceLock,
    connections: settings.connections,
    copiesRegion,
  });
  const copies = copiesRegion
    ? new CopiesStack(app, `${prefix}-copies`, {
        ...propsOf("data"),
        env: { region: copiesRegion, ...(account && { account }) },
        prefix,
        lock: evidenceLock,
      })
    : undefined;
  // S3 refuses to copy to a bucket that is not there.
  if (copies) data.addStackDependency(copies);
  const service = new ServiceStack(app, `${prefix}-service`, {
    ...propsOf("service"),
    prefix,
    settings,
    build,
    functions,
    data,
    release,
    revision,
  });
  const { api, customers, staff } = service;
  const routes = new RoutesStack(app, `${prefix}-routes`, { ...propsOf("routes"), prefix, api, customers, staff });
  const reasons = reasonsAgainst(stage, settings);
  for (const stack of [...(copies ? [copies] : []), data, service, routes]) refuse(stack, reasons);
  // CloudFormation's published schema of a dashboard knows no tags yet.
  const untagged = { excludeResourceTypes: ["AWS::CloudWatch::Dashboard"] };
  for (const [name, value] of Object.entries({ project: "caudal", stage, tenant: tenant.code }))
    Tags.of(app).add(name, value, untagged);
  checkByNag(app);
  return { ...(copies && { copies }), data, service, routes };
}

/**
 * Returns the names of the functions that have code in `functions/<name>/index.ts`.
 * @throws if one of them has no entry in `shared/permissions.ts`.
 */
function withCode(): FunctionName[] {
  const folders = readdirSync(join(root, "functions")).filter((name) =>
    existsSync(join(root, "functions", name, "index.ts")),
  );
  const unlisted = folders.filter((name) => !hasPermissions(name));
  if (unlisted.length > 0)
    throw new Error(`shared/permissions.ts has no entry for functions/${unlisted.join(", functions/")}`);
  return folders.filter(hasPermissions);
}

function hasPermissions(name: string): name is FunctionName {
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
    release: {
      held: versionsOf(app.node.tryGetContext("held")),
      before: versionsOf(app.node.tryGetContext("before")),
    },
    revision: app.node.tryGetContext("revision") ?? revisionOf(root),
  });
  app.synth();
}
