export const groups = ["law", "evidence", "site", "desk", "operate", "fast"] as const;
export type Group = (typeof groups)[number];

/** Something the project says of itself, and the program that finds out. */
export interface Figure {
  readonly name: string;
  readonly group: Group;
  readonly unit: string;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
  /** What it is measured against: a denominator of the same run, or what a count counts. */
  readonly against: string;
  readonly seed?: number;
  measure(options: { readonly quick: boolean }): Promise<number>;
}

export function isMet({ goal }: Figure, value: number): boolean {
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** The middle of some measurements: what to quote on a noisy machine. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs something once, however many figures ask for it. */
export function once<Value>(
  run: (options: { quick: boolean }) => Promise<Value>,
): (options: { quick: boolean }) => Promise<Value> {
  let value: Promise<Value> | undefined;
  return (options) => {
    value ??= run(options);
    return value;
  };
}
