import { apiNow } from "../../api-clock.ts";
import { readingOf } from "../../look/typed-reading.ts";

/** What somebody found when they looked for leaks at home. Readings are whole cubic metres. */
export interface LeakCheck {
  /** When it was typed, in milliseconds since 1970. */
  readonly at: number;
  /** The meter before the hour without water. */
  readonly before?: number;
  /** The meter after the hour without water, not less than `before`. */
  readonly after?: number;
  /** Whether the coloured water of the tank came into the bowl (`loses`) or not. */
  readonly toilet?: "loses" | "keeps";
}

const key = "caudal.leak-check";
/** How long a result is of use, in days. */
const keptDays = 30;

/**
 * Returns the check for leaks that was typed, or what is wrong: `before` or `after` if that reading is no whole number
 * or is the only one missing, `less` if `after` is smaller than `before`, `nothing` if neither readings nor the toilet
 * were answered. Either the readings or the toilet may be missing.
 */
export function leakCheckOf(
  typed: (name: string) => string,
): LeakCheck | { readonly wrong: "before" | "after" | "less" | "nothing" } {
  const before = readingOf(typed("before"));
  const after = readingOf(typed("after"));
  if (Number.isNaN(before)) return { wrong: "before" };
  if (Number.isNaN(after)) return { wrong: "after" };
  const toilet = typed("toilet");
  const isToilet = toilet === "loses" || toilet === "keeps";
  if (before === undefined && after === undefined && !isToilet) return { wrong: "nothing" };
  if (before === undefined && after !== undefined) return { wrong: "before" };
  if (before !== undefined && after === undefined) return { wrong: "after" };
  if (before !== undefined && after !== undefined && after < before) return { wrong: "less" };
  const read = before !== undefined && after !== undefined ? { before, after } : {};
  return { at: apiNow(), ...read, ...(isToilet && { toilet }) };
}

/** Whether the check found that water is lost: the meter went on, or the toilet loses water. */
export function hasLeak({ before = 0, after = 0, toilet }: LeakCheck): boolean {
  return after > before || toilet === "loses";
}

/**
 * Keeps a check in localStorage, in place of the one kept before. Does nothing if the browser lets no page keep things.
 */
export function keepLeakCheck(check: LeakCheck): void {
  try {
    localStorage.setItem(key, JSON.stringify(check));
  } catch {}
}

export function dropLeakCheck(): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}

/** Returns the check that this device keeps. Undefined if there is none or it is thirty days old. */
export function keptLeakCheck(): LeakCheck | undefined {
  try {
    const kept: LeakCheck | null = JSON.parse(localStorage.getItem(key) ?? "null");
    return kept && apiNow() - kept.at < keptDays * 86_400_000 ? kept : undefined;
  } catch {
    return undefined;
  }
}
