import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import type { MonthDecision } from "../../../../shared/domain/case/fact-details.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { ledgerRow, paymentCells } from "../../storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, maria, person } from "../case-world.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const [september, october] = ["S001-00044001", "S001-00045001"] as const;

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
});

const write = async (claimId: string, now: string, ...entries: Decision["entries"]) => {
  const recorded = await record(world, { claimId, now }, () => ({ ok: true, value: { entries } }));
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
  return recorded.value;
};
const holdsOf = async (day: string) =>
  (await world.holds.ofDay(day)).map(({ receiptNumber, action }) => `${receiptNumber} ${action}`).sort();
const notesOf = async (day: string) =>
  (await world.holds.notesOfDay(day)).flatMap(({ receiptNumber, notes }) =>
    notes.map((note) => [receiptNumber, note.kind, "amount" in note ? note.amount : note.after.amount]),
  );

describe("a claim about two months, one of them granted", () => {
  const month = (receiptNumber: string, period: string, m3?: number): MonthDecision => ({
    receiptNumber,
    period,
    outcome: m3 === undefined ? "rejected" : "upheld",
    ...(m3 !== undefined && { corrected: { m3, amount: cents(5_808) } }),
  });

  it("releases the other once firm, and the granted one once that is executed", async () => {
    const receipts = await world.receiptReader.lastMonths("00012345", 2);
    const { claimId } = (await world.fileOne(filedAt, { receipts })).file.head;
    const heardAt = "2026-12-23T18:00:00.000Z";
    const said = { companyProposal: "", claimantProposal: "", agreed: "", disagreed: "", observations: "" };
    const number = "000001-2026-MOQ";
    const document = {
      documentId: "d",
      kind: "resolution",
      fileName: "d.pdf",
      sizeBytes: 1,
      sha256: "0".repeat(64),
      verificationCode: "0000-0000-0000-0000",
    } as const;
    await write(
      claimId,
      heardAt,
      { type: "claim-accepted", effectiveAt: heardAt, by: person("clerk-1", "clerk"), details: {} },
      {
        type: "conciliation-held",
        effectiveAt: heardAt,
        by: person("conciliator-1", "conciliator"),
        agreement: "none",
        details: { ...said, startedAt: heardAt, missing: [] },
      },
      {
        type: "resolution-issued",
        effectiveAt: heardAt,
        by: person("resolver-1", "resolver"),
        number,
        outcome: "partly-upheld",
        checklist: "complete",
        details: {
          reasons: "",
          decision: "",
          months: [month(september, "2026-09"), month(october, "2026-10", 20)],
          evidence: [],
          document,
        },
      },
      {
        type: "resolution-signed",
        effectiveAt: heardAt,
        by: person("signer-1", "signer"),
        details: {
          number,
          signer: "PERSONA DE PRUEBA",
          authenticatedAt: heardAt,
          seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" },
        },
      },
      {
        type: "resolution-notified",
        effectiveAt: heardAt,
        by: person("clerk-1", "clerk"),
        evidence: [],
        details: { noticeId: "n", how: "delivered", photos: [] },
      },
    );
    const { steps } = (await world.caseFiles.read(claimId))?.head ?? {};
    const firmOn = steps?.find(({ state }) => state === "firm")?.from ?? "";
    const by = { kind: "system", name: "sweep" } as const;
    const now = `${firmOn}T15:00:00.000Z`;
    await write(claimId, now, { type: "manager-alerted", effectiveAt: now, by, details: { reason: "Quedó firme." } });
    expect(await holdsOf(firmOn)).toEqual([`${september} released`]);
    expect((await notesOf(firmOn)).map(([of, kind]) => [of, kind])).toEqual([
      [september, "payable-from"],
      [october, "rebill"],
      [october, "credit-note"],
      [october, "payable-from"],
    ]);
    const left = async () =>
      (await world.receiptReader.lastMonths("00012345", 2)).map(({ isHeld, corrected }) => [isHeld, corrected]);
    const correction = { m3: 20, amount: 5_808, from: firmOn };
    expect(await left()).toEqual([
      [true, correction],
      [undefined, undefined],
    ]);
    const done = `${firmOn}T16:00:00.000Z`;
    const billing = person("billing-1", "billing");
    await write(claimId, done, {
      type: "executed",
      effectiveAt: done,
      by: billing,
      details: { summary: "", reference: "" },
    });
    expect(await holdsOf(firmOn)).toEqual([`${september} released`, `${october} released`]);
    expect(await notesOf(firmOn)).toHaveLength(4);
    expect(await left()).toEqual([
      [undefined, correction],
      [undefined, undefined],
    ]);
  });
});

describe("a receipt that two claims are about", () => {
  const withdrawn = async (claimId: string, now: string) =>
    write(
      claimId,
      now,
      {
        type: "withdrawal-requested",
        effectiveAt: now,
        by: maria,
        of: "claim",
        standing: { as: "holder" },
        details: { reason: "" },
      },
      { type: "withdrawal-accepted", effectiveAt: now, by: person("signer-1", "signer"), details: { reason: "" } },
    );

  it("is reported neither as released nor as due until both are over, and then less what was paid meanwhile", async () => {
    const first = (await world.fileOne(filedAt)).file.head.claimId;
    const second = (await world.fileOne("2026-11-23T16:00:00.000Z")).file.head.claimId;
    expect(await holdsOf("2026-11-23")).toEqual([`${october} set`, `${october} set`]);
    // With each hold, what is due while it stands: what neither request disputes.
    expect(await notesOf("2026-11-23")).toEqual([
      [october, "payable-from", 484],
      [october, "payable-from", 484],
    ]);
    await withdrawn(first, "2026-11-24T15:00:00.000Z");
    expect([await holdsOf("2026-11-24"), await notesOf("2026-11-24")]).toEqual([[], []]);
    await openReceiptLedger(world.billing).store(
      ledgerRow("payments", paymentCells({ amount: "50.00" })),
      "i1",
      undefined,
    );
    await withdrawn(second, "2026-11-25T15:00:00.000Z");
    expect(await holdsOf("2026-11-25")).toEqual([`${october} released`]);
    expect(await notesOf("2026-11-25")).toEqual([[october, "payable-from", 15_661 - 5_000]]);
  });
});

it("reads what was paid by the month that is claimed, however many were billed since", async () => {
  await openReceiptLedger(world.billing).store(
    ledgerRow("payments", paymentCells({ period: "2026-09", number: 44_001, amount: "10.00" })),
    "i1",
    undefined,
  );
  const billed = await world.holds.billedIn("00012345", ["2026-09"]);
  expect(billed.map(({ receipt, payments }) => [receipt.period, payments.map(({ amount }) => amount)])).toEqual([
    ["2026-09", [1_000]],
  ]);
});
