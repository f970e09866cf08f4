import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Adjustment } from "../../../../shared/domain/billing/adjustments.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { heldKeyOf } from "../../../../shared/storage/billing/billing-keys.ts";
import {
  type HoldChange,
  type Holds,
  openHolds,
  type ReceiptChange,
  type ReportedBefore,
} from "../../../../shared/storage/billing/holds.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../../../../shared/storage/billing/receipt-reader.ts";
import { type Table, transact } from "../../../../shared/storage/dynamodb.ts";
import { type ServedTables, servedTables } from "../served-tables.ts";
import { billedMonth, storeBilled } from "./billed-rows.ts";

let local: ServedTables;
let claims: Table;
let billing: Table;
let holds: Holds;
beforeAll(async () => {
  local = await servedTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  claims = await local.table("claims");
  billing = await local.table("billing");
  holds = openHolds(claims, billing);
});

const day = "2026-11-23";
const set: HoldChange = {
  supplyCode: "00012345",
  receiptNumber: "S001-00045001",
  period: "2026-10",
  claimId: "c1",
  code: "RE-2026-000001-1",
  version: 1,
  action: "set",
  at: "2026-11-23T15:00:00.000Z",
};
const { version: _, ...setting } = set;
const released: HoldChange = { ...set, version: 2, action: "released", at: "2026-11-23T16:00:00.000Z" };
const { version: __, ...releasing } = released;
const change = async (what: ReceiptChange, on = day) => transact(claims.client, await holds.change(what, on));

