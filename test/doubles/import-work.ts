import type { ImportTask, ImportWork } from "../../shared/storage/billing/import-work.ts";
import { turn } from "./memory-table.ts";

/** The queue of ranges in memory: gives each task to `queue` as its message would be. */
export function memoryImportWork(queue: (task: ImportTask) => void): ImportWork {
  return {
    send: async (importId, step, ranges) => {
      for (let index = 0; index < ranges; index += 1) {
        await turn();
        queue({ importId, step, index });
      }
    },
  };
}
