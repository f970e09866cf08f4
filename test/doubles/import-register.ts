import { importCounts } from "../../shared/domain/billing/import.ts";
import type { ImportRecord, ImportRegister } from "../../shared/storage/billing/import-register.ts";
import { turn } from "./memory-table.ts";

const uncounted = Object.fromEntries(importCounts.map((name) => [name, 0]));
const notStarted = {
  ranges: 0,
  rows: 0,
  holderRows: 0,
  previewingRanges: 0,
  previewingRows: 0,
  storingRanges: 0,
  storingRows: 0,
  checkingRanges: 0,
  checkingRows: 0,
};

/**
 * The import register in memory: each call checks its condition and writes in one step. `open` throws for an id it has.
 */
export function memoryImportRegister(): ImportRegister {
  const records = new Map<string, ImportRecord>();
  const counted = new Set<string>();
  return {
    open: async (record) => {
      await turn();
      if (records.has(record.importId)) throw new Error(`import ${record.importId} is open already`);
      records.set(record.importId, { ...notStarted, ...uncounted, ...record, state: "waiting" });
    },
    find: async (importId) => {
      await turn();
      const record = records.get(importId);
      return record && { ...record };
    },
    list: async (limit, after) => {
      await turn();
      return [...records.values()]
        .filter(({ importId }) => after === undefined || importId < after)
        .sort((a, b) => (a.importId > b.importId ? -1 : 1))
        .slice(0, limit);
    },
    move: async (importId, from, to, set = {}) => {
      await turn();
      const record = records.get(importId);
      if (!record || !from.includes(record.state)) return false;
      records.set(importId, { ...record, ...set, state: to });
      return true;
    },
    decide: async (importId, decided, failure) => {
      await turn();
      const record = records.get(importId);
      if (record?.state !== "scanning" || record.previewedAt === undefined || record.decided) return false;
      const refused = { state: "refused", finishedAt: decided.at, failure } as const;
      records.set(importId, { ...record, decided, ...(decided.as === "discard" && refused) });
      return true;
    },
    countRange: async (importId, step, index, rows, counts) => {
      await turn();
      const record = records.get(importId);
      const range = `${importId} ${step} ${index}`;
      if (!record || counted.has(range)) return;
      counted.add(range);
      const added: Record<string, number> = { [`${step}Ranges`]: 1, [`${step}Rows`]: rows, ...counts };
      const before = record as unknown as Record<string, number>;
      const sums = Object.entries(added).map(([name, count]) => [name, (before[name] ?? 0) + count]);
      records.set(importId, { ...record, ...Object.fromEntries(sums) });
    },
  };
}
