/**
 * What staff open of people: a claim, a request for attention, a document, an attachment, a promised call, the page of
 * a supply, an import or a register of many people, and the logs of what staff opened.
 */
export const openedThings = [
  "claim",
  "problem",
  "submission",
  "attachment",
  "call-back",
  "supply",
  "import",
  "register",
  "log",
] as const;
export type OpenedThing = (typeof openedThings)[number];

/** What was opened: a thing by its id, or a file or part of it. */
export interface Opened {
  readonly what: OpenedThing;
  /** A supply's is its code, a log's what was asked of it. */
  readonly id: string;
  /** The file or part of the thing; absent if it was opened as a whole. */
  readonly part?: string | undefined;
}

/** That one of the staff opened something, for the first time within a quarter of an hour. */
export interface Opening extends Opened {
  readonly at: string;
  /** The account of who opened it. */
  readonly by: string;
}

/** For how long opening the same thing again is the same look. */
export const lookMs = 15 * 60_000;
