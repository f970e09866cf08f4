import { describe, expect, it } from "vitest";
import { receiptKeyOf, replacedKeyOf } from "../../../../shared/storage/billing/billing-keys.ts";
import type { LedgerEntry, ReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";

const key = receiptKeyOf("00012345", "2026-10", "S001-00045001");

/** A row of an import: import, line, content. */
type Row = readonly [importId: string, line: number, row: string];
const entryOf = ([importId, line, row]: Row): LedgerEntry => ({ importId, line, row });

/** What every ledger keeps; `open` gives an empty one. */
export function receiptLedgerSuite(open: () => Promise<ReceiptLedger>): void {
  const storing =
    (ledger: ReceiptLedger) =>
    ([importId, line, row]: Row, found?: LedgerEntry): Promise<void> =>
      ledger.store({ key, row, line }, importId, found);
  const standing = async (ledger: ReceiptLedger): Promise<LedgerEntry | undefined> => (await ledger.read([key]))[0];
  const kept = async (ledger: ReceiptLedger, importId: string): Promise<LedgerEntry | undefined> =>
    (await ledger.read([replacedKeyOf(key, importId)]))[0];

  describe("receipt ledger", () => {
    it("stores a row where nothing stands", async () => {
      const ledger = await open();
      expect(await standing(ledger)).toBeUndefined();
      await storing(ledger)(["i1", 2, "A"]);
      expect(await standing(ledger)).toEqual({ importId: "i1", line: 2, row: "A" });
    });

    const rules: readonly [Row, Row, "stays" | "replaced" | "replaced and kept", string][] = [
      [["i1", 2, "A"], ["i1", 2, "A"], "stays", "the same line again changes nothing"],
      [["i1", 2, "A"], ["i1", 3, "B"], "stays", "of an import the lower line wins"],
      [["i1", 3, "B"], ["i1", 2, "A"], "replaced", "the lower line wins although it comes later, and is no correction"],
      [["i1", 3, "A"], ["i1", 2, "A"], "replaced", "the lower line wins with the same content too"],
      [["i1", 10, "B"], ["i1", 9, "A"], "replaced", "lines are numbers: 9 is lower than 10"],
      [["i1", 2, "A"], ["i2", 2, "B"], "replaced and kept", "a later import corrects an earlier one"],
      [["i1", 2, "A"], ["i2", 9, "B"], "replaced and kept", "whatever its line"],
      [["i2", 2, "B"], ["i1", 2, "A"], "stays", "an earlier import never overwrites a later one"],
      [["i2", 9, "B"], ["i1", 2, "A"], "stays", "whatever its line"],
      [["i1", 2, "A"], ["i2", 2, "A"], "stays", "the same content is not written again"],
      [["i1", 2, "A"], ["i2", 7, "A"], "stays", "wherever it stands in the file"],
      [["i1", 2, "A"], ["i2", 2, "a"], "replaced and kept", "content is compared letter by letter"],
    ];

    it.each(rules)("%j, then %j: %s (%s)", async (before, after, outcome) => {
      const ledger = await open();
      await storing(ledger)(before);
      await storing(ledger)(after, await standing(ledger));
      expect(await standing(ledger)).toEqual(entryOf(outcome === "stays" ? before : after));
      expect(await kept(ledger, before[0])).toEqual(outcome === "replaced and kept" ? entryOf(before) : undefined);
    });

    it.each(rules)("%j, overlooked by %j: %s all the same (%s)", async (before, after, outcome) => {
      const ledger = await open();
      await storing(ledger)(before);
      await storing(ledger)(after, undefined);
      expect(await standing(ledger)).toEqual(entryOf(outcome === "stays" ? before : after));
      expect(await kept(ledger, before[0])).toEqual(outcome === "replaced and kept" ? entryOf(before) : undefined);
    });

    it("keeps what came between the look and the write", async () => {
      const ledger = await open();
      await storing(ledger)(["i1", 2, "A"]);
      const seenByThird = await standing(ledger);
      await storing(ledger)(["i2", 2, "B"], seenByThird);
      await storing(ledger)(["i3", 2, "C"], seenByThird);
      expect(await standing(ledger)).toEqual({ importId: "i3", line: 2, row: "C" });
      expect(await kept(ledger, "i1")).toEqual({ importId: "i1", line: 2, row: "A" });
      expect(await kept(ledger, "i2")).toEqual({ importId: "i2", line: 2, row: "B" });
    });

    it("ends with the lowest of 50 lines at the same moment", async () => {
      const ledger = await open();
      const lines = Array.from({ length: 50 }, (_, at) => 2 + ((at * 37) % 50));
      await Promise.all(lines.map((line) => storing(ledger)(["i1", line, `row ${line}`])));
      expect(await standing(ledger)).toEqual({ importId: "i1", line: 2, row: "row 2" });
      expect(await kept(ledger, "i1")).toBeUndefined();
    });

    it("ends with the latest of 50 imports at the same moment, and keeps the one that stood before", async () => {
      const ledger = await open();
      const first: Row = ["i00", 2, "row 0"];
      await storing(ledger)(first);
      const imports = Array.from({ length: 50 }, (_, at) => 1 + ((at * 37) % 50));
      const found = await standing(ledger);
      await Promise.all(
        imports.map((at) => storing(ledger)([`i${String(at).padStart(2, "0")}`, 2, `row ${at}`], found)),
      );
      expect(await standing(ledger)).toEqual({ importId: "i50", line: 2, row: "row 50" });
      expect(await kept(ledger, "i00")).toEqual(entryOf(first));
    });

    it("reads many keys in their order, some absent and some asked for twice", async () => {
      const ledger = await open();
      const keys = Array.from({ length: 250 }, (_, at) =>
        receiptKeyOf(String(at).padStart(8, "0"), "2026-10", "S001-00000001"),
      );
      const present = keys.filter((_, at) => at % 3 !== 0);
      await Promise.all(
        present.map((each, at) => ledger.store({ key: each, row: each.pk, line: at + 2 }, "i1", undefined)),
      );
      const asked = [...keys, ...keys.slice(0, 7)];
      const rows = (await ledger.read(asked)).map((entry) => entry?.row);
      expect(rows).toEqual(asked.map((each) => (present.includes(each) ? each.pk : undefined)));
    });

    it("reads nothing when asked for nothing", async () => {
      expect(await (await open()).read([])).toEqual([]);
    });
  });
}
