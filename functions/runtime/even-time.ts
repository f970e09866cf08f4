import { setTimeout } from "node:timers/promises";

/** Refusals of a look-up credential are answered at a whole multiple of these milliseconds after the attempt began. */
const evenMs = 100;

/**
 * Waits, by `pause`, until a whole multiple of 100 ms after the instant `began` of `performance.now()`, so that the
 * time that a refusal takes does not show what was found.
 */
export async function untilEven(began: number, pause: (ms: number) => Promise<unknown> = setTimeout): Promise<void> {
  await pause(evenMs - ((performance.now() - began) % evenMs));
}
