import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { type Stage, settings } from "../settings.ts";
import { functionNames } from "./bundle.ts";
import { openVersions, takeBack, type Versions } from "./live-versions.ts";
import { takeBackPages } from "./site-files.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

const usage = `npm run rollback -- --stage <stage>
Moves a stage's functions and pages back to what answered before its last release: one release, once.`;

/**
 * Returns the bucket and the address of a stage's site.
 * @throws if the service stack is not there or does not state them.
 */
export async function siteOf(
  client: CloudFormationClient,
  stage: Stage,
): Promise<{ readonly bucket: string; readonly address: string }> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: `caudal-${stage}-service` }));
  const outputs = new Map(Stacks[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const [bucket, address] = [outputs.get("SiteBucket"), outputs.get("SiteAddress")];
  if (!bucket || !address) throw new Error(`caudal-${stage}-service states no bucket and address of the site`);
  return { bucket, address };
}

interface Taking {
  readonly versions: Versions;
  readonly stacks: CloudFormationClient;
  readonly pages: S3Client;
  readonly stage: Stage;
  say(line: string): void;
}

/**
 * Moves a stage's functions back to the versions before the last release and its pages to their earlier versions, and
 * says what was moved. If no function can be moved, because none is noted or the release was taken back already, the
 * pages stay too. Tables, permissions and routes always stay.
 */
export async function takeBackSite({ versions, stacks, pages, stage, say }: Taking): Promise<void> {
  const moved = await takeBack(versions, functionNames());
  if (moved.length === 0)
    return say("Nothing was moved: no release is noted that could be taken back, or it was taken back already.");
  const { bucket, address } = await siteOf(stacks, stage);
  const count = await takeBackPages(pages, bucket);
  say(`${address} answers with the release before: ${moved.join(", ")}; ${count} pages`);
}

if (import.meta.main) {
  const { values } = typedArguments(usage, { options: { stage: { type: "string" } } });
  const stage = typedStage(values.stage, usage);
  const { region } = settings[stage];
  await exitWith(async () => {
    await takeBackSite({
      versions: openVersions(new LambdaClient({ region }), `caudal-${stage}`),
      stacks: new CloudFormationClient({ region }),
      pages: new S3Client({ region }),
      stage,
      say: (line) => void process.stdout.write(`${line}\n`),
    });
    return 0;
  });
}
