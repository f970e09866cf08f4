import { RemovalPolicy } from "aws-cdk-lib";
import { type Alarm, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Role } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Grant } from "../../shared/grant.ts";
import { type TableName, type TablePlan, tables } from "../../shared/storage/tables.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";

interface StoreTableProps {
  readonly table: TableName;
  readonly alarms: Alarms;
  readonly undeletable: boolean;
}

const deleting = "dynamodb:DeleteItem";
const writing: readonly string[] = ["dynamodb:PutItem", "dynamodb:UpdateItem"];

/** The condition that all keys of a request begin with one of these. */
const onlyKeys = (beginnings: readonly string[]) => ({
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": beginnings.map((beginning) => `${beginning}*`) },
  // A request without keys would meet any condition on all of them.
  Null: { "dynamodb:LeadingKeys": "false" },
});

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * A table of `shared/storage/tables.ts`: paid per request, restorable to any second of the last 35 days, kept when its
 * stack is deleted, encrypted with AWS's own key. With `undeletable`, AWS refuses to delete it. Its alarm is raised
 * from 100 throttled reads and writes in five minutes on.
 */
export class StoreTable extends Construct implements StoreResource {
  readonly value: string;
  readonly arn: string;
  /** Raised when it turns away requests; one message says it of all tables. */
  readonly throttles: Alarm;
  private readonly table: Table;

  constructor(scope: Construct, id: string, { table, alarms, undeletable }: StoreTableProps) {
    super(scope, id);
    const { partitionKey, sortKey, timeToLive, stream, indexes }: TablePlan = tables[table];
    this.table = new Table(this, "Table", {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: timeToLive,
      ...(stream && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: undeletable,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    for (const [indexName, index] of Object.entries(indexes))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType[index.projection],
        ...(index.attributes && { nonKeyAttributes: [...index.attributes] }),
      });
    this.value = this.table.tableName;
    this.arn = this.table.tableArn;
    this.throttles = alarms.raise(this, "Throttles", {
      metric: new MathExpression({
        expression: "FILL(reads, 0) + FILL(writes, 0)",
        usingMetrics: {
          reads: this.table.metric("ReadThrottleEvents", { statistic: "sum" }),
          writes: this.table.metric("WriteThrottleEvents", { statistic: "sum" }),
        },
        ...fiveMinutes,
      }),
      // A load that is throttled for a moment waits and goes on by itself.
      atLeast: 100,
      meaning: `The table ${table} has turned away reads or writes for a while: pages are slow or fail.`,
      runbook: "table-throttles",
      wakes: true,
      quiet: true,
    });
  }

  /**
   * The ARN of the stream of the table's changes.
   * @throws if the table's plan has no stream.
   */
  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (!tableStreamArn) throw new Error("the table's plan has no stream");
    return tableStreamArn;
  }

  /**
   * Gives a role the store's actions on the table: to delete only where the partition key begins as the store states,
   * to write too if the store states it. On each index that the store names it gives only `Query`; on any other,
   * nothing.
   * @throws if the store may delete and states no beginning of a key.
   */
  allow(role: Role, store: Grant): void {
    const { indexes = [], deletes = [], writes, actions } = "table" in store ? store : { actions: store.actions };
    const isBound = (action: string): boolean =>
      action === deleting || (writes !== undefined && writing.includes(action));
    const allow = (those: readonly string[], keys?: readonly string[]): void => {
      if (those.length > 0) allowOn(this.table.tableArn, role, { actions: those }, keys && onlyKeys(keys));
    };
    const mayDelete = actions.some((action) => action === deleting);
    if (mayDelete && deletes.length === 0) throw new Error("a store that deletes states the keys of what it deletes");
    allow(actions.filter((action) => !isBound(action)));
    allow(
      actions.filter((action) => action !== deleting && isBound(action)),
      writes,
    );
    if (mayDelete) allow([deleting], deletes);
    for (const index of indexes)
      allowOn(`${this.table.tableArn}/index/${index}`, role, { actions: ["dynamodb:Query"] });
  }

  /** Gives a role the four actions that an event source needs to read the stream, and no other. */
  allowFollowing(role: Role): void {
    allowOn(this.streamArn, role, {
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
    });
  }
}
