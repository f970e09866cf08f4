/**
 * The clock of the system's histories. Every function reads it and draws its random numbers here, so a seed repeats a
 * history.
 */
export const clock = { now: "2026-11-23T15:00:00.000Z" };

let state = 1;
let made = 0;

export function seedDice(seed: number): void {
  state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  made = 0;
}

/** A text that is unique within a history. */
export function another(): string {
  made += 1;
  return String(made).padStart(16, "0");
}

/** A random whole number from 0 to below the limit (mulberry32). */
export function below(limit: number): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
