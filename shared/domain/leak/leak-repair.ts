import type { EarlierCalendars } from "../case/claim-law.ts";
import { dateOf } from "../receipt/spanish-months.ts";
import { type CalendarDay, daysBetween, limaDay } from "../term/calendar-day.ts";
import { countCalendarDays, countWorkingDays, type DueDate } from "../term/due-dates.ts";
import type { LegalCalendar } from "../term/legal-calendar.ts";

/** The result of a visit to verify a repair. `repairedOn`: the day of the repair, if the user proves it. */
export type RepairVerification = {
  readonly on: CalendarDay;
  readonly repaired: boolean;
  readonly repairedOn?: CalendarDay | undefined;
};

/** The company's requirement to repair a non-visible leak: its term runs from its notice (T23). */
export type RepairRequirement = {
  readonly notifiedOn: CalendarDay;
  readonly verifications: readonly RepairVerification[];
};

export type RepairStatus = "not-required" | RequiredStatus;

type RequiredStatus = "awaiting-repair" | "awaiting-verification" | "repaired-in-time" | "repaired-late" | "persists";

/** The state of a repair: its term with the days counted, and the day by which the company must verify it. */
export type RepairCheck = {
  readonly status: RepairStatus;
  /** The term to repair; absent if the repair is not required. */
  readonly due?: DueDate | undefined;
  /**
   * The working day after the term, on the COMPANY calendar. The visit may be earlier, when the user reports the
   * repair.
   */
  readonly verifyBy?: CalendarDay | undefined;
  readonly explanation: readonly string[];
};

/**
 * The test for a leak that cannot be seen: the meter in m³ with every outlet closed, and again so many minutes later.
 */
export type LeakTest = { readonly before: number; readonly after: number; readonly minutes: number };

/** Returns whether a visit says that a leak is repaired though the meter moved with every outlet closed. */
export function isDisproved({ repaired, before, after }: LeakTest & Pick<RepairVerification, "repaired">): boolean {
  return repaired && after !== before;
}

/** Returns what a leak test measured, as a sentence in Spanish. */
export function leakTestWords({ before, after, minutes }: LeakTest): string {
  return `Con todos los puntos de agua cerrados, el medidor marcó ${before} y ${minutes} minutos después ${after}.`;
}

/** What the visit that verifies a repair must record: the leak test of the digest 3.4, and who saw it. */
export const verificationRecords = [
  "fecha y hora de la visita e inspector",
  "que se cerraron todos los puntos de agua",
  "lectura del medidor antes y después de la prueba, y cuántos minutos duró",
  "si el medidor siguió registrando",
  "qué se reparó y qué prueba mostró el usuario",
  "fotos y firma de quien atendió, o por qué no firmó",
] as const;

/**
 * Returns how a leak's repair stands on `today` (T23); `not-required` without a requirement. The first visit that finds
 * the leak repaired, or that finds it open after the term, decides. Repaired gives `repaired-in-time`, or
 * `repaired-late` if `repairedOn` is after the term. Open gives `persists`, or `repaired-late` if a later visit finds
 * it repaired. Until a visit decides: `awaiting-repair` through the last day of the term, then `awaiting-verification`.
 * @param law the term (digest 7.4) ends on the latest day that `calendars.USER` gives, or a USER calendar of `earlier`
 * that was in force on the day of the notice or later
 */
export function repairCheck(
  requirement: RepairRequirement | undefined,
  today: CalendarDay,
  law: {
    readonly repairCalendarDays: number;
    readonly calendars: { readonly USER: LegalCalendar; readonly COMPANY: LegalCalendar };
    readonly earlier?: readonly EarlierCalendars[] | undefined;
  },
): RepairCheck {
  if (!requirement)
    return { status: "not-required", explanation: ["La empresa aún no ha exigido reparar la fuga no visible."] };
  const { calendars, earlier = [], repairCalendarDays: days } = law;
  const { notifiedOn: from } = requirement;
  const due = earlier
    .filter(({ until }) => limaDay(until) >= from)
    .map((before) => countCalendarDays({ from, days, calendar: before.calendars.USER }))
    .reduce(
      (latest, announced) => (announced.dueDate > latest.dueDate ? announced : latest),
      countCalendarDays({ from, days, calendar: calendars.USER }),
    );
  const verifyBy = countWorkingDays({ from: due.dueDate, days: 1, calendar: calendars.COMPANY }).dueDate;
  const status = statusOf(requirement.verifications, due.dueDate, today);
  const required = `La empresa exigió reparar la fuga no visible con aviso del ${dateOf(requirement.notifiedOn)}; el plazo de ${days} días calendario venció o vence el ${dateOf(due.dueDate)}.`;
  return { status, due, verifyBy, explanation: [required, statusWords(status, requirement.verifications, verifyBy)] };
}

function statusOf(verifications: readonly RepairVerification[], due: CalendarDay, today: CalendarDay): RequiredStatus {
  const inOrder = verifications.toSorted((a, b) => daysBetween(b.on, a.on));
  // A visit within the term that finds the leak open decides nothing: the user still has time.
  const decisive = inOrder.find(({ on, repaired }) => repaired || on > due);
  if (!decisive) return today > due ? "awaiting-verification" : "awaiting-repair";
  if (!decisive.repaired) return inOrder.some(({ repaired }) => repaired) ? "repaired-late" : "persists";
  return decisive.repairedOn && decisive.repairedOn > due ? "repaired-late" : "repaired-in-time";
}

function statusWords(
  status: RequiredStatus,
  verifications: readonly RepairVerification[],
  verifyBy: CalendarDay,
): string {
  const last = verifications.reduce<CalendarDay | undefined>((day, { on }) => (day && day > on ? day : on), undefined);
  const seen = last ? ` (última verificación: ${dateOf(last)})` : "";
  const words: Readonly<Record<RequiredStatus, string>> = {
    "awaiting-repair": `El plazo para reparar sigue abierto${seen}; la empresa debe verificar a más tardar el ${dateOf(verifyBy)}.`,
    "awaiting-verification": `El plazo terminó y la empresa debe verificar la reparación${seen}: su día era o es el ${dateOf(verifyBy)}.`,
    "repaired-in-time": `La empresa verificó que la fuga se reparó dentro del plazo${seen}.`,
    "repaired-late": `La fuga se reparó después del plazo${seen}.`,
    persists: `La empresa verificó que la fuga seguía después del plazo${seen}.`,
  };
  return words[status];
}
