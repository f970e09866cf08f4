import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { settings, tenant } from "../settings.ts";
import { parseDay } from "../shared/domain/term/calendar-day.ts";
import { staffRoles } from "../shared/domain/work/people.ts";
import type { Table } from "../shared/storage/dynamodb.ts";
import { openStaffRegister, type StaffRecord } from "../shared/storage/register/staff-register.ts";
import { openSupervision } from "../shared/storage/register/supervision.ts";
import { openTrustedRoots } from "../shared/storage/resolution/trusted-roots.ts";
import { outputOf } from "./outputs.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

export const usage = `npm run staff -- add --stage <stage> --sub <uuid> --name "<name>" --extension <digits> --roles <role,role…> [--document <DNI>] [--table <claims table>]
npm run staff -- leave --stage <stage> --sub <uuid> [--table <claims table>]
npm run staff -- supervisor --stage <stage> --sub <uuid> --name "<name>" --from <day> --until <day> --letter "<letter that asks for it>" [--table <claims table>]
npm run staff -- trust --stage <stage> --file <root of a certificate authority, PEM> [--table <claims table>]`;

/** The roles of the company's own people. An external supervisor is not one of them and gets access for a time only. */
const ownRoles = staffRoles.filter((role) => role !== "external-supervisor");

const typed = z.object({
  sub: z.uuid("--sub is the person's `sub` in the staff pool, a UUID"),
  name: z.string("--name is missing").trim().min(1, "--name is empty"),
  extension: z.string("--extension is missing").regex(/^\d{1,6}$/, "--extension is up to six digits"),
  /** For a signer with a certificate of their own. */
  document: z
    .string()
    .regex(/^[0-9A-Z]{8,12}$/, "--document is the number of their document of identity, as their certificate says it")
    .optional(),
  roles: z
    .string("--roles is missing")
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(ownRoles, `--roles are some of ${ownRoles.join(", ")}`))),
});

const calendarDayTyped = (name: string) =>
  z.string(`--${name} is missing`).transform((text, context) => {
    const day = parseDay(text);
    if (day) return day;
    context.addIssue({ code: "custom", message: `--${name} is a day, YYYY-MM-DD` });
    return z.NEVER;
  });

const typedSupervisor = typed
  .pick({ sub: true, name: true })
  .extend({
    from: calendarDayTyped("from"),
    until: calendarDayTyped("until"),
    letter: z.string("--letter is missing").trim().min(1, "--letter is empty"),
  })
  .refine(({ from, until }) => from <= until, "--until is before --from");

/**
 * Returns the external supervisor and the first and last day of their access, from the typed options `sub`, `name`,
 * `from`, `until` and `letter`. Returns an error with a line for each option that is missing or invalid, or if `until`
 * is before `from`. Writes nothing.
 */
export function supervisorOf(
  values: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly value: z.output<typeof typedSupervisor> }
  | { readonly ok: false; readonly error: string } {
  const { success, data, error } = typedSupervisor.safeParse(values);
  if (!success) return { ok: false, error: error.issues.map(({ message }) => message).join("\n") };
  return { ok: true, value: data };
}

/** Returns a certificate authority for the office to trust, from its file, or an error if no file was named. */
function authorityOf({
  file,
}: {
  readonly file?: string | undefined;
}):
  | { readonly ok: true; readonly value: { readonly name: string; readonly pem: string } }
  | { readonly ok: false; readonly error: string } {
  if (file === undefined) return { ok: false, error: "--file is missing" };
  return { ok: true, value: { name: file, pem: readFileSync(file, "utf8") } };
}

/**
 * Returns the record of a member of staff, on duty, from the typed options `sub`, `name`, `extension`, `roles` and, if
 * typed, `document`. Returns an error with a line for each option that is missing or invalid. Writes nothing.
 */
export function recordOf(
  values: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly value: Omit<StaffRecord, "openClaims"> }
  | { readonly ok: false; readonly error: string } {
  const { success, data, error } = typed.safeParse(values);
  if (!success) return { ok: false, error: error.issues.map(({ message }) => message).join("\n") };
  return { ok: true, value: { ...data, onDuty: true } };
}

/** Returns the account of who leaves, or an error if it was not typed. */
function leaverOf(
  values: Readonly<Record<string, unknown>>,
): { readonly ok: true; readonly value: { readonly leaver: string } } | { readonly ok: false; readonly error: string } {
  const { success, data, error } = typed.pick({ sub: true }).safeParse(values);
  if (!success) return { ok: false, error: error.issues.map(({ message }) => message).join("\n") };
  return { ok: true, value: { leaver: data.sub } };
}

async function enter(): Promise<string> {
  const text = { type: "string" } as const;
  const both = { stage: text, sub: text, name: text, table: text };
  const options = {
    ...both,
    extension: text,
    roles: text,
    from: text,
    until: text,
    letter: text,
    document: text,
    file: text,
  };
  const { values, positionals } = typedArguments(usage, { options, allowPositionals: true });
  const what = positionals.join();
  if (what !== "add" && what !== "leave" && what !== "supervisor" && what !== "trust") throw new RangeError(usage);
  const stage = typedStage(values.stage, usage);
  const entered = { add: recordOf, leave: leaverOf, supervisor: supervisorOf, trust: authorityOf }[what](values);
  if (!entered.ok) throw new RangeError(`${entered.error}\n${usage}`);
  const table = values.table ?? (await outputOf(stage, "ClaimsTable"));
  if (!table)
    throw new RangeError(
      `--table is missing: the output ClaimsTable of caudal-${stage}-data; no deployment left it here, nor is there that stack`,
    );
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: settings[stage].region }));
  const office = tenant.office.code.value;
  const given = await save({ client, name: table }, office, entered.value);
  client.destroy();
  if ("leaver" in entered.value) return `${entered.value.leaver} ${given}`;
  return `${entered.value.name} is in the register of ${office} (${stage}): ${given}`;
}

type Entered =
  | Omit<StaffRecord, "openClaims">
  | { readonly name: string; readonly pem: string }
  | { readonly leaver: string }
  | z.output<typeof typedSupervisor>;

async function save(table: Table, office: string, entered: Entered): Promise<string> {
  if ("pem" in entered) {
    await openTrustedRoots(table).add(entered.pem);
    return "a certificate authority it trusts";
  }
  if ("leaver" in entered) {
    if (!(await openStaffRegister(table).leave(office, entered.leaver)))
      throw new RangeError(`the register of ${office} does not have ${entered.leaver}`);
    return "holds no role any more, and writes nothing from a minute from now on";
  }
  if ("roles" in entered) {
    await openStaffRegister(table).save(office, entered);
    return entered.roles.join(", ");
  }
  const { sub, name, ...access } = entered;
  const at = new Date().toISOString();
  if (!(await openSupervision(table).grant(office, { sub, name }, { ...access, by: "npm run staff", at })))
    throw new RangeError(`${name} is one of the staff: who supervises from outside holds no role of the company`);
  return `external-supervisor from ${access.from} until ${access.until}`;
}

if (import.meta.main)
  await exitWith(async () => {
    process.stdout.write(`${await enter()}\n`);
    return 0;
  });
