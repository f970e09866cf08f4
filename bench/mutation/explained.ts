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

const aText = '"Stryker was here"';

export const explained: readonly Explained[] = [
  {
    sources: ["claim-clocks"],
    line: "const { earlier = [] } = law;",
    mutant: aText,
    why: "a text has no `until` that the search looks for",
  },
  {
    sources: ["claim-clocks"],
    line: "paused ? pausesOf(claim, law) : []",
    mutant: aText,
    why: "no day lies after and through what has neither",
  },
  {
    sources: ["claim-clocks"],
    line: "return after && through ? [{ after, through }] : [];",
    mutant: "after || through",
    why: "the end of a pause is known where its start is; without a start no day lies in it",
  },
  {
    sources: ["claim-clocks"],
    line: "let reconsidering = false;",
    mutant: "true",
    why: "it is asked of a reconsideration alone, whose filing or label sets it before anything reads it",
  },
  {
    sources: ["claim-clocks"],
    line: "filed < since ? since : filed",
    mutant: "filed <= since",
    why: "of two equal days either is the later",
  },
  {
    sources: ["claim-clocks", "claim-window", "leak-repair"],
    line: ".dueDate > latest.dueDate",
    mutant: ".dueDate >= latest.dueDate",
    why: "the same: and the working of either ends that day",
  },
  {
    sources: ["claim-clocks"],
    line: "workingOf(silenceClock(claim, law), claim, law)?.dueDate",
    mutant: "workingOf(silenceClock(claim, law), claim, law).dueDate",
    why: "whatever is decided has a term to be notified in; its type does not know",
  },
  {
    sources: ["clock-changes"],
    line: "before ? clocksOf(before, law, now) : []",
    mutant: aText,
    why: "a text has no `id` of a clock, and no status in which it runs",
  },
  {
    sources: ["clock-runs"],
    line: "event.clocks ?? []",
    mutant: aText,
    why: "a text is the change of no clock",
  },
  {
    sources: ["clock-runs"],
    line: "isTold ? [] : clocksAfter(",
    mutant: aText,
    why: "nor has it an `id`",
  },
  {
    sources: ["calendar-day"],
    line: "instantForm.exec(instant) ?? []",
    mutant: aText,
    why: "only what stands after the first of a list is read",
  },
];
