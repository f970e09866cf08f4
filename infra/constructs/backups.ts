import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Schedule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import type { Alarms } from "./alarm-topic.ts";
import type { StoreTable } from "./store-table.ts";

interface BackupsProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly tables: readonly StoreTable[];
  readonly alarms: Alarms;
}

/** How long a backup is kept; nobody deletes it before. */
const kept = Duration.days(35);

/**
 * A backup of every table each night, in a vault apart from the tables. Its lock, in governance mode, keeps each one for
 * `kept`, so that who deletes a table by mistake or on purpose does not delete its backups too. An alarm is raised on a
 * day without one.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { prefix, tables, alarms }: BackupsProps) {
    super(scope, id);
    const backupVaultName = `${prefix}-tables`;
    const vault = new BackupVault(this, "Vault", {
      backupVaultName,
      lockConfiguration: { minRetention: kept },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
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
        }),
      ],
    });
    plan.addSelection("Tables", { resources: tables.map(({ arn }) => BackupResource.fromArn(arn)) });
    alarms.miss(this, "Missing", {
      metric: new Metric({
        namespace: "AWS/Backup",
        metricName: "NumberOfBackupJobsCompleted",
        dimensionsMap: { BackupVaultName: backupVaultName },
        statistic: "sum",
        period: Duration.days(1),
      }),
      meaning:
        "No backup of a table was made for a day: what is lost can still be restored from the table itself only.",
      runbook: "backup-missing",
    });
  }
}
