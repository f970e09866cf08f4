import type { CaseEventType } from "../../domain/case/case-events.ts";
import { lookMs } from "../../domain/counter/openings.ts";
import { earlyDelivery } from "../../domain/delivery/delivery-to-confirm.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";

/** An act takes its instant as its request begins; what it opened is noted with the same. */
const slackMs = 60_000;

/**
 * What billing answers to a day's list of receipts, in which nobody is named; what it completes is recorded with it.
 */
const namesNobody: readonly CaseEventType[] = ["hold-acknowledged", "adjustment-acknowledged"];

/** An entry that one of the staff recorded, by their account and its instant in milliseconds. */
export interface StaffAct {
  readonly by: string;
  readonly at: number;
  readonly seq: number;
  readonly type: CaseEventType;
}

/** Whether the office recorded it later in the name of who did it: a delivery out of hours, once it counts. */
function isCounted({ events }: CaseFile, seq: number, sub: string): boolean {
  const [entry] = events.slice(seq - 1, seq);
  const early = entry?.type === "resolution-notified" && earlyDelivery(events.slice(0, seq - 1));
  return early ? early.by.kind === "staff" && early.by.sub === sub : false;
}

/** Returns the key of a write that hands over a claim, visit or delivery: its request may open no page of the case. */
export const handingKey = (key: string, claimId: string, piece: string): string => `${key} ${claimId} ${piece}`;

/**
 * Returns the entries of a case that somebody of the staff recorded, for which they must have opened something. Leaves
 * out what was written under a `handingKey`: who records an absence sees no case that it passes on.
 */
export function staffActsIn(file: CaseFile): readonly StaffAct[] {
  const handing = handingKey("", file.head.claimId, "");
  const handed = new Set(file.marks.flatMap(({ key, seq }) => (key.includes(handing) ? [seq] : [])));
  const answers = file.events.filter(({ type }) => namesNobody.includes(type));
  const instants = new Set(answers.map(({ recordedAt }) => recordedAt));
  return file.events.flatMap(({ by, recordedAt, seq, type }) =>
    by.kind === "staff" && !instants.has(recordedAt) && !handed.has(seq) && !isCounted(file, seq, by.sub)
      ? [{ by: by.sub, at: Date.parse(recordedAt), seq, type }]
      : [],
  );
}

/** The first and the last instant at which who acted may have noted what they opened for it. */
export const lookedWithin = ({ at }: StaffAct): readonly [from: number, to: number] => [
  at - lookMs - slackMs,
  at + slackMs,
];

/**
 * Whether one of the instants at which somebody opened something lies from 16 minutes before their act to a minute
 * after it.
 */
export function isSeen(act: StaffAct, looks: readonly number[]): boolean {
  const [from, to] = lookedWithin(act);
  return looks.some((look) => look >= from && look <= to);
}

/** What is said of an act in whose time its person opened nothing. */
export const unseenAct = ({ seq, type }: StaffAct): string =>
  `entry ${seq}, ${type}, and nothing was opened in that name`;
