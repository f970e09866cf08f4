import { type CaseEvent, type CaseEventOf, type CaseEventType, entriesOf, lastEntry } from "../case/case-events.ts";
import { claimEventTypes } from "../case/claim-events.ts";
import type { ClaimType } from "../case/claim-types.ts";
import { isLost, resultOfDecision } from "../resolution/tribunal-decision.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";
import { workingDaysLeft } from "../term/due-dates.ts";
import type { LegalCalendar } from "../term/legal-calendar.ts";
import {
  ahead,
  attendedTotals,
  mostDays,
  plusTotals,
  type ResolvedResult,
  type TotalKey,
  type Totals,
} from "./office-totals.ts";

/** The entries that may change the totals: every fact, and these three notes. */
export const countedTypes = [
  ...claimEventTypes,
  "lapse-notified",
  "dates-moved",
  "late-inspection",
] as const satisfies readonly CaseEventType[];

/**
 * Returns by how much the entry `seq` changes the totals of its claim: `claimTotals` of the entries through `seq`, less
 * `claimTotals` of the entries before `seq`. A number is negative if the entry takes something away.
 */
export function totalsOfEntry(events: readonly CaseEvent[], seq: number, company: LegalCalendar): Totals {
  return plusTotals(claimTotals(events.slice(0, seq), company), claimTotals(events.slice(0, seq - 1), company), -1);
}

/**
 * Returns what a claim adds to the totals: each number in the month (`YYYY-MM`) of the day on which it happened, and
 * under `ahead` the last day of the term of silence while it runs. Empty without `claim-filed`. A claim granted by
 * silence counts as a silence from its certificate on, and never as resolved. A claim deemed not filed counts only as a
 * person attended, one of a request for attention as none. What happened before the claim's day counts on that day.
 * @param company the calendar on which the days from filing to decision are counted
 */
export function claimTotals(events: readonly CaseEvent[], company: LegalCalendar): Totals {
  const filing = lastEntry(events, "claim-filed");
  if (!filing) return {};
  const parts = [attendedAt(filing), ...(isNotFiled(events) ? [] : claimParts(events, filing, company))];
  return parts.reduce((sum, part) => plusTotals(sum, notBefore(filing.filedOn, part)), {});
}

/** Returns totals with what stands under a month before that of `day` under the month of `day`. */
function notBefore(day: CalendarDay, totals: Totals): Totals {
  const first = day.slice(0, 7);
  return Object.entries(totals).reduce((sum: Totals, [month, counts]) => {
    const isEarly = month < first;
    return plusTotals(sum, { [isEarly ? first : month]: counts });
  }, {});
}

/** Returns who was attended by a filing: nobody anew if the claim comes of a request for attention, counted before. */
function attendedAt({ details, channel, filedOn }: CaseEventOf<"claim-filed">): Totals {
  return details.problem ? {} : attendedTotals("claim", channel, filedOn);
}

function isNotFiled(events: readonly CaseEvent[]): boolean {
  const last = events.findLast(({ type }) => type === "lapse-notified" || type === "remedied");
  return last?.type === "lapse-notified" && last.details.state === "not-filed";
}

function claimParts(
  events: readonly CaseEvent[],
  filing: CaseEventOf<"claim-filed">,
  company: LegalCalendar,
): readonly Totals[] {
  const type = lastEntry(events, "reclassified")?.claimType ?? filing.claimType;
  const end = endOf(events);
  return [
    on(filing.filedOn, [`filed-${filing.channel}`, `filed-type-${type}`]),
    ...(end ? [endTotals(events, filing, { type, company, end })] : []),
    ...silencesOfReconsiderations(events).map((day) => on(day, ["silences-of-reconsiderations"])),
    ...visitDays(events).map(({ day, isFrustrated }) => on(day, ["visits", ...onlyIf(isFrustrated, "frustrated")])),
    ...entriesOf(events, "tribunal-decided").map((decided) => on(limaDay(decided.effectiveAt), tribunalKeys(decided))),
    ...termAhead(events, end).map((day) => oneEach(ahead, [`ends-${day}`])),
  ];
}

const onlyIf = (is: boolean, key: TotalKey): readonly TotalKey[] => (is ? [key] : []);

/** Returns one of each of some numbers, in the month of a day. */
const on = (day: CalendarDay, keys: readonly TotalKey[]): Totals => oneEach(day.slice(0, 7), keys);

const oneEach = (month: string, keys: readonly TotalKey[]): Totals => ({
  [month]: Object.fromEntries(keys.map((key) => [key, 1])),
});

