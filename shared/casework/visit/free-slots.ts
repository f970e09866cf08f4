import { randomInt } from "node:crypto";
import type { VisitPreference } from "../../domain/filing/claim-form.ts";
import { addDays, type CalendarDay, minuteOf } from "../../domain/term/calendar-day.ts";
import { countWorkingDays } from "../../domain/term/due-dates.ts";
import { dayStatus, type LegalCalendar } from "../../domain/term/legal-calendar.ts";
import type { PlannedHearing, PlannedVisit } from "../../domain/visit/appointments.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { AppointmentSlots, SlotsOf } from "../../storage/visit/appointment-slots.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";
import { isScarce, type Scarcity } from "./scarce-slots.ts";

/** The ubigeo a visit is made in: an inspector's round covers one zone a day. */
export type Zone = string;

export interface Slot {
  readonly on: CalendarDay;
  readonly from: string;
  readonly to: string;
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function slotsOf(on: CalendarDay, hours: { opens: string; closes: string }, minutes: number): readonly Slot[] {
  const slots: Slot[] = [];
  const closes = minuteOf(hours.closes);
  for (let from = minuteOf(hours.opens); from + minutes <= closes; from += minutes)
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

/**
 * Returns the last of `days` working days of the company. They are counted from the first working day after `from`.
 * Throws `RangeError` unless `days` is a whole number from 1 to 400.
 */
export function lastDayOf(tenant: Tenant, from: CalendarDay, days: number): CalendarDay {
  return workingDay(from, days, tenant.calendars.COMPANY.value);
}

/** After so many attempts that lost their slot to another write, one is taken even if that exceeds its capacity. */
const attemptsWithinCapacity = 5;

/** Returns whether people may be visited or called on a day: whether the day is a working day of the USER calendar. */
export function isOpenOn(tenant: Tenant, day: CalendarDay): boolean {
  return dayStatus(tenant.calendars.USER.value, day).working;
}

/** The first open day after its filing, or after today, on which a visit or a hearing is given. */
const firstDay = 2;

/** How many working days ahead a slot is looked for: no term to visit is so long. */
const longestTerm = 40;

/** How many open days are looked at if the term leaves none. */
const daysAfterTerm = 5;

/** A slot and how many appointments have it. */
interface TakenSlot {
  readonly slot: Slot;
  readonly of: SlotsOf;
  readonly taken: number;
}

/** A slot that was found. Its write takes it, and fails if its capacity was reached meanwhile. */
interface ChosenSlot {
  readonly slot: Slot;
  readonly write: Write;
  /** Whether every slot looked at was full, so that this appointment exceeds the capacity. */
  readonly full: boolean;
  /** Set if this appointment leaves less than a tenth of the capacity free. */
  readonly scarce?: Scarcity | undefined;
}

/**
 * Returns how many visits the crews of a zone can make in one slot. A zone without crews of its own has the crews of
 * `anyZone`.
 */
export function visitCapacity({ office }: Tenant, zone: Zone): number {
  const { anyZone, zones } = office.crews.value;
  return (zones[zone] ?? anyZone) * office.visitsPerSlot.value;
}

/** The slots of some days and how many appointments have each, in the order of the days. */
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
 * Chooses the first slot that is free and suits, else the first free one. If none is free it chooses the one that the
 * fewest have and exceeds its capacity: no claim is refused for lack of slots. Undefined only if `slots` is empty.
 * @param attempt from the second on, the slot is drawn among that day's, so that concurrent writes do not collide again
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
    write: appointmentSlots.take(of, slot.from, full || attempt > attemptsWithinCapacity ? undefined : capacity),
    full,
    scarce: isScarce(left, slots.length * capacity) ? { kind: of.kind, zone: of.zone, through } : undefined,
  };
}

/** Of the numbered working days after `from`, those that are open by `isOpenOn`, in the order of `days`. */
function openDays(tenant: Tenant, from: CalendarDay, days: readonly number[]): readonly CalendarDay[] {
  const calendar = tenant.calendars.COMPANY.value;
  return days.map((day) => workingDay(from, day, calendar)).filter((day) => isOpenOn(tenant, day));
}

const range = (from: number, through: number): readonly number[] =>
  Array.from({ length: through - from + 1 }, (_, at) => from + at);

