export const groups = ["law", "evidence", "site", "desk", "operate", "fast", "house"] as const;
export type Group = (typeof groups)[number];

/** A number that the project states about itself, and the program that measures it. */
export interface Figure {
  readonly name: string;
  readonly group: Group;
  readonly unit: string;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
  /** What it is measured against: a denominator of the same run, or what a count counts. */
  readonly against: string;
  readonly seed?: number;
  /** Whether it says something only when it is run whole: it takes time, or many tries, or nothing else beside it. */
  readonly wholeOnly?: boolean;
  measure(options: { readonly quick: boolean }): Promise<number>;
}

export function isMet({ goal }: Figure, value: number): boolean {
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** What a value says of its figure: run in quick form, some say nothing. */
export type Verdict = "met" | "short" | "not judged in quick form";

/** Units of a clock: in a few rounds they say more of what else the machine did than of what is measured. */
const timed: ReadonlySet<string> = new Set(["s", "ms", "rows/s"]);

export function verdictOf(figure: Figure, value: number, quick: boolean): Verdict {
  if (quick && (figure.wholeOnly || timed.has(figure.unit))) return "not judged in quick form";
  return isMet(figure, value) ? "met" : "short";
}

/**
 * Returns the median, the value to quote on a noisy machine. For an even number of values, returns the higher of the
 * two in the middle; NaN for an empty list.
 */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * Returns a function that calls `run` the first time it is called, with the options of that call. Every later call gets
 * the same promise, whatever its own options, even if the promise is rejected.
 */
export function once<Value>(
  run: (options: { quick: boolean }) => Promise<Value>,
): (options: { quick: boolean }) => Promise<Value> {
  let value: Promise<Value> | undefined;
  return (options) => {
    value ??= run(options);
    return value;
  };
}
