import { randomInt } from "node:crypto";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { addDays, type CalendarDay } from "../domain/calendar-day.ts";
import type { PlannedHearing, PlannedVisit } from "../domain/case-events.ts";
import type { VisitPreference } from "../domain/claim-form.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import { dayStatus, type LegalCalendar } from "../domain/legal-calendar.ts";
import type { AppointmentSlots, SlotsOf } from "../storage/appointment-slots.ts";
import type { Write } from "../storage/dynamodb.ts";

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

/** The last of so many working days of the company. */
export function lastDayOf(tenant: Tenant, from: CalendarDay, days: number): CalendarDay {
  return workingDay(from, days, tenant.calendars.COMPANY.value);
}

/** After so many refusals a place is taken whoever else has it. */
const patient = 5;

/** Nobody is visited or called on a day that may not be a working one for them, though the company's terms count it. */
export function isOpenOn(tenant: Tenant, day: CalendarDay): boolean {
  return dayStatus(tenant.calendars.USER.value, day).working;
}

/** Working days a place is looked for in, at the most: no term to visit is so long. */
const longestTerm = 40;

/** Of them, those looked at where the term is over. */
const daysAfterTerm = 5;

/** Of the places of a term: when fewer are free, the manager still has the days before it to add crews, or hours. */
const scarceShare = 0.1;

/** A band or an hour with how many have it. */
interface TakenSlot {
  readonly slot: Slot;
  readonly of: SlotsOf;
  readonly taken: number;
}

/** A place that was found: the write takes it, and refuses when somebody took it meanwhile. */
interface ChosenSlot {
  readonly slot: Slot;
  readonly write: Write;
  /** Every place of the term was taken: it is one more than the office can hold at that time. */
  readonly full: boolean;
  /** Where less than a tenth of the places of the term is free with it taken. */
  readonly scarce?: Scarcity | undefined;
}

/** Places that run out: what for, where, and the last day of those that were looked at. */
export interface Scarcity extends Pick<SlotsOf, "kind" | "zone"> {
  readonly through: CalendarDay;
}

/** Visits that the crews of a zone make in one band. */
export function visitCapacity({ office }: Tenant, zone: Zone): number {
  const { anyZone, zones } = office.crews.value;
  return (zones[zone] ?? anyZone) * office.visitsPerSlot.value;
}

/** The bands or hours of some days with how many have each, in the order of the days. */
async function slotsTaken(
  appointmentSlots: Pick<AppointmentSlots, "taken">,
  of: Omit<SlotsOf, "day">,
  days: readonly CalendarDay[],
  hours: { readonly opens: string; readonly closes: string; readonly minutes: number },
): Promise<readonly TakenSlot[]> {
  const ofDays = await Promise.all(
    days.map(async (day) => {
      const ofDay = { ...of, day };
      const taken = await appointmentSlots.taken(ofDay);
      return slotsOf(day, hours, hours.minutes).map((slot) => ({ slot, of: ofDay, taken: taken.get(slot.from) ?? 0 }));
    }),
  );
  return ofDays.flat();
}

/**
 * A place among some slots: of the first day that has a free one which suits, else of the first that has a free one; with
 * none free, the one that the fewest have, taken all the same, for a claim is never refused for lack of places.
 * @param attempt from the second on any free one of that day, so that those who were refused together part
 */
function slotAmong(
  appointmentSlots: Pick<AppointmentSlots, "take">,
  slots: readonly TakenSlot[],
  capacity: number,
  attempt: number,
  isSuiting: (slot: Slot) => boolean = () => true,
): ChosenSlot | undefined {
  const free = slots.filter(({ taken }) => taken < capacity);
  const suiting = free.filter(({ slot }) => isSuiting(slot));
  const wanted = suiting.length > 0 ? suiting : free;
  const least = Math.min(...slots.map(({ taken }) => taken));
  const among = wanted.length > 0 ? wanted : slots.filter(({ taken }) => taken === least);
  const sameDay = among.filter(({ slot }) => slot.on === among[0]?.slot.on);
  const chosen = sameDay[attempt === 1 ? 0 : randomInt(Math.max(sameDay.length, 1))];
  if (!chosen) return undefined;
  const { slot, of } = chosen;
  const full = wanted.length === 0;
  const left = free.reduce((sum, { taken }) => sum + capacity - taken, 0) - 1;
  const through =
    slots
      .map((one) => one.slot.on)
      .toSorted()
      .at(-1) ?? slot.on;
  return {
    slot,
    write: appointmentSlots.take(of, slot.from, full || attempt > patient ? undefined : capacity),
    full,
    scarce: left < scarceShare * slots.length * capacity ? { kind: of.kind, zone: of.zone, through } : undefined,
  };
}

/** The days on which everybody works among those of a term, in its order. */
function openDays(tenant: Tenant, from: CalendarDay, days: readonly number[]): readonly CalendarDay[] {
  const calendar = tenant.calendars.COMPANY.value;
  return days.map((day) => workingDay(from, day, calendar)).filter((day) => isOpenOn(tenant, day));
}

const range = (from: number, through: number): readonly number[] =>
  Array.from({ length: through - from + 1 }, (_, at) => from + at);

/**
 * A place for a visit in a zone, from the second working day after `from` through the last day it is due: the first free
 * band that suits the person, else the first free one, else the one that the fewest have. Where the term leaves no day
 * that everybody works, it is on the first one after it, and late.
 * @param from the day of filing, of the visit to repeat, or of the word that gives the place
 * @param through the last day it is due (inspection.target_day)
 */
