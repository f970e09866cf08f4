import { type CaseEvent, entriesOf } from "../case/case-events.ts";
import { type CalendarDay, limaDay } from "../term/calendar-day.ts";

/** What is said by telephone and comes with a written copy. */
export const spokenTypes = [
  "claim-filed",
  "withdrawal-requested",
  "offer-answered",
  "notice-consent",
  "reconsideration-filed",
  "appeal-filed",
] as const;
export type SpokenType = (typeof spokenTypes)[number];

/** The written copy of what somebody said by telephone, which goes by post. */
export interface CopyByPost {
  /** The entry of what was said. */
  readonly of: number;
  readonly type: SpokenType;
  /** The day it was said. */
  readonly since: CalendarDay;
  /** The day it was posted; absent while it is to be. */
  readonly postedOn?: CalendarDay | undefined;
}

/** Returns of which type an entry said by telephone is, if it comes with a written copy; undefined for any other. */
export function spokenType(entry: CaseEvent): SpokenType | undefined {
  switch (entry.type) {
    case "claim-filed":
      return entry.channel === "telephone" ? entry.type : undefined;
    case "withdrawal-requested":
    case "offer-answered":
    case "notice-consent":
    case "reconsideration-filed":
    case "appeal-filed":
      return entry.details.taken?.came === "telephone" ? entry.type : undefined;
    default:
      return undefined;
  }
}

/**
 * Returns the copies of a case that go by post, the oldest first: no mail or text message could take them, as an entry
 * `manager-alerted` says. The copy of a claim counts as posted on the day its sending by letter was recorded too.
 */
export function copiesByPost(events: readonly CaseEvent[]): readonly CopyByPost[] {
  const posted = new Map(
    entriesOf(events, "work-noted").flatMap(({ details: { copy } }) =>
      copy ? [[copy.of, copy.postedOn] as const] : [],
    ),
  );
  const letter = entriesOf(events, "filing-copy-sent").at(-1);
  const unsent = new Set(entriesOf(events, "manager-alerted").flatMap(({ details }) => details.copyOf ?? []));
  return events.flatMap((entry): readonly CopyByPost[] => {
    const type = unsent.has(entry.seq) ? spokenType(entry) : undefined;
    if (!type) return [];
    const byLetter = type === "claim-filed" ? letter && limaDay(letter.effectiveAt) : undefined;
    return [{ of: entry.seq, type, since: limaDay(entry.recordedAt), postedOn: posted.get(entry.seq) ?? byLetter }];
  });
}

/** Returns the copies of a case that are still to be posted, the oldest first. */
export const copiesToPost = (events: readonly CaseEvent[]): readonly CopyByPost[] =>
  copiesByPost(events).filter(({ postedOn }) => postedOn === undefined);
