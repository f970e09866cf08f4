import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll, describe, expect, it } from "vitest";
import { settings } from "../../settings.ts";
import { bucketIds } from "./rules/stateful.ts";
import { composed, type Resource } from "./templates.ts";

const folder = mkdtempSync(join(tmpdir(), "caudal-copies-"));
afterAll(() => rmSync(folder, { recursive: true }));

const account = { Ref: "AWS::AccountId" };
const of = (template: Template, type: string): Resource[] => Object.values(template.findResources(type)) as Resource[];

describe("the second Region of production", () => {
  const { copies, data } = composed(folder, { stage: "prod", settings: settings.prod }).stacks;
  const [there, here] = [Template.fromStack(copies!), Template.fromStack(data)];
  const copyOf = (name: string) => ["", ["arn:aws:s3:::", `caudal-prod-${name}-copy-`]].flat().join("");

  it("is another one, is made first, and cannot be deleted by one command", () => {
    expect(copies?.region).toBe("us-west-2");
    expect(data.dependencies).toContain(copies);
    expect(copies?.terminationProtection).toBe(true);
  });

  it("holds evidence and digests under the same lock, and logs who reads them", () => {
    const buckets = of(there, "AWS::S3::Bucket").filter(({ Properties }) => Properties.ObjectLockEnabled);
    expect(buckets.map(({ Properties }) => Properties.BucketName["Fn::Join"][1])).toEqual([
      ["caudal-prod-evidence-copy-", account],
      ["caudal-prod-digests-copy-", account],
    ]);
    for (const { Properties, DeletionPolicy } of buckets) {
      expect(Properties.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: "COMPLIANCE", Days: 3653 });
      expect(Properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
      expect(Properties.LoggingConfiguration.LogFilePrefix).toMatch(/^(evidence|digests)\/$/);
      expect(DeletionPolicy).toBe("RetainExceptOnCreate");
    }
  });

  it("gets every new object of the two buckets, and none of their deletions", () => {
    for (const name of ["evidence", "digests"] as const) {
      const { ReplicationConfiguration } = here.findResources("AWS::S3::Bucket")[bucketIds[name]]!["Properties"];
      const [rule, ...others] = ReplicationConfiguration.Rules;
      expect(others).toEqual([]);
      expect(rule).toMatchObject({
        Status: "Enabled",
        Filter: { Prefix: "" },
        DeleteMarkerReplication: { Status: "Disabled" },
        Destination: { Metrics: { Status: "Enabled" } },
      });
      expect(JSON.stringify(rule.Destination.Bucket)).toContain(copyOf(name).slice("arn:aws:s3:::".length));
    }
    const copiedAtAll = of(here, "AWS::S3::Bucket").filter(({ Properties }) => Properties.ReplicationConfiguration);
    expect(copiedAtAll).toHaveLength(2);
  });

  it("is written by a role that can delete nothing and overwrite no lock", () => {
    const policies = of(here, "AWS::IAM::Policy").filter((one) => JSON.stringify(one).includes("s3:ReplicateObject"));
    const actions = policies.flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
    );
    expect([...new Set(actions)].sort()).toEqual([
      "s3:GetObjectLegalHold",
      "s3:GetObjectRetention",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionTagging",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
      "s3:ReplicateObject",
      "s3:ReplicateTags",
    ]);
  });

  it("gets each night's backup of the tables, into a vault that keeps it as long", () => {
    const [vault] = of(there, "AWS::Backup::BackupVault");
    expect(vault?.Properties).toMatchObject({
      BackupVaultName: "caudal-prod-tables-copy",
      LockConfiguration: { MinRetentionDays: 35 },
    });
    const [plan] = of(here, "AWS::Backup::BackupPlan");
    const [copy] = plan?.Properties.BackupPlan.BackupPlanRule[0].CopyActions ?? [];
    expect(JSON.stringify(copy.DestinationBackupVaultArn)).toContain("us-west-2");
    expect(JSON.stringify(copy.DestinationBackupVaultArn)).toContain(":backup-vault:caudal-prod-tables-copy");
    expect(copy.Lifecycle).toEqual({ DeleteAfterDays: 35 });
  });

  it("raises an alarm when a backup's copy fails, and after a night without one", () => {
    const raised = of(here, "AWS::CloudWatch::Alarm").filter(({ Properties }) =>
      Properties.AlarmDescription.endsWith("docs/runbooks/backup-missing.md"),
    );
    const [failed, uncopied] = ["CopyJobsFailed", "CopyJobsCompleted"].map((end) =>
      raised.find((one) => JSON.stringify(one).includes(`"NumberOf${end}"`)),
    );
    expect(failed?.Properties).toMatchObject({ Threshold: 1, TreatMissingData: "notBreaching" });
    expect(uncopied?.Properties).toMatchObject({
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      EvaluationPeriods: 3,
      TreatMissingData: "breaching",
    });
  });

  it("raises an alarm when a copy fails", () => {
    const [alarm] = of(here, "AWS::CloudWatch::Alarm").filter((one) =>
      JSON.stringify(one).includes("OperationsFailedReplication"),
    );
    expect(alarm?.Properties).toMatchObject({ Threshold: 1, TreatMissingData: "notBreaching" });
    expect(alarm?.Properties.AlarmDescription).toContain("docs/runbooks/copy-failed.md");
  });
});

it("a stage for trials has none", () => {
  const { copies, data } = composed(folder).stacks;
  expect(copies).toBe(undefined);
  expect(JSON.stringify(Template.fromStack(data).toJSON())).not.toMatch(
    /ReplicationConfiguration|CopyActions|CopyJobsCompleted/,
  );
});
