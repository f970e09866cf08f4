import type { OfficeInProcess } from "../../local/in-process/office.ts";
import { tenant } from "../../settings.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { Load, Replayed } from "./load.ts";
import { type Desk, hoursOf, people } from "./people.ts";
import type { Shift } from "./staff.ts";

/** What the office says of the months that were replayed, beside what was put into it. */
export interface Report {
  readonly load: Load;
  /** What the board shows, summed over its months. */
  readonly attended: number;
  readonly resolved: number;
  readonly inTerm: number;
  readonly silences: number;
  readonly withdrawn: number;
  readonly frustrated: number;
  /** Claims that were filed and are not in the office, or whose life did not come to its end. */
  readonly lost: number;
  /** Why they are lost. */
  readonly failures: readonly string[];
  readonly hearingsAbove: number;
  readonly visitsPast: number;
  /** Visits and hearings that were over later than was said to the customer: whoever has them came late. */
  readonly lateAppointments: number;
  /** Silences by what was missing. */
  readonly silencesBy: Readonly<Record<string, number>>;
  /** Differences that the nightly count found between the board and the case files. */
  readonly differences: number;
  readonly hours: readonly {
    readonly desk: Desk;
    readonly people: number;
    readonly hours: number;
    readonly share: number;
    /** The longest that an act waited for somebody of the desk, in days of 24 hours. */
    readonly waited: number;
  }[];
  /** Claims decided after so many working days: the median. */
  readonly medianDays: number;
  readonly requests: number;
}

interface Ended {
  readonly load: Load;
  readonly done: readonly Replayed[];
  readonly shift: Shift;
  readonly days: readonly CalendarDay[];
  /** Whether to spoil a month's totals before they are counted again: the control. */
  readonly spoils: boolean;
}

/** Asks the office for its board of every month, and for each claim's file. */
export async function reportOf(office: OfficeInProcess, { load, done, shift, days, spoils }: Ended): Promise<Report> {
  const desk = office.as("", async () => {});
  const totalsOf = () =>
    office.stores.tables
      .all("claims")
      .filter(({ pk, sk }) => String(pk).startsWith("TOTALS#") && String(sk).startsWith("T#"));
  const spoilt = totalsOf().find(({ sk }) => spoils && /^T#\d{4}-/.test(String(sk)));
  if (spoilt) office.stores.tables.put("claims", { ...spoilt, counts: JSON.stringify({}) });
  const countsBefore = new Map(totalsOf().map(({ sk, counts }) => [String(sk), String(counts)]));
  // A count that differs is logged as an error, which this process throws once it was put right.
  await office.run("recount-totals").catch((failure: unknown) => {
    if (!String(failure).includes("totals-differ")) throw failure;
  });
  const differences = totalsOf().filter(({ sk, counts }) => countsBefore.get(String(sk)) !== String(counts)).length;
  const boards: AnswerOf<Routes["showBoard"]>[] = [];
  for (const month of monthsUpTo(days[0] ?? "", limaDay(office.clock.now())))
    boards.push(await desk.call("manager", "showBoard", { query: { month } }));
  const sum = (of: (board: (typeof boards)[number]) => number): number => boards.reduce((all, one) => all + of(one), 0);
  const files: AnswerOf<Routes["showCase"]>[] = [];
  for (const { claimId } of done.filter(({ isDone }) => isDone))
    files.push(await desk.call("manager", "showCase", { params: { claimId: claimId() } }));
  const hearings = Map.groupBy(
    files.flatMap(({ hearing }) => (hearing ? [`${hearing.on} ${hearing.at}`] : [])),
    (slot) => slot,
  );
  const atOnce = tenant.office.hearings.value.atOnce;
  const silent = files.filter(({ entries }) => entries.some(({ type }) => type === "silence-certified"));
  const asked = load.resolved + load.withdrawn + load.notFiled;
  return {
    load,
    attended: sum(({ attended }) => attended.reduce((all, { count }) => all + count, 0)),
    resolved: sum(({ resolved }) => resolved.total),
    inTerm: sum(({ resolved }) => resolved.inTerm),
    silences: sum(({ silences }) => silences),
    withdrawn: sum(({ withdrawn }) => withdrawn),
    frustrated: sum(({ frustrated }) => frustrated),
    lost: asked - done.filter(({ isDone }) => isDone).length,
    failures: done.flatMap(({ failure }) => failure ?? []),
    hearingsAbove: [...hearings.values()].reduce((above, at) => above + Math.max(0, at.length - atOnce), 0),
    visitsPast: files.filter(({ inspections }) => inspections.some(({ late }) => late)).length,
    lateAppointments: [...shift.late.values()].reduce((all, count) => all + count, 0),
    silencesBy: Object.fromEntries(
      Object.entries(Object.groupBy(silent, causeOf)).map(([cause, of]) => [cause, of?.length ?? 0]),
    ),
    differences,
    hours: Object.entries(people).map(([name, count]) => {
      const hours = (shift.worked.get(name as Desk) ?? 0) / 60;
      const share = hours / (count * days.length * hoursOf(name as Desk).hours);
      return {
        desk: name as Desk,
        people: count,
        hours,
        share,
        waited: (shift.waited.get(name as Desk) ?? 0) / 60 / 24,
      };
    }),
    medianDays: medianOf(boards.flatMap(({ resolved }) => resolved.byDays)),
    requests: [...office.answered.values()].reduce((all, { count }) => all + count, 0),
  };
}

/** Returns what a claim that silence granted had not had by then. */
function causeOf({ entries }: AnswerOf<Routes["showCase"]>): string {
  const upTo = entries.slice(
    0,
    entries.findIndex(({ type }) => type === "silence-certified"),
  );
  const had = (...types: readonly (typeof entries)[number]["type"][]): boolean =>
    upTo.some(({ type }) => types.includes(type));
  if (had("resolution-dispatched")) return "sin entregar";
  if (had("resolution-signed")) return "sin enviar";
  if (had("resolution-issued")) return "sin firmar";
  if (had("conciliation-held")) return "sin proyecto";
  if (had("withdrawal-requested")) return "sin aceptar el desistimiento";
  return had("inspection-reported") ? "sin audiencia" : "sin visita";
}

function monthsUpTo(first: string, last: string): readonly string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = first.split("-").map(Number);
  for (let text = first.slice(0, 7); text <= last.slice(0, 7); ) {
    months.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    text = `${year}-${String(month).padStart(2, "0")}`;
  }
  return months;
}

function medianOf(byDays: readonly { readonly days: number; readonly count: number }[]): number {
  const sorted = byDays.toSorted((a, b) => a.days - b.days);
  const half = sorted.reduce((all, { count }) => all + count, 0) / 2;
  let passed = 0;
  for (const { days, count } of sorted) {
    passed += count;
    if (passed >= half) return days;
  }
  return 0;
}
