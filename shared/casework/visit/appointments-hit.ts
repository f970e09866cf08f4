import type { CaseFact, CaseNote } from "../../domain/case/case-events.ts";
import { lastHearingDay } from "../../domain/case/claim.ts";
import { hearingDay, instanceOf } from "../../domain/case/claim-instance.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import { hearingOf } from "../../domain/conciliation/hearing.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import type { PlannedHearing, PlannedVisit } from "../../domain/visit/appointments.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { AppointmentSlots } from "../../storage/visit/appointment-slots.ts";
import type { StoredVisit, Visits } from "../../storage/visit/visits.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { CaseAt } from "../case/case-at.ts";
import { isOpenOn, nextHearing, nextVisit } from "./free-slots.ts";

/** `tenant` already has the changed calendars. */
interface CalendarHitDeps {
  readonly tenant: Tenant;
  readonly appointmentSlots: Pick<AppointmentSlots, "taken" | "take">;
  readonly caseFiles: Pick<CaseFiles, "read">;
}

/**
 * A visit or hearing on a day that a calendar change made a day off, and its new slot. Without `after` no slot is free,
 * and the manager must find one.
 */
export interface AppointmentsHit<Planned = PlannedVisit | PlannedHearing> {
  /** The day it is on now. */
  readonly before: CalendarDay;
  /** `write` takes the slot; absent if the visit shares another claim's visit. */
  readonly after?: { readonly planned: Planned; readonly write?: Write } | undefined;
}

/** The appointments of a claim that a calendar change hits. */
export interface Appointments {
  readonly hearing?: AppointmentsHit<PlannedHearing> | undefined;
  readonly visits: readonly (AppointmentsHit<PlannedVisit> & { readonly visit: StoredVisit })[];
}

/**
 * Returns a claim's hearing and visits that are still to be held and fall on a day off (USER calendar), each with its
 * next free slot (`after`). A hearing can move up to the last day allowed for hearings; a visit, up to the day of the
 * hearing or, if no hearing is to come, up to that last day. `after` is absent if no slot is free by then, and for the
 * hearing of a claim in `hearing-due`. A visit shared with another claim takes the slot of the other visit.
 */
export async function appointmentsHitOf(deps: CalendarHitDeps, at: CaseAt): Promise<Appointments> {
  const { tenant, appointmentSlots } = deps;
  const { file, claim, law, now } = at;
  const today = limaDay(now);
  const last = lastHearingDay(claim, law);
  const isHit = (on: CalendarDay): boolean => on >= today && !isOpenOn(tenant, on);
  const set = hearingDay(instanceOf(claim, law));
  const planned = hearingOf(file.events);
  const isSet = allowedEvents(claim.state).includes("hearing-moved") || claim.state === "hearing-due";
  const movable = claim.state !== "hearing-due";
  const hearing: Appointments["hearing"] =
    set !== undefined && planned && isSet && isHit(set)
      ? {
          before: set,
          after: movable ? await inMode(planned.mode, nextHearing(appointmentSlots, tenant, set, last)) : undefined,
        }
      : undefined;
  if (!allowedEvents(claim.state).includes("inspection-reported")) return { hearing, visits: [] };
  const heldOn = hearing?.after?.planned.on ?? set;
  const through = heldOn !== undefined && heldOn > today && heldOn < last ? heldOn : last;
  const visits: Appointments["visits"][number][] = [];
  for (const visit of file.visits)
    if (visit.reportedAt === undefined && isHit(visit.on))
      visits.push({ visit, before: visit.on, after: await nextOf(deps, visit, through) });
  return { hearing, visits };
}

/** The new slot of a hearing, held the way it was to be held before. */
async function inMode(mode: PlannedHearing["mode"], next: ReturnType<typeof nextHearing>) {
  const found = await next;
  return found && { ...found, planned: { ...found.planned, mode } };
}

/**
 * A shared visit follows the other claim's visit and takes no slot; if that one has no new day, it gets a slot of its
 * own.
 */
async function nextOf(
  { tenant, appointmentSlots, caseFiles }: CalendarHitDeps,
  visit: StoredVisit,
  through: CalendarDay,
) {
  const { shares, inspectionId } = visit;
  const other = shares && (await caseFiles.read(shares.claimId));
  const moved = other?.visits.find((one) => one.inspectionId === shares?.inspectionId);
  if (!moved || moved.reportedAt !== undefined || moved.on > through || !isOpenOn(tenant, moved.on))
    return nextVisit(appointmentSlots, tenant, visit, through);
  const { on, from, to, late } = moved;
  return { planned: { inspectionId, on, from, to, late } };
}

const by = { kind: "system", name: "sweep" } as const;

/**
 * Returns the entries and writes that move visits and a hearing to their new slots (`after`). Each has the entry
 * `visit-moved` or `hearing-moved`; without a new slot, the entry is `manager-alerted`, which asks the manager to find
 * a day. All entries are recorded by the system, in effect at `effectiveAt`. Both lists are empty without visits and
 * hearing.
 */
export function movingAppointmentsHit(
  { visits: visitWrites }: { readonly visits: Pick<Visits, "move"> },
  { hearing, visits }: Appointments,
  effectiveAt: string,
): { readonly entries: readonly (CaseFact | CaseNote)[]; readonly also: readonly Write[] } {
  const alert = (what: string, before: CalendarDay): CaseNote => ({
    type: "manager-alerted",
    effectiveAt,
    by,
    details: {
      reason: `${what} del ${longDate(before)} cae en un día que ya no se trabaja, y no hay otro lugar dentro del plazo: dele una fecha.`,
    },
  });
  const entries: (CaseFact | CaseNote)[] = [];
  const also: Write[] = [];
  for (const { visit, before, after } of visits) {
    if (!after) {
      entries.push(alert("La visita", before));
      continue;
    }
    entries.push({ type: "visit-moved", effectiveAt, by, details: { before, visit: after.planned } });
    also.push(...(after.write ? [after.write] : []), visitWrites.move(visit, after.planned));
  }
  if (hearing && !hearing.after) entries.push(alert("La audiencia", hearing.before));
  if (hearing?.after) {
    const { planned } = hearing.after;
    const details = { hearing: planned };
    entries.push({ type: "hearing-moved", effectiveAt, by, hearingOn: planned.on, reason: "calendar", details });
    if (hearing.after.write) also.push(hearing.after.write);
  }
  return { entries, also };
}
