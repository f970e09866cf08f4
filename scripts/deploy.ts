import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { reasonsAgainst } from "../infra/deploy-refusals.ts";
import { type StackName, stackNames, stageOf } from "../infra/stage.ts";
import { type Stage, settings } from "../settings.ts";
import { root } from "./bundle.ts";
import { cdk } from "./synth.ts";

/**
 * Returns the stacks of a stage that a deployment must create: none of that name exists, or its creation failed or has
 * not ended.
 * @throws if CloudFormation does not answer.
 */
export async function missingStacks(client: CloudFormationClient, stage: Stage): Promise<readonly StackName[]> {
  const missing: StackName[] = [];
  for (const stack of stackNames) {
    const status = await statusOf(client, `caudal-${stage}-${stack}`);
    if (status === undefined || /^(REVIEW_|CREATE_(FAILED|IN_)|ROLLBACK_)/.test(status)) missing.push(stack);
  }
  return missing;
}

async function statusOf(client: CloudFormationClient, name: string): Promise<string | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0]?.StackStatus;
  } catch (failure) {
    if (failure instanceof Error && failure.message.endsWith("does not exist")) return undefined;
    throw failure;
  }
}

/**
 * Returns the context arguments of each deployment to run, in order. Stacks that exist are always deployed with their
 * protection on. If stacks are missing, a first deployment creates them without it, so that a failed creation can be
 * rolled back, and a second turns it on.
 */
export function passesFor(missing: readonly StackName[]): readonly (readonly string[])[] {
  return missing.length > 0 ? [["--context", `first=${missing.join(",")}`], []] : [[]];
}

interface SiteFile {
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * Returns the files of a site folder in the order to upload them: first those in `assets/`, which pages name, then all
 * others. The files in `assets/` have their content's hash in their name and are cached for a year; browsers ask for
 * the others again each time.
 * @throws if a kind of file has no content type.
 */
export function siteFiles(folder: string): readonly SiteFile[] {
  const keys = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const hashed = (key: string): boolean => key.startsWith("assets/");
  return [...keys.filter(hashed), ...keys.filter((key) => !hashed(key))].map((key) => {
    const contentType = contentTypes[extname(key)];
    if (!contentType) throw new Error(`${key}: scripts/deploy.ts knows no content type for it`);
    return { key, contentType, cacheControl: hashed(key) ? "public, max-age=31536000, immutable" : "no-cache" };
  });
}

/** The outputs by stack, as the CDK writes them with `--outputs-file`. */
const outputs = z.record(
  z.string(),
  z.looseObject({ SiteBucket: z.string().optional(), SiteAddress: z.string().optional() }),
);

async function upload(stage: Stage, outputsFile: string): Promise<string> {
  const { SiteBucket: bucket, SiteAddress: address } =
    outputs.parse(JSON.parse(readFileSync(outputsFile, "utf8")))[`caudal-${stage}-service`] ?? {};
  if (!bucket || !address) throw new Error(`${outputsFile} names no bucket and address of the site`);
  const folder = join(root, "build", "site");
  const client = new S3Client({ region: settings[stage].region });
  for (const { key, contentType, cacheControl } of siteFiles(folder))
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: readFileSync(join(folder, key)),
        ContentType: contentType,
        CacheControl: cacheControl,
      }),
    );
  return address;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { stage: { type: "string" }, yes: { type: "boolean", default: false } } });
  const stage = stageOf(values.stage);
  const against = reasonsAgainst(stage, settings[stage]);
  if (against.length > 0) {
    process.stderr.write(`${against.join("\n")}\n`);
    process.exit(1);
  }
  const outputsFile = join(root, "build", `outputs-${stage}.json`);
  const answers = values.yes ? ["--require-approval", "never"] : [];
  const missing = await missingStacks(new CloudFormationClient({ region: settings[stage].region }), stage);
  if (missing.length > 0)
    process.stdout.write(`${missing.join(" and ")} will be created; a second deployment then protects them.\n`);
  for (const context of passesFor(missing))
    cdk(stage, "deploy", "--all", "--outputs-file", outputsFile, ...context, ...answers);
  process.stdout.write(`${stage} is at ${await upload(stage, outputsFile)}\n`);
}
