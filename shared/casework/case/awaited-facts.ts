import {
  type Awaited,
  type ForeseenActs,
  foreseenActs,
  inOrder,
  isAhead,
  isAwaited,
  type ListedAct,
  type OpenMatters,
} from "../../domain/case/awaits-claimant.ts";
import { type CaseEvent, entriesOf, isFact, lastEntry } from "../../domain/case/case-events.ts";
import { claimAt } from "../../domain/case/claim.ts";
import { isClaimants } from "../../domain/case/claim-events.ts";
import type { ClaimLaw } from "../../domain/case/claim-law.ts";
import type { Claim } from "../../domain/case/claim-states.ts";
import { isOfClaimant } from "../../domain/counter/act-on-behalf.ts";
import { awaitsStandingProof } from "../../domain/counter/standing-proof.ts";
import { movedByOutage } from "../../domain/problem/outage.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../domain/term/calendar-day.ts";
import { termFor, workingOf } from "../../domain/term/claim-clocks.ts";
import type { PlannedVisit } from "../../domain/visit/appointments.ts";
import { awaitsAppointments } from "../../domain/visit/waiting-appointments.ts";
import type { Forecast } from "../../domain/work/work-list.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";
import { claimantsAttachmentsOf } from "../attachment/case-attachments.ts";
import { lastDayToAcknowledge } from "../delivery/days-to-acknowledge.ts";
import { dayOfNotice, isNoticeOpen } from "../notice/open-notices.ts";
import type { CaseLaw } from "./claim-law.ts";

/**
 * Returns the reports of visits: the `inspection-reported` entries, and after them the `late-inspection` notes. Staff
 * record such a note if they report a visit when the claim's state no longer takes a report.
 */
export function reportsOf(events: readonly CaseEvent[]) {
  return [
    ...entriesOf(events, "inspection-reported"),
    ...entriesOf(events, "late-inspection").map((note) => ({ ...note, outcome: note.details.outcome })),
  ];
}

/**
 * Returns every visit planned for a claim: at filing, later, and to repeat a visit that was not made. Each visit has
 * its day as last moved, the name of its inspector and its report. `inspector` and `report` are undefined if there is
 * none. After the claimant moves a visit, `inspector` is undefined until one is assigned again.
 */
export function plannedVisits(events: readonly CaseEvent[]) {
  const reports = reportsOf(events);
  const planned = [
    lastEntry(events, "claim-filed")?.details.visit,
    ...entriesOf(events, "appointments-given").map(({ details }) => details.visit),
    ...entriesOf(events, "reclassified").map(({ details }) => details.visit),
    ...reports.map(({ details }) => details.retry),
  ].flatMap((visit) => visit ?? []);
  const moves = entriesOf(events, "visit-moved");
  return planned.map((first) => {
    const moved = moves.findLast(({ details }) => details.visit.inspectionId === first.inspectionId);
    const visit: PlannedVisit = moved?.details.visit ?? first;
    const isOf = ({ details }: { readonly details: { readonly inspectionId: string } }) =>
      details.inspectionId === visit.inspectionId;
    const assigned = entriesOf(events, "inspection-assigned").findLast(isOf);
    // A visit that its claimant moved gets an inspector anew.
    const isStale = moved !== undefined && isOfClaimant(moved) && assigned !== undefined && assigned.seq < moved.seq;
    const inspector = isStale ? undefined : assigned?.details.name;
    return { visit, inspector, report: reports.find(isOf) };
  });
}

/** Whether one more visit follows if nobody opens: one does as often as the law says (`inspection.retry_count`). */
export function isVisitRepeated(events: readonly CaseEvent[], { inspection }: Pick<CaseLaw, "inspection">): boolean {
  return entriesOf(events, "inspection-reported").filter(({ details }) => details.retry).length < inspection.retryCount;
}

/** Returns the days of the planned visits without a report. */
export function unreportedDays(events: readonly CaseEvent[]): readonly CalendarDay[] {
  return plannedVisits(events).flatMap(({ visit, report }) => (report ? [] : calendarDay(visit.on)));
}

function openOffers(events: readonly CaseEvent[], { outages = [], calendars }: ClaimLaw) {
  const answered = new Set(entriesOf(events, "offer-answered").map(({ details }) => details.offerId));
  return entriesOf(events, "offer-made").flatMap(({ details: { offerId, until } }) =>
    answered.has(offerId) ? [] : { about: offerId, until: movedByOutage(calendarDay(until), outages, calendars.USER) },
  );
}

