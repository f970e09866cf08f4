import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { stageOf } from "../infra/stage.ts";
import { settings } from "../settings.ts";
import { outputOf } from "./outputs.ts";
import { copyBack } from "./restore/copy-back.ts";

const usage = `npm run restore -- --stage <stage> --from <restored table> [--to <table>] [--write]
Compares a table restored beside another with that one (the claims table, if none is named) and says what is missing there.
With --write it puts that back, never over what is there. Ends with 1 if an entry of a case is not what it was.`;

/** Copies back what is missing and prints what it did. Returns how many entries of cases are not what they were. */
async function restore(): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { stage: text, from: text, to: text, write: { type: "boolean" } } });
  const stage = stageOf(values.stage);
  const to = values.to ?? outputOf(stage, "ClaimsTable");
  if (!values.from || !to) throw new RangeError(usage);
  if (values.from === to) throw new RangeError(`both are ${to}\n${usage}`);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: settings[stage].region }));
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { write = false } = values;
  const { read, missing, gone, other } = await copyBack(
    { from: { client, name: values.from }, to: { client, name: to }, now: new Date().toISOString(), write },
    say,
  );
  say(
    `${read} items read, ${missing} ${write ? "put back" : "missing"}, ${gone} gone in the office's own course, ${other} entries other`,
  );
  return other;
}

if (import.meta.main) {
  try {
    process.exitCode = (await restore()) === 0 ? 0 : 1;
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 2;
  }
}
