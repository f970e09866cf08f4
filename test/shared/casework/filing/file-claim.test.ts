import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../../../../shared/casework/case/record.ts";
import { claimView } from "../../../../shared/casework/claim/claim-view.ts";
import { fileClaim, type NewClaim } from "../../../../shared/casework/filing/file-claim.ts";
import { visitCapacity } from "../../../../shared/casework/visit/free-slots.ts";
import { ok } from "../../../../shared/domain/case/result.ts";
import { workingOf } from "../../../../shared/domain/term/claim-clocks.ts";
import { chainFaults } from "../../../../shared/storage/case/case-chain.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

const morning = "2026-11-23T15:00:00.000Z";

describe("filing a claim", () => {
  it("fixes code, visit, hearing, last day and owner at once, and holds the receipt", async () => {
    const { file, filing, claim } = await world.fileOne(morning);
    expect(filing.details.code).toMatch(/^RE-2026-\d{6}-\d$/);
    expect(filing.details.visit).toMatchObject({ on: "2026-11-26", from: "08:00", to: "10:00", late: false });
    expect(filing.details.hearing).toEqual({ on: "2026-12-23", at: "08:00", mode: "telephone" });
    expect(filing.details.notifyBy).toBe("2027-01-15");
    expect(filing.details.windows).toEqual([
      {
        number: "S001-00045001",
        term: {
          rule: "claim.windowRule",
          lawVersion: world.tenant.laws[0]?.version,
          from: world.receipt.receipt.dueDate,
          amount: 2,
          unit: "months",
          calendar: "USER",
          calendarVersion: world.tenant.calendars.USER.value.version,
          // 16 January 2027 is a Saturday.
          dueDate: "2027-01-18",
          skipped: [{ date: "2027-01-18", reason: "moved" }],
        },
      },
    ]);
    expect(filing.details.owner?.sub).toBe("analyst-1");
    expect(claim.state).toBe("filed");
    expect(file.visits).toHaveLength(1);
    expect(await world.caseFiles.claimOfHold(filing.details.holdKey)).toBe(file.head.claimId);
    const holds = await world.holds.ofDay("2026-11-23");
    expect(holds).toMatchObject([{ receiptNumber: "S001-00045001", version: 1, action: "set" }]);
    expect(await world.caseAccess.mayOpen("maria", file.head.claimId)).toBe(true);
    expect(await world.caseAccess.mayOpen("jorge", file.head.claimId)).toBe(false);
  });

  it("says a last day on which a delivery takes effect, where day 35 is one of rest for the user", async () => {
    // Day 35 from Tuesday 6 October 2026 is Wednesday 25 November, worked by the company alone.
    const { file, filing, claim, law } = await world.fileOne("2026-10-06T15:00:00.000Z");
    expect(workingOf("T10", claim, law)?.dueDate).toBe("2026-11-25");
    expect(filing.details.notifyBy).toBe("2026-11-24");
    expect(file.head.risk).toMatchObject({ endsOn: "2026-11-25", lastDay: "2026-11-24" });
  });

  it("gives the same claim to the same key, and refuses the key with other content", async () => {
    const claim = {
      form,
      claimType: "F01",
      channel: "web",
      by: maria,
      sub: "maria",
      receipts: [world.receipt],
      attachments: [],
      also: () => [],
      write: { key: "double-click", contentHash: "a" },
      now: morning,
    } as const;
    const file = (one: NewClaim) => fileClaim(world, one, () => ok(one));
    const [first, second] = await Promise.all([file(claim), file(claim)]);
    if (!first.ok || !second.ok) throw new Error("not filed");
    expect(second.value.file.head.code).toBe(first.value.file.head.code);
    const other = await file({ ...claim, write: { key: "double-click", contentHash: "b" } });
    expect(other).toMatchObject({ ok: false, error: "write-key-used" });
  });

  it("gives the claim that the same write, sent twice, filed before its last attempt", async () => {
    const write = { key: "eight-times", contentHash: "a" };
    let attempts = 0;
    const caseFiles: typeof world.caseFiles = {
      ...world.caseFiles,
      file: async (filing) => {
        attempts += 1;
        if (attempts < 8) return "taken";
        await world.fileOne(morning, { write });
        return world.caseFiles.file(filing);
      },
    };
    const claim: NewClaim = {
      ...({ form, claimType: "F01", channel: "web", by: maria, sub: "maria", receipts: [] } as const),
      ...{ attachments: [], also: () => [], write, now: morning },
    };
    const filed = await fileClaim({ ...world, caseFiles }, claim, () => ok(claim));
    expect(attempts).toBe(8);
    expect(filed).toMatchObject({ ok: true });
  });

  it("takes one slot each, however many file at the same moment", async () => {
    const fresh = await caseWorld(local);
    const perSlot = visitCapacity(fresh.tenant, "180101");
    const { atOnce } = fresh.tenant.office.hearings.value;
    const filed = await Promise.all(Array.from({ length: perSlot + 2 }, () => fresh.fileOne(morning)));
    const slots = filed.map(({ filing }) => `${filing.details.visit?.on} ${filing.details.visit?.from}`);
    const inEach = Map.groupBy(slots, (hours) => hours);
    expect(Math.max(...[...inEach.values()].map((same) => same.length))).toBeLessThanOrEqual(perSlot);
    const hours = Map.groupBy(filed, ({ filing }) => filing.details.hearing?.at);
    expect(Math.max(...[...hours.values()].map((same) => same.length))).toBeLessThanOrEqual(atOnce);
    expect(new Set(filed.map(({ file }) => file.head.code)).size).toBe(filed.length);
  });
});

