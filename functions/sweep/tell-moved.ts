import { tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { type CaseAt, caseHeadAt, caseNow, headAfter } from "../../shared/casework/case-at.ts";
import { type Appointments, displacedOf, displacing } from "../../shared/casework/displaced.ts";
import { movedIn, type OpenPosition, openClaims } from "../../shared/casework/moved-claims.ts";
import { type CaseDesk, record } from "../../shared/casework/record.ts";
import type { CalendarVersion } from "../../shared/domain/calendar-changes.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import type { MovedDate } from "../../shared/domain/moved-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import { type Forecast, saysSame } from "../../shared/domain/work-list.ts";
import type { CalendarBook, StoredVersion, TellingReached } from "../../shared/storage/calendars.ts";
import type { Places } from "../../shared/storage/places.ts";
import { logFailure } from "../runtime/log.ts";
import { instantOf } from "../runtime/now.ts";

/** A desk whose utility has the calendars in force, and the versions that made them. */
interface TellingDesk extends CaseDesk {
  readonly calendarBook: CalendarBook;
  readonly places: Places;
}

/** What was done: claims told or foreseen anew, and claims that could not be. */
interface Told {
  readonly moved: number;
  readonly failed: number;
}

const by = { kind: "system", name: "sweep" } as const;
const page = 50;
/** Longer than any request lasts: what began under the calendars of before has been written. */
const settleSeconds = 60;

/**
 * Tells every open claim whose dates the last changes of the calendars moved: an entry that its claimant is told of, once
 * for each version, and a head foreseen anew. A visit or hearing on a day that nobody works any more is moved with it. A version is marked as told when nobody is left; ended before that, the next
 * run goes on where this one stopped, and tells nobody again.
 * @param versions those in force
 * @param mayGoOn asked before each page: whether there is time for one more
 */
export async function tellMoved(
  desk: TellingDesk,
  versions: readonly StoredVersion[],
  now: string,
  mayGoOn: () => boolean,
): Promise<Told> {
  const all = { moved: 0, failed: 0 };
  const settled = instantOf(Math.floor(Date.parse(now) / 1000) - settleSeconds);
  const pending = versions.filter(({ toldAt }) => toldAt === undefined);
  const last = pending.at(-1);
  if (!last || pending.some(({ inForceFrom }) => inForceFrom > settled)) return all;
  let { reached } = last;
  while (mayGoOn()) {
    const { told, next } = await tellPage(desk, versions, reached, now);
    all.moved += told.moved;
    all.failed += told.failed;
    const pass = { moved: (reached?.moved ?? 0) + told.moved, failed: (reached?.failed ?? 0) + told.failed };
    reached = next && { ...next, ...pass };
    await desk.calendarBook.markReached(last.number, reached);
    // A claim that changes its list meanwhile may be passed by: walked again until nobody is left.
    if (reached || (pass.moved > 0 && pass.failed === 0)) continue;
    if (pass.failed === 0) for (const { number } of pending) await desk.calendarBook.markTold(number, now);
    return all;
  }
  return all;
}

async function tellPage(
  desk: TellingDesk,
  versions: readonly CalendarVersion[],
  from: TellingReached | undefined,
  now: string,
): Promise<{ readonly told: Told; readonly next?: OpenPosition | undefined }> {
  const told = { moved: 0, failed: 0 };
  const { heads, next } = await openClaims(desk.caseFiles, desk.tenant.office.code.value, from, page);
  for (const { claimId } of heads) {
    try {
      if (await tellOne(desk, versions, claimId, now)) told.moved += 1;
    } catch (failure) {
      logFailure("not-told", failure, { claimId });
      told.failed += 1;
    }
  }
  return { told, next };
}

/** Tells one claim, or foresees its head anew; `false` where there was nothing to do. */
async function tellOne(
  desk: TellingDesk,
  versions: readonly CalendarVersion[],
  claimId: string,
  now: string,
): Promise<boolean> {
  const file = await desk.caseFiles.read(claimId);
  const last = versions.at(-1);
  if (!file || !last) return false;
  const at = caseNow(file, desk.tenant, now);
  // A visit that shares another's goes where that one went.
  for (const { shares } of file.visits) if (shares) await tellOne(desk, versions, shares.claimId, now);
  const key = `dates-moved ${last.number}`;
  const isMoved =
    movedSince(desk, versions, at).length > 0 ||
    (!file.marks.some((mark) => mark.key === key) && hasDisplaced(await displacedOf(desk, at)));
  if (!isMoved && isForeseen(at)) return false;
  const write = isMoved ? { key, contentHash: key } : undefined;
  const recorded = await record(desk, { claimId, now, write }, async (then) => {
    const moved = movedSince(desk, versions, then);
    const displaced = isMoved ? displacing(desk, await displacedOf(desk, then), then.now) : { entries: [], also: [] };
    const details = { version: last.number, calendarVersion: last.calendars.USER.version, why: last.why, moved };
    const told = moved.length > 0 ? [{ type: "dates-moved", effectiveAt: then.now, by, details } as const] : [];
    const entries = [...told, ...displaced.entries];
    if (entries.length === 0) return ok({ entries });
    return ok({ entries, also: [...displaced.also, desk.calendarBook.countMoved(last.number)] });
  });
  if (!recorded.ok) throw new Error(`the moved dates of claim ${claimId} were not recorded: ${recorded.error}`);
  return true;
}

function hasDisplaced({ hearing, visits }: Appointments): boolean {
  return hearing !== undefined || visits.length > 0;
}

/** Whether a head says what its claim is now and will be, whatever day it was written. */
export function isForeseen({ file, law, now }: CaseAt): boolean {
  const { steps: said } = caseHeadAt(file.head, now);
  const { steps } = headAfter(file.head, file.events, law, now);
  const isSaid = (step: Forecast, index: number) => {
    const other = said[index];
    return other !== undefined && saysSame(step, other) && (index === 0 || step.from === other.from);
  };
  return said.length === steps.length && steps.every(isSaid);
}

/** The dates of a claim that end another day than its claimant was last told, under the calendars of then. */
function movedSince(
  { tenant }: TellingDesk,
  versions: readonly CalendarVersion[],
  { file, filing, now }: CaseAt,
): readonly MovedDate[] {
  const filedUnder = versions.findLast(({ inForceFrom }) => inForceFrom <= filing.recordedAt)?.number ?? 0;
  const known = Math.max(filedUnder, lastEntry(file.events, "dates-moved")?.details.version ?? 0);
  const first = versions.find(({ number, toldAt }) => number > known && toldAt === undefined);
  if (!first) return [];
  const replaced = versions.filter(({ number }) => number < first.number);
  const before = { tenant: tenantWith(tenant, replaced), at: first.inForceFrom };
  return movedIn(file, before, { tenant, at: now }).filter(({ kept }) => !kept);
}
