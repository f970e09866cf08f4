/**
 * The days from 2020 to 2037, one row each, written from the digest (5.2 to 5.4, 5.7) and from nothing of the engine:
 * weekdays are carried from row to row, Easter is a list of dates, each holiday has its first year. The last two years
 * are there for terms that begin in 2035.
 */

export type Unworked = "weekend" | "holiday" | "regional" | "decree" | "suspended";

export interface Row {
  readonly iso: string;
  /** Why nobody's terms run that day; absent if they do. */
  readonly forAll?: Unworked;
  /** Why only the customer's terms do not run that day. */
  readonly forUser?: Unworked;
  /** Suspended by an emergency decree of 2020, which only some calendars include. */
  readonly suspended: boolean;
}

/** 1 January 2020 was a Wednesday: Monday 0. */
const firstWeekday = 2;
const firstYear = 2020;
const lastYear = 2037;

const easterSundays = new Set([
  "2020-04-12",
  "2021-04-04",
  "2022-04-17",
  "2023-04-09",
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "2028-04-16",
  "2029-04-01",
  "2030-04-21",
  "2031-04-13",
  "2032-03-28",
  "2033-04-17",
  "2034-04-09",
  "2035-03-25",
  "2036-04-13",
  "2037-04-05",
]);

/** Holidays by month and day, with the first year each was observed. */
const holidays: Readonly<Record<string, number>> = {
  "01-01": 2020,
  "05-01": 2020,
  "06-07": 2024,
  "06-29": 2020,
  "07-23": 2023,
  "07-28": 2020,
  "07-29": 2020,
  "08-06": 2022,
  "08-30": 2020,
  "10-08": 2020,
  "11-01": 2020,
  "12-08": 2020,
  "12-09": 2022,
  "12-25": 2020,
};

/** 25 November, province of Mariscal Nieto: the customer's calendar only (digest 5.3). */
const regionalDay = "11-25";

/** Days off of the public sector that are made up later: in the customer's calendar only (digest 5.4). */
const decreed = new Set([
  "2024-01-02",
  "2024-07-26",
  "2024-10-07",
  "2024-12-06",
  "2024-12-23",
  "2024-12-24",
  "2024-12-30",
  "2024-12-31",
  "2025-05-02",
  "2025-12-26",
  "2026-01-02",
]);

/**
 * The spans of 2020 in which administrative terms did not run, both ends included. From general knowledge: the digest
 * did not collect decrees before 2024, so they prove arithmetic and not a claim of that year.
 */
export const suspensions = [
  {
    from: "2020-03-16",
    through: "2020-04-28",
    source: "DU 026-2020: 30 working days from 16 March 2020; DU 029-2020, the procedures it did not name [known]",
  },
  { from: "2020-04-29", through: "2020-05-20", source: "DS 076-2020-PCM: 15 working days more [known]" },
  { from: "2020-05-21", through: "2020-06-10", source: "DS 087-2020-PCM: until 10 June 2020 [known]" },
] as const;

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

function bareDays(): { iso: string; weekday: number }[] {
  const days: { iso: string; weekday: number }[] = [];
  let weekday = firstWeekday;
  for (let year = firstYear; year <= lastYear; year += 1)
    for (let month = 1; month <= 12; month += 1)
      for (let day = 1; day <= lengthOf(year, month); day += 1) {
        days.push({ iso: `${year}-${two(month)}-${two(day)}`, weekday });
        weekday = weekday === 6 ? 0 : weekday + 1;
      }
  return days;
}

function whyForAll(iso: string, weekday: number, inTwoDays: string, inThreeDays: string): Unworked | undefined {
  if (weekday === 5 || weekday === 6) return "weekend";
  // Good Friday is two days before Easter, Holy Thursday three.
  if (easterSundays.has(inTwoDays) || easterSundays.has(inThreeDays)) return "holiday";
  const since = holidays[iso.slice(5)];
  return since !== undefined && Number(iso.slice(0, 4)) >= since ? "holiday" : undefined;
}

function whyForUser(iso: string): Unworked | undefined {
  if (iso.endsWith(regionalDay)) return "regional";
  return decreed.has(iso) ? "decree" : undefined;
}

/** Every day of the table, in order. */
export const rows: readonly Row[] = bareDays().map(({ iso, weekday }, at, all) => {
  const forAll = whyForAll(iso, weekday, all[at + 2]?.iso ?? "", all[at + 3]?.iso ?? "");
  const forUser = whyForUser(iso);
  return {
    iso,
    ...(forAll && { forAll }),
    ...(forUser && { forUser }),
    suspended: suspensions.some(({ from, through }) => from <= iso && iso <= through),
  };
});
