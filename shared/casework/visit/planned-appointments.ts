import type { CaseNote } from "../../domain/case/case-events.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import { asksVisit, type ClaimType, visitTarget } from "../../domain/case/claim-types.ts";
import type { VisitPreference } from "../../domain/filing/claim-form.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { PlannedHearing, PlannedVisit, WaitingAppointments } from "../../domain/visit/appointments.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { AppointmentSlots } from "../../storage/visit/appointment-slots.ts";
import type { Visits } from "../../storage/visit/visits.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { CaseLaw } from "../case/claim-law.ts";
import { isOpenOn, lastDayOf, slotForHearing, slotForVisit, type Zone } from "./free-slots.ts";
import { scarceAlerts } from "./scarce-slots.ts";
import { type SharedVisitDeps, visitToShare } from "./shared-visit.ts";

export interface AppointmentDeps extends SharedVisitDeps {
  readonly visits: Pick<Visits, "plan">;
  readonly appointmentSlots: AppointmentSlots;
}

interface AskingAppointments {
  readonly claimId: string;
  readonly claimType: ClaimType;
  readonly filedOn: CalendarDay;
  readonly now: string;
}

/** The visit and hearing of a new claim, if it has them, the days of both, and the notes and writes that go with it. */
export interface Planned {
  readonly visit?: PlannedVisit | undefined;
  readonly hearing?: PlannedHearing | undefined;
  readonly inspectionOn?: CalendarDay | undefined;
  readonly hearingOn: CalendarDay;
  readonly notes: readonly CaseNote[];
  readonly also: readonly Write[];
}

const atFiling = { kind: "system", name: "file-claim" } as const;

/**
 * Returns the plan of a new claim that must wait for its visit and hearing: no slot is taken. `inspectionOn` and
 * `hearingOn` are the last days of the terms to hold the visit (T06) and the hearing (T07); `inspectionOn` is absent if
 * the claim's type asks for no visit. The note `appointments-waiting` has the content of `waits` and `giveBy`, the last
 * day on which both can still be given in time. Writes nothing.
 */
export function unplanned(
  tenant: Tenant,
  { claimTypes, inspection, conciliation }: CaseLaw,
  { filedOn, claimType, now: effectiveAt }: AskingAppointments,
  waits: Omit<WaitingAppointments, "giveBy">,
): Planned {
  const isVisited = asksVisit(claimTypes[claimType]);
  const visitDays = visitTarget(claimType, inspection);
  const giveBy = lastGiving(tenant, filedOn, isVisited ? visitDays : conciliation.targetDay);
  return {
    ...(isVisited && { inspectionOn: lastDayOf(tenant, filedOn, visitDays) }),
    hearingOn: lastDayOf(tenant, filedOn, conciliation.targetDay),
    notes: [{ type: "appointments-waiting", effectiveAt, by: atFiling, details: { giveBy, ...waits } }],
    also: [],
  };
}

/** A visit to plan. */
export interface AskedVisit {
  readonly claimId: string;
  readonly supplyCode: string;
  readonly claimType: ClaimType;
  readonly inspectionId: string;
  readonly zone: Zone;
  readonly preference: VisitPreference;
  /** The day of filing, or on which the visit is given. */
  readonly from: CalendarDay;
  /** The last day it is due. */
  readonly through: CalendarDay;
  /** An earlier last day, kept to if a slot is free by then. */
  readonly soonBy?: CalendarDay | undefined;
  /** Claims of the supply that its index may not show yet. */
  readonly alsoAmong?: readonly string[] | undefined;
  /** Whether neither receipts nor register have the supply: its visit is shared with no other claim. */
  readonly isSupplyUnknown?: boolean | undefined;
  readonly by: Actor;
  readonly now: string;
  /** Counted from 1: from the second on the slot is drawn, so that concurrent writes do not collide again. */
  readonly attempt?: number | undefined;
}

/** A planned visit, with its notes (such as an alert that slots run out) and its writes. */
interface AppointedVisit {
  readonly visit: PlannedVisit;
  readonly notes: readonly CaseNote[];
  readonly also: readonly Write[];
}

