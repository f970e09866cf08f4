import type { LanguageChoice, NamedLanguage } from "../notice/language.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import type { OfficeChannel } from "../term/office-hours.ts";

/**
 * The pages of the customers' site to which staff send a link. `own-claim` and `offer` are of a claim; the others are
 * the same for everybody.
 */
export const linkedPages = [
  "receipt",
  "new-claim",
  "claim-state",
  "problem",
  "document",
  "own-claim",
  "offer",
] as const;
export type LinkedPage = (typeof linkedPages)[number];

/** A link that staff had sent to somebody, and whether its message left. */
export interface SentLink {
  readonly page: LinkedPage;
  /** The claim of `own-claim` and `offer`. */
  readonly claimId?: string | undefined;
  readonly offerId?: string | undefined;
  readonly channel: "sms" | "email";
  readonly to: string;
  /** When its message left, or the provider refused it; absent while it waits to be sent. */
  readonly sentAt?: string | undefined;
  readonly refused?: boolean | undefined;
}

/** Links that a mobile or an address is sent in a day. */
export const mostLinks = 3;

/**
 * What staff attended about a supply: the question and answer, and what was promised. It names no person but the staff
 * member.
 */
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
  /** The link that was sent in it. */
  readonly link?: SentLink | undefined;
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

/**
 * Returns whether a call back is over: the person answered the last attempt, or staff gave up after it. False without
 * an attempt.
 */
export function isCallBackOver({ attempts }: Pick<CallBack, "attempts">): boolean {
  const last = attempts.at(-1);
  return last !== undefined && last.result !== "no-answer";
}

/** A language that was chosen, and when. */
export interface SaidLanguage extends LanguageChoice {
  /** An instant. */
  readonly at: string;
}

/**
 * Returns what is known of a person; each part is absent if nothing states it. `preferential`: whether they have
 * preferential attention, by the newest contact that states it, yes or no. `languageChoice`: the language stated last
 * in a contact or a claim; from a contact, `interpreter` is false.
 * @param contacts newest first
 * @param inClaims what the claims of the supply say of the language, in any order
 */
export function personIn(
  contacts: readonly Contact[],
  inClaims: readonly SaidLanguage[] = [],
): { readonly preferential?: boolean; readonly languageChoice?: LanguageChoice } {
  const preferential = contacts.find((one) => one.preferential !== undefined)?.preferential;
  const inContacts = contacts.flatMap(({ at, language }) => (language ? { at, language, interpreter: false } : []));
  const [last] = [...inContacts, ...inClaims].sort((one, other) => other.at.localeCompare(one.at));
  return {
    ...(preferential !== undefined && { preferential }),
    ...(last && { languageChoice: { language: last.language, interpreter: last.interpreter } }),
  };
}
