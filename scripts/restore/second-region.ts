import * as z from "zod";
import { copyOfVault } from "../../infra/constructs/backups.ts";
import { copied, copyOfBucket } from "../../infra/constructs/copied-buckets.ts";
import type { StageSettings } from "../../settings.ts";
import { type TableName, tables } from "../../shared/storage/tables.ts";

/** Asks AWS by its command line in a Region, as `aws backup list-…`. Returns its answer, undefined for "not found". */
export type AskAws = (region: string, ...words: readonly string[]) => Promise<unknown>;

/**
 * A step back from the second Region: done, to be done now with `run`, or later, after the one that is to be done now.
 */
export interface Step {
  readonly state: "done" | "now" | "later";
  readonly says: string;
  readonly run: readonly string[];
}

const point = z.object({
  RecoveryPointArn: z.string(),
  ResourceArn: z.string(),
  CreationDate: z.string(),
  Status: z.string(),
});
const points = z.object({ RecoveryPoints: z.array(point) });
const stack = z.object({
  Stacks: z.tuple([
    z.object({
      StackStatus: z.string(),
      Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })),
    }),
  ]),
});
const described = z.object({ Table: z.object({ TableStatus: z.string() }) });
const identity = z.object({ Account: z.string() });

/** The stage whose copies are brought back is `prod`, and `second` takes its place. */
const [lost, standIn] = ["caudal-prod", "caudal-second"];
const names = Object.keys(tables) as TableName[];
const restoredName = (table: TableName): string => `${standIn}-${table}-restored`;
const outputs = { claims: "ClaimsTable", billing: "BillingTable" } as const satisfies Record<TableName, string>;

/** Returns the newest whole recovery point of a table: CloudFormation names a table after its place in the stack. */
function newestOf(all: z.output<typeof points>, table: TableName): z.output<typeof point> | undefined {
  const logical = `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
  return all.RecoveryPoints.filter(
    ({ ResourceArn, Status }) => ResourceArn.includes(`:table/${lost}-data-${logical}`) && Status === "COMPLETED",
  )
    .toSorted((a, b) => Date.parse(a.CreationDate) - Date.parse(b.CreationDate))
    .at(-1);
}

/**
 * Returns the steps by which production comes back from its copies in the second Region, each with the commands to run.
 * Says what AWS answers of the copies, and what was lost by them. Changes nothing.
 * @throws if there is no copy of a table or of a bucket, or if AWS does not answer
 */
export async function secondRegionSteps(
  ask: AskAws,
  { copiesRegion: region }: StageSettings,
): Promise<readonly Step[]> {
  if (region === undefined) throw new RangeError("production has no copies in a second Region");
  const { Account: account } = identity.parse(await ask(region, "sts", "get-caller-identity"));
  const vault = copyOfVault(lost);
  const listed = await ask(region, "backup", "list-recovery-points-by-backup-vault", "--backup-vault-name", vault);
  const all = points.parse(listed ?? { RecoveryPoints: [] });
  const backups = names.map((table) => {
    const newest = newestOf(all, table);
    if (!newest) throw new RangeError(`${vault} in ${region} has no whole recovery point of the table ${table}`);
    return { table, ...newest };
  });
  for (const name of copied) {
    const bucket = copyOfBucket(lost, name, account);
    if ((await ask(region, "s3api", "head-bucket", "--bucket", bucket)) === undefined)
      throw new RangeError(`there is no bucket ${bucket}`);
  }
  const made = stack.safeParse(
    await ask(region, "cloudformation", "describe-stacks", "--stack-name", `${standIn}-data`),
  );
  const output = (name: string): string =>
    made.data?.Stacks[0].Outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? `<${name}>`;
  const restored = await Promise.all(
    names.map(async (table) => {
      const answer = await ask(region, "dynamodb", "describe-table", "--table-name", restoredName(table));
      return described.safeParse(answer).data?.Table.TableStatus;
    }),
  );
  const isDeployed = /^(?:CREATE|UPDATE)_COMPLETE$/.test(made.data?.Stacks[0].StackStatus ?? "");
  const role = `arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`;
  const restoring = backups.map(
    ({ table, RecoveryPointArn }) =>
      `aws backup start-restore-job --region ${region} --resource-type DynamoDB --iam-role-arn ${role} --recovery-point-arn ${RecoveryPointArn} --metadata targetTableName=${restoredName(table)},encryptionType=Default`,
  );
  const since = backups.map(({ table, CreationDate }) => `${table} as of ${CreationDate}`).join(", ");
  const steps: readonly (Omit<Step, "state"> & { readonly isDone: boolean })[] = [
    {
      isDone: isDeployed,
      says: "the office stands in the second Region, empty, at no address that anybody knows",
      run: ["npm run preflight -- --stage second", "npm run deploy -- --stage second"],
    },
    {
      isDone: restored.every((status) => status === "ACTIVE"),
      says: `the backups are restored beside its tables (${since}); a table that is CREATING needs no second job`,
      run: restoring.filter((_, at) => restored[at] === undefined),
    },
    {
      isDone: false,
      says: "its tables have all that the restored ones have",
      run: names.map(
        (table) =>
          `npm run restore -- --stage second --from ${restoredName(table)} --to ${output(outputs[table])} --whole --write`,
      ),
    },
    {
      isDone: false,
      says: "its evidence is what was copied of production's, to the last minutes before the loss",
      run: [
        `aws s3 sync --region ${region} s3://${copyOfBucket(lost, "evidence", account)} s3://${output("EvidenceBucket")}`,
      ],
    },
    {
      isDone: false,
      says: "no code that was given is drawn again, those of filings after the backups neither",
      run: ["npm run restore -- --stage second --codes --write"],
    },
    {
      isDone: false,
      says: "what still contradicts what is known; `lost:` names each filing after the backups",
      run: ["npm run fsck -- --stage second --bytes"],
    },
    {
      isDone: false,
      says: "staff and address, by the runbook: docs/runbooks/second-region.md",
      run: [],
    },
  ];
  const first = steps.findIndex(({ isDone }) => !isDone);
  return steps.map(({ says, run }, at) => ({
    state: at < first ? "done" : at === first ? "now" : "later",
    says,
    run,
  }));
}

/** Returns the lines of the steps, each command on a line of its own. */
export function stepLines(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ state, says, run }, at) => [
    `${at + 1}. ${state}: ${says}`,
    ...(state === "done" ? [] : run.map((command) => `     ${command}`)),
  ]);
}
