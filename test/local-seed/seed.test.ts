import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { monthAfter } from "../../local/seed/receipt-row.ts";
import { type SeedPlan, seededFiles } from "../../local/seed/supplies.ts";
import { seededWorld } from "../../local/seed.ts";
import { tenant } from "../../settings.ts";
import { receiptRules } from "../../shared/casework/receipt/receipt-rules.ts";
import { isAtypical } from "../../shared/domain/receipt/consumption.ts";
import { receiptKey, statusOf } from "../../shared/domain/receipt/receipt.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import { importWorld } from "../functions/import-receipts/import-world.ts";
import { captureLog } from "../functions/log-lines.ts";
import { explainAll } from "./explained-world.ts";

const now = "2026-11-24T15:45:12.123Z";

describe("the invented world of the local stack", () => {
  const files = seededWorld(now);
  const world = importWorld();
  const all: PaidReceipt[] = [];

  beforeAll(async () => {
    captureLog();
    await world.import(files.receipts);
    await world.import(files.payments, { importId: "i2", kind: "payments" });
    await world.import(files.lines, { importId: "i3", kind: "lines" });
    await world.import(files.register, { importId: "i4", kind: "register" });
    await world.import(files.controls, { importId: "i5", kind: "controls" });
    for (let at = 0; at < 300; at += 1)
      all.push(...(await world.reader.lastMonths(String(12_345 + at).padStart(8, "0"), 20)));
  }, 60_000);
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it("has what the README gives a newcomer to try, which names no receipt, since each month has another", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const { supplyCode, documentNumber } = files.example;
    expect(readme).toContain(`supply \`${supplyCode}\``);
    expect(readme).toContain(`document \`${documentNumber}\``);
    expect(readme.match(/\bS\d{3}-\d{8}\b/)).toBeNull();
  });

  it("goes through the importer whole: 300 supplies, 14 months, nothing refused and no remark", async () => {
    const whole = { state: "done", unchanged: 0, repeatedCopies: 0, repeatedOther: 0, warned: 0, refused: 0 };
    expect(await world.register.find("i1")).toMatchObject({ ...whole, rows: 4_200, accepted: 4_200 });
    for (const importId of ["i2", "i3", "i4", "i5"]) {
      const others = await world.register.find(importId);
      expect(others).toMatchObject({ ...whole, accepted: others?.rows });
    }
    expect(all).toHaveLength(4_200);
  });

  it("has the lines of every receipt with a service done or a credit, and they add up to it", async () => {
    let found = 0;
    for (const { receipt } of all) {
      const lines = await world.reader.linesOf(receiptKey(receipt).number);
      expect(lines.length > 0, receiptKey(receipt).number).toBe(receipt.otherTaxed > 0 || receipt.credit > 0);
      if (lines.length === 0) continue;
      found += 1;
      expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(receipt.totalDue);
      const others = lines.filter(({ conceptCode }) => conceptCode === "COLATERAL");
      expect(others.reduce((sum, { amount }) => sum + amount, 0)).toBe(receipt.otherTaxed);
    }
    expect(found).toBeGreaterThan(20);
  });

  it("has everyone in the register, some put right since their last receipt", async () => {
    let newer = 0;
    for (const [supplyCode, receipts] of Map.groupBy(all, ({ receipt }) => receipt.supplyCode)) {
      const registered = await world.reader.registeredOf(supplyCode);
      const { category, serviceType, holderDocNumber, issueDate } = receipts[0]?.receipt ?? {};
      expect(registered).toMatchObject({ category, serviceType, holderDocNumber });
      newer += Number((registered?.updatedOn ?? "") > (issueDate ?? ""));
    }
    expect(newer).toBe(5);
  });

  it("controlled most atypical months before they were billed, and no other", async () => {
    const { atypical } = receiptRules(tenant, now).explanation;
    const assigned = tenant.billing.assignments.value;
    let [controlled, skipped] = [0, 0];
    for (const { receipt } of all) {
      const { supplyCode, period, measuredM3 = 0, averageM3, category } = receipt;
      const isControlled = (await world.reader.controlOf(supplyCode, period)) !== undefined;
      const hadToBe = isAtypical(measuredM3, averageM3, assigned[category], atypical);
      if (isControlled) expect(hadToBe, `${supplyCode} ${period}`).toBe(true);
      controlled += Number(isControlled);
      skipped += Number(hadToBe && !isControlled);
    }
    expect(controlled).toBeGreaterThan(2 * skipped);
    expect(skipped).toBeGreaterThan(0);
    expect(await world.reader.controlOf(files.example.supplyCode, "2026-10")).toBeDefined();
  });

  it("ends with the last full month before now", () => {
    const periods = [...new Set(all.map(({ receipt }) => receipt.period))].sort();
    expect(periods).toEqual(Array.from({ length: 14 }, (_, at) => monthAfter("2026-10", at - 13)));
  });

  it("pays only receipts that are there, each whole, and never the last month", () => {
    const paid = all.filter(({ payments }) => payments.length > 0);
    expect(paid.length).toBe(world.table.all().filter(([, sk]) => sk.includes("#P#")).length);
    for (const { receipt, payments } of paid) expect(statusOf(receipt, payments).status).toBe("PAID");
    expect(paid.filter(({ receipt }) => receipt.period === "2026-10")).toEqual([]);
    expect(paid.length).toBeGreaterThan(2_500);
  });

  it("carries to the next receipt what was not paid", () => {
    const bySupply = Map.groupBy(all, ({ receipt }) => receipt.supplyCode);
    for (const receipts of bySupply.values()) {
      for (const [at, { receipt }] of receipts.slice(0, -1).entries()) {
        const before = receipts[at + 1];
        if (!before) continue;
        const owed = statusOf(before.receipt, before.payments).status === "PAID" ? 0 : before.receipt.monthTotal;
        expect(receipt.previousDebt, `${receipt.supplyCode} ${receipt.period}`).toBe(owed);
      }
    }
  });

  it("reads on from where the meter stood", () => {
    const bySupply = Map.groupBy(all, ({ receipt }) => receipt.supplyCode);
    for (const receipts of bySupply.values()) {
      for (const [at, { receipt }] of receipts.slice(0, -1).entries()) {
        const before = receipts[at + 1]?.receipt.readingCurr;
        if (before !== undefined && receipt.readingPrev !== undefined) expect(receipt.readingPrev).toBe(before);
      }
    }
  });

  it("names nobody who exists", () => {
    for (const { receipt } of all) {
      expect(receipt.holderName).toMatch(/^CLIENTE DE PRUEBA \d+$/);
      expect(receipt.address).toMatch(/^CALLE FICTICIA \d+$/);
      expect(Number(receipt.holderDocNumber)).toBeLessThanOrEqual(300);
    }
  });

  it("is found by the example the newcomer is given", () => {
    const { supplyCode, receiptNumber, documentNumber } = files.example;
    const [latest, previous] = all.filter(({ receipt }) => receipt.supplyCode === supplyCode);
    expect(latest && receiptKey(latest.receipt).number).toBe(receiptNumber);
    expect(latest?.receipt).toMatchObject({ holderDocNumber: documentNumber, billedM3: 62, period: "2026-10" });
    expect(latest?.receipt.totalDue).toBeGreaterThan(4 * (previous?.receipt.totalDue ?? Number.NaN));
  });

  it("is explained to the céntimo, every receipt from the one before", async () => {
    expect(await explainAll(world)).toEqual({ explained: 300 * 13, offSum: [] });
  });

  it.each<[string, string, Partial<PaidReceipt["receipt"]>, string]>([
    ["12345", "2026-10", { billingType: "L", billedM3: 62 }, "a reading four times the usual"],
    ["12346", "2026-10", { category: "COMERCIAL", billedM3: 45 }, "a shop"],
    [
      "12347",
      "2026-10",
      { billingType: "P", overdueMonths: 1, readingNote: "MEDIDOR EMPAÑADO" },
      "an average, in debt",
    ],
    ["12348", "2026-10", { billingType: "L", billedM3: 18 }, "a month like the others"],
    ["12349", "2026-10", { billingType: "A", subsidized: true, billedM3: 20 }, "assigned and subsidised"],
  ])("supply %s in %s is %j (%s)", (supply, period, expected) => {
    const found = all.find(({ receipt }) => receipt.supplyCode === `000${supply}` && receipt.period === period);
    expect(found?.receipt).toMatchObject(expected);
  });
});