describe("recording in a case", () => {
  const analyst = person("analyst-1", "analyst");
  const accepted = { type: "claim-accepted", effectiveAt: morning, by: analyst, details: {} } as const;

  it("writes once by its key, refuses another version, and keeps the chain whole", async () => {
    const { file } = await world.fileOne(morning);
    const { claimId } = file.head;
    const write = { key: "accept", contentHash: "a" };
    const accept = (version: number) =>
      record(world, { claimId, now: morning, write, version }, () => ({ ok: true, value: { entries: [accepted] } }));
    const first = await accept(1);
    expect(first).toMatchObject({ ok: true, value: { claim: { state: "under-investigation" } } });
    expect(await accept(1)).toMatchObject({ ok: true, value: { file: { head: { version: 2 } } } });
    const stale = await record(world, { claimId, now: morning, version: 1 }, () => ({
      ok: true,
      value: { entries: [accepted] },
    }));
    expect(stale).toMatchObject({ ok: false, error: "version-stale" });
    const again = await world.caseFiles.read(claimId);
    expect(again?.events).toHaveLength(2);
    expect(chainFaults((again?.envelopes ?? []).map((envelope) => ({ envelope })))).toEqual([]);
  });

  it("says in words why the law does not take an act", async () => {
    const { file } = await world.fileOne(morning);
    const refusal = await record(world, { claimId: file.head.claimId, now: morning }, () => ({
      ok: true,
      value: { entries: [accepted, accepted] },
    }));
    expect(refusal).toMatchObject({ ok: false, error: "not-now", detail: expect.stringContaining("otro paso") });
  });

  it("is granted by silence at the first instant after day 35, whatever any job did", async () => {
    const { file } = await world.fileOne(morning);
    const { caseAt } = await import("../../../../shared/casework/case/case-at.ts");
    const last = caseAt(file, world.tenant, "2027-01-16T04:59:59.999Z");
    expect(last.claim.state).not.toBe("positive-silence");
    const granted = caseAt(file, world.tenant, "2027-01-16T05:00:00.000Z");
    expect(granted.claim.state).toBe("positive-silence");
    expect(claimView(granted, { ...maria, standing: { as: "holder" } }, world.tenant).hold).toBe("held");
  });
});
