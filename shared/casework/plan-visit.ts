import { randomInt } from "node:crypto";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { addDays, type CalendarDay } from "../domain/calendar-day.ts";
import type { PlannedHearing, PlannedVisit } from "../domain/case-events.ts";
import type { VisitPreference } from "../domain/claim-form.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import { dayStatus, type LegalCalendar } from "../domain/legal-calendar.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { Places } from "../storage/places.ts";

/** Where a visit is made: an inspector's round covers one zone a day. */
export type Zone = string;

interface Slot {
  readonly on: CalendarDay;
  readonly from: string;
  readonly to: string;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function slotsOf(on: CalendarDay, hours: { opens: string; closes: string }, minutes: number): readonly Slot[] {
  const slots: Slot[] = [];
  const closes = minutesOf(hours.closes);
  for (let from = minutesOf(hours.opens); from + minutes <= closes; from += minutes)
    slots.push({ on, from: timeOf(from), to: timeOf(from + minutes) });
  return slots;
}

const noon = "12:00";

function suits(preference: VisitPreference, { from, to }: Slot): boolean {
  if (preference === "any") return true;
  return preference === "morning" ? to <= "13:00" : from >= noon;
}

const workingDay = (from: CalendarDay, days: number, calendar: LegalCalendar): CalendarDay =>
  countWorkingDays({ from, days, calendar }).dueDate;

/** After so many refusals a place is taken whoever else has it: a claim is never refused for lack of places. */
const patient = 5;

/** The first of some slots; once somebody took it first, any of them, so that not all want the same again. */
function oneOf(slots: readonly Slot[], attempt: number): Slot | undefined {
  return slots[attempt === 1 || slots.length === 0 ? 0 : randomInt(slots.length)];
}

/** Nobody is visited or called on a day that may not be a working one for them, though the company's terms count it. */
export function isOpenOn(tenant: Tenant, day: CalendarDay): boolean {
  return dayStatus(tenant.calendars.USER.value, day).working;
}

/** How many days past the target a place is looked for: a month of full bands is a matter for the manager. */
const daysPastTarget = 20;

/**
 * A place for a visit in a zone: the first free band from the second working day after `from` to the target day that
 * suits the person, then any free one; with none by the target day, the first free after it, told as late. The returned
 * write takes the place, and refuses when somebody took it meanwhile.
 * @param from the day of filing, or of the visit to repeat
 * @param targetDays working days from `from` (inspection.target_day)
 */
export async function placeForVisit(
  places: Places,
  tenant: Tenant,
  asked: {
    zone: Zone;
    from: CalendarDay;
    targetDays: number;
    preference: VisitPreference;
    inspectionId: string;
    attempt?: number;
  },
): Promise<{ readonly visit: PlannedVisit; readonly write: Write }> {
  const { zone, from, targetDays, preference, inspectionId, attempt = 1 } = asked;
  const { inspection } = lawInForce(tenant, from);
  const calendar = tenant.calendars.COMPANY.value;
  const capacity = tenant.office.visitsPerBand.value;
  const minutes = inspection.windowHours.value * 60;
  const target = workingDay(from, targetDays, calendar);
  const capacityNow = attempt > patient ? undefined : capacity;
  let anyFree: { visit: PlannedVisit; write: Write } | undefined;
  for (let day = Math.min(2, targetDays); day <= targetDays + daysPastTarget; day += 1) {
    const on = workingDay(from, day, calendar);
    const late = on > target;
    if (late && anyFree) return anyFree;
    const of = { kind: "visit", zone, day: on } as const;
    const taken = isOpenOn(tenant, on) ? await places.taken(of) : undefined;
    const free = taken
      ? slotsOf(on, inspection.hours.value, minutes).filter((slot) => (taken.get(slot.from) ?? 0) < capacity)
      : [];
    const placed = (slot: Slot) => ({
      visit: { inspectionId, ...slot, late },
      write: places.take(of, slot.from, capacityNow),
    });
    const chosen = oneOf(
      free.filter((slot) => late || suits(preference, slot)),
      attempt,
    );
    if (chosen) return placed(chosen);
    const [first] = free;
    if (first) anyFree ??= placed(first);
  }
  // Taken all the same: a claim is never refused for lack of places.
  const on = workingDay(from, targetDays + daysPastTarget, calendar);
  const [first = { on, from: "08:00", to: "10:00" }] = slotsOf(on, inspection.hours.value, minutes);
  const of = { kind: "visit", zone, day: on } as const;
  return anyFree ?? { visit: { inspectionId, ...first, late: true }, write: places.take(of, first.from) };
}

/**
 * A time for the hearing: the first free one on the target day, else on one of the five days before it, else the first
 * of the target day all the same.
 */
export async function placeForHearing(
  places: Places,
  tenant: Tenant,
  filedOn: CalendarDay,
  attempt: number,
): Promise<{ readonly hearing: PlannedHearing; readonly write: Write }> {
  const { conciliation } = lawInForce(tenant, filedOn);
  const calendar = tenant.calendars.COMPANY.value;
  const { mode, minutes, ...hours } = tenant.office.hearings.value;
  const zone = tenant.office.code.value;
  const target = conciliation.targetDay.value;
  for (let day = target; day > Math.max(target - 5, 0); day -= 1) {
    const on = workingDay(filedOn, day, calendar);
    if (!isOpenOn(tenant, on)) continue;
    const of = { kind: "hearing", zone, day: on } as const;
    const taken = await places.taken(of);
    const free = oneOf(
      slotsOf(on, hours, minutes).filter((slot) => (taken.get(slot.from) ?? 0) === 0),
      attempt,
    );
    if (free)
      return {
        hearing: { on, at: free.from, mode },
        write: places.take(of, free.from, attempt > patient ? undefined : 1),
      };
  }
  const on = workingDay(filedOn, target, calendar);
  return {
    hearing: { on, at: hours.opens, mode },
    write: places.take({ kind: "hearing", zone, day: on }, hours.opens),
  };
}

/** The first free time of the hearings' hours on a day; nothing where it is no working day for everybody, or is full. */
export async function placeOnDay(
  places: Pick<Places, "taken" | "take">,
  tenant: Tenant,
  on: CalendarDay,
): Promise<{ readonly hearing: PlannedHearing; readonly write: Write } | undefined> {
  if (!isOpenOn(tenant, on)) return undefined;
  const { mode, minutes, ...hours } = tenant.office.hearings.value;
  const of = { kind: "hearing", zone: tenant.office.code.value, day: on } as const;
  const taken = await places.taken(of);
  const free = slotsOf(on, hours, minutes).find((slot) => (taken.get(slot.from) ?? 0) === 0);
  return free && { hearing: { on, at: free.from, mode }, write: places.take(of, free.from, 1) };
}

/** The next place for a visit after its day, up to a day: the first free band of the first open day, by the zone's counter. */
export async function nextVisit(
  places: Pick<Places, "taken" | "take">,
  tenant: Tenant,
  { inspectionId, zone, on: after }: PlannedVisit & { readonly zone: Zone },
  through: CalendarDay,
): Promise<{ readonly planned: PlannedVisit; readonly write: Write } | undefined> {
  const { inspection } = lawInForce(tenant, after);
  const capacity = tenant.office.visitsPerBand.value;
  for (let on = addDays(after, 1); on <= through; on = addDays(on, 1)) {
    if (!isOpenOn(tenant, on)) continue;
    const of = { kind: "visit", zone, day: on } as const;
    const taken = await places.taken(of);
    const free = slotsOf(on, inspection.hours.value, inspection.windowHours.value * 60).find(
      (slot) => (taken.get(slot.from) ?? 0) < capacity,
    );
    if (free) return { planned: { inspectionId, ...free, late: false }, write: places.take(of, free.from, capacity) };
  }
  return undefined;
}

/** The next free hour for a hearing after its day, up to a day. */
export async function nextHearing(
  places: Pick<Places, "taken" | "take">,
  tenant: Tenant,
  after: CalendarDay,
  through: CalendarDay,
): Promise<{ readonly planned: PlannedHearing; readonly write: Write } | undefined> {
  for (let on = addDays(after, 1); on <= through; on = addDays(on, 1)) {
    const placed = await placeOnDay(places, tenant, on);
    if (placed) return { planned: placed.hearing, write: placed.write };
  }
  return undefined;
}
