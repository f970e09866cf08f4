import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { TableName } from "../shared/storage/tables.ts";
import { Alarms } from "./constructs/alarms.ts";
import { Imports } from "./constructs/imports.ts";
import { StoreTable } from "./constructs/store-table.ts";
import { UserPools } from "./constructs/user-pools.ts";

interface DataStackProps extends StackProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly office: string;
  readonly mailSender: string;
  readonly alarmAddress: string;
}

/** What outlives a deployment: tables, files and the queue their arrival feeds, people, and where alarms go. */
export class DataStack extends Stack {
  readonly alarms: Alarms;
  readonly tables: Readonly<Record<TableName, StoreTable>>;
  readonly imports: Imports;
  readonly pools: UserPools;

  constructor(scope: Construct, id: string, { prefix, office, mailSender, alarmAddress, ...props }: DataStackProps) {
    super(scope, id, props);
    const alarms = new Alarms(this, "Alarms", { address: alarmAddress });
    this.alarms = alarms;
    this.tables = {
      claims: new StoreTable(this, "Claims", { table: "claims", alarms }),
      billing: new StoreTable(this, "Billing", { table: "billing", alarms }),
    };
    this.imports = new Imports(this, "Imports", { prefix, alarms });
    this.pools = new UserPools(this, "People", { prefix, office, mailSender });
  }
}
