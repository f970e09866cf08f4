import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import * as z from "zod";
import { type Stage, settings } from "../settings.ts";
import { root } from "./bundle.ts";

const outputs = z.record(z.string(), z.record(z.string(), z.string()));

/** What a stage's data stack states of itself. */
export type DataOutput = "ClaimsTable" | "BillingTable" | "EvidenceBucket";

/**
 * Returns the value of an output of a stage's data stack, as the last deployment from this checkout wrote it to `file`,
 * or else as CloudFormation knows it. Returns undefined if neither does.
 * @throws if CloudFormation is asked and does not answer
 */
export async function outputOf(
  stage: Stage,
  name: DataOutput,
  file = join(root, "build", `outputs-${stage}.json`),
): Promise<string | undefined> {
  const stack = `caudal-${stage}-data`;
  const written = existsSync(file) ? outputs.parse(JSON.parse(readFileSync(file, "utf8")))[stack]?.[name] : undefined;
  return written ?? (await knownTo(new CloudFormationClient({ region: settings[stage].region }), stack, name));
}

async function knownTo(client: CloudFormationClient, stack: string, name: DataOutput): Promise<string | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
  } catch (failure) {
    if (failure instanceof Error && failure.message.endsWith("does not exist")) return undefined;
    throw failure;
  }
}
