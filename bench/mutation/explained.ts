/** Sources that count days: every surviving mutant of theirs must be explained here. */
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

/**
 * Surviving mutants that do the same as the source for every input, or that no test can distinguish from it. Somebody
 * read each of them; nothing is proved.
 */
export interface Explained {
  /** The sources they are in, by name. */
  readonly sources: readonly (typeof clockSources)[number][];
  /** A part of the lines they are in. */
  readonly line: string;
  /** The mutant's text, or part of it. */
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
    why: "a text has no `after` and no `through`, so no day lies in it",
  },
  {
    sources: ["claim-clocks"],
    line: "return after && through ? [{ after, through }] : [];",
    mutant: "after || through",
    why: "the end of a pause is known if its start is; without a start no day lies in it",
  },
  {
    sources: ["claim-instance"],
    line: 'event.type === "recourse-reclassified" && event.as === "reconsideration"',
    mutant: "true",
    why: "no other entry has `as`",
  },
  {
    sources: ["claim-instance"],
    line: 'event.type === "tribunal-decided" && "termDays" in event',
    mutant: "true",
    why: "no other entry gives days to decide again",
  },
  {
    sources: ["claim-instance"],
    line: 'event.type === "tribunal-decided" && "termDays" in event',
    mutant: 'event.type === "tribunal-decided" || "termDays" in event',
    why: "a decision that gives no days ends the procedure: nothing reads the term it would open",
  },
  {
    sources: ["claim-clocks"],
    line: 'event.type === "resolution-dispatched" && event.channel === "personal"',
    mutant: "true",
    why: "no other entry is dispatched to an address",
  },
  {
    sources: ["claim-clocks"],
    line: "observed !== undefined && observed > countWorkingDays(term).dueDate",
    mutant: "true",
    why: "undefined is after no day",
  },
  {
    sources: ["claim-clocks"],
    line: "let reconsidering = false;",
    mutant: "true",
    why: "it is read for a reconsideration only, whose submission or label sets it before",
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
    why: "of two equal days either is the later",
  },
  {
    sources: ["claim-clocks", "claim-window", "leak-repair"],
    line: ".dueDate > latest.dueDate",
    mutant: ".dueDate >= latest.dueDate",
    why: "of two equal days either is the later, and both counts end that day",
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
    why: "the state that asks always has that term; its type does not know",
  },
  {
    sources: ["late-risk"],
    line: 'lastEntry(events, "resolution-dispatched")?.seq',
    mutant: 'lastEntry(events, "resolution-dispatched").seq',
    why: "a dispatched resolution always has its entry",
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
    why: "a text has no `id` of a clock",
  },
  {
    sources: ["due-dates"],
    line: "return withPause(term, []);",
    mutant: aText,
    why: "a text has no `after` and no `through`, so no day lies in it",
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
    why: "days that are not kept are counted again, slower and with the same result",
  },
  {
    sources: ["legal-calendar"],
    line: "days.set(day, status);",
    mutant: ";",
    why: "a status that is not kept is computed again, slower and with the same result",
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
    why: "of two equal times either is the earlier",
  },
  {
    sources: ["office-hours"],
    line: "ahead <= daysAhead",
    mutant: "ahead < daysAhead",
    why: "the bound is longer than any row of closed days: it only makes the search end",
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
    why: "a count always begins with the day its term starts from; the type of a list does not know",
  },
  {
    sources: ["outage"],
    line: "return known.length === outages.length ? outages : known;",
    mutant: "false",
    why: "an equal list; returning the same one only spares building a law again",
  },
  {
    sources: ["calendar-day"],
    line: "instantForm.exec(instant) ?? []",
    mutant: aText,
    why: "only what follows the first element of the list is read",
  },
];