export async function slotForVisit(
  appointmentSlots: Pick<AppointmentSlots, "taken" | "take">,
  tenant: Tenant,
  asked: {
    zone: Zone;
    from: CalendarDay;
    through: CalendarDay;
    preference: VisitPreference;
    inspectionId: string;
    attempt?: number | undefined;
  },
): Promise<Omit<ChosenSlot, "slot"> & { readonly visit: PlannedVisit }> {
  const { zone, from, through, preference, inspectionId, attempt = 1 } = asked;
  const { inspection } = lawInForce(tenant, from);
  const hours = { ...inspection.hours.value, minutes: inspection.windowHours.value * 60 };
  const of = { kind: "visit", zone } as const;
  const capacity = visitCapacity(tenant, zone);
  const days = openDays(tenant, from, range(2, longestTerm));
  const inTerm = days.filter((day) => day <= through);
  const late = inTerm.length === 0;
  const slots = await slotsTaken(appointmentSlots, of, late ? days.slice(0, daysAfterTerm) : inTerm, hours);
  const chosen = slotAmong(appointmentSlots, slots, capacity, attempt, (slot) => late || suits(preference, slot));
  if (!chosen) throw new RangeError("an office that visits nobody");
  const { slot, ...taken } = chosen;
  return { visit: { inspectionId, ...slot, late }, ...taken };
}

/**
 * A time for the hearing: the first free one on the target day, else on one of the four working days before it; with none
 * free, the one of those days that the fewest have. Where those days are over, one of the first days left.
 * @param after the day it is given, where that is not the day of filing
 */
export async function slotForHearing(
  appointmentSlots: Pick<AppointmentSlots, "taken" | "take">,
  tenant: Tenant,
  { filedOn, after = filedOn, attempt }: { filedOn: CalendarDay; after?: CalendarDay; attempt: number },
): Promise<Omit<ChosenSlot, "slot"> & { readonly hearing: PlannedHearing }> {
  const { conciliation } = lawInForce(tenant, filedOn);
  const { mode, atOnce, ...hours } = tenant.office.hearings.value;
  const target = conciliation.targetDay.value;
  const of = { kind: "hearing", zone: tenant.office.code.value } as const;
  const aimed = openDays(tenant, filedOn, range(Math.max(target - 4, 1), target).toReversed());
  const left = aimed.filter((day) => day > after);
  const days = left.length > 0 ? left : openDays(tenant, after, range(2, 1 + daysAfterTerm));
  const chosen = slotAmong(appointmentSlots, await slotsTaken(appointmentSlots, of, days, hours), atOnce, attempt);
  if (!chosen) throw new RangeError("an office that hears nobody");
  const { slot, ...taken } = chosen;
  return { hearing: { on: slot.on, at: slot.from, mode }, ...taken };
}

/** The first free time of the hearings' hours on a day; nothing where it is no working day for everybody, or is full. */
export async function slotOnDay(
  appointmentSlots: Pick<AppointmentSlots, "taken" | "take">,
  tenant: Tenant,
  on: CalendarDay,
): Promise<{ readonly hearing: PlannedHearing; readonly write: Write } | undefined> {
  if (!isOpenOn(tenant, on)) return undefined;
  const { mode, minutes, atOnce, ...hours } = tenant.office.hearings.value;
  const of = { kind: "hearing", zone: tenant.office.code.value, day: on } as const;
  const taken = await appointmentSlots.taken(of);
  const free = slotsOf(on, hours, minutes).find((slot) => (taken.get(slot.from) ?? 0) < atOnce);
  return free && { hearing: { on, at: free.from, mode }, write: appointmentSlots.take(of, free.from, atOnce) };
}

/** The next place for a visit after its day, up to a day: the first free band of the first open day, by the zone's counter. */
export async function nextVisit(
  appointmentSlots: Pick<AppointmentSlots, "taken" | "take">,
  tenant: Tenant,
  { inspectionId, zone, on: after }: PlannedVisit & { readonly zone: Zone },
  through: CalendarDay,
): Promise<{ readonly planned: PlannedVisit; readonly write: Write } | undefined> {
  const { inspection } = lawInForce(tenant, after);
  const capacity = visitCapacity(tenant, zone);
  for (let on = addDays(after, 1); on <= through; on = addDays(on, 1)) {
    if (!isOpenOn(tenant, on)) continue;
    const of = { kind: "visit", zone, day: on } as const;
    const taken = await appointmentSlots.taken(of);
    const free = slotsOf(on, inspection.hours.value, inspection.windowHours.value * 60).find(
      (slot) => (taken.get(slot.from) ?? 0) < capacity,
    );
    if (free)
      return { planned: { inspectionId, ...free, late: false }, write: appointmentSlots.take(of, free.from, capacity) };
  }
  return undefined;
}

/** The next free hour for a hearing after its day, up to a day. */
export async function nextHearing(
  appointmentSlots: Pick<AppointmentSlots, "taken" | "take">,
  tenant: Tenant,
  after: CalendarDay,
  through: CalendarDay,
): Promise<{ readonly planned: PlannedHearing; readonly write: Write } | undefined> {
  for (let on = addDays(after, 1); on <= through; on = addDays(on, 1)) {
    const placed = await slotOnDay(appointmentSlots, tenant, on);
    if (placed) return { planned: placed.hearing, write: placed.write };
  }
  return undefined;
}