describe("a plan of a world", () => {
  const plan: SeedPlan = {
    supplies: 20,
    months: 5,
    lastPeriod: "2027-02",
    lists: tenant.billing.tariffLists.value,
    seed: 7,
  };

  it("is the same world every time, and another with another seed", () => {
    expect(seededFiles(plan)).toEqual(seededFiles(plan));
    expect(seededFiles({ ...plan, seed: 8 }).receipts).not.toBe(seededFiles(plan).receipts);
  });

  it("bills each month by the list valid in it", () => {
    const rows = seededFiles(plan).receipts.trimEnd().split("\n").slice(1);
    const lists = new Set(rows.map((row) => [row.split(";")[15], row.split(";").at(-2)].join(" ")));
    expect([...lists].sort()).toEqual([
      "2026-10 HUARAL-2025-A1",
      "2026-11 HUARAL-2025-A1",
      "2026-12 HUARAL-2025-A1",
      "2027-01 HUARAL-2027-A3",
      "2027-02 HUARAL-2027-A3",
    ]);
  });

  it.each([
    ["2026-10", 0, "2026-10"],
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-10", -13, "2025-09"],
    ["2026-10", 26, "2028-12"],
  ])("%s and %i months: %s", (period, months, expected) => {
    expect(monthAfter(period, months)).toBe(expected);
  });
});
