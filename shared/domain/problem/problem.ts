import type { Actor } from "../case/claim-events.ts";
import type { MaxTime, ProblemType } from "../case/claim-types.ts";
import type { Attachment, Claimant } from "../filing/claim-form.ts";
import { addDays, calendarDay, lapsesAt, limaDay } from "../term/calendar-day.ts";
import { countWorkingDays } from "../term/due-dates.ts";
import type { LegalCalendar } from "../term/legal-calendar.ts";
import type { OfficeChannel } from "../term/office-hours.ts";

/** The state of a request to solve a problem (solicitud de atención, Formato 1; digest 2.2, 2.3). */
export const problemStates = ["received", "solved", "not-solved", "claimed"] as const;
export type ProblemState = (typeof problemStates)[number];

/** An entry of a request for attention. Entries are in order and never edited. */
export type ProblemEntry = { readonly at: string; readonly by: Actor } & (
  | { readonly type: "received" }
  | { readonly type: "attended"; readonly solved: boolean; readonly text: string }
  /** The applicant says that the problem is not solved. */
  | { readonly type: "disputed"; readonly text: string }
  | { readonly type: "claimed"; readonly claimId: string }
);

/** A request for attention as it was filed, with its entries since. */
export interface Problem {
  readonly problemId: string;
  readonly code: string;
  readonly office: string;
  readonly supplyCode: string;
  readonly problemType: ProblemType;
  readonly channel: OfficeChannel;
  /** The zone of the supply, by which an inspector's route is planned. */
  readonly zone?: string | undefined;
  readonly applicant: Claimant;
  readonly description: string;
  /** The photos and documents filed with it, as they were then; absent if there are none. */
  readonly attachments?: readonly Attachment[] | undefined;
  readonly filedAt: string;
  readonly filedOn: string;
  /** The account it belongs to; absent if staff typed it for somebody. */
  readonly sub?: string | undefined;
  readonly entries: readonly ProblemEntry[];
}

/**
 * Returns the instant at which the longest time to solve a problem is over. Hours run by the clock from `filedAt`. Days
 * are counted from the day after `filedAt` (working days on the company's calendar), to 24:00 of the last one.
 * @param filedAt an instant, ISO 8601 in UTC
 */
export function solveBy(filedAt: string, time: MaxTime, company: LegalCalendar): string {
  const from = limaDay(filedAt);
  if (time.unit === "days") {
    const last =
      time.kind === "calendar"
        ? addDays(from, time.amount)
        : countWorkingDays({ from, days: time.amount, calendar: company }).dueDate;
    return lapsesAt(last);
  }
  return hoursAfter(filedAt, time.amount);
}

/** Returns the instant some hours later, with the same minute and second. */
function hoursAfter(instant: string, hours: number): string {
  const total = Number(instant.slice(11, 13)) + hours;
  const day = addDays(calendarDay(instant.slice(0, 10)), Math.floor(total / 24));
  return `${day}T${String(total % 24).padStart(2, "0")}${instant.slice(13)}`;
}

/**
 * Returns the state of a request for attention at `now`. Attentions that did not solve the problem change nothing; the
 * last of the other entries decides. A claim gives `claimed`, an attention that solved the problem `solved`, a dispute
 * `not-solved`. If nothing happened since the request was received: `not-solved` once `now` has reached `until`,
 * `received` before.
 * @param until the instant when the longest time to solve the problem is over; absent if the law gives none
 */
export function problemStateAt(entries: readonly ProblemEntry[], until: string | undefined, now: string): ProblemState {
  const last = entries.findLast((entry) => entry.type !== "attended" || entry.solved);
  if (last?.type === "claimed") return "claimed";
  if (last?.type === "attended") return "solved";
  return last?.type === "disputed" || (until !== undefined && now >= until) ? "not-solved" : "received";
}

/** Acts on a request for attention; `promote` makes it a claim. */
export const problemActions = ["dispute", "claim", "attend", "promote"] as const;
export type ProblemAction = (typeof problemActions)[number];

/**
 * Returns what a caller may do about a request for attention; nothing if it is `claimed`. A caller who is not staff may
 * `dispute` a `solved` request, and `claim` about a `not-solved` one: whose longest time is over, or that was disputed.
 * Staff may `attend` any request that is not `solved`. An operator or clerk may `dispute` a `solved` one for its
 * applicant. An operator may `promote` a `not-solved` one, or a `received` one without `until` (digest 2.3).
 */
export function problemActionsFor(
  state: ProblemState,
  until: string | undefined,
  caller: Actor,
): readonly ProblemAction[] {
  if (state === "claimed") return [];
  if (caller.kind !== "staff") {
    if (state === "solved") return ["dispute"];
    return state === "not-solved" ? ["claim"] : [];
  }
  const speaksFor = caller.roles.includes("operator") || caller.roles.includes("clerk");
  if (state === "solved") return speaksFor ? ["dispute"] : [];
  return [
    "attend",
    ...(caller.roles.includes("operator") && (state === "not-solved" || (state === "received" && until === undefined))
      ? (["promote"] as const)
      : []),
  ];
}
