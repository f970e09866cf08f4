import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startDynamoDb } from "../../local/dynamodb.ts";

it("a table server that is not there is said in a sentence", async () => {
  const folder = mkdtempSync(join(tmpdir(), "caudal-tables-"));
  const program = { command: join(folder, "nothing"), mark: "nothing", arguments: () => [] };
  await expect(startDynamoDb(folder, program)).rejects.toMatchObject({
    name: "CannotStart",
    message: expect.stringContaining("ENOENT"),
  });
});
