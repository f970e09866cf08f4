import { copyBack } from "../scripts/restore/copy-back.ts";
import { tenant } from "../settings.ts";
import { addDays, type CalendarDay, limaDay } from "../shared/domain/term/calendar-day.ts";
import { dayStatus } from "../shared/domain/term/legal-calendar.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { type Drilling, damage, openDrilledOffice, restoredWithout } from "./restore-drill.ts";

/** What came of months with restores. */
export interface LivedMonths {
  readonly claims: number;
  readonly restores: number;
  /** Filings that failed while the store was down, and were sent again once it was not. */
  readonly refused: number;
  /** Nights on which the sweep ran, and those on which it did not. */
  readonly swept: number;
  readonly missed: number;
  readonly lateHolidays: number;
  readonly lost: readonly string[];
  readonly faults: readonly string[];
}

interface Living extends Pick<Drilling, "seed" | "forgotten"> {
  readonly months: number;
  readonly claimsAMonth: number;
}

/** A restore every so many months. */
const monthsToARestore = 4;
const firstMonth = Date.parse("2026-01-05T15:00:00.000Z");
const [monthMs, dayMs, hourMs, minuteMs] = [30 * 86_400_000, 86_400_000, 3_600_000, 60_000];
/** The month whose middle claim begins an outage, how long that lasts, and the most calls of a filing meanwhile. */
const [outageMonth, outageMs, mostCalls] = [2, 6 * hourMs, 25];
/** The month whose sweep is down for three nights, from which of its nights on. */
const [gapMonth, gapNights, gapFrom] = [3, 3, 12];
/** Months in whose middle a day that has passed is declared to have been no working day. */
const holidayMonths: ReadonlySet<number> = new Set([1, 3, 4]);

const instantOf = (ms: number): string => new Date(ms).toISOString();

/** Returns the last day before another that was a working day of both calendars. */
function workingDayBefore(day: CalendarDay): CalendarDay {
  const before = addDays(day, -1);
  const isWorking = [tenant.calendars.COMPANY, tenant.calendars.USER].every(
    ({ value }) => dayStatus(value, before).working,
  );
  return isWorking ? before : workingDayBefore(before);
}

/** The nights of an office: what waits is delivered, and the sweep runs unless it is down. */
function openNights({ deliverAt, sweepAt, certifyAt }: DrilledOffice) {
  const counted = { swept: 0, missed: 0, faults: [] as string[] };
  const gapBegins = firstMonth + (gapMonth - 1) * monthMs + gapFrom * dayMs;
  let night = firstMonth + 14 * hourMs;
  return {
    counted,
    /** Runs every night until an instant. */
    until: async (ms: number): Promise<void> => {
      for (; night <= ms; night += dayMs) {
        const isDown = night >= gapBegins && night < gapBegins + gapNights * dayMs;
        await deliverAt(instantOf(night));
        if (isDown) counted.missed += 1;
        else {
          await sweepAt(instantOf(night)).catch(({ message }: Error) => counted.faults.push(`sweep: ${message}`));
          await certifyAt(instantOf(night + minuteMs));
          counted.swept += 1;
        }
      }
    },
  };
}

type DrilledOffice = Awaited<ReturnType<typeof openDrilledOffice>>;

/** Files one claim after another, some of them while the store is down: what fails is filed again at a month's end. */
function openFilings({ fileOne, answersOnly }: DrilledOffice, draw: () => number) {
  let next = 0;
  let again: number[] = [];
  return {
    file: async (at: string, isDown: boolean): Promise<void> => {
      const number = next;
      next += 1;
      if (!isDown) return fileOne(number, at);
      answersOnly(Math.floor(draw() * mostCalls));
      await fileOne(number, at).catch(() => again.push(number));
      answersOnly();
    },
    /** Returns how many were filed again. */
    fileAgain: async (at: string): Promise<number> => {
      const failed = again;
      again = [];
      for (const number of failed) await fileOne(number, at);
      return failed.length;
    },
  };
}

/**
 * Lives months in which claims are filed, with nights, an outage, a gap of the sweep and late holidays. Every fourth
 * month damage takes a third of all claims; filings stop, the table is copied back from an instant before, and all is
 * checked. Nobody decides here: a claim is granted by silence, certified that night and carried out the next, and that
 * it grew old is no fault.
 */
export async function liveMonths({ months, claimsAMonth, seed, forgotten = 0 }: Living): Promise<LivedMonths> {
  const office = await openDrilledOffice();
  const { memory, acknowledged, to } = office;
  const nights = openNights(office);
  const draw = drawn(seed);
  const filings = openFilings(office, draw);
  const found = { restores: 0, refused: 0, lateHolidays: 0, faults: [] as string[] };
  const middle = Math.floor(claimsAMonth / 2);
  const month = async (begins: number, which: number): Promise<void> => {
    const instantsOf = (one: number): number => begins + Math.floor((one * monthMs) / (claimsAMonth + 1));
    const outage = instantsOf(middle);
    for (let one = 0; one < claimsAMonth; one += 1) {
      const ms = instantsOf(one);
      await nights.until(ms);
      if (one === middle && holidayMonths.has(which)) {
        await office.decreeLate(workingDayBefore(limaDay(instantOf(ms))), instantOf(ms - 3 * minuteMs));
        found.lateHolidays += 1;
      }
      await filings.file(instantOf(ms), which === outageMonth && ms >= outage && ms < outage + outageMs);
    }
    await nights.until(begins + monthMs - hourMs);
    found.refused += await filings.fileAgain(instantOf(begins + monthMs - hourMs));
  };
  for (let which = 1; which <= months; which += 1) {
    const begins = firstMonth + (which - 1) * monthMs;
    await month(begins, which);
    if (which % monthsToARestore !== 0) continue;
    const at = instantOf(begins + monthMs - minuteMs);
    await office.deliverAt(at);
    const before = memory.all("claims");
    const damaged = damage(memory, acknowledged, draw);
    const from = restoredWithout(before, damaged.claims.slice(0, forgotten));
    await copyBack({ from, to, now: at, write: true }, () => {});
    found.restores += 1;
    found.faults.push(...(await office.faultsAt(to, at)).filter((fault) => !fault.startsWith("aged:")));
  }
  const { faults, ...counted } = nights.counted;
  return {
    ...{ ...found, ...counted, claims: acknowledged.length, lost: await office.lost() },
    faults: [...found.faults, ...faults],
  };
}
