import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { findingsAsFiled } from "../../../../shared/casework/case/findings.ts";
import { receiptKey } from "../../../../shared/domain/receipt/receipt.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form } from "../case-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
});

describe("a claim as it was filed", () => {
  const findingsOf = async (at: Awaited<ReturnType<CaseWorld["fileOne"]>>, duplicates = []) =>
    findingsAsFiled(at, { tenant, receipts: await world.receiptReader.lastMonths("00012345", 24), duplicates });

  it("has the term of each of its receipts alone", async () => {
    const terms = (await findingsOf(await world.fileOne(now))).filter(({ rule }) => rule === "term");
    expect(terms).toHaveLength(1);
    expect(terms[0]?.text).toContain("octubre de 2026");
  });

  it("is judged by the day it was filed, whenever it is looked at", async () => {
    const late = await findingsOf(await world.fileOne("2027-06-01T15:00:00.000Z"));
    expect(late.find(({ rule }) => rule === "term")?.severity).toBe("warns");
    const at = await world.fileOne(now);
    const inTime = await findingsOf({ ...at, now: "2027-06-01T15:00:00.000Z" });
    expect(inTime.find(({ rule }) => rule === "term")?.severity).toBe("explains");
  });

  it("by telephone by another than the holder is marked", async () => {
    const claimant = { ...form.claimant, standing: { as: "effective-user" } } as const;
    const at = await world.fileOne(now, { channel: "telephone", form: { ...form, claimant } });
    expect((await findingsOf(at)).find(({ rule }) => rule === "standing")?.severity).toBe("warns");
  });

  it("names claims filed before it, and of none after", async () => {
    const first = await world.fileOne(now);
    const second = await world.fileOne("2026-11-23T15:01:00.000Z");
    const receipts = [world.receipt];
    const of = ({ file: { head } }: typeof first) => ({
      claimId: head.claimId,
      code: head.code,
      receipts: [],
      decided: false,
    });
    const ofFirst = findingsAsFiled(first, { tenant, receipts, duplicates: [of(second)] });
    const ofSecond = findingsAsFiled(second, { tenant, receipts, duplicates: [of(first)] });
    expect(ofFirst.filter(({ rule }) => rule === "duplicate")).toEqual([]);
    expect(ofSecond.find(({ rule }) => rule === "duplicate")?.text).toContain(first.file.head.code);
  });

  it("paid after it was filed keeps the term it had", async () => {
    const at = await world.fileOne(now);
    const { receipt } = world.receipt;
    const { supplyCode, totalDue: amount } = receipt;
    const termOf = (paidOn: string) => {
      const payment = { supplyCode, receiptNumber: receiptKey(receipt).number, paidOn, amount, reference: "P-1" };
      const paid = { ...world.receipt, payments: [payment] };
      const findings = findingsAsFiled(at, { tenant, receipts: [paid], duplicates: [] });
      return findings.find(({ rule }) => rule === "term")?.term?.amount;
    };
    expect([termOf("2026-11-20"), termOf("2026-11-24")]).toEqual([12, 2]);
  });
});