describe("the holds of a day", () => {
  it("are reported in the order they changed, each day its own", async () => {
    await change(setting);
    await change(releasing);
    await change({ ...setting, at: "2026-11-24T15:00:00.000Z" }, "2026-11-24");
    expect(await holds.ofDay(day)).toEqual([set, released]);
    expect(await holds.ofDay("2026-11-24")).toMatchObject([{ version: 3, action: "set" }]);
    expect(await holds.ofDay("2026-11-25")).toEqual([]);
  });

  it("take no version twice: of two prepared at once one is made", async () => {
    await change(setting);
    const both = [await holds.change(releasing, day), await holds.change(releasing, day)];
    const done = [];
    for (const writes of both) done.push(await transact(claims.client, writes));
    expect(done).toEqual([{ done: true }, { done: false, refused: [0] }]);
    expect(await holds.ofDay(day)).toEqual([set, released]);
  });

  it("of a receipt that another claim holds as well are not reported as released, until the last is", async () => {
    const second = { claimId: "c2", code: "RE-2026-000002-2" };
    await change(setting);
    await change({ ...setting, ...second, at: "2026-11-23T15:30:00.000Z" });
    await change(releasing);
    expect((await holds.ofDay(day)).map(({ action, version }) => [action, version])).toEqual([
      ["set", 1],
      ["set", 2],
    ]);
    await change({ ...releasing, ...second, at: "2026-11-23T17:00:00.000Z" });
    expect((await holds.ofDay(day)).at(-1)).toMatchObject({ action: "released", version: 4, claimId: "c2" });
  });

  it("are read with the receipt, until the last claim releases it; what says so then goes by itself", async () => {
    const { receiptNumber: number } = set;
    await storeBilled(openReceiptLedger(billing), [billedMonth()]);
    const shown = async (claimId: string, held: readonly string[]) => {
      const at = "2026-11-23T16:00:00.000Z";
      const standing = { held, corrected: [] };
      await transact(billing.client, [holds.shown({ supplyCode: "00012345", claimId }, standing, at)]);
      return (await openReceiptReader(billing).lastMonths("00012345", 1))[0]?.isHeld;
    };
    expect(await shown("c1", ["S001-00044001"])).toBeUndefined();
    expect(await shown("c1", ["S001-00044001", number])).toBe(true);
    expect(await shown("c2", [number])).toBe(true);
    expect(await shown("c1", [])).toBe(true);
    expect(await shown("c2", [])).toBeUndefined();
    const Key = heldKeyOf("00012345", "c2");
    const { Item } = await billing.client.send(new GetCommand({ TableName: billing.name, Key }));
    expect(Item).toEqual({ ...Key, held: [], expiresAt: Date.parse("2026-11-24T16:00:00.000Z") / 1000 });
  });

  it("report a receipt as due once nobody holds it, at what it was left at", async () => {
    const due = (at: ReportedBefore): readonly Adjustment[] => [
      { kind: "payable-from", from: calendarDay("2026-11-23"), amount: at.left?.amount ?? cents(15_661) },
    ];
    const billedAgain: Adjustment = {
      kind: "rebill",
      before: { m3: 45, amount: cents(15_661) },
      after: { m3: 20, amount: cents(5_808) },
      concepts: [],
    };
    const reported = async () =>
      (await holds.notesOfDay(day)).map(({ code, notes, settled }) => [code, notes.map(({ kind }) => kind), settled]);
    const second = { claimId: "c2", code: "RE-2026-000002-2" };
    await change(setting);
    await change({ ...setting, ...second, at: "2026-11-23T15:30:00.000Z" });
    await change({ ...releasing, notes: (at) => [billedAgain, ...due(at)], settled: ["k1"] });
    expect(await reported()).toEqual([[set.code, ["rebill"], ["k1"]]]);
    let before: ReportedBefore | undefined;
    await change({
      ...releasing,
      ...second,
      at: "2026-11-23T17:00:00.000Z",
      notes: (at) => {
        before = at;
        return due(at);
      },
      settled: ["k2"],
    });
    expect(before).toMatchObject({ left: { m3: 20, amount: 5_808 }, isDueUnreported: true });
    expect((await reported()).at(-1)).toEqual([second.code, ["payable-from"], ["k2"]]);
    expect((await holds.notesOfDay(day)).at(-1)?.notes).toMatchObject([{ amount: 5_808 }]);
    await change({
      ...setting,
      at: "2026-11-23T18:00:00.000Z",
      notes: (at) => {
        before = at;
        return [];
      },
    });
    expect(before?.isDueUnreported).toBe(false);
  });

  it.each([
    ["what it disputes", ["ALCANTARILLADO"], ["ALCANTARILLADO"]],
    ["the whole month, of a release that did not say", undefined, ["AGUA", "ALCANTARILLADO", "CARGO_FIJO", "OTROS"]],
  ] as const)("of a second claim are reported with what is due beside %s too", async (_, disputed, byOthers) => {
    let before: ReportedBefore | undefined;
    const due = (at: ReportedBefore) => {
      before = at;
      return [{ kind: "payable-from", from: calendarDay("2026-11-23"), amount: cents(484) } as const];
    };
    await change({ ...setting, disputed });
    const second = { ...setting, claimId: "c2", at: "2026-11-23T15:30:00.000Z" };
    await change({ ...second, disputed: ["AGUA"], notes: due });
    expect(before?.disputedByOthers).toEqual(byOthers);
    expect(await holds.notesOfDay(day)).toMatchObject([{ version: 2, claimId: "c2" }]);
    await change({ ...second, action: undefined, at: "2026-11-23T15:40:00.000Z", notes: due });
    expect(await holds.notesOfDay(day)).toHaveLength(1);
  });

  it("wait for their answer however long, until each is there", async () => {
    const note = { kind: "payable-from", from: calendarDay("2026-11-23"), amount: cents(484) } as const;
    const waiting = async () => (await holds.unanswered(10)).map(({ what, day: on }) => [what, on]);
    await change({ ...setting, notes: () => [note] });
    await change(releasing, "2026-11-24");
    expect(await waiting()).toEqual([
      ["hold", day],
      ["note", day],
      ["hold", "2026-11-24"],
    ]);
    await holds.acknowledge(day, set, set.at, "SIC-1");
    expect(await waiting()).toEqual([
      ["note", day],
      ["hold", "2026-11-24"],
    ]);
    await holds.acknowledgeNotes(day, set, set.at, "SIC-2");
    expect(await waiting()).toEqual([["hold", "2026-11-24"]]);
  });

  it("are acknowledged once: the first reference stands", async () => {
    await change(setting);
    const [first, second] = ["2026-11-24T13:00:00.000Z", "2026-11-24T14:00:00.000Z"];
    expect(await holds.acknowledge(day, set, first, "SIC-1")).toBe("SIC-1");
    expect(await holds.acknowledge(day, set, second, "SIC-2")).toBe("SIC-1");
    expect(await holds.ofDay(day)).toEqual([{ ...set, acknowledgedAt: first, reference: "SIC-1" }]);
  });

  it("that were never reported are acknowledged by nobody", async () => {
    await expect(holds.acknowledge(day, set, set.at, "SIC-1")).rejects.toThrow();
    expect(await holds.ofDay(day)).toEqual([]);
  });
});
