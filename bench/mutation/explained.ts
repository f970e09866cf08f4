/** Sources that count days: every mutant of theirs that survives is explained here. */
export const clockSources = [
  "asked-term",
  "calendar-changes",
  "calendar-day",
  "claim-clocks",
  "claim-window",
  "clock-changes",
  "clock-runs",
  "due-dates",
  "late-risk",
  "leak-repair",
  "legal-calendar",
  "moved-dates",
  "office-hours",
  "outage",
  "working-hours",
] as const;

/** Mutants that are the same program for every input, or one that no test can tell apart: each was read, not proved. */
export interface Explained {
  /** The sources it is in, by name. */
  readonly sources: readonly (typeof clockSources)[number][];
  /** Of the lines they are in. */
  readonly line: string;
  /** What the mutants put in its place, or part of it. */
  readonly mutant: string;
  readonly why: string;
}

export const explained: readonly Explained[] = [
  {
    sources: ["claim-clocks"],
    line: "const { earlier = [] } = law;",
    mutant: '["Stryker was here"]',
    why: "a text has no `until` that the search looks for",
  },
];
