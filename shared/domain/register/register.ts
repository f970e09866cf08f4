import { type ClockId, clockIds } from "../case/claim-states.ts";

/** Registers that the office keeps, each apart (digest 6.1): reclamos, Formato 1, libro de observaciones. */
export const registerNames = ["claims", "problems", "observations"] as const;
export type RegisterName = (typeof registerNames)[number];

const ofClaims = [
  // Identity
  "code",
  "problem-code",
  "office",
  "channel",
  "filed-at",
  "filed-on",
  "registered-by",
  // Claimant
  "claimant-name",
  "claimant-document",
  "capacity",
  "power",
  "address",
  "telephone",
  "email",
  "email-consent",
  // Supply
  "supply-code",
  "holder",
  "locality",
  "district",
  "tariff-class",
  "use-units",
  "meter-number",
  // Matter
  "family",
  "type",
  "type-name",
  "type-letter",
  "months",
  "claimed-m3",
  "claimed-amount",
  "not-claimed-amount",
  "test-asked",
  // Milestones
  "admitted-on",
  "defects",
  "defects-notified-on",
  "remedied-on",
  "visits-planned",
  "visits-done",
  "visit-outcomes",
  "meter-test",
  "hearing-on",
  "hearing-outcome",
  "resolution-numbers",
  "resolution-dates",
  "resolution-senses",
  "notice-means",
  "notice-attempts",
  "notified-on",
  "recourses",
  "elevated-on",
  "tribunal-number",
  "tribunal-on",
  "tribunal-outcome",
  "executed-on",
  "execution-reference",
  "quejas",
  // Result
  "state",
  "sense",
  "rebilled-m3",
  "rebilled-amount",
  "credit-note",
  "refund",
  // Compliance
  "silence",
  "pauses",
  // Audit
  "entries",
  "chain-head",
  "history",
  "documents",
] as const;

const ofProblems = [
  "code",
  "office",
  "channel",
  "filed-at",
  "filed-on",
  "applicant-name",
  "applicant-document",
  "supply-code",
  "type",
  "type-name",
  "description",
  "solve-by",
  "state",
  "attentions",
  "claimed-on",
] as const;

const ofObservations = [
  "number",
  "office",
  "channel",
  "entered-at",
  "entered-on",
  "person-name",
  "person-document",
  "text",
  "answer-by",
  "answered-on",
  "answer",
  "state",
] as const;

type ClockField = `${ClockId}-due` | `${ClockId}-done`;

/** The due date and the actual date of every clock. */
const ofClocks: readonly ClockField[] = clockIds.flatMap((id) => [`${id}-due`, `${id}-done`] as const);

/** What a column of each register may have as its content. */
export interface RegisterFields {
  readonly claims: (typeof ofClaims)[number] | ClockField;
  readonly problems: (typeof ofProblems)[number];
  readonly observations: (typeof ofObservations)[number];
}

export const registerFields: { readonly [Name in RegisterName]: readonly RegisterFields[Name][] } = {
  claims: [...ofClaims, ...ofClocks],
  problems: ofProblems,
  observations: ofObservations,
};

/** A row by field; a field without a value is empty text. Days are `YYYY-MM-DD`, money decimal soles with a point. */
export type RegisterRow<Name extends RegisterName> = Readonly<Record<RegisterFields[Name], string>>;

/** A column as a tenant lays it out: which field, and what its head says. */
export interface RegisterColumn<Field extends string = string> {
  readonly field: Field;
  readonly name: string;
}

/** The columns of every register in the tenant's order. */
export type RegisterLayouts = { readonly [Name in RegisterName]: readonly RegisterColumn<RegisterFields[Name]>[] };

/** Fields with a number that a spreadsheet can add up; all others are text, which keeps leading zeros. */
export const numericFields: ReadonlySet<string> = new Set<RegisterFields["claims"]>([
  "use-units",
  "claimed-m3",
  "claimed-amount",
  "not-claimed-amount",
  "notice-attempts",
  "quejas",
  "rebilled-m3",
  "rebilled-amount",
  "credit-note",
  "refund",
  "entries",
]);
