import { type CaseAt, caseHeadAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { daysOf } from "../../../shared/casework/claim/claim-summary.ts";
import { countedChanges } from "../../../shared/casework/counter/counted-contact.ts";
import { asksMeterTest } from "../../../shared/casework/resolution/evidence-checklist.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { listInspections as route } from "../../../shared/contract/visit/investigation-routes.ts";
import { claimantName } from "../../../shared/documents/spanish-names.ts";
import { supplyToday } from "../../../shared/domain/billing/register-file.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimantOf } from "../../../shared/domain/claim/claimant-contact.ts";
import { addDays, type CalendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { StoredHead } from "../../../shared/storage/case/case-head.ts";
import type { StoredVisit } from "../../../shared/storage/visit/visits.ts";
import { serve } from "../../runtime/serve.ts";
import { monthsRead, readingIn, readingVisitsOf, roundsOf } from "../reading/reading-visits.ts";
import type { VisitDeps } from "../visit-deps.ts";

type Row = AnswerOf<typeof route>["inspections"][number];

/** How many days after a day without visits are looked through for one with some. */
const daysAhead = 14;
/** How many days before today are looked through for visits without an acta, and how many of them are shown. */
const daysBack = 14;
const mostMissed = 20;

/**
 * Answers an inspector's visits of a day (the caller's without `inspector`), by hour and route; `alsoFor` has other
 * claims that one serves. Adds visits of readings that are theirs or nobody's on duty; `next`, on a free day, the first
 * of 14 that has some; `missed`, for today, earlier ones that nobody reported. Refuses `not-your-role` to ask for
 * another's, unless an analyst or manager asks.
 */
export const listInspections = (deps: VisitDeps) =>
  serve(route, async ({ query, caller, now }) => {
    const inspector = query.inspector ?? caller.sub;
    const leads = caller.roles.includes("analyst") || caller.roles.includes("manager");
    if (inspector !== caller.sub && !leads)
      return refused("not-your-role", { detail: "Solo puedes ver tu propia agenda." });
    const [inOrder, readingVisits, missed] = await Promise.all([
      deps.agenda.of(inspector, query.date).then((visits) => stopsOf(deps, visits, now)),
      readingVisitsOf(deps, inspector, query.date, now),
      query.date === limaDay(now) ? missedBefore(deps, inspector, query.date, now) : [],
    ]);
    const isFree = inOrder.length === 0 && readingVisits.length === 0;
    const next = isFree ? await nextDay(deps, inspector, query.date, now) : undefined;
    return ok({
      inspections: inOrder.map(({ row }) => row),
      ...(missed.length > 0 && { missed }),
      ...(readingVisits.length > 0 && { readingVisits }),
      ...(next && { next }),
    });
  });

/** Returns visits in the order of the day, with what each needs; one that serves several claims once. */
async function stopsOf(deps: VisitDeps, visits: readonly StoredVisit[], now: string): Promise<readonly Stop[]> {
  const isServedBy = (other: StoredVisit) => (one: StoredVisit) => one.shares?.inspectionId === other.inspectionId;
  const stops = visits.filter((visit) => !visits.some((other) => isServedBy(other)(visit) && other.on === visit.on));
  const found = await Promise.all(stops.map((stop) => rowOf(deps, stop, visits.filter(isServedBy(stop)), now)));
  return found.flatMap((one) => one ?? []).toSorted((a, b) => (a.order < b.order ? -1 : 1));
}

/**
 * Returns the visits of the two weeks before a day that nobody reported and whose claim still takes the acta, the
 * earliest first; the first twenty that nobody reported are looked at.
 */
async function missedBefore(deps: VisitDeps, inspector: string, day: CalendarDay, now: string): Promise<Row[]> {
  const days = Array.from({ length: daysBack }, (_, at) => addDays(day, at - daysBack));
  const visits = (await Promise.all(days.map((each) => deps.agenda.of(inspector, each)))).flat();
  const open = visits.filter(({ reportedAt }) => reportedAt === undefined).slice(0, mostMissed);
  const stops = await stopsOf(deps, open, now);
  return stops
    .flatMap(({ row, isTaken }) => (isTaken && !row.reported ? row : []))
    .toSorted((a, b) => (`${a.on} ${a.from}` < `${b.on} ${b.from}` ? -1 : 1));
}

/**
 * Returns the first day with visits of the two weeks after a day, asking for all of them at once; undefined if none
 * has.
 */
async function nextDay(deps: VisitDeps, inspector: string, day: CalendarDay, now: string): Promise<string | undefined> {
  const days = Array.from({ length: daysAhead }, (_, at) => addDays(day, at + 1));
  const [visits, rounds] = await Promise.all([
    Promise.all(days.map((each) => deps.agenda.of(inspector, each))),
    Promise.all(days.map((each) => roundsOf(deps, inspector, each, now))),
  ]);
  return days.find((_, at) => (visits[at] ?? []).length + (rounds[at] ?? []).length > 0);
}

/** The meter test that was asked for or ordered; undefined without one, or once its result is there. */
function meterTestOf(at: CaseAt): Row["meterTest"] {
  const { events } = at.file;
  if (!asksMeterTest(at) || lastEntry(events, "meter-test-reported")) return undefined;
  const ordered = lastEntry(events, "meter-test-ordered");
  return ordered ? { on: ordered.testOn, at: ordered.details.at } : {};
}

/** Whether a claim still takes the acta of a visit on the day of `now`: one that ended is no reason to make it. */
function takesActa(head: StoredHead, now: string): boolean {
  const [step] = caseHeadAt(head, now).steps;
  return step !== undefined && allowedEvents(step.state).includes("inspection-reported");
}

/** A visit of the day, and the text by which the visits are sorted. */
interface Stop {
  readonly row: Row;
  readonly order: string;
  /** Whether its claim still takes the acta. */
  readonly isTaken: boolean;
}

/**
 * Returns the row of a visit, and its order: the hour, then the supply's place on its route. The address is the
 * supply's, by the newest receipt or a newer register, or else the claimant's. Undefined if the case of the visit is
 * gone.
 * @param served the visits of other claims that this one also serves
 */
async function rowOf(
  { caseFiles, receiptReader, tenant }: VisitDeps,
  visit: StoredVisit,
  served: readonly StoredVisit[],
  now: string,
): Promise<Stop | undefined> {
  const { claimId, inspectionId, on, from, to, late } = visit;
  const file = await caseFiles.read(claimId);
  const form = file && lastEntry(file.events, "claim-filed")?.details.form;
  if (!form) return undefined;
  const { claimant, grounds } = form;
  const { code, version, supplyCode, claimType } = file.head;
  const [billed, registered] = await Promise.all([
    receiptReader.lastMonths(supplyCode, monthsRead),
    receiptReader.registeredOf(supplyCode),
  ]);
  const at = caseNow(file, tenant, now);
  const { claim, law } = at;
  const known = supplyToday(billed[0]?.receipt, registered);
  // The agenda is an index: it may not show yet a report just made.
  const reported = file.visits.some((one) => one.inspectionId === inspectionId && one.reportedAt !== undefined);
  const row: Row = {
    inspectionId,
    on,
    from,
    to,
    late,
    claimId,
    code,
    version,
    supplyCode,
    address: known?.address ?? claimant.address,
    claimantName: claimantName(claimant),
    days: daysOf(file.head, law, now),
    telephone: claimantOf(file.events, countedChanges({ file, law, now }))?.telephone,
    languageChoice: claimantOf(file.events)?.languageChoice,
    reported,
    grounds,
    meterNumber: known?.meterNumber,
    readings: billed.flatMap(({ receipt }) => readingIn(receipt) ?? []),
    inspectsInside: law.claimTypes[claimType].internalInspection,
    meterTest: meterTestOf(at),
    awaitsRemedy: allowedEvents(claim.state).includes("remedied"),
    alsoFor: (await caseFiles.heads(served.map((one) => one.claimId)))
      .filter((head) => reported || takesActa(head, now))
      .map((head) => head.code),
  };
  const { routeCode = "", routeOrder = 0 } = registered ?? billed[0]?.receipt ?? {};
  const isTaken = allowedEvents(claim.state).includes("inspection-reported");
  return { row, isTaken, order: [from, routeCode, String(routeOrder).padStart(9, "0"), inspectionId].join(" ") };
}
