/** The utility's own numbers of five months, those of a tenth of them, and those of a few days. */
export const loads = {
  whole: { days: 105, attended: 3_689, resolved: 3_572, withdrawn: 36, notFiled: 18 },
  few: { days: 3, attended: 24, resolved: 17, withdrawn: 2, notFiled: 1 },
  quick: { days: 11, attended: 369, resolved: 357, withdrawn: 4, notFiled: 2 },
} as const;
export type Load = (typeof loads)[keyof typeof loads];

/** A claim as it goes: what it kept, whether its steps came to their end, and why not if one was refused. */
export interface Replayed {
  readonly at: number;
  readonly claimId: () => string;
  isDone: boolean;
  failure?: string;
}
