import type { AttemptCounter } from "../../shared/storage/attempt-counter.ts";
import { turn } from "./memory-table.ts";

/** The counter in memory: it reads what is left and counts in one step. */
export function memoryAttemptCounter(): AttemptCounter {
  const used = new Map<string, number>();
  const hourOf = (at: string, now: string): string => `${at} ${now.slice(0, 13)}`;
  return {
    mayReveal: async (at, now, { right, allowed }) => {
      await turn();
      const before = used.get(hourOf(at, now)) ?? 0;
      if (before >= allowed) return false;
      used.set(hourOf(at, now), before + (right ? 0 : 1));
      return true;
    },
  };
}
