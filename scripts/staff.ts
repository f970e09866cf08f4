import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { stageOf } from "../infra/stage.ts";
import { type Stage, settings, tenant } from "../settings.ts";
import { staffRoles } from "../shared/domain/people.ts";
import { openStaffRegister, type StaffRecord } from "../shared/storage/staff-register.ts";
import { root } from "./bundle.ts";

export const usage =
  'npm run staff -- add --stage <stage> --sub <uuid> --name "<name>" --extension <digits> --roles <role,role…> [--table <claims table>]';

const typed = z.object({
  sub: z.uuid("--sub is the person's `sub` in the staff pool, a UUID"),
  name: z.string("--name is missing").trim().min(1, "--name is empty"),
  extension: z.string("--extension is missing").regex(/^\d{1,6}$/, "--extension is up to six digits"),
  roles: z
    .string("--roles is missing")
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(staffRoles, `--roles are some of ${staffRoles.join(", ")}`))),
});

/** The register's record of what was typed, of somebody who takes work from now on; or what is wrong, a line each. */
export function recordOf(
  values: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly value: Omit<StaffRecord, "openClaims"> }
  | { readonly ok: false; readonly error: string } {
  const { success, data, error } = typed.safeParse(values);
  if (!success) return { ok: false, error: error.issues.map(({ message }) => message).join("\n") };
  return { ok: true, value: { ...data, onDuty: true } };
}

const outputs = z.record(z.string(), z.looseObject({ ClaimsTable: z.string().optional() }));

/** The claims table of a stage by what its last deployment from this checkout wrote; nothing if it did not. */
export function claimsTableOf(stage: Stage, outputsFile: string): string | undefined {
  if (!existsSync(outputsFile)) return undefined;
  return outputs.parse(JSON.parse(readFileSync(outputsFile, "utf8")))[`caudal-${stage}-data`]?.ClaimsTable;
}

async function add(): Promise<string> {
  const text = { type: "string" } as const;
  const options = { stage: text, sub: text, name: text, extension: text, roles: text, table: text };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.join() !== "add") throw new RangeError(usage);
  const stage = stageOf(values.stage);
  const record = recordOf(values);
  if (!record.ok) throw new RangeError(`${record.error}\n${usage}`);
  const table = values.table ?? claimsTableOf(stage, join(root, "build", `outputs-${stage}.json`));
  if (!table)
    throw new RangeError(
      `--table is missing: the output ClaimsTable of caudal-${stage}-data; no deployment left it here`,
    );
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: settings[stage].region }));
  const office = tenant.office.code.value;
  await openStaffRegister({ client, name: table }).save(office, record.value);
  client.destroy();
  return `${record.value.name} is in the register of ${office} (${stage}): ${record.value.roles.join(", ")}`;
}

if (import.meta.main) {
  try {
    process.stdout.write(`${await add()}\n`);
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 1;
  }
}
