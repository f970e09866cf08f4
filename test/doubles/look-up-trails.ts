import type { LookUpStep } from "../../shared/domain/look-up-trail.ts";
import { type LookUpTrails, placeOf, quarterOf } from "../../shared/storage/look-up-trails.ts";
import { turn } from "./memory-table.ts";

/** Trails in memory: they add a step and read the other steps at once. */
export function memoryLookUpTrails(): LookUpTrails {
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
  return {
    note: async (source, step, now) => {
      await turn();
      const { steps, isChallenged } = trailOf(source, now);
      if (isChallenged) return undefined;
      put(steps, step);
      return [...steps.values()].slice(0, -1);
    },
    refuse: async (source, supplyCode, now, challenged) => {
      await turn();
      const trail = trailOf(source, now);
      put(trail.steps, { supplyCode, right: false });
      trail.isChallenged ||= challenged;
    },
  };
}
