import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DynamoDb, startDynamoDb } from "../../local/dynamodb.ts";
import { findStoreProgram } from "../../local/store-program.ts";
import { makeTables } from "../../local/tables.ts";
import { readAssembly } from "../../local/templates.ts";
import { fixture, written } from "./fixtures/assembly.ts";

let database: DynamoDb;
beforeAll(async () => {
  database = await startDynamoDb(
    mkdtempSync(join(tmpdir(), "tables-")),
    findStoreProgram(() => {}),
  );
});
afterAll(() => database.stop());

const surroundings = { origin: "http://127.0.0.1:8080", issuer: (pool: string) => pool, secret: () => "s" };
const base = fixture("/out");

/** Writes the fixture's assembly with changed properties of its table. */
function changed(properties: object = {}) {
  const { Type, Properties } = base.data["Table"] ?? { Type: "" };
  const data = { ...base.data, Table: { Type, Properties: { ...Properties, ...properties } } };
  return readAssembly(written({ ...base, data }), "caudal-dev-", surroundings);
}

it("makes a table once; afterwards it is there, with its stream", async () => {
  for (const assembly of [changed(), changed({ DeletionProtectionEnabled: true })]) {
    await makeTables(assembly, database.endpoint);
    const [table] = assembly.of("AWS::DynamoDB::Table");
    expect(table && assembly.attribute(table, "StreamArn")).toContain("/stream/");
  }
});

const sorted = {
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" },
    { AttributeName: "sk", AttributeType: "S" },
  ],
};
it.each<[string, object]>([
  ["a sort key", sorted],
  ["a key of another type", { AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "N" }] }],
  [
    "an index",
    {
      GlobalSecondaryIndexes: [
        {
          IndexName: "i",
          KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    },
  ],
  ["another stream", { StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" } }],
])("says in one line what to do when the template has now %s", async (_, properties) => {
  await expect(makeTables(changed(properties), database.endpoint)).rejects.toMatchObject({
    name: "CannotStart",
    message: expect.stringContaining("npm run reset"),
  });
});
