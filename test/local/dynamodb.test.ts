import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { startDynamoDb } from "../../local/dynamodb.ts";
import { findStoreProgram, installedDynoxide } from "../../local/store-program.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "caudal-tables-"));

it("a table server that is not there is said in a sentence", async () => {
  const folder = newFolder();
  const program = { command: join(folder, "nothing"), mark: "nothing", arguments: () => [] };
  await expect(startDynamoDb(folder, program)).rejects.toMatchObject({
    name: "CannotStart",
    message: expect.stringContaining("ENOENT"),
  });
});

it.runIf(installedDynoxide())(
  "a write costs the same however many records its stream has, also at a second start",
  async () => {
    const folder = newFolder();
    for (const _ of ["first", "second"]) {
      const database = await startDynamoDb(
        folder,
        findStoreProgram(() => {}),
      );
      const file = new DatabaseSync(join(folder, "tables.sqlite"), { readOnly: true });
      // What dynoxide asks at each write, to number its record.
      const asked = "SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'claims'";
      const plan = file
        .prepare(`EXPLAIN QUERY PLAN ${asked}`)
        .all()
        .map(({ detail }) => detail);
      file.close();
      await database.stop();
      expect(plan).toEqual([expect.stringContaining("USING COVERING INDEX by_number")]);
    }
  },
);