/**
 * Finds a slot for a visit on the open days (`isOpenOn`) from the second working day after `from` to `through`,
 * inclusive: the first free one that suits the preference, else the first free one, else the one with the fewest visits
 * (`full`). Without such a day, looks at five open days after `through`, ignores the preference, and the visit is
 * `late`. Writes nothing: `write` takes the slot. Throws `RangeError` if the office has no slots.
 * @param asked `from` is the day of filing, of the visit to repeat, or on which the appointment is given; `through` the
 * last day the visit is due (inspection.target_day). If `attempt` is over 1, a random slot of the chosen day is taken.
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
  const days = openDays(tenant, from, range(firstDay, longestTerm));
  const inTerm = days.filter((day) => day <= through);
  const late = inTerm.length === 0;
  const slots = await slotsTaken(appointmentSlots, of, late ? days.slice(0, daysAfterTerm) : inTerm, hours);
  const chosen = slotAmong(appointmentSlots, slots, capacity, attempt, (slot) => late || suits(preference, slot));
  if (!chosen) throw new RangeError("the office has no slots for visits");
  const { slot, ...taken } = chosen;
  return { visit: { inspectionId, ...slot, late }, ...taken };
}

/**
 * Working days up to the target day of a hearing on which its slot is looked for; before them as many, once all are
 * full.
 */
const hearingDays = 5;

/**
 * Finds a slot for a hearing after `after`: on the open days of the five up to the law's target day, the latest first;
 * if all are full, of the five before too; if none is left, of the second to the sixth day after `after`, the earliest
 * first. Takes the first free one; if none is, the one with fewest hearings (`full`), and only its `write` takes it.
 * Throws `RangeError` if the office has no slots.
 * @param asked the target day is counted from `filedOn`; `after` is the day on which the appointment is given, if that
 * is not the day of filing. If `attempt` is over 1, a random slot of the chosen day is taken.
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
  /** The open days after `after`, of as many working days up to one, the latest first. */
  const upTo = (last: number) =>
    openDays(tenant, filedOn, range(Math.max(last - hearingDays + 1, 1), last).toReversed()).filter(
      (day) => day > after,
    );
  const takenOn = (days: readonly CalendarDay[]) => slotsTaken(appointmentSlots, of, days, hours);
  const aimed = upTo(target);
  const days = aimed.length > 0 ? aimed : openDays(tenant, after, range(firstDay, 1 + daysAfterTerm));
  const slots = await takenOn(days);
  const isFull = slots.every(({ taken }) => taken >= atOnce);
  const earlier = isFull ? await takenOn(upTo(target - hearingDays)) : [];
  const chosen = slotAmong(appointmentSlots, [...slots, ...earlier], atOnce, attempt);
  if (!chosen) throw new RangeError("the office has no slots for hearings");
  const { slot, ...taken } = chosen;
  return { hearing: { on: slot.on, at: slot.from, mode }, ...taken };
}

/**
 * Returns the first free slot for a hearing on a day, in the office's usual mode, and the write that takes it;
 * undefined if the day is not open (`isOpenOn`) or is full.
 */
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

/**
 * Finds the first free slot in the visit's zone, on an open day (`isOpenOn`) after the visit's day and up to `through`,
 * inclusive; undefined if there is none. Writes nothing: the returned `write` takes the slot, and is refused if the
 * slot fills first. Does not give back the visit's old slot. `late` is always false.
 */
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

/**
 * Finds the first free slot for a hearing on a day after `after` and up to `through`, included, in the office's usual
 * mode; undefined if there is none. Writes nothing: `write` takes the slot.
 */
export async function nextHearing(
  appointmentSlots: Pick<AppointmentSlots, "taken" | "take">,
  tenant: Tenant,
  after: CalendarDay,
  through: CalendarDay,
): Promise<{ readonly planned: PlannedHearing; readonly write: Write } | undefined> {
  for (let on = addDays(after, 1); on <= through; on = addDays(on, 1)) {
    const found = await slotOnDay(appointmentSlots, tenant, on);
    if (found) return { planned: found.hearing, write: found.write };
  }
  return undefined;
}

/**
 * Returns the slots for a visit in a zone that have room, on open days (`isOpenOn`) from the second working day after
 * `from` up to `through`, inclusive, in the order of their hours. Empty if there is none. Makes one query for each day.
 */
export async function freeVisitSlots(
  appointmentSlots: Pick<AppointmentSlots, "taken">,
  tenant: Tenant,
  { zone, from, through }: { readonly zone: Zone; readonly from: CalendarDay; readonly through: CalendarDay },
): Promise<readonly Slot[]> {
  const { inspection } = lawInForce(tenant, from);
  const hours = { ...inspection.hours.value, minutes: inspection.windowHours.value * 60 };
  const days = openDays(tenant, from, range(firstDay, longestTerm)).filter((day) => day <= through);
  const slots = await slotsTaken(appointmentSlots, { kind: "visit", zone }, days, hours);
  const capacity = visitCapacity(tenant, zone);
  return slots.filter(({ taken }) => taken < capacity).map(({ slot }) => slot);
}
