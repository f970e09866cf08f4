import { type CaseAt, caseHeadAt, caseNow, headAfter } from "../../shared/casework/case/case-at.ts";
import { alongWith, record } from "../../shared/casework/case/record.ts";
import { movedIn, type OpenPosition, openClaims } from "../../shared/casework/claim/moved-claims.ts";
import { tenantWith } from "../../shared/casework/term/calendars-in-force.ts";
import {
  type Appointments,
  appointmentsHitOf,
  movingAppointmentsHit,
} from "../../shared/casework/visit/appointments-hit.ts";
import { lastEntry } from "../../shared/domain/case/case-events.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { CalendarVersion } from "../../shared/domain/term/calendar-changes.ts";
import type { MovedDate } from "../../shared/domain/term/moved-dates.ts";
import { type Forecast, saysSame } from "../../shared/domain/work/work-list.ts";
import type { CaseHead } from "../../shared/storage/case/case-head.ts";
import type { CalendarBook, CalendarChangeProgress, StoredVersion } from "../../shared/storage/term/calendars.ts";
import type { AppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import type { Visits } from "../../shared/storage/visit/visits.ts";
import { inLanes } from "../runtime/in-lanes.ts";
import { logFailure } from "../runtime/log.ts";
import { instantOf } from "../runtime/now.ts";
import type { ListDeps } from "./list-deps.ts";

/** The dependencies; the tenant has the calendars in force. */
interface CalendarChangeDeps extends ListDeps {
  readonly visits: Pick<Visits, "move">;
  readonly calendarBook: CalendarBook;
  readonly appointmentSlots: AppointmentSlots;
}

/** How many claims were changed, and how many could not be. */
interface ChangeCounts {
  readonly moved: number;
  readonly failed: number;
}

const by = { kind: "system", name: "sweep" } as const;
const page = 50;
/** How many claims of a page are changed at once. */
const lanes = 8;
/** Seconds longer than any request lasts: after them, whatever began under the earlier calendars has been written. */
const settleSeconds = 60;

/**
 * Records `dates-moved`, which notifies the claimant, in every open claim whose dates are moved by `versions` not yet
 * marked as notified, moves visits and hearings off days that became non-working, and updates forecasts. Does nothing
 * until the newest version was in force for 60 seconds. Stops before a page of claims if `mayGoOn` returns false; the
 * next run goes on from there. Marks the versions as notified once no claim is left and none failed.
 */
export async function applyCalendarChange(
  deps: CalendarChangeDeps,
  versions: readonly StoredVersion[],
  now: string,
  mayGoOn: () => boolean,
): Promise<ChangeCounts> {
  const all = { moved: 0, failed: 0 };
  const settled = instantOf(Math.floor(Date.parse(now) / 1000) - settleSeconds);
  const pending = versions.filter(({ notifiedAt }) => notifiedAt === undefined);
  const last = pending.at(-1);
  if (!last || pending.some(({ inForceFrom }) => inForceFrom > settled)) return all;
  let { reached } = last;
  while (mayGoOn()) {
    const { counts, next } = await changePage(deps, versions, reached, now);
    all.moved += counts.moved;
    all.failed += counts.failed;
    const pass = { moved: (reached?.moved ?? 0) + counts.moved, failed: (reached?.failed ?? 0) + counts.failed };
    reached = next && { ...next, ...pass };
    await deps.calendarBook.markReached(last.number, reached);
    // A claim that changes its list meanwhile may be missed, so the lists are read again until none is left.
    if (reached || (pass.moved > 0 && pass.failed === 0)) continue;
    if (pass.failed === 0) for (const { number } of pending) await deps.calendarBook.markNotified(number, now);
    return all;
  }
  return all;
}

async function changePage(
  deps: CalendarChangeDeps,
  versions: readonly CalendarVersion[],
  from: CalendarChangeProgress | undefined,
  now: string,
): Promise<{ readonly counts: ChangeCounts; readonly next?: OpenPosition | undefined }> {
  const counts = { moved: 0, failed: 0 };
  const { heads, next } = await openClaims(deps.workLists, deps.tenant.office.code.value, from, page);
  /** Those that failed beside others: they may have wanted the same slots, so each is tried again alone. */
  const again: string[] = [];
  await inLanes(heads, lanes, async ({ claimId }, lane) => {
    try {
      if (await changeOne(deps, { versions, claimId, lane }, now)) counts.moved += 1;
    } catch {
      again.push(claimId);
    }
  });
  for (const claimId of again) {
    try {
      if (await changeOne(deps, { versions, claimId, lane: 0 }, now)) counts.moved += 1;
    } catch (failure) {
      logFailure("dates-not-moved", failure, { claimId });
      counts.failed += 1;
    }
  }
  return { counts, next };
}

/** A claim to change, in a lane that has a count of moved claims of its own. */
interface ClaimToChange {
  readonly versions: readonly CalendarVersion[];
  readonly claimId: string;
  readonly lane: number;
}

/** Records the moved dates of one claim or updates its forecast; returns `false` if there was nothing to do. */
async function changeOne(
  deps: CalendarChangeDeps,
  { versions, claimId, lane }: ClaimToChange,
  now: string,
): Promise<boolean> {
  const file = await deps.caseFiles.read(claimId);
  const last = versions.at(-1);
  if (!file || !last) return false;
  const at = caseNow(file, deps.tenant, now);
  // A visit that shares another's moves with that one, which therefore is moved first.
  for (const { shares } of file.visits) if (shares) await changeOne(deps, { versions, lane, ...shares }, now);
  const key = `dates-moved ${last.number}`;
  const isMoved =
    movedSince(deps, versions, at).length > 0 ||
    (!file.marks.some((mark) => mark.key === key) && hasAppointmentsHit(await appointmentsHitOf(deps, at)));
  if (!isMoved) {
    const head = { ...headAfter(file.head, file.events, at.law, at.now), refreshedAt: at.now };
    if (foresees(file.head, head, at.now)) return false;
    return deps.caseFiles.refresh(file, head, await alongWith(deps, at, head));
  }
  const write = { key, contentHash: key };
  const recorded = await record(deps, { claimId, now, write, known: file }, async (then) => {
    const moved = movedSince(deps, versions, then);
    const appointmentsHit = movingAppointmentsHit(deps, await appointmentsHitOf(deps, then), then.now);
    const details = { version: last.number, calendarVersion: last.calendars.USER.version, why: last.why, moved };
    const counts = moved.length > 0 ? [{ type: "dates-moved", effectiveAt: then.now, by, details } as const] : [];
    const entries = [...counts, ...appointmentsHit.entries];
    if (entries.length === 0) return ok({ entries });
    return ok({ entries, also: [...appointmentsHit.also, deps.calendarBook.countMoved(last.number, lane)] });
  });
  if (!recorded.ok) throw new Error(`the moved dates of claim ${claimId} were not recorded: ${recorded.error}`);
  return true;
}

function hasAppointmentsHit({ hearing, visits }: Appointments): boolean {
  return hearing !== undefined || visits.length > 0;
}

/**
 * Returns whether the states and days that a claim's stored head forecasts are those of the head that its history gives
 * now. Does not compare the day on which the present state began, because it depends on when the head was written.
 */
export function foresees(stored: CaseHead, { steps }: CaseHead, now: string): boolean {
  const { steps: said } = caseHeadAt(stored, now);
  const isSaid = (step: Forecast, index: number) => {
    const other = said[index];
    return other !== undefined && saysSame(step, other) && (index === 0 || step.from === other.from);
  };
  return said.length === steps.length && steps.every(isSaid);
}

/**
 * Returns the dates of a claim that end on another day than its claimant was last notified of; none if every version
 * since then was notified.
 */
function movedSince(
  { tenant }: CalendarChangeDeps,
  versions: readonly CalendarVersion[],
  { file, filing, now }: CaseAt,
): readonly MovedDate[] {
  const filedUnder = versions.findLast(({ inForceFrom }) => inForceFrom <= filing.recordedAt)?.number ?? 0;
  const known = Math.max(filedUnder, lastEntry(file.events, "dates-moved")?.details.version ?? 0);
  const first = versions.find(({ number, notifiedAt }) => number > known && notifiedAt === undefined);
  if (!first) return [];
  const replaced = versions.filter(({ number }) => number < first.number);
  const before = { tenant: tenantWith(tenant, replaced), at: first.inForceFrom };
  return movedIn(file, before, { tenant, at: now }).filter(({ kept }) => !kept);
}
