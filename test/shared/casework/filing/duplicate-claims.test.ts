import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "../../../../shared/casework/case/record.ts";
import { duplicatesOf } from "../../../../shared/casework/filing/duplicate-claims.ts";
import { receiptKey } from "../../../../shared/domain/receipt/receipt.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, maria, person } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

const first = "2026-11-23T15:00:00.000Z";
const later = "2026-11-23T16:00:00.000Z";
const found = async (now: string, except: string) => {
  const matter = { supplyCode: "00012345", claimType: "F01", receipts: [receiptKey(world.receipt.receipt)] } as const;
  return (await duplicatesOf(world, matter, { now, except })).map(({ claimId, decided }) => [claimId, decided]);
};

it("a write repeated after a duplicate was filed gets the answer it got at first", async () => {
  const { file } = await world.fileOne(first);
  const { claimId } = file.head;
  const { file: second } = await world.fileOne(later);
  expect(await found(first, claimId)).toEqual([]);
  expect(await found(later, claimId)).toEqual([[second.head.claimId, false]]);
});

it.each([
  ["claim", true, "is shown: it was given up for good"],
  ["procedure", false, "is not: the same may be claimed again"],
] as const)("one whose %s was withdrawn counts: %s (%s)", async (of, counts, _reason) => {
  const { file } = await world.fileOne(first);
  const { claimId } = file.head;
  const withdrawn = await record(world, { claimId, now: later }, () => ({
    ok: true,
    value: {
      entries: [
        {
          type: "withdrawal-requested",
          effectiveAt: later,
          by: maria,
          of,
          standing: { as: "holder" },
          details: { reason: "" },
        },
        { type: "withdrawal-accepted", effectiveAt: later, by: person("s", "signer"), details: { reason: "" } },
      ],
    },
  }));
  expect(withdrawn).toMatchObject({ ok: true, value: { claim: { state: "withdrawn" } } });
  expect((await found(later, "")).filter(([id]) => id === claimId)).toEqual(counts ? [[claimId, true]] : []);
});
