import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { announceReceipts } from "../../../../functions/sweep/announce-receipts.ts";
import { openLoadNotes } from "../../../../shared/storage/billing/load-notes.ts";
import type { WorkerQueue, WorkerTask } from "../../../../shared/storage/worker-tasks.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";

const agreedAt = "2026-11-20T15:00:00.000Z";
const loadedAt = "2026-11-23T04:00:00.000Z";
const morning = "2026-11-23T13:00:00.000Z";

let local: TestTables;
let world: CaseWorld;
const asked: WorkerTask[] = [];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  asked.length = 0;
});

const announce = (now: string, send: WorkerQueue["send"] = async (task) => void asked.push(task)) =>
  announceReceipts({ ...world, noticeWork: { send } }, now);
const load = (at = loadedAt, kind: "receipts" | "payments" = "receipts") => openLoadNotes(world.billing).note(kind, at);
const agree = async (...subs: readonly string[]) => {
  for (const sub of subs) await world.receiptNews.agree(sub, agreedAt, `key-of-${sub}`);
};

describe("after a load of receipts", () => {
  it("each account that agreed is looked at, once for the load", async () => {
    await agree("ana", "jorge");
    await world.receiptNews.agree("eva", agreedAt, "key-of-eva");
    await world.receiptNews.stop("eva");
    expect(await announce(morning)).toBe(0);
    await load();
    expect(await announce(morning)).toBe(2);
    expect(asked).toEqual([
      { sub: "ana", announce: "receipts" },
      { sub: "jorge", announce: "receipts" },
    ]);
    expect(await announce(morning)).toBe(0);
    await load("2026-11-24T04:00:00.000Z", "payments");
    expect(await announce(morning)).toBe(0);
    await load("2026-11-25T04:00:00.000Z");
    expect(await announce("2026-11-25T13:00:00.000Z")).toBe(2);
  });

  it("goes through more accounts than a page has", async () => {
    await agree(...Array.from({ length: 205 }, (_, at) => `account-${String(at).padStart(3, "0")}`));
    await load();
    expect(await announce(morning)).toBe(205);
    expect(new Set(asked.map((task) => JSON.stringify(task))).size).toBe(205);
  });

  it.each(["2026-11-23T12:59:59.000Z", "2026-11-24T01:00:00.000Z", "2026-11-24T05:00:00.000Z"])(
    "nobody is written to at night, but in the morning: %s",
    async (night) => {
      await agree("ana");
      await load();
      expect(await announce(night)).toBe(0);
      expect(await announce("2026-11-24T13:00:00.000Z")).toBe(1);
    },
  );

  it("is done whole again if it was killed half-way", async () => {
    await agree("ana", "jorge");
    await load();
    const dies = async (task: WorkerTask) => {
      asked.push(task);
      if (asked.length === 1) throw new Error("killed");
    };
    await expect(announce(morning, dies)).rejects.toThrow("killed");
    expect(await announce(morning)).toBe(2);
  });

  it("keeps since when an account agreed, however often it says so", async () => {
    await agree("ana");
    await world.receiptNews.agree("ana", morning, "key-of-ana");
    expect(await world.receiptNews.find("ana")).toEqual({ sub: "ana", newsKey: "key-of-ana", agreedAt, announced: {} });
  });
});
