import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { BackupVault } from "aws-cdk-lib/aws-backup";
import type { Construct } from "constructs";
import type { EvidenceLock } from "../settings.ts";
import { backupDays, copyOfVault } from "./constructs/backups.ts";
import { ClosedBucket, lockedAs } from "./constructs/closed-bucket.ts";
import { copied, copyOfBucket } from "./constructs/copied-buckets.ts";

interface CopiesStackProps extends StackProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly lock: EvidenceLock;
}

/**
 * What stands in a second Region, for the day when the first is lost or somebody has every right in it. It holds a copy
 * of each object of evidence and of each digest, under the same lock, and the copies of the tables' backups. Nothing of
 * the office reads it until it comes back there: `scripts/restore/second-region.ts`.
 */
export class CopiesStack extends Stack {
  constructor(scope: Construct, id: string, { prefix, lock, ...stackProps }: CopiesStackProps) {
    super(scope, id, stackProps);
    const logs = new ClosedBucket(this, "AccessLogs", {
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) }],
    });
    for (const name of copied)
      new ClosedBucket(this, `Copy-${name}`, {
        bucketName: copyOfBucket(prefix, name, this.account),
        serverAccessLogsBucket: logs,
        serverAccessLogsPrefix: `${name}/`,
        ...lockedAs(lock),
      });
    new BackupVault(this, "Vault", {
      backupVaultName: copyOfVault(prefix),
      lockConfiguration: { minRetention: Duration.days(backupDays) },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
