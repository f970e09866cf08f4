import { expect, it } from "vitest";
import { paceImport } from "../../../bench/paced-import.ts";

it("is not given up, and loses no row, however little the table takes a second", async () => {
  const { refused, ...came } = await paceImport({ rows: 100, writesPerSecond: 15 });
  expect(refused).toBeGreaterThan(20);
  expect(came).toMatchObject({ returned: 0, dead: 0, lost: 0, doubled: 0 });
}, 60_000);
