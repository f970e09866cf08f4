import type { ClockChange } from "../term/clock-changes.ts";
import type { CaseNoteType } from "./case-notes.ts";
import type { Actor, ClaimEventType, ClaimFact, ResolutionOutcome } from "./claim-events.ts";
import { claimEventTypes } from "./claim-events.ts";
import type { FactDetails } from "./fact-details.ts";
import type { OfficeDocument } from "./issued-documents.ts";
import type { NoteDetails } from "./note-details.ts";

/** A fact of a claim with all its details. */
export type FactOf<Type extends ClaimEventType> = Extract<ClaimFact, { readonly type: Type }> & {
  readonly details: FactDetails[Type];
};

/** An entry that changes no right. */
export type NoteOf<Type extends CaseNoteType> = {
  readonly type: Type;
  readonly effectiveAt: string;
  readonly by: Actor;
  readonly details: NoteDetails[Type];
};

/** Any fact that may be recorded in a case file. */
export type CaseFact = { [Type in ClaimEventType]: FactOf<Type> }[ClaimEventType];

export type CaseNote = { [Type in CaseNoteType]: NoteOf<Type> }[CaseNoteType];

export type CaseEventType = ClaimEventType | CaseNoteType;

/** An entry of the case file; `seq` counts from 1. It is never edited. */
export type CaseEvent = (CaseFact | CaseNote) & {
  readonly seq: number;
  readonly recordedAt: string;
  /** How a fact changed the clocks, as counted when it was recorded. */
  readonly clocks?: readonly ClockChange[];
};

/** Entries of one type: `CaseEventOf<"offer-made">`. */
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>;

/** Returns whether an entry is a fact: the state of a claim is computed from its facts alone. */
export function isFact<Entry extends CaseEvent | CaseFact | CaseNote>(
  entry: Entry,
): entry is Extract<Entry, { readonly type: ClaimEventType }> {
  return claimEventTypes.some((type) => type === entry.type);
}

/** Returns the entries of a type, in the order recorded. */
export function entriesOf<Type extends CaseEventType>(
  events: readonly CaseEvent[],
  type: Type,
): readonly CaseEventOf<Type>[] {
  return events.filter((event): event is CaseEventOf<Type> => event.type === type);
}

/** Returns the last entry of a type, or undefined if there is none. */
export function lastEntry<Type extends CaseEventType>(
  events: readonly CaseEvent[],
  type: Type,
): CaseEventOf<Type> | undefined {
  return entriesOf(events, type).at(-1);
}

/**
 * Returns the document of the office that an entry has in `details.document`, in a list of one; empty if it has none.
 */
export function documentsIn({ details }: CaseEvent): readonly OfficeDocument[] {
  return "document" in details && details.document ? [details.document] : [];
}

/** The name of each outcome of a resolution on screens. */
export const outcomeNames: Readonly<Record<ResolutionOutcome, string>> = {
  upheld: "fundado",
  "partly-upheld": "fundado en parte",
  rejected: "infundado",
  dismissed: "improcedente",
  concluded: "concluido sin decisión sobre el fondo",
};
