import { type Answer, type Refusal, refused } from "../../contract/refusals.ts";
import { type CaseEvent, entriesOf } from "../../domain/case/case-events.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import { ok } from "../../domain/case/result.ts";
import { awaitsHearing, hearingOf } from "../../domain/conciliation/hearing.ts";
import { isOfClaimant } from "../../domain/counter/act-on-behalf.ts";
import { addDays, type CalendarDay, calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { workingOf } from "../../domain/term/claim-clocks.ts";
import { workingDayBefore } from "../../domain/term/due-dates.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import type { PlannedVisit } from "../../domain/visit/appointments.ts";
import type { AppointmentSlots } from "../../storage/visit/appointment-slots.ts";
import type { StoredVisit, Visits } from "../../storage/visit/visits.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { freeVisitSlots, type Slot, visitCapacity } from "./free-slots.ts";

export interface VisitChoiceDeps {
  readonly tenant: Tenant;
  readonly appointmentSlots: Pick<AppointmentSlots, "taken" | "take" | "giveBack">;
  readonly visits: Pick<Visits, "reschedule">;
}

/** Why a claimant cannot move their visit by themselves. */
export const visitFixedReasons = ["shared", "too-late", "often"] as const;
export type VisitFixed = (typeof visitFixedReasons)[number];

/** What a claimant may do about their visit. */
export interface VisitChoice {
  readonly visit: StoredVisit;
  /** Whether they confirmed this day and hour, or chose them. */
  readonly isConfirmed: boolean;
  /** The last day on which the claimant may move the visit. */
  readonly until: CalendarDay;
  /** How many times they may still move it. */
  readonly left: number;
  /** Why they may not move it; absent if they may. */
  readonly fixed?: VisitFixed | undefined;
  /** The last day to which it may be moved. */
  readonly through: CalendarDay;
}

/**
 * Returns the next visit of a claim, today's included, and what its claimant may do about it. Undefined if no visit is
 * ahead, or if the claim's state asks for none any more. `until` is `visitChanges.daysBefore` working days (USER
 * calendar) before the visit. `fixed` is `shared` if the visit serves several claims, `too-late` if `until` is past, or
 * `often` if the claimant moved visits as many times as the office allows.
 */
export function visitChoice(at: CaseAt, tenant: Tenant): VisitChoice | undefined {
  const { file, claim, now } = at;
  const next = allowedEvents(claim.state);
  if (!next.includes("inspection-reported") && !next.includes("remedied")) return undefined;
  const today = limaDay(now);
  const [visit] = file.visits
    .filter(({ on, reportedAt }) => reportedAt === undefined && on >= today)
    .toSorted((a, b) => (`${a.on} ${a.from}` < `${b.on} ${b.from}` ? -1 : 1));
  if (!visit) return undefined;
  const { daysBefore, times } = tenant.office.visitChanges.value;
  const until = workingDayBefore(visit.on, daysBefore, tenant.calendars.USER.value);
  const left = Math.max(times - movesBy(at.file.events).length, 0);
  const isShared = visit.shares !== undefined || file.served.some(({ of }) => of === visit.inspectionId);
  const fixed = isShared ? "shared" : today > until ? "too-late" : left === 0 ? "often" : undefined;
  return {
    visit,
    isConfirmed: isVisitConfirmed(at.file.events, visit),
    until,
    left,
    fixed,
    through: lastVisitDay(at, visit),
  };
}

function movesBy(events: readonly CaseEvent[]) {
  return entriesOf(events, "visit-moved").filter(isOfClaimant);
}

/** Returns whether the claimant confirmed the day and hour that a visit has now, or chose them. */
export function isVisitConfirmed(
  events: readonly CaseEvent[],
  { inspectionId, on, from }: Pick<PlannedVisit, "inspectionId" | "on" | "from">,
): boolean {
  const isSame = (one: { readonly inspectionId: string; readonly on: string; readonly from: string }) =>
    one.inspectionId === inspectionId && one.on === on && one.from === from;
  return (
    entriesOf(events, "visit-confirmed").some(({ details }) => isSame(details)) ||
    movesBy(events).some(({ details }) => isSame(details.visit))
  );
}

/**
 * The last day to which a visit may be moved: that of its term (T06), or its own if that is later, and always before a
 * hearing still to come. So a claimant's choice delays neither the hearing nor the decision.
 */
function lastVisitDay({ file, claim, law }: CaseAt, { on }: PlannedVisit): CalendarDay {
  const term = workingOf("T06", claim, law)?.dueDate ?? on;
  const last = term > on ? term : on;
  const hearing = awaitsHearing(claim.state) ? hearingOf(file.events) : undefined;
  if (!hearing || last < hearing.on) return last;
  const before = addDays(calendarDay(hearing.on), -1);
  return before > on ? before : on;
}

/**
 * Returns the free slots to which a claimant may move their visit, without the slot it has: in its zone, from the
 * second working day after today up to `through`, inclusive. Empty if the visit is `fixed`.
 */
export async function slotsToChoose(
  { appointmentSlots, tenant }: Pick<VisitChoiceDeps, "appointmentSlots" | "tenant">,
  { visit, fixed, through }: VisitChoice,
  now: string,
): Promise<readonly Slot[]> {
  if (fixed) return [];
  const asked = { zone: visit.zone, from: limaDay(now), through };
  const slots = await freeVisitSlots(appointmentSlots, tenant, asked);
  return slots.filter(({ on, from }) => on !== visit.on || from !== visit.from);
}

/**
 * Returns the decision that records `visit-confirmed`. It has no entries if the visit is confirmed already. Refuses
 * `not-now` if no visit of the claim is ahead, or if the next one is not the visit, day and hour in `seen`.
 */
export function visitConfirmation(
  tenant: Tenant,
  { by, taken }: ActWriter,
  at: CaseAt,
  seen: { readonly inspectionId: string; readonly on: string; readonly from: string },
): Answer<Decision, "not-now"> {
  const choice = visitChoice(at, tenant);
  const { inspectionId, on, from } = choice?.visit ?? {};
  if (!choice || inspectionId !== seen.inspectionId || on !== seen.on || from !== seen.from) return changed();
  if (choice.isConfirmed) return ok({ entries: [] });
  const details = { inspectionId, on: choice.visit.on, from, ...(taken && { taken }) };
  return ok({ entries: [{ type: "visit-confirmed", effectiveAt: at.now, by, details }] });
}

/**
 * Returns the decision that records `visit-moved` to the wanted slot. Its writes take that slot, give the earlier one
 * back, and take the inspector off the visit, for a new assignment. It has no entries if the visit has that slot
 * already. Refuses `not-now` if `inspectionId` is not the claim's next visit, if the visit may not be moved any more,
 * or if the slot is not free.
 */
export async function visitMove(
  deps: VisitChoiceDeps,
  { by, taken }: ActWriter,
  at: CaseAt,
  wanted: { readonly inspectionId: string; readonly on: string; readonly from: string },
): Promise<Answer<Decision, "not-now">> {
  const { tenant, appointmentSlots, visits } = deps;
  const choice = visitChoice(at, tenant);
  if (!choice || choice.visit.inspectionId !== wanted.inspectionId) return changed();
  const { visit, fixed, until } = choice;
  if (visit.on === wanted.on && visit.from === wanted.from) return ok({ entries: [] });
  if (fixed)
    return refused("not-now", {
      detail: by.kind === "staff" ? staffSentence(fixed, until) : `${fixedSentence(fixed, until)} ${callUs(tenant)}`,
    });
  const slot = (await slotsToChoose(deps, choice, at.now)).find(
    ({ on, from }) => on === wanted.on && from === wanted.from,
  );
  if (!slot) return refused("not-now", { detail: "Ese horario ya no está libre. Elige otro de la lista." });
  const planned: PlannedVisit = { inspectionId: visit.inspectionId, ...slot, late: visit.late };
  const of = { kind: "visit", zone: visit.zone } as const;
  return ok({
    entries: [
      {
        type: "visit-moved",
        effectiveAt: at.now,
        by,
        details: { before: visit.on, visit: planned, ...(taken && { taken }) },
      },
    ],
    also: [
      appointmentSlots.take({ ...of, day: slot.on }, slot.from, visitCapacity(tenant, visit.zone)),
      appointmentSlots.giveBack({ ...of, day: visit.on }, visit.from),
      visits.reschedule(visit, planned),
    ],
  });
}

function fixedSentence(fixed: VisitFixed, until: CalendarDay): string {
  if (fixed === "shared") return "Esta visita sirve para más de un reclamo, y por eso no se cambia por aquí.";
  if (fixed === "too-late") return `Podías cambiar la visita hasta el ${longDate(until)}.`;
  return "Ya cambiaste la visita las veces que se puede por aquí.";
}

/** Why staff cannot move it for the claimant either: the limits are those of the claimant. */
function staffSentence(fixed: VisitFixed, until: CalendarDay): string {
  if (fixed === "shared") return "Esta visita sirve para más de un reclamo, y por eso no se cambia.";
  if (fixed === "too-late") return `La visita se podía cambiar hasta el ${longDate(until)}.`;
  return "La visita ya se cambió las veces que se puede.";
}

const callUs = ({ contact }: Tenant): string => `Si no puedes ese día, llámanos al ${contact.telephone.value}.`;

function changed(): Refusal<"not-now"> {
  return refused("not-now", { detail: "La visita cambió, o ya no hace falta. Carga la página otra vez." });
}
