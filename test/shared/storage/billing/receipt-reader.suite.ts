import { describe, expect, it } from "vitest";
import { controlRow } from "../../../../local/seed/control-row.ts";
import { monthAfter, receiptRow } from "../../../../local/seed/receipt-row.ts";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import type { ImportKind } from "../../../../shared/domain/billing/import.ts";
import { type Cents, cents } from "../../../../shared/domain/receipt/money.ts";
import { receiptKey } from "../../../../shared/domain/receipt/receipt.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { heldKeyOf, type Key } from "../../../../shared/storage/billing/billing-keys.ts";
import type { ReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import type { ClaimedStanding, PaidReceipt, ReceiptReader } from "../../../../shared/storage/billing/receipt-reader.ts";
import { billedMonth, ledgerRow, lineCells, paymentCells, registeredSupply, storeBilled } from "./billed-rows.ts";

const supply = "00012345";
const monthsBefore = (count: number): string => monthAfter("2026-10", -count);

interface Opened {
  readonly reader: ReceiptReader;
  readonly ledger: ReceiptLedger;
  /** Notes how a claim's receipts of the supply stand. */
  readonly note: (key: Key, standing: ClaimedStanding) => Promise<unknown>;
}

/** What every reader keeps; `open` gives an empty one, the ledger that fills it, and what notes a standing. */
export function receiptReaderSuite(open: () => Promise<Opened>): void {
  const numbersOf = (found: readonly PaidReceipt[]): string[] =>
    found.map(({ receipt }) => `${receipt.period} ${receiptKey(receipt).number}`);
  const referencesOf = (found: readonly PaidReceipt[]): string[][] =>
    found.map(({ payments }) => payments.map(({ reference }) => reference).sort());

  const storeAll = async (ledger: ReceiptLedger, kind: ImportKind, rows: readonly string[]): Promise<void> => {
    for (const row of rows) await ledger.store(ledgerRow(kind, row), "i1", undefined);
  };

  describe("receipt reader", () => {
    it("reads the lines of a receipt in their order, and none of another's", async () => {
      const { reader, ledger } = await open();
      const lines = [10, 2, 1].map((order) => lineCells({ order, label: `LINEA ${order}` }));
      await storeAll(ledger, "lines", [...lines, lineCells({ number: 45_002 })]);
      const found = await reader.linesOf("S001-00045001");
      expect(found.map(({ label }) => label)).toEqual(["LINEA 1", "LINEA 2", "LINEA 10"]);
      expect(await reader.linesOf("S001-0004500")).toEqual([]);
    });

    it("reads the supply as the register last had it", async () => {
      const { reader, ledger } = await open();
      const days = ["2026-10-31", "2026-11-03", "2025-12-01"];
      const rows = days.map((updatedOn) => registerRow({ ...registeredSupply, updatedOn }));
      await storeAll(ledger, "register", rows);
      await storeBilled(ledger, [billedMonth()]);
      expect((await reader.registeredOf(supply))?.updatedOn).toBe("2026-11-03");
      expect(await reader.registeredOf("00012346")).toBeUndefined();
      expect((await reader.registeredOf(supply, "2026-11-02"))?.updatedOn).toBe("2026-10-31");
      expect((await reader.registeredOf(supply, "2025-12-01"))?.updatedOn).toBe("2025-12-01");
      expect(await reader.registeredOf(supply, "2025-11-30")).toBeUndefined();
    });

    it("reads the control of a month", async () => {
      const { reader, ledger } = await open();
      const control = { branchCode: "01", supplyCode: supply, billedBy: "P" } as const;
      const rows = ["2026-09", "2026-10"].map((period) => controlRow({ ...control, period }));
      await storeAll(ledger, "controls", rows);
      expect(await reader.controlOf(supply, "2026-10")).toMatchObject({ period: "2026-10", billedBy: "P" });
      expect(await reader.controlOf(supply, "2026-11")).toBeUndefined();
    });

    it("of the months gives receipts and payments only", async () => {
      const { reader, ledger } = await open();
      await storeBilled(ledger, [billedMonth()]);
      await storeAll(ledger, "register", [registerRow(registeredSupply)]);
      await storeAll(ledger, "controls", [
        controlRow({ branchCode: "01", supplyCode: supply, period: "2026-10", billedBy: "L" }),
      ]);
      expect(await reader.lastMonths(supply, 13)).toHaveLength(1);
    });

    it("says of which receipts a claim holds, however few months are read", async () => {
      const { reader, ledger, note } = await open();
      const hold = (key: Key, held: readonly string[]) => note(key, { held, corrected: [] });
      await storeBilled(ledger, [billedMonth(), billedMonth({ period: monthsBefore(1), number: 45_000 })]);
      for (const claimId of ["c1", "c2"]) await hold(heldKeyOf(supply, claimId), ["S001-00045001", "S001-00000001"]);
      await hold(heldKeyOf(supply, "c3"), []);
      const held = async (months: number) => (await reader.lastMonths(supply, months)).map(({ isHeld }) => isHeld);
      expect(await held(13)).toEqual([true, undefined]);
      expect(await held(1)).toEqual([true]);
    });

    it("says what the claims that hold a receipt dispute of it, all of it if one did not say", async () => {
      const { reader, ledger, note } = await open();
      const hold = (claimId: string, standing: Pick<ClaimedStanding, "disputed">) =>
        note(heldKeyOf(supply, claimId), { held: ["S001-00045001"], corrected: [], ...standing });
      const disputed = async () => (await reader.lastMonths(supply, 1))[0]?.disputed?.toSorted();
      await storeBilled(ledger, [billedMonth()]);
      expect(await disputed()).toBeUndefined();
      await hold("c1", { disputed: ["ALCANTARILLADO"] });
      expect(await disputed()).toEqual(["ALCANTARILLADO"]);
      await hold("c2", { disputed: ["ALCANTARILLADO", "AGUA"] });
      expect(await disputed()).toEqual(["AGUA", "ALCANTARILLADO"]);
      await hold("c3", {});
      expect(await disputed()).toEqual(["AGUA", "ALCANTARILLADO", "CARGO_FIJO", "OTROS"]);
    });

    it("says what claims left a receipt at, the lowest, until it is delivered so", async () => {
      const { reader, ledger, note } = await open();
      const receiptNumber = "S001-00045001";
      await storeBilled(ledger, [billedMonth(), billedMonth({ period: monthsBefore(1), number: 45_000 })]);
      const [issued] = await reader.lastMonths(supply, 1);
      const total = issued?.receipt.monthTotal ?? cents(0);
      const leave = (claimId: string, amount: Cents) =>
        note(heldKeyOf(supply, claimId), {
          held: [],
          corrected: [{ receiptNumber, m3: 9, amount, from: calendarDay("2026-11-24"), instalments: 3 }],
        });
      const corrected = async () => (await reader.lastMonths(supply, 13)).map((found) => found.corrected?.amount);
      await leave("c1", total);
      expect(await corrected()).toEqual([undefined, undefined]);
      await leave("c2", cents(4_000));
      await leave("c3", cents(4_100));
      expect(await corrected()).toEqual([4_000, undefined]);
      expect((await reader.lastMonths(supply, 1))[0]?.corrected).toEqual({
        m3: 9,
        amount: 4_000,
        from: "2026-11-24",
        instalments: 3,
      });
    });

    it("finds nothing of a supply that was never billed", async () => {
      const { reader, ledger } = await open();
      await storeBilled(ledger, [billedMonth()]);
      for (const code of ["00012346", "0001234", "000123456", ""])
        expect(await reader.lastMonths(code, 13)).toEqual([]);
    });

    it("reads a receipt whole, with its payment", async () => {
      const { reader, ledger } = await open();
      await storeBilled(ledger, [billedMonth()], [paymentCells({})]);
      const [found] = await reader.lastMonths(supply, 13);
      expect(found?.receipt).toMatchObject({
        supplyCode: supply,
        holderName: "CLIENTE DE PRUEBA UNO",
        period: "2026-10",
        number: "00045001",
        readingPrev: 1_234,
        readingCurr: 1_252,
        billedM3: 18,
        totalDue: 5_020,
      });
      expect(found?.payments).toMatchObject([
        { supplyCode: supply, receiptNumber: "S001-00045001", paidOn: "2026-11-10", amount: 5_020, reference: "OP1" },
      ]);
    });

    it("gives the newest month first, and of a month the last number first", async () => {
      const { reader, ledger } = await open();
      const numbered: [string, number][] = [
        ["2026-10", 9],
        ["2025-12", 3],
        ["2026-09", 100],
        ["2026-10", 10],
        ["2026-09", 99],
      ];
      await storeBilled(
        ledger,
        numbered.map(([period, number]) => billedMonth({ period, number })),
      );
      expect(numbersOf(await reader.lastMonths(supply, 13))).toEqual([
        "2026-10 S001-00000010",
        "2026-10 S001-00000009",
        "2026-09 S001-00000100",
        "2026-09 S001-00000099",
        "2025-12 S001-00000003",
      ]);
    });

    it("cuts after so many billed months, with all receipts of the last one", async () => {
      const { reader, ledger } = await open();
      const months = Array.from({ length: 30 }, (_, at) =>
        billedMonth({ period: monthsBefore(at), number: 1_000 - at }),
      );
      const second = billedMonth({ period: monthsBefore(12), number: 2_000 });
      await storeBilled(ledger, [...months, second]);
      const found = await reader.lastMonths(supply, 13);
      expect(found.map(({ receipt }) => receipt.period)).toEqual([
        ...Array.from({ length: 13 }, (_, at) => monthsBefore(at)),
        monthsBefore(12),
      ]);
      expect(await reader.lastMonths(supply, 1)).toHaveLength(1);
      expect(await reader.lastMonths(supply, 40)).toHaveLength(31);
    });

    it("counts billed months: a gap counts for none", async () => {
      const { reader, ledger } = await open();
      const periods = Array.from({ length: 13 }, (_, at) => monthsBefore(3 * at));
      await storeBilled(
        ledger,
        periods.map((period, at) => billedMonth({ period, number: 100 - at })),
      );
      expect((await reader.lastMonths(supply, 13)).map(({ receipt }) => receipt.period)).toEqual(periods);
    });

    it("reads on where a month holds more payments than a page", async () => {
      const { reader, ledger } = await open();
      const references = Array.from({ length: 100 }, (_, at) => `OP${String(at).padStart(3, "0")}`);
      await storeBilled(
        ledger,
        [billedMonth(), billedMonth({ period: "2026-09", number: 44_001 })],
        [
          ...references.map((reference) => paymentCells({ reference, amount: "0.50" })),
          paymentCells({ period: "2026-09", number: 44_001, reference: "OLD" }),
        ],
      );
      expect(referencesOf(await reader.lastMonths(supply, 2))).toEqual([references, ["OLD"]]);
    });

    it("gives each of a month's receipts its own payments, those taken back too", async () => {
      const { reader, ledger } = await open();
      await storeBilled(
        ledger,
        [billedMonth({ number: 1 }), billedMonth({ number: 2 })],
        [
          paymentCells({ number: 1, reference: "A" }),
          paymentCells({ number: 2, reference: "B" }),
          paymentCells({ number: 2, reference: "C", amount: "-50.20" }),
        ],
      );
      const found = await reader.lastMonths(supply, 13);
      expect(numbersOf(found)).toEqual(["2026-10 S001-00000002", "2026-10 S001-00000001"]);
      expect(referencesOf(found)).toEqual([["B", "C"], ["A"]]);
      expect(found[0]?.payments.map(({ amount }) => amount).sort()).toEqual([-5_020, 5_020].sort());
    });

    it("leaves out a payment whose receipt has not come yet, and adds it when it comes", async () => {
      const { reader, ledger } = await open();
      const november = billedMonth({ period: "2026-11", number: 46_001 });
      const early = paymentCells({ period: "2026-11", number: 46_001, reference: "EARLY", paidOn: "2026-12-10" });
      await storeBilled(ledger, [billedMonth()], [paymentCells({ reference: "OWN" }), early]);
      expect(referencesOf(await reader.lastMonths(supply, 13))).toEqual([["OWN"]]);
      await storeBilled(ledger, [november]);
      expect(referencesOf(await reader.lastMonths(supply, 13))).toEqual([["EARLY"], ["OWN"]]);
    });

    it("finds a payment whose file writes the code without its zeros", async () => {
      const { reader, ledger } = await open();
      await storeBilled(ledger, [billedMonth()], [paymentCells({ supplyCode: "12345" })]);
      const [found] = await reader.lastMonths(supply, 13);
      expect(found?.payments).toMatchObject([{ supplyCode: supply, reference: "OP1" }]);
    });

    it("reads what stands, not what a correction replaced", async () => {
      const { reader, ledger } = await open();
      const store = async (m3: number, importId: string): Promise<void> => {
        const row = ledgerRow("receipts", receiptRow(billedMonth({ m3 })));
        await ledger.store(row, importId, (await ledger.read([row.key]))[0]);
      };
      await store(18, "i1");
      await store(20, "i2");
      expect((await reader.lastMonths(supply, 13)).map(({ receipt }) => receipt.billedM3)).toEqual([20]);
    });
  });
}
