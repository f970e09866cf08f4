import { type Branch, type Step, startLife } from "./life.ts";
import type { Office } from "./office.ts";
import type { BilledSupply } from "./supplies.ts";

/** How a journey reports its steps and carries them out. */
export interface Walking {
  readonly say: (line: string) => void;
  /** Carries out a step, by default once; a test may break the office meanwhile and carry it out again. */
  readonly perform?: (step: Step, attempt: () => Promise<string>) => Promise<string>;
}

/**
 * Carries out the steps of one branch in order. Passes `say` a heading, then a line after each step with its name and
 * what it saw.
 * @param run sets the idempotency keys of this walk apart from those of others: letters, numbers and hyphens
 * @throws what a step throws, usually a `Surprise`; the steps after it are not carried out
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
