import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Schedule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import type { Alarms } from "./alarm-topic.ts";
import type { StoreTable } from "./store-table.ts";

interface BackupsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly tables: readonly StoreTable[];
  readonly alarms: Alarms;
  /** @default no backup is copied to another Region */
  readonly copiesRegion: string | undefined;
}

/** How many days a backup is kept, and its copy; nobody deletes it before. */
export const backupDays = 35;
const kept = Duration.days(backupDays);

/**
 * Returns the name of the backup vault in the second Region, which holds the copies of the tables' backups.
 * @param prefix `caudal-<stage>`
 */
export function copyOfVault(prefix: string): string {
  return `${prefix}-tables-copy`;
}

/**
 * A backup of every table each night, in a vault apart from the tables. Its lock, in governance mode, keeps each one
 * for `kept`, so that who deletes a table by mistake or on purpose does not delete its backups too. Alarms are
 * raised when a backup or its copy fails, and after a night without one.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { prefix, tables, alarms, copiesRegion }: BackupsProps) {
    super(scope, id);
    const backupVaultName = `${prefix}-tables`;
    const vault = new BackupVault(this, "Vault", {
      backupVaultName,
      lockConfiguration: { minRetention: kept },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const copy =
      copiesRegion &&
      BackupVault.fromBackupVaultArn(
        this,
        "Copy",
        `arn:aws:backup:${copiesRegion}:${Stack.of(this).account}:backup-vault:${copyOfVault(prefix)}`,
      );
    const plan = new BackupPlan(this, "Plan", {
      backupPlanName: backupVaultName,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: "nightly",
          backupVault: vault,
          // Two in the morning in Lima.
          scheduleExpression: Schedule.cron({ hour: "7", minute: "0" }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(8),
          deleteAfter: kept,
          ...(copy && { copyActions: [{ destinationBackupVault: copy, deleteAfter: kept }] }),
        }),
      ],
    });
    plan.addSelection("Tables", { resources: tables.map(({ arn }) => BackupResource.fromArn(arn)) });
    const jobs = (name: string, period: Duration) =>
      new Metric({
        namespace: "AWS/Backup",
        metricName: `NumberOf${name}`,
        dimensionsMap: { BackupVaultName: backupVaultName },
        statistic: "sum",
        period,
      });
    const hour = Duration.hours(1);
    // A day and a half: one night's backup may end hours later than that of the night before.
    const aNight = (name: string) => ({ metric: jobs(name, Duration.hours(12)), periods: 3 });
    alarms.miss(this, "Missing", {
      ...aNight("BackupJobsCompleted"),
      meaning:
        "No backup of a table was made for a day and a half: what is lost can still be restored from the table itself only.",
      runbook: "backup-missing",
    });
    // A night's backups end at different minutes: to count those of a day would miss one now and then.
    const ends = ["BackupJobsFailed", "BackupJobsAborted", "BackupJobsExpired", "CopyJobsFailed"];
    alarms.raise(this, "Failed", {
      metric: new MathExpression({
        expression: ends.map((_, at) => `FILL(m${at}, 0)`).join(" + "),
        usingMetrics: Object.fromEntries(ends.map((name, at) => [`m${at}`, jobs(name, hour)])),
        period: hour,
      }),
      atLeast: 1,
      meaning: "The night's backup of a table, or its copy in the second Region, failed.",
      runbook: "backup-missing",
    });
    if (copy)
      alarms.miss(this, "Uncopied", {
        ...aNight("CopyJobsCompleted"),
        meaning: "For a day and a half no backup of a table was copied to the second Region.",
        runbook: "backup-missing",
      });
  }
}