/**
 * Plans a visit. If another open claim of the supply has a visit that serves this claim too, shares that visit (note
 * `visit-shared`) and takes no slot. Otherwise takes a free slot by `soonBy` if there is one, and else a free slot by
 * `through`. If none is free, takes a full slot; if no day is left by `through`, a slot on a later day. The notes alert
 * the manager to a late visit and to slots that run out. Writes nothing: the returned writes record the visit.
 */
export async function appointedVisit(deps: AppointmentDeps, asked: AskedVisit): Promise<AppointedVisit> {
  const { appointmentSlots, tenant, visits } = deps;
  const { claimId, inspectionId, zone, from, through, soonBy, by, now } = asked;
  const common = asked.isSupplyUnknown
    ? undefined
    : await visitToShare(deps, { ...asked, earliest: lastDayOf(tenant, from, 2) });
  if (common) {
    const visit = { ...common.visit, inspectionId };
    const details = { inspectionId, with: common.with };
    return {
      visit,
      notes: [{ type: "visit-shared", effectiveAt: now, by, details }],
      also: visits.plan({ ...visit, claimId, zone, shares: common.shares }),
    };
  }
  const soon = soonBy && (await slotForVisit(appointmentSlots, tenant, { ...asked, through: soonBy }));
  const found =
    soon && !soon.visit.late && !soon.full ? soon : await slotForVisit(appointmentSlots, tenant, { ...asked, through });
  const { visit, write, scarce } = found;
  const scarcity = await scarceAlerts(appointmentSlots, [scarce], { by, today: limaDay(now), now });
  return {
    visit,
    notes: [...(visit.late ? [noSlotInTime(by, now)] : []), ...scarcity.notes],
    also: [write, ...visits.plan({ ...visit, claimId, zone }), ...scarcity.also],
  };
}

/**
 * Returns the last day on which appointments can be given in a term of `days` working days: two before its last open
 * day; the day of filing if it has no more than two.
 */
function lastGiving(tenant: Tenant, filedOn: CalendarDay, days: number): CalendarDay {
  let last = days;
  while (last > 2 && !isOpenOn(tenant, lastDayOf(tenant, filedOn, last))) last -= 1;
  return last > 2 ? lastDayOf(tenant, filedOn, last - 2) : filedOn;
}

/**
 * Plans the hearing of a new claim, and its visit if its type asks for one. Each takes a free slot within its term, or
 * a full slot if none is free. The visit may instead share the visit of another open claim of the supply. Writes
 * nothing: the returned writes take the slots, and fail if another write fills one first. The notes alert the manager
 * to a late visit and to slots that run out.
 */
export async function plannedFor(
  deps: AppointmentDeps,
  law: CaseLaw,
  asked: AskingAppointments &
    Pick<AskedVisit, "supplyCode" | "zone" | "preference" | "alsoAmong" | "isSupplyUnknown"> & {
      /**
       * Whether the visit should be by the last day to correct what is observed at filing, if a slot is free by then.
       */
      readonly isVisitSoon: boolean;
      readonly attempt: number;
    },
): Promise<Planned> {
  const { appointmentSlots, tenant } = deps;
  const { claimId, claimType, filedOn, now, isVisitSoon, attempt } = asked;
  const dayOf = (days: number): CalendarDay => lastDayOf(tenant, filedOn, days);
  const [found, { hearing, write, scarce }] = await Promise.all([
    asksVisit(law.claimTypes[claimType])
      ? appointedVisit(deps, {
          ...asked,
          inspectionId: `${claimId}-1`,
          from: filedOn,
          through: dayOf(visitTarget(claimType, law.inspection)),
          soonBy: isVisitSoon ? dayOf(law.claim.remedyDays) : undefined,
          by: atFiling,
        })
      : undefined,
    slotForHearing(appointmentSlots, tenant, { filedOn, attempt }),
  ]);
  const scarcity = await scarceAlerts(appointmentSlots, [scarce], { by: atFiling, today: limaDay(now), now });
  return {
    visit: found?.visit,
    hearing,
    inspectionOn: found?.visit.on,
    hearingOn: hearing.on,
    notes: [...(found?.notes ?? []), ...scarcity.notes],
    also: [...(found?.also ?? []), write, ...scarcity.also],
  };
}

function noSlotInTime(by: Actor, now: string): CaseNote {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by,
    details: { reason: "No hay lugar para la visita dentro del plazo: quedó en el primero después." },
  };
}
