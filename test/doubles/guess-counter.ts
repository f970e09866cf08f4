import type { GuessCounter } from "../../shared/storage/guess-counter.ts";
import { turn } from "./memory-table.ts";

/** The counter in memory: the look at what is left and the taking are one act. */
export function memoryGuessCounter(): GuessCounter {
  const used = new Map<string, number>();
  const hourOf = (supplyCode: string, now: string): string => `${supplyCode} ${now.slice(0, 13)}`;
  return {
    reserve: async (supplyCode, now, allowed) => {
      await turn();
      const before = used.get(hourOf(supplyCode, now)) ?? 0;
      if (before >= allowed) return false;
      used.set(hourOf(supplyCode, now), before + 1);
      return true;
    },
    giveBack: async (supplyCode, now) => {
      await turn();
      used.set(hourOf(supplyCode, now), (used.get(hourOf(supplyCode, now)) ?? 0) - 1);
    },
  };
}
