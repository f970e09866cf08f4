import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { EvidenceLock } from "../settings.ts";
import type { TableName } from "../shared/storage/tables.ts";
import { Alarms } from "./constructs/alarm-topic.ts";
import { Backups } from "./constructs/backups.ts";
import { CopiedBuckets } from "./constructs/copied-buckets.ts";
import { Digests } from "./constructs/digests.ts";
import { EvidenceStorage } from "./constructs/evidence-storage.ts";
import { Exports } from "./constructs/exports.ts";
import { Imports } from "./constructs/imports.ts";
import { SealKey } from "./constructs/seal-key.ts";
import { Spending } from "./constructs/spending.ts";
import { StoreTable } from "./constructs/store-table.ts";
import { UserPools } from "./constructs/user-pools.ts";

interface DataStackProps extends StackProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly office: string;
  readonly mailSender: string;
  readonly alarmAddress: string;
  readonly pageAddress: string;
  readonly evidenceLock: EvidenceLock;
  readonly connections: number;
  readonly copiesRegion: string | undefined;
  /** Whether AWS refuses to delete tables and user pools, whoever asks it to. */
  readonly undeletable: boolean;
}

/**
 * The resources that a deployment never replaces: tables, files and the queues of their arrival, the key, the user
 * pools and the alarms' topic.
 */
export class DataStack extends Stack {
  readonly alarms: Alarms;
  readonly tables: Readonly<Record<TableName, StoreTable>>;
  readonly imports: Imports;
  readonly evidenceStorage: EvidenceStorage;
  readonly exports: Exports;
  readonly digests: Digests;
  readonly seals: SealKey;
  readonly pools: UserPools;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    const {
      prefix,
      office,
      mailSender,
      alarmAddress,
      pageAddress,
      evidenceLock,
      connections,
      copiesRegion,
      undeletable,
      ...stackProps
    } = props;
    super(scope, id, stackProps);
    const alarms = new Alarms(this, "Alarms", { address: alarmAddress, pageAddress });
    this.alarms = alarms;
    this.tables = {
      claims: new StoreTable(this, "Claims", { table: "claims", alarms, undeletable }),
      billing: new StoreTable(this, "Billing", { table: "billing", alarms, undeletable }),
    };
    const backups = new Backups(this, "Backups", { prefix, tables: Object.values(this.tables), alarms, copiesRegion });
    this.imports = new Imports(this, "Imports", { prefix, alarms });
    this.evidenceStorage = new EvidenceStorage(this, "EvidenceStorage", {
      prefix,
      alarms,
      logs: this.imports.logs,
      lock: evidenceLock,
    });
    this.exports = new Exports(this, "Exports", { prefix, logs: this.imports.logs });
    this.digests = new Digests(this, "Digests", { prefix, logs: this.imports.logs, lock: evidenceLock });
    if (copiesRegion !== undefined)
      new CopiedBuckets(this, "Copied", {
        prefix,
        buckets: { evidence: this.evidenceStorage.evidence, digests: this.digests.bucket },
        alarms,
      });
    new Spending(this, "Spending", { prefix, alarms, address: alarmAddress, connections });
    this.seals = new SealKey(this, "Seals");
    this.pools = new UserPools(this, "People", { prefix, office, mailSender, undeletable });
    const { claims, billing } = this.tables;
    const { imports, exports, digests, seals, pools, evidenceStorage } = this;
    evidenceStorage.scan.startAfter(
      claims,
      billing,
      backups,
      imports,
      exports,
      digests,
      seals,
      pools,
      evidenceStorage.evidence,
    );
    new CfnOutput(this, "ClaimsTable", {
      value: this.tables.claims.value,
      description: "The table that npm run staff writes to and npm run fsck reads",
    });
    new CfnOutput(this, "BillingTable", {
      value: this.tables.billing.value,
      description: "The table whose imports npm run fsck reads",
    });
    new CfnOutput(this, "EvidenceBucket", {
      value: evidenceStorage.evidence.bucketName,
      description: "The bucket of kept files, which npm run fsck reads",
    });
  }
}
