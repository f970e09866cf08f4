import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { type BilledSupply, journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";

let stack: LocalStack;
let office: Office;
let supplies: readonly BilledSupply[];

beforeAll(async () => {
  stack = await startLocalStack({ quiet: true });
  office = openOffice(stack.origin);
  const world = journeyWorld();
  supplies = world.supplies;
  const bytes = new TextEncoder().encode(world.receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
}, 120_000);

afterAll(() => stack.stop());

describe("a claim walks to its end by HTTP alone", () => {
  it.each(branches.map((branch, at) => [branch.title, branch, at] as const))(
    "%s",
    { timeout: 180_000 },
    async (_, branch, at) => {
      const supply = supplies[at];
      if (!supply) throw new Error("there are not enough supplies for every branch");
      const told: string[] = [];
      await walk(office, supply, branch, "lives", { say: (line) => told.push(line) });
      expect(told).toHaveLength(branch.steps.length + 1);
    },
  );
});
