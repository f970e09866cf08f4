import { type CalendarDay, calendarDay } from "../../shared/domain/term/calendar-day.ts";
import type { CalendarId, DecreedDay, LegalCalendar, YearlyHoliday } from "../../shared/domain/term/legal-calendar.ts";

/** The day of the seed. Afterwards the calendars are in the table and change on the desk. */
export const seededOn = calendarDay("2026-11-24");
const recordedAt = seededOn;
const version = `semilla-${recordedAt}`;

// S36 of the digest's sources (docs/domain/regulation.md). The first years are general knowledge.
const labourAct = "DLeg 713, art. 6";
const laterLaw = "Ley posterior al DLeg 713";

function national(
  name: string,
  on: YearlyHoliday["on"],
  { fromYear, source }: Pick<YearlyHoliday, "fromYear" | "source"> = { fromYear: 1992, source: labourAct },
): YearlyHoliday {
  return { reason: "national-holiday", name, on, fromYear, source, recordedAt };
}

const nationalHolidays: readonly YearlyHoliday[] = [
  national("Año Nuevo", { monthDay: "01-01" }),
  national("Jueves Santo", { daysFromEaster: -3 }),
  national("Viernes Santo", { daysFromEaster: -2 }),
  national("Día del Trabajo", { monthDay: "05-01" }),
  national("Batalla de Arica y Día de la Bandera", { monthDay: "06-07" }, { fromYear: 2024, source: laterLaw }),
  national("San Pedro y San Pablo", { monthDay: "06-29" }),
  national("Día de la Fuerza Aérea", { monthDay: "07-23" }, { fromYear: 2023, source: laterLaw }),
  national("Fiestas Patrias", { monthDay: "07-28" }),
  national("Fiestas Patrias", { monthDay: "07-29" }),
  national("Batalla de Junín", { monthDay: "08-06" }, { fromYear: 2022, source: laterLaw }),
  national("Santa Rosa de Lima", { monthDay: "08-30" }),
  national("Combate de Angamos", { monthDay: "10-08" }),
  national("Todos los Santos", { monthDay: "11-01" }),
  national("Inmaculada Concepción", { monthDay: "12-08" }),
  national("Batalla de Ayacucho", { monthDay: "12-09" }, { fromYear: 2022, source: laterLaw }),
  national("Navidad", { monthDay: "12-25" }),
];

const regionalHolidays: readonly YearlyHoliday[] = [
  {
    reason: "regional-holiday",
    name: "Aniversario de Moquegua",
    on: { monthDay: "11-25" },
    fromYear: 1985,
    // S40; its first year is that of the decree.
    source: "DS 093-85-PCM, provincia de Mariscal Nieto",
    recordedAt,
  },
];

// S37, S38 and S39.
const decrees: readonly { source: string; dates: readonly CalendarDay[] }[] = [
  { source: "DS 151-2022-PCM", dates: ["2024-01-02"].map(calendarDay) },
  {
    source: "DS 011-2024-PCM",
    dates: ["2024-07-26", "2024-10-07", "2024-12-06", "2024-12-23", "2024-12-24", "2024-12-30", "2024-12-31"].map(
      calendarDay,
    ),
  },
  { source: "DS 042-2025-PCM", dates: ["2025-05-02", "2025-12-26", "2026-01-02"].map(calendarDay) },
];

const decreedDays: readonly DecreedDay[] = decrees.flatMap(({ source, dates }) =>
  dates.map((date) => ({
    reason: "decreed",
    name: "Día no laborable del sector público",
    date,
    source,
    recordedAt,
  })),
);

/** The two calendars of the seed (digest 5.2 to 5.4, 5.7). */
export const calendars: Readonly<Record<CalendarId, LegalCalendar>> = {
  COMPANY: { id: "COMPANY", version, nonWorking: nationalHolidays },
  USER: { id: "USER", version, nonWorking: [...nationalHolidays, ...regionalHolidays, ...decreedDays] },
};
