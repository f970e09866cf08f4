import { limaTime } from "../../shared/domain/term/calendar-day.ts";
import { shortDate } from "../../shared/domain/term/spanish-dates.ts";

/** The commit that answers, and the instant it was made, if it is known. */
export interface Revision {
  readonly commit: string;
  readonly committedAt?: string;
}

/** Reads a revision as the deployment writes it: `9f66838 2026-11-28T07:10:00.000Z`, or a word alone. */
export function parseRevision(text: string): Revision {
  const [commit = "", committedAt] = text.split(" ");
  return { commit, ...(committedAt !== undefined && { committedAt }) };
}

/** Returns a revision in words, by Lima's clock, for the foot of the site; undefined if its instant is not known. */
export function revisionInWords({ commit, committedAt }: Revision): string | undefined {
  if (committedAt === undefined) return undefined;
  const { day, time } = limaTime(committedAt);
  return `${commit}, del ${shortDate(day)} a las ${time}`;
}
