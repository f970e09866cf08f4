import type { PlannedVisit } from "../domain/appointments.ts";
import {
  type Awaited,
  type ForeseenActs,
  foreseenActs,
  inOrder,
  isAhead,
  isAwaited,
  type ListedAct,
  type OpenMatters,
} from "../domain/awaits-claimant.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../domain/calendar-day.ts";
import { type CaseEvent, entriesOf, isFact, lastEntry } from "../domain/case-events.ts";
import { claimAt } from "../domain/claim.ts";
import { termFor, workingOf } from "../domain/claim-clocks.ts";
import type { ClaimLaw } from "../domain/claim-law.ts";
import type { Claim } from "../domain/claim-states.ts";
import { movedByOutage } from "../domain/outage.ts";
import { awaitsStandingProof } from "../domain/standing-proof.ts";
import { awaitsAppointments } from "../domain/waiting-appointments.ts";
import type { Forecast } from "../domain/work-list.ts";
import type { CaseHead } from "../storage/case-head.ts";
import { claimantsAttachmentsOf } from "./case-attachments.ts";
import { lastDayToAcknowledge } from "./notice-days.ts";
import { dayOfNotice, isNoticeOpen } from "./open-notices.ts";

/** What visits were reported: kept as a note, where the claim took none any more. */
export function reportsOf(events: readonly CaseEvent[]) {
  return [
    ...entriesOf(events, "inspection-reported"),
    ...entriesOf(events, "late-inspection").map((note) => ({ ...note, outcome: note.details.outcome })),
  ];
}

/** Visits planned, each as it was moved last, with who makes it and its report, where there is one. */
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
    const inspector = entriesOf(events, "inspection-assigned").findLast(isOf)?.details.name;
    return { visit, inspector, report: reports.find(isOf) };
  });
}

/** The days of visits that were planned and nobody reported. */
export function unreportedDays(events: readonly CaseEvent[]): readonly CalendarDay[] {
  return plannedVisits(events).flatMap(({ visit, report }) => (report ? [] : calendarDay(visit.on)));
}

function openOffers(events: readonly CaseEvent[], { outages = [], calendars }: ClaimLaw) {
  const answered = new Set(entriesOf(events, "offer-answered").map(({ details }) => details.offerId));
  return entriesOf(events, "offer-made").flatMap(({ details: { offerId, until } }) =>
    answered.has(offerId) ? [] : { about: offerId, until: movedByOutage(calendarDay(until), outages, calendars.USER) },
  );
}

/** The decision that was sent to be acknowledged, until somebody recorded how it was notified. */
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

/** Acts that were told by e-mail and wait to be acknowledged; what is observed is mended without that. */
function openNotices(events: readonly CaseEvent[], law: ClaimLaw) {
  return entriesOf(events, "notice-dispatched").flatMap((sent) => {
    const { of, noticeKey } = sent.details;
    if (of === "observation" || !isNoticeOpen(events, sent)) return [];
    const day = dayOfNotice(events, of);
    const until = day ? addDays(day, -1) : lastDayToAcknowledge(sent.recordedAt, law, undefined);
    return [{ about: noticeKey, until }];
  });
}

/** As long as a ticket lives: a file that was announced and is not there then has to be sent again. */
const ticketMs = 300_000;

/** Files the claimant announced that nobody has checked: they may have to be sent again. */
function openFiles(events: readonly CaseEvent[]) {
  const checks = entriesOf(events, "attachment-checked");
  const attended = new Set(entriesOf(events, "attachment-attended").map(({ details }) => details.documentId));
  return events
    .filter(({ by }) => by.kind === "customer")
    .flatMap((event) =>
      claimantsAttachmentsOf([event, ...checks]).flatMap(({ documentId, state }) => {
        const since = new Date(Date.parse(event.recordedAt) + ticketMs).toISOString();
        return state === "pending" && !attended.has(documentId) ? { about: documentId, since } : [];
      }),
    );
}

/** What of a case is open and its facts do not say, each with its day; see `awaitedOf`. */
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
 * What waits for the claimant from each foreseen day on, for lists, which read no history; a day that brings nothing new
 * is left out. Without what it is about: a head is no place for the key of a notice.
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
    const acts = claim ? named(foreseenActs(claim, law, at, openMatters(events, claim, law))) : [];
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

/** Each once, without what it is about. */
function named(acts: readonly Awaited[]): readonly ListedAct[] {
  const listed = acts.map(({ about: _, ...act }) => act);
  return listed.filter((act, at) => listed.findIndex((one) => isSame(one, act)) === at);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What waits for the claimant of a head at an instant, as its case says, in the order of that day. */
export function awaitedIn({ awaits = [] }: Pick<CaseHead, "awaits">, now: string): readonly ListedAct[] {
  const today = limaDay(now);
  const { acts = [] } = awaits.findLast(({ from }) => from <= today) ?? {};
  return inOrder(
    acts.filter((act) => isAwaited(act, now)),
    today,
  );
}
