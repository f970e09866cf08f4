import type { LookUpStep } from "../../shared/domain/receipt/look-up-trail.ts";
import { type LookUpTrails, type NotedStep, placeOf, quarterOf } from "../../shared/storage/receipt/look-up-trails.ts";
import { turn } from "./memory-table.ts";

/** Trails in memory: they add a step and read the other steps at once. `counted` gets the look-ups that count. */
export function memoryLookUpTrails(counted = { lookUps: 0 }): LookUpTrails {
  const trails = new Map<string, { steps: Map<number, LookUpStep>; isChallenged: boolean }>();
  const trailOf = (source: string, now: string) => {
    const key = `${quarterOf(now)} ${source}`;
    const trail = trails.get(key) ?? { steps: new Map(), isChallenged: false };
    trails.set(key, trail);
    return trail;
  };
  const put = (steps: Map<number, LookUpStep>, step: LookUpStep): void => {
    const key = placeOf("key", step.supplyCode);
    steps.delete(key);
    steps.set(key, step);
  };
  const shown = ({ right, counts }: NotedStep): number => (right && counts ? 1 : 0);
  return {
    note: async (source, noted, now) => {
      await turn();
      const { supplyCode, right } = noted;
      const { steps, isChallenged } = trailOf(source, now);
      if (isChallenged) return undefined;
      put(steps, { supplyCode, right });
      counted.lookUps += shown(noted);
      return [...steps.values()].slice(0, -1);
    },
    refuse: async (source, noted, now, challenged) => {
      await turn();
      const trail = trailOf(source, now);
      put(trail.steps, { supplyCode: noted.supplyCode, right: false });
      counted.lookUps -= shown(noted);
      trail.isChallenged ||= challenged;
    },
  };
}
