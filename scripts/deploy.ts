import { join } from "node:path";
import { CloudFormationClient, DescribeStacksCommand, type Stack } from "@aws-sdk/client-cloudformation";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { reasonAgainstTenant, reasonsAgainst } from "../infra/deploy-refusals.ts";
import { revisionOf } from "../infra/revision.ts";
import { type StackName, stackNames } from "../infra/stage.ts";
import { type Stage, settings } from "../settings.ts";
import { functionNames, root } from "./bundle.ts";
import {
  type Live,
  liveVersions,
  newerVersions,
  openVersions,
  thoseThatStart,
  type Versions,
  versionsThatFail,
} from "./live-versions.ts";
import { reasonAgainstFollowing } from "./release-before.ts";
import { siteOf, takeBackSite } from "./rollback.ts";
import { commitOfSite, failureOfSite } from "./site-answers.ts";
import { type Pages, uploadSite } from "./site-files.ts";
import { cdk } from "./synth.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

const usage = `npm run deploy -- --stage <stage> [--yes] [--parameters <stack>:<name>=<value>]…
Releases a stage: makes or changes its stacks, asks the new functions, moves to them, uploads the pages, and asks the site. With --yes
nobody is asked about wider permissions.`;

/**
 * Returns the stacks of a stage that a deployment must create: those that do not exist, and those whose creation failed
 * or has not ended.
 * @throws if CloudFormation does not answer.
 */
export async function missingStacks(client: CloudFormationClient, stage: Stage): Promise<readonly StackName[]> {
  const missing: StackName[] = [];
  for (const stack of stackNames) {
    const status = (await standing(client, `caudal-${stage}-${stack}`))?.StackStatus;
    if (status === undefined || /^(REVIEW_|CREATE_(FAILED|IN_)|ROLLBACK_)/.test(status)) missing.push(stack);
  }
  return missing;
}

/**
 * Returns the tenant that the tags of a stage's data stack name; undefined if it does not stand or names none.
 * @throws if CloudFormation does not answer.
 */
export async function standingTenant(client: CloudFormationClient, stage: Stage): Promise<string | undefined> {
  const tags = (await standing(client, `caudal-${stage}-data`))?.Tags ?? [];
  return tags.find(({ Key }) => Key === "tenant")?.Value;
}

async function standing(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0];
  } catch (failure) {
    if (failure instanceof Error && failure.message.endsWith("does not exist")) return undefined;
    throw failure;
  }
}

/** What a release does to a stage, apart from the order of it. */
export interface Releasing {
  readonly versions: Versions;
  readonly names: readonly string[];
  /** The stacks that this release creates. */
  readonly missing: readonly StackName[];
  /** Deploys every stack with this context, or all but the routes. @throws if CloudFormation takes it back */
  deploy(context: Readonly<Record<string, string>>, stacks?: "all but routes"): void;
  /** Uploads these pages, and returns the site's address. */
  publish(pages: Pages): Promise<string>;
  /** Returns what the site at an address does not answer as it should; undefined if all is well. */
  failureAt(address: string): Promise<string | undefined>;
  /** Moves functions and pages back to the release before. */
  takeBack(): Promise<void>;
  say(line: string): void;
}

/** Returns the context `name`, which states a version for each function that has one; nothing if none has. */
function stating(
  name: "held" | "before",
  answering: ReadonlyMap<string, Live>,
  versionOf: (one: Live) => string | undefined,
): Readonly<Record<string, string>> {
  const stated = [...answering].flatMap(([of, one]) => (versionOf(one) === undefined ? [] : `${of}:${versionOf(one)}`));
  return stated.length > 0 ? { [name]: stated.join(",") } : {};
}

/**
 * Releases a stage and returns whether the release stands. While the old versions answer, publishes new ones, those of
 * new functions before any route leads there; if one does not start, it stops there and returns false. Then moves every
 * function and uploads the pages. If the site fails, takes all back and returns false, unless no function changed: such
 * a release also keeps the way back of the one that stands.
 */