/** The notice of a decision, by its key, until its notification is recorded; none if it was sent without a key. */
function openDecision(events: readonly CaseEvent[], claim: Claim, law: ClaimLaw) {
  const sent = lastEntry(events, "resolution-dispatched");
  if (!sent?.details.noticeKey || lastEntry(events.slice(sent.seq), "resolution-notified")) return [];
  const notifyBy = termFor("resolution-notified", claim, law)?.dueDate;
  const until =
    sent.channel === "email"
      ? lastDayToAcknowledge(sent.recordedAt, law, notifyBy)
      : workingOf("T22", claim, law)?.dueDate;
  return until ? [{ about: sent.details.noticeKey, until }] : [];
}

/** The open notices of acts by e-mail. One of an observation is left out: correcting it needs no acknowledgement. */
function openNotices(events: readonly CaseEvent[], law: ClaimLaw) {
  return entriesOf(events, "notice-dispatched").flatMap((sent) => {
    const { of, noticeKey } = sent.details;
    if (of === "observation" || !isNoticeOpen(events, sent)) return [];
    const day = dayOfNotice(events, of);
    const until = day ? addDays(day, -1) : lastDayToAcknowledge(sent.recordedAt, law, undefined);
    return [{ about: noticeKey, until }];
  });
}

/** How long the ticket of an upload is valid: a file that is not there by then must be sent again. */
const ticketMs = 300_000;

/** The claimant's attachments still to be checked: from `since` on they may have to be sent again. */
function openFiles(events: readonly CaseEvent[]) {
  const checks = entriesOf(events, "attachment-checked");
  const attended = new Set(entriesOf(events, "attachment-attended").map(({ details }) => details.documentId));
  return events
    .filter(({ by }) => isClaimants(by))
    .flatMap((event) =>
      claimantsAttachmentsOf([event, ...checks]).flatMap(({ documentId, state }) => {
        const since = new Date(Date.parse(event.recordedAt) + ticketMs).toISOString();
        return state === "pending" && !attended.has(documentId) ? { about: documentId, since } : [];
      }),
    );
}

/**
 * Returns, by act, what a claim waits for from its claimant that its state alone does not show, such as the answer to
 * an offer. An act that is not awaited has an empty list. `attend-hearing` is an empty list while the hearing has no
 * day yet; once it has one, `attend-hearing` is absent, and the claim's state alone says whether the hearing is
 * awaited. Notices of an observation are left out, because a correction needs no acknowledgement.
 */
export function openMatters(events: readonly CaseEvent[], claim: Claim, law: ClaimLaw): OpenMatters {
  return {
    ...(awaitsAppointments(events) && { "attend-hearing": [] }),
    "answer-offer": openOffers(events, law),
    "acknowledge-notice": [...openDecision(events, claim, law), ...openNotices(events, law)],
    "receive-visit": plannedVisits(events).flatMap(({ visit, report }) =>
      report ? [] : { about: visit.inspectionId, on: calendarDay(visit.on) },
    ),
    "prove-standing": awaitsStandingProof(events) ? [{}] : [],
    "send-file": openFiles(events),
  };
}

/**
 * Returns the acts awaited of the claimant from the first day of each forecast step, or as of `now` if the step has
 * begun. Leaves out a step that changes nothing: its acts are those of the step returned before it, minus acts whose
 * day has passed. Removes `about` from the acts, because it may be the key that opens a notice, and lists equal acts
 * once.
 */
export function foreseenOf(
  events: readonly CaseEvent[],
  law: ClaimLaw,
  now: string,
  steps: readonly Forecast[],
): readonly ForeseenActs[] {
  const facts = events.filter(isFact);
  const foreseen: ForeseenActs[] = [];
  for (const { from } of steps) {
    const start = limaInstant(from, "00:00");
    const at = start > now ? start : now;
    const claim = claimAt(facts, law, at);
    const acts = claim ? listedActs(foreseenActs(claim, law, at, openMatters(events, claim, law))) : [];
    if (
      isSame(
        acts,
        foreseen.at(-1)?.acts.filter((act) => isAhead(act, from)),
      )
    )
      continue;
    foreseen.push({ from, acts });
  }
  return foreseen;
}

/** The acts without what they are about, each once. */
function listedActs(acts: readonly Awaited[]): readonly ListedAct[] {
  const listed = acts.map(({ about: _, ...act }) => act);
  return listed.filter((act, at) => listed.findIndex((one) => isSame(one, act)) === at);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Returns the acts of the claimant that a head says are awaited at `now`, without acts whose day has passed and acts
 * that begin later (`since`). Acts that the claimant loses something by not doing (`asked`) come first, then the
 * others. Each of the two groups is sorted by day, with acts without a day right after today's.
 */
export function awaitedIn({ awaits = [] }: Pick<CaseHead, "awaits">, now: string): readonly ListedAct[] {
  const today = limaDay(now);
  const { acts = [] } = awaits.findLast(({ from }) => from <= today) ?? {};
  return inOrder(
    acts.filter((act) => isAwaited(act, now)),
    today,
  );
}
