import { RemovalPolicy } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { AttributeType, BillingMode, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Role } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { type TableName, tables } from "../../shared/storage/tables.ts";
import type { Grant } from "../../shared/wiring.ts";
import { type Alarms, fiveMinutes } from "./alarms.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";

interface StoreTableProps {
  readonly table: TableName;
  readonly alarms: Alarms;
}

/**
 * A table of `shared/storage/tables.ts`: paid by request, restorable to any second of 35 days, kept when its stack goes.
 * Encrypted with the key AWS owns: one of our own is one more thing to lose the data by, and may come later in place.
 */
export class StoreTable extends Construct implements StoreResource {
  readonly value: string;
  private readonly table: Table;

  constructor(scope: Construct, id: string, { table, alarms }: StoreTableProps) {
    super(scope, id);
    const { partitionKey, sortKey, timeToLive, stream } = tables[table];
    this.table = new Table(this, "Table", {
      partitionKey: { name: partitionKey, type: AttributeType.STRING },
      sortKey: { name: sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: timeToLive,
      ...(stream && { stream: StreamViewType.NEW_IMAGE }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.value = this.table.tableName;
    alarms.raise(this, "Throttles", {
      metric: new MathExpression({
        expression: "FILL(reads, 0) + FILL(writes, 0)",
        usingMetrics: {
          reads: this.table.metric("ReadThrottleEvents", { statistic: "sum" }),
          writes: this.table.metric("WriteThrottleEvents", { statistic: "sum" }),
        },
        ...fiveMinutes,
      }),
      // A load that touches the ceiling for a moment waits and goes on by itself.
      atLeast: 100,
      meaning: `The table ${table} has turned away reads or writes for a while: pages are slow or fail.`,
      runbook: "table-throttles",
    });
  }

  allow(role: Role, store: Grant): void {
    allowOn(this.table.tableArn, role, store);
  }
}
