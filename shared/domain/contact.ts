import type { CalendarDay } from "./calendar-day.ts";
import type { NamedLanguage } from "./language.ts";
import type { OfficeChannel } from "./office-hours.ts";

/** What staff attended about a supply: the question and answer, and what was promised. It names no person but the staff member. */
export interface Contact {
  readonly contactId: string;
  readonly supplyCode: string;
  readonly channel: OfficeChannel;
  readonly at: string;
  /** The staff member who attended, and who promised `next`. */
  readonly by: string;
  readonly question: string;
  readonly answer: string;
  readonly next?: { readonly step: string; readonly on: CalendarDay } | undefined;
  /** Whether the person has preferential attention; absent if they were not asked. The reason is never stored. */
  readonly preferential?: boolean | undefined;
  readonly language?: NamedLanguage | undefined;
  /** The call back that was promised in it. */
  readonly callBackId?: string | undefined;
}

/** How a call back went: the person answered; nobody did, so that it is tried again; or it is given up. */
export const callBackResults = ["answered", "no-answer", "not-reached"] as const;
export type CallBackResult = (typeof callBackResults)[number];

/** A call that staff promised to somebody for an hour. */
export interface CallBack {
  readonly callBackId: string;
  readonly office: string;
  /** When it is due: at first as promised, then as an attempt without answer set it. */
  readonly at: string;
  readonly telephone: string;
  readonly about: string;
  readonly supplyCode?: string | undefined;
  readonly promisedAt: string;
  /** The staff member who promised it. */
  readonly promisedBy: string;
  /** Every attempt, the first one first; the last ends it unless nobody answered. */
  readonly attempts: readonly CallBackAttempt[];
}

export interface CallBackAttempt {
  readonly at: string;
  readonly by: string;
  readonly result: CallBackResult;
  /** What was said, or why it is given up. */
  readonly text: string;
}

/** The longest that a call back may be promised ahead, in days. */
export const mostDaysAhead = 30;

/** Attempts of one call back, more than anybody makes. */
export const mostAttempts = 20;

/** Whether a call back is over: somebody answered, or it was given up. */
export function isCallBackOver({ attempts }: Pick<CallBack, "attempts">): boolean {
  const last = attempts.at(-1);
  return last !== undefined && last.result !== "no-answer";
}

/**
 * Returns what the newest contact that says so says of the person: whether they have preferential attention, and their
 * language. Each is absent if no contact says it.
 * @param contacts newest first
 */
export function personIn(contacts: readonly Contact[]): Pick<Contact, "preferential" | "language"> {
  const preferential = contacts.find((one) => one.preferential !== undefined)?.preferential;
  const language = contacts.find((one) => one.language !== undefined)?.language;
  return { ...(preferential !== undefined && { preferential }), ...(language && { language }) };
}
