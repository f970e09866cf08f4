import type { ImportRecord } from "../../shared/storage/billing/import-register.ts";
import type { LedgerRow } from "../../shared/storage/billing/receipt-ledger.ts";
import { type Importer, readRange } from "./importer.ts";

const writesAtOnce = 16;

/**
 * Moves an import that is `scanning` to `storing`, stores the valid rows of one of its ranges, except rows that repeat
 * the key of an earlier line of the file, takes in its controls, and counts the range as stored. After the last range,
 * queues the checks and moves the import to `checking`. Handled again, it stores and counts nothing twice.
 */
export const storeRange =
  (importer: Importer) =>
  async (record: ImportRecord, index: number): Promise<void> => {
    const { register, ledger, work } = importer;
    const { importId } = record;
    // The tasks are queued while the import is `scanning`, so that a queue which fails leaves it to be started again.
    if (record.state === "scanning") await register.move(importId, ["scanning"], "storing");
    const { range, rows } = await readRange(importer, record, index);
    const repeated = new Set(range.repeats.map(([line]) => line));
    const wanted = rows.flatMap(({ row, outcome }): LedgerRow[] =>
      outcome.ok && !repeated.has(row.line) ? [{ key: outcome.key, row: outcome.canonical, line: row.line }] : [],
    );
    const found = await ledger.read(wanted.map(({ key }) => key));
    const pending = wanted.entries();
    await Promise.all(
      Array.from({ length: writesAtOnce }, async () => {
        for (const [at, row] of pending) await ledger.store(row, importId, found[at]);
      }),
    );
    for (const { row, outcome } of rows)
      if (outcome.ok && outcome.control && !repeated.has(row.line))
        await importer.takeControl?.(outcome.control, importer.now());
    await register.countRange(importId, "storing", index, range.rows, {});

    const after = await register.find(importId);
    if (after?.state !== "storing" || after.storingRanges < after.ranges) return;
    await work.send(importId, "checking", after.ranges);
    await register.move(importId, ["storing"], "checking");
  };
