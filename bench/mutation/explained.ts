/** Sources that count days: every mutant of theirs that survives is explained here. */
export const clockSources = [
  "asked-term",
  "calendar-changes",
  "calendar-day",
  "claim-clocks",
  "claim-instance",
  "claim-law",
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
  "unanswered-quejas",
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
    sources: ["claim-law"],
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
    sources: ["claim-instance"],
    line: 'event.type === "recourse-reclassified" && event.as === "reconsideration"',
    mutant: "true",
    why: "no other fact says as what it is taken",
  },
  {
    sources: ["claim-instance"],
    line: 'event.type === "tribunal-decided" && "termDays" in event',
    mutant: "true",
    why: "no other fact gives days to decide again",
  },
  {
    sources: ["claim-instance"],
    line: 'event.type === "tribunal-decided" && "termDays" in event',
    mutant: 'event.type === "tribunal-decided" || "termDays" in event',
    why: "one that gives no days ends the procedure: nobody looks at what it would open",
  },
  {
    sources: ["claim-clocks"],
    line: 'event.type === "resolution-dispatched" && event.channel === "personal"',
    mutant: "true",
    why: "nothing else is carried to an address",
  },
  {
    sources: ["claim-clocks"],
    line: "observed !== undefined && observed > countWorkingDays(term).dueDate",
    mutant: "true",
    why: "what is not there is after no day",
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
    sources: ["leak-repair"],
    line: "day && day > on ? day : on",
    mutant: "day >= on",
    why: "the same",
  },
  {
    sources: ["claim-clocks", "claim-window", "leak-repair"],
    line: ".dueDate > latest.dueDate",
    mutant: ".dueDate >= latest.dueDate",
    why: "the same: and the working of either ends that day",
  },
  {
    sources: ["claim-clocks", "late-risk"],
    line: ", claim, law)?.dueDate",
    mutant: ", claim, law).dueDate",
    why: "the state that asks always has that term; its type does not know",
  },
  {
    sources: ["late-risk"],
    line: "if (!clock || !endsOn) return undefined;",
    mutant: "!clock && !endsOn",
    why: "the same",
  },
  {
    sources: ["late-risk"],
    line: 'lastEntry(events, "resolution-dispatched")?.seq',
    mutant: 'lastEntry(events, "resolution-dispatched").seq',
    why: "what was sent has its entry",
  },
  {
    sources: ["late-risk"],
    line: "from: since && since < close ? since : close",
    mutant: "since <= close",
    why: "of two equal days either is the earlier",
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
    line: "isBegun ? [] : clocksAfter(",
    mutant: aText,
    why: "nor has it an `id`",
  },
  {
    sources: ["due-dates"],
    line: "return withPause(term, []);",
    mutant: aText,
    why: "no day lies after and through what has neither",
  },
  {
    sources: ["due-dates"],
    line: "daysBetween(dueOn, paidOn) > 0 ? paidOn : dueOn",
    mutant: "daysBetween(dueOn, paidOn) >= 0",
    why: "of two equal days either is the later",
  },
  {
    sources: ["legal-calendar"],
    line: "known.set(calendar, days);",
    mutant: ";",
    why: "what is not kept is counted again: slower, and the same",
  },
  {
    sources: ["legal-calendar"],
    line: "days.set(day, status);",
    mutant: ";",
    why: "the same",
  },
  {
    sources: ["working-hours"],
    line: "first.time > opens ? first.time : opens",
    mutant: "first.time >= opens",
    why: "of two equal times either is the later",
  },
  {
    sources: ["working-hours"],
    line: "last.time < closes ? last.time : closes",
    mutant: "last.time <= closes",
    why: "or the earlier",
  },
  {
    sources: ["office-hours"],
    line: "ahead <= daysAhead",
    mutant: "ahead < daysAhead",
    why: "a bound beyond any row of closed days, so that a search ends",
  },
  {
    sources: ["moved-dates"],
    line: "return claim ? clocksOf(claim, law, at) : [];",
    mutant: aText,
    why: "a text has no status in which it runs",
  },
  {
    sources: ["due-dates"],
    line: "days.at(-1)?.date ?? term.from",
    mutant: "days.at(-1).date",
    why: "a working begins with the day its term starts from; the type of a list does not know",
  },
  {
    sources: ["outage"],
    line: "return known.length === outages.length ? outages : known;",
    mutant: "false",
    why: "an equal list; the very one spares making a law anew",
  },
  {
    sources: ["calendar-day"],
    line: "instantForm.exec(instant) ?? []",
    mutant: aText,
    why: "only what stands after the first of a list is read",
  },
];
