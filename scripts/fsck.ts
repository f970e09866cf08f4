import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { checkedHere } from "../local/fsck.ts";
import { settings, tenant } from "../settings.ts";
import { type Walked, walkOffice } from "./fsck/office-faults.ts";
import { outputOf } from "./outputs.ts";
import { askedHere } from "./running-office.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

export const usage = `npm run fsck -- [--stage <stage>] [--bytes] [--table <claims table>] [--billing <billing table>] [--bucket <evidence bucket>]
Reads the whole claims table and checks that its items agree with each other and with the kept files, and the ages of the imports; writes nothing.
With --bytes every kept file is read and its SHA-256 compared. Ends with 1 if a fault was found. Without --stage, asks the office that runs here.`;

const text = { type: "string" } as const;
const options = { stage: text, table: text, billing: text, bucket: text, bytes: { type: "boolean" } } as const;
const typed = () => typedArguments(usage, { options }).values;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Checks a stage's office, or without one that which runs here; prints each fault and a last line with what was read.
 * Returns how many faults there are.
 */
async function check(): Promise<number> {
  const values = typed();
  if (values.stage !== undefined) return checkStage(values);
  const { table, billing, bucket, bytes = false } = values;
  if ((table ?? billing ?? bucket) !== undefined) throw new RangeError(`--stage is missing\n${usage}`);
  const { faults, walked }: Awaited<ReturnType<ReturnType<typeof checkedHere>>> = await askedHere("fsck", { bytes });
  for (const fault of faults) say(fault);
  say(summaryOf(walked, true));
  return walked.faults;
}

async function checkStage(values: ReturnType<typeof typed>): Promise<number> {
  const stage = typedStage(values.stage, usage);
  const name = values.table ?? (await outputOf(stage, "ClaimsTable"));
  const billingName = values.billing ?? (await outputOf(stage, "BillingTable"));
  const bucket = values.bucket ?? (await outputOf(stage, "EvidenceBucket"));
  if (!name || !bucket)
    throw new RangeError(
      `--table or --bucket is missing; no deployment left it here, nor is there caudal-${stage}-data\n${usage}`,
    );
  const { region } = settings[stage];
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  const [claims, billing] = [{ client, name }, billingName ? { client, name: billingName } : undefined];
  const evidence = { client: new S3Client({ region }), bucket, readBytes: values.bytes ?? false };
  const walked = await walkOffice({ claims, billing, evidence, tenant, now: () => new Date().toISOString() }, say);
  say(summaryOf(walked, billing !== undefined));
  return walked.faults;
}

/** Returns the last line: what was read, how many faults it has, and what was not looked at. */
export function summaryOf({ items, claims, files, faults }: Walked, withBilling: boolean): string {
  const read = `${items} items, ${claims} claims, ${files} kept files: ${faults} faults`;
  return withBilling ? read : `${read}; imports and codes were not looked at, as no billing table is known: --billing`;
}

if (import.meta.main) await exitWith(async () => ((await check()) === 0 ? 0 : 1));