export async function release(of: Releasing): Promise<boolean> {
  const { versions, names, missing, say } = of;
  if (missing.length > 0)
    say(`${missing.join(", ")} will be created; a second deployment then protects what was created.`);
  const answering = await thoseThatStart(versions, await liveVersions(versions, names));
  const held = {
    ...(missing.length > 0 && { first: missing.join(",") }),
    ...stating("held", answering, ({ version }) => version),
    // The way back of the release that goes on answering stays noted.
    ...stating("before", answering, ({ before }) => before),
  };
  const allStart = async (asked: ReadonlyMap<string, string>) => {
    const failures = await versionsThatFail(versions, asked);
    if (failures.length > 0)
      say(`The release before still answers. These new versions do not start:\n${failures.join("\n")}`);
    return failures.length === 0;
  };
  const brought = names.filter((name) => !answering.has(name));
  // New ones, and those that a release which stopped left not starting.
  if (answering.size > 0 && brought.length > 0) {
    // A route that moves to a new function reaches it at once, whatever is held.
    of.deploy(held, "all but routes");
    const first = new Map(brought.map((name) => [name, { version: "0" }]));
    if (!(await allStart(await newerVersions(versions, first)))) return false;
  }
  of.deploy(held);
  const newer = await newerVersions(versions, answering);
  if (!(await allStart(newer))) return false;
  const isAnother = brought.length > 0 || newer.size > 0;
  of.deploy(stating("before", answering, ({ version, before }) => (isAnother ? version : before)));
  // Pages that stand would be their own version before.
  const address = await of.publish(isAnother ? "all" : "those that differ");
  const failure = await of.failureAt(address);
  if (failure === undefined) {
    say(`${address} answers`);
    return true;
  }
  say(`${address}: ${failure}`);
  if (isAnother) await of.takeBack();
  else say("No function was changed, so nothing is taken back. The release before comes back by npm run rollback.");
  return false;
}

/** What the command line says of a deployment besides its stage. */
interface Said {
  readonly yes?: boolean;
  /** Values of parameters of the templates, each `<stack>:<name>=<value>`. A later deployment keeps them. */
  readonly parameters?: readonly string[];
}

/** Returns what the CDK is given for one deployment: of every stack with this context, or of all but the routes. */
export function deployArguments(
  stage: Stage,
  { yes = false, parameters = [] }: Said,
  ...[context, stacks]: Parameters<Releasing["deploy"]>
): readonly string[] {
  return [
    "deploy",
    // The service brings the stacks it stands on.
    stacks ? `caudal-${stage}-service` : "--all",
    "--outputs-file",
    join(root, "build", `outputs-${stage}.json`),
    ...Object.entries(context).flatMap((entry) => ["--context", entry.join("=")]),
    ...parameters.flatMap((each) => ["--parameters", each]),
    ...(yes ? ["--require-approval", "never"] : []),
  ];
}

/**
 * Returns why this clone's release may not follow the one that answers at an address; undefined if it may, or if the
 * site does not say what answers, since a release may be what mends it.
 */
async function reasonOf(address: string, say: (line: string) => void): Promise<string | undefined> {
  const commit = await commitOfSite(address);
  if (commit !== undefined) return reasonAgainstFollowing(commit);
  say(`${address} does not say which release answers: it is not seen whether this one may follow it.`);
  return undefined;
}

if (import.meta.main) {
  const { values } = typedArguments(usage, {
    options: {
      stage: { type: "string" },
      yes: { type: "boolean" },
      parameters: { type: "string", multiple: true },
    },
  });
  const stage = typedStage(values.stage, usage);
  const against = reasonsAgainst(stage, settings[stage]);
  if (against.length > 0) {
    process.stderr.write(`${against.join("\n")}\n`);
    process.exit(1);
  }
  await exitWith(async () => {
    const { region } = settings[stage];
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const stacks = new CloudFormationClient({ region });
    const missing = await missingStacks(stacks, stage);
    const standingAgainst =
      reasonAgainstTenant(await standingTenant(stacks, stage)) ??
      (missing.includes("service") ? undefined : await reasonOf((await siteOf(stacks, stage)).address, say));
    if (standingAgainst !== undefined) {
      process.stderr.write(`${standingAgainst}\n`);
      return 1;
    }
    const versions = openVersions(new LambdaClient({ region }), `caudal-${stage}`);
    const pages = new S3Client({ region });
    const stands = await release({
      versions,
      names: functionNames(),
      missing,
      deploy: (...of) => cdk(stage, ...deployArguments(stage, values, ...of)),
      publish: async (which) => {
        const { bucket, address } = await siteOf(stacks, stage);
        await uploadSite(pages, bucket, join(root, "build", "site"), which);
        return address;
      },
      failureAt: (address) => failureOfSite(address, revisionOf(root)),
      takeBack: async () => takeBackSite({ versions, stacks, pages, stage, say }),
      say,
    });
    return stands ? 0 : 1;
  });
}
