import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { cannotStart } from "./cannot-start.ts";
import { absent, credentials, region } from "./cloud.ts";
import { ignored } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const projection = z.object({
  ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const plan = z.object({
  KeySchema: keys,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: keys, Projection: projection }))
    .default([]),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"]) })
    .transform(({ StreamViewType }) => ({ StreamEnabled: true, StreamViewType }))
    .optional(),
});
const table = z.strictObject({
  ...plan.shape,
  TableName: ignored,
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  DeletionProtectionEnabled: ignored,
  PointInTimeRecoverySpecification: ignored,
  SSESpecification: ignored,
  Replicas: ignored,
  Tags: ignored,
});

/**
 * Creates the tables that do not exist yet and notes the ARN of each table's stream in the assembly. Changes no stored
 * table.
 * @throws `CannotStart` if a stored table has other keys, indexes or stream than its template; another error if a
 * template has a property that is not known here.
 */
export async function makeTables(assembly: Assembly, endpoint: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  for (const resource of assembly.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
    const { BillingMode, TimeToLiveSpecification, ...rest } = assembly.read(resource, table);
    const { GlobalSecondaryIndexes, ...wanted } = plan.parse(rest);
    const TableName = resource.name;
    const stored = () =>
      client
        .send(new DescribeTableCommand({ TableName }))
        .then(({ Table }) => Table, absent("ResourceNotFoundException"));
    const before = await stored();
    if (before && shapeOf(before) !== shapeOf({ ...wanted, GlobalSecondaryIndexes }))
      throw cannotStart(
        `the stored table ${TableName} has other keys, indexes or stream than its template: run npm run reset`,
      );
    if (!before) {
      const indexes = GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes };
      await client.send(new CreateTableCommand({ TableName, BillingMode, ...wanted, ...indexes }));
      await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05 }, { TableName });
      if (TimeToLiveSpecification)
        await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    }
    const stream = (await stored())?.LatestStreamArn;
    if (stream) assembly.made(resource, { StreamArn: stream });
  }
  client.destroy();
}

/**
 * Returns, as text to compare, what cannot be changed in a table. It takes the service's description or a template's.
 */
function shapeOf(described: unknown): string {
  const { KeySchema, GlobalSecondaryIndexes, StreamSpecification, AttributeDefinitions } = plan.parse(described);
  const typed = (schema: z.output<typeof keys>) =>
    schema.map(({ AttributeName, KeyType }) => {
      const type = AttributeDefinitions.find((one) => one.AttributeName === AttributeName)?.AttributeType;
      return `${KeyType} ${AttributeName} ${type}`;
    });
  const indexes = GlobalSecondaryIndexes.map((index) => [
    index.IndexName,
    index.Projection.ProjectionType,
    ...typed(index.KeySchema),
  ]);
  return JSON.stringify([typed(KeySchema), indexes.map(String).sort(), StreamSpecification?.StreamViewType]);
}
