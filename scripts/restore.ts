import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { settings, tenant } from "../settings.ts";
import { type DataOutput, outputOf } from "./outputs.ts";
import { askByCommandLine } from "./restore/aws-command-line.ts";
import { copyBack } from "./restore/copy-back.ts";
import { secondRegionSteps, stepLines } from "./restore/second-region.ts";
import { takeCodes } from "./restore/take-codes.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

const usage = `npm run restore -- --stage <stage> --from <restored table> [--to <table>] [--whole] [--write]
Compares a table restored beside another with that one (the claims table, if none is named) and says what is missing there.
With --write it puts that back, never over what is there. Ends with 1 if an entry of a case is not what it was.
With --whole the other table is a new one: what people delete in the office's course is put back too.
npm run restore -- --stage <stage> --codes [--from <restored claims table>] [--write]
Says how many codes that were given the billing table does not know, by the claims table, a restored one and the sealed cargos.
With --write it takes them, so that none of them is drawn again.
npm run restore -- --from-region
Says what of production stands in its second Region, and each step by which the office comes back there. Changes nothing.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Does what the command line asks and prints what it did. Returns how many entries of cases are not what they were. */
async function restore(): Promise<number> {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  const { values } = typedArguments(usage, {
    options: { stage: text, from: text, to: text, codes: flag, whole: flag, write: flag, "from-region": flag },
  });
  if (values["from-region"]) {
    for (const line of stepLines(await secondRegionSteps(askByCommandLine, settings.prod))) say(line);
    return 0;
  }
  const stage = typedStage(values.stage, usage);
  const { from, write = false } = values;
  const { region } = settings[stage];
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  const named = async (output: DataOutput): Promise<string> => {
    const name = await outputOf(stage, output);
    if (!name) throw new RangeError(`no deployment left ${output} here, nor is there the stack\n${usage}`);
    return name;
  };
  const now = new Date().toISOString();
  if (values.codes) {
    const claims = [await named("ClaimsTable"), ...(from ? [from] : [])].map((name) => ({ client, name }));
    const evidence = { client: new S3Client({ region }), bucket: await named("EvidenceBucket") };
    const billing = { client, name: await named("BillingTable") };
    const { given, free } = await takeCodes({ from: claims, evidence, billing, tenant, now, write });
    say(`${given} codes were given, ${free} of them ${write ? "taken now" : "not taken"}`);
    return 0;
  }
  if (!from) throw new RangeError(`--from is missing\n${usage}`);
  const to = values.to ?? (await named("ClaimsTable"));
  if (from === to) throw new RangeError(`both are ${to}\n${usage}`);
  const { read, missing, gone, other } = await copyBack(
    { from: { client, name: from }, to: { client, name: to }, now, write, isNew: values.whole ?? false },
    say,
  );
  say(
    `${read} items read, ${missing} ${write ? "put back" : "missing"}, ${gone} gone in the office's own course, ${other} entries other`,
  );
  return other;
}

if (import.meta.main) await exitWith(async () => ((await restore()) === 0 ? 0 : 1));
