import { type Branch, type Step, startLife } from "./life.ts";
import type { Office } from "./office.ts";
import type { BilledSupply } from "./supplies.ts";

/** How a journey is told, and what stands between its steps. */
export interface Walking {
  readonly say: (line: string) => void;
  /** Does a step, by default once; a test may break the office while it is done, and have it done again. */
  readonly perform?: (step: Step, attempt: () => Promise<string>) => Promise<string>;
}

/**
 * Walks one branch to its end, telling each step and what was seen.
 * @param run makes the keys of this walk its own: letters, numbers and dashes
 * @throws with the first surprise
 */
export async function walk(
  office: Office,
  supply: BilledSupply,
  { name, title, steps }: Branch,
  run: string,
  { say, perform = (_, attempt) => attempt() }: Walking,
): Promise<void> {
  say(`\n${name}: ${title} (suministro ${supply.supplyCode})`);
  const { life, attempt } = startLife(office, supply, `${run}-${name}`);
  for (const [at, step] of steps.entries()) {
    const seen = await perform(step, () => {
      attempt(at);
      return step.does(life);
    });
    say(`  ${String(at + 1).padStart(2)}. ${step.name} → ${seen}`);
  }
}
