import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { holdsFile } from "../../../../shared/casework/billing/holds-file.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { releaseOf } from "../../../../shared/domain/billing/hold-release.ts";
import { receiptKey } from "../../../../shared/domain/receipt/receipt.ts";
import { addDays, calendarDay, limaDay } from "../../../../shared/domain/term/calendar-day.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import type { PaidReceipt } from "../../../../shared/storage/billing/receipt-reader.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../../../shared/casework/case-world.ts";
import { billedMonth, storeBilled } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";

/** Numbers from 0 to 1, the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const months = ["2026-08", "2026-09", "2026-10"];
const firstDay = calendarDay("2026-11-23");
const days = 6;
const supplies = Array.from({ length: 14 }, (_, at) => String(20_001 + at).padStart(8, "0"));

/** What the commercial system knows by itself: each supply's bills that are overdue. All numbers are invented. */
const overdue = new Map<string, readonly string[]>();
/** The days' files as they were sent, and the claims behind them. */
const files: string[] = [];
const claimIds: string[] = [];

let local: TestTables;
let world: CaseWorld;

beforeAll(async () => {
  const random = seeded(20_261_123);
  local = await testTables();
  world = await caseWorld(local);
  const ledger = openReceiptLedger(world.billing);
  for (const [at, supplyCode] of supplies.entries()) {
    const billed = months
      .slice(random() < 0.5 ? 1 : 0)
      .map((period, month) => billedMonth({ supplyCode, period, number: 60_000 + at * 10 + month, m3: 30 }));
    await storeBilled(ledger, billed);
    const receipts = await world.receiptReader.lastMonths(supplyCode, 12);
    overdue.set(
      supplyCode,
      receipts.map(({ receipt }) => receiptKey(receipt).number),
    );
    for (const receipt of receipts) if (random() < 0.5) await dispute(supplyCode, receipt, random);
  }
  for (let day = 0; day < days; day += 1) {
    const on = addDays(firstDay, day);
    files.push(holdsFile(on, await world.holds.ofDay(on)).csv);
  }
}, 120_000);
afterAll(() => local.stop());

/** Claims a receipt on some day, now and then twice; some are withdrawn the next day. */
async function dispute(supplyCode: string, receipt: PaidReceipt, random: () => number): Promise<void> {
  for (let times = random() < 0.3 ? 2 : 1; times > 0; times -= 1) {
    const filedAt = `${addDays(firstDay, Math.floor(random() * 4))}T15:00:00.000Z`;
    const { file } = await world.fileOne(filedAt, { form: { ...form, supplyCode }, receipts: [receipt] });
    const { claimId } = file.head;
    claimIds.push(claimId);
    if (random() < 0.4) await withdraw(claimId, `${addDays(limaDay(filedAt), 1)}T15:00:00.000Z`);
  }
}

async function withdraw(claimId: string, now: string): Promise<void> {
  const withdrawn = await record(world, { claimId, now }, () => ({
    ok: true,
    value: {
      entries: [
        {
          type: "withdrawal-requested",
          effectiveAt: now,
          by: maria,
          of: "claim",
          standing: { as: "holder" },
          details: { reason: "Ya no." },
        },
        {
          type: "withdrawal-accepted",
          effectiveAt: now,
          by: person("signer-1", "signer"),
          details: { reason: "Se acepta." },
        },
      ],
    },
  }));
  if (!withdrawn.ok) throw new Error(withdrawn.error);
}

/** The receipts held by what the files say: the last version of each, in whatever order they are read. */
function heldBy(texts: readonly string[]): ReadonlySet<string> {
  const last = new Map<string, { readonly version: number; readonly action: string }>();
  for (const row of texts.flatMap((text) => text.split("\r\n").slice(1))) {
    const [, , series, serial, version, action] = row.split(";");
    if (action !== "BLOQUEAR" && action !== "LIBERAR") continue;
    const number = `${series}-${serial}`;
    if ((last.get(number)?.version ?? 0) < Number(version)) last.set(number, { version: Number(version), action });
  }
  return new Set([...last].flatMap(([number, { action }]) => (action === "BLOQUEAR" ? [number] : [])));
}

/** Who would be cut: two overdue bills that are not held (digest 3.10). */
function cutList(held: ReadonlySet<string>): readonly string[] {
  return supplies.filter((supply) => (overdue.get(supply) ?? []).filter((number) => !held.has(number)).length >= 2);
}

/** The receipts a claim holds, by the claims themselves. */
async function heldInTruth(): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const claimId of claimIds) {
    const file = await world.caseFiles.read(claimId);
    if (!file) throw new Error("a claim is gone");
    const { claim, law } = caseNow(file, tenant, "2026-11-29T04:00:00.000Z");
    if (releaseOf(claim, law) === undefined) for (const { number } of file.head.receipts) held.add(number);
  }
  return held;
}

describe("the commercial system's cut list, made of the exchange's files alone", () => {
  it("is the one the claims themselves would give", async () => {
    expect([...heldBy(files)].sort()).toEqual([...(await heldInTruth())].sort());
  });

  it("has no supply that is there only by a held bill", async () => {
    const held = await heldInTruth();
    for (const supply of cutList(heldBy(files))) {
      const counted = (overdue.get(supply) ?? []).filter((number) => !held.has(number));
      expect(counted.length).toBeGreaterThanOrEqual(2);
    }
    expect(cutList(heldBy(files)).length).toBeGreaterThan(0);
  });

  it("would have some if the holds were ignored, and too few if what was released stayed held", () => {
    const reported = cutList(heldBy(files));
    expect(cutList(new Set()).filter((supply) => !reported.includes(supply)).length).toBeGreaterThan(0);
    const never = files.map((text) => text.replaceAll("LIBERAR", "OTRO"));
    expect(cutList(heldBy(never)).length).toBeLessThan(reported.length);
  });

  it("is the same whatever order the files are read in, and however often", () => {
    expect(cutList(heldBy([...files.toReversed(), ...files]))).toEqual(cutList(heldBy(files)));
  });
});