/** How a claim ended in the first instance, and the day. */
type End =
  | { readonly how: "resolved"; readonly as: ResolvedResult; readonly on: CalendarDay }
  | { readonly how: "silence" | "withdrawn"; readonly on: CalendarDay };

/** Returns the end of the first instance: a certified silence before all else, then the first decision or agreement. */
function endOf(events: readonly CaseEvent[]): End | undefined {
  const recourse = events.findIndex(({ type }) => type === "reconsideration-filed" || type === "appeal-filed");
  const first = recourse < 0 ? events : events.slice(0, recourse);
  const silence = lastEntry(first, "silence-certified");
  if (silence) return { how: "silence", on: limaDay(silence.effectiveAt) };
  for (const event of first) {
    if (event.type === "conciliation-held" && event.agreement === "total")
      return { how: "resolved", as: "conciliated", on: limaDay(event.effectiveAt) };
    if (event.type === "resolution-signed") {
      const issued = entriesOf(first, "resolution-issued").findLast(({ seq }) => seq < event.seq);
      return { how: "resolved", as: issued?.outcome ?? "concluded", on: limaDay(event.effectiveAt) };
    }
    if (event.type === "withdrawal-accepted") return { how: "withdrawn", on: limaDay(event.effectiveAt) };
  }
  return undefined;
}

function endTotals(
  events: readonly CaseEvent[],
  { channel, filedOn }: CaseEventOf<"claim-filed">,
  { type, company, end }: { readonly type: ClaimType; readonly company: LegalCalendar; readonly end: End },
): Totals {
  if (end.how !== "resolved") return on(end.on, [end.how === "silence" ? "silences" : "withdrawn"]);
  const days = Math.min(workingDaysLeft(filedOn, end.on, company), mostDays);
  const due = recordedTerm(events, "T08")?.dueDate;
  return on(end.on, [
    `resolved-${channel}`,
    `resolved-type-${type}`,
    `resolved-as-${end.as}`,
    `days-${days}`,
    ...onlyIf(due !== undefined && end.on <= due, "in-term"),
  ]);
}

/** Returns the days on which the silence of a reconsideration was certified. */
function silencesOfReconsiderations(events: readonly CaseEvent[]): readonly CalendarDay[] {
  const from = events.findIndex(({ type }) => type === "reconsideration-filed");
  return from < 0 ? [] : entriesOf(events.slice(from), "silence-certified").map((one) => limaDay(one.effectiveAt));
}

function visitDays(events: readonly CaseEvent[]) {
  return [
    ...entriesOf(events, "inspection-reported"),
    ...entriesOf(events, "late-inspection").map((note) => ({ ...note, outcome: note.details.outcome })),
  ].map(({ details, outcome }) => ({
    day: limaDay(details.startedAt),
    isFrustrated: outcome === "absent" || outcome === "opposed",
  }));
}

function tribunalKeys({ outcome, details }: CaseEventOf<"tribunal-decided">): readonly TotalKey[] {
  const decision = { ...details, outcome };
  const result: TotalKey = `tribunal-${resultOfDecision(decision)}`;
  return isLost(decision) ? [result, `lost-by-${details.cause ?? "unstated"}`] : [result];
}

/**
 * Returns the last day of the term of silence that runs (T10; T14 in a reconsideration) in a list of one; empty once
 * the claim ended or its decision was notified.
 */
function termAhead(events: readonly CaseEvent[], end: End | undefined): readonly CalendarDay[] {
  if (end && (end.how !== "resolved" || end.as === "conciliated")) return [];
  const terms = [recordedTerm(events, "T10"), recordedTerm(events, "T14")];
  return terms.flatMap((term) => (term?.isRunning ? [term.dueDate] : []));
}

/**
 * Returns the first run of a term as the entries recorded it: its last day, and whether it runs (not paused, and not
 * stopped). Undefined if no entry started it. A later law or calendar changes nothing of it.
 */
function recordedTerm(
  events: readonly CaseEvent[],
  id: "T08" | "T10" | "T14",
): { readonly dueDate: CalendarDay; readonly isRunning: boolean } | undefined {
  let dueDate: CalendarDay | undefined;
  let isRunning = false;
  for (const event of events) {
    if (event.type === "dates-moved") dueDate = event.details.moved.find(({ clock }) => clock === id)?.to ?? dueDate;
    for (const change of event.clocks ?? []) {
      if (change.clock !== id) continue;
      // What begins after it stopped is the term of a later instance.
      if (change.change === "stopped") return dueDate && { dueDate, isRunning: false };
      dueDate = change.term.dueDate;
      isRunning = change.change !== "paused";
    }
  }
  return dueDate && { dueDate, isRunning };
}
