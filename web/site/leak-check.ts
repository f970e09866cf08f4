import { apiNow } from "../api-clock.ts";
import { readingOf } from "../look/typed-reading.ts";

/** What somebody found when they looked for leaks at home. Readings are whole cubic metres. */
export interface LeakCheck {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly before?: number;
  readonly after?: number;
  readonly toilet?: "loses" | "keeps";
}

const key = "caudal.leak-check";
/** How long a result is of use, in days. */
const keptDays = 30;

/** The result of what was typed, or the name of the field that is wrong. */
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

/** Whether the check found that water is lost. */
export function hasLeak({ before = 0, after = 0, toilet }: LeakCheck): boolean {
  return after > before || toilet === "loses";
}

/** Keeps the result on this device; where the browser keeps nothing, it is only lost when the page closes. */
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

/** The result kept on this device, if it is not older than thirty days. */
export function keptLeakCheck(): LeakCheck | undefined {
  try {
    const kept: LeakCheck | null = JSON.parse(localStorage.getItem(key) ?? "null");
    return kept && apiNow() - kept.at < keptDays * 86_400_000 ? kept : undefined;
  } catch {
    return undefined;
  }
}
