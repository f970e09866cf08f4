import type { Life } from "../../local/in-process/lives.ts";
import type { OfficeInProcess } from "../../local/in-process/office.ts";
import { type Step, startLife } from "../../local/journey/life.ts";
import { Surprise } from "../../local/journey/office.ts";
import { subOf } from "../../local/people.ts";
import { tenant } from "../../settings.ts";
import { addDays, type CalendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { workingDayBefore } from "../../shared/domain/term/due-dates.ts";
import { dayStatus, nextWorkingDay } from "../../shared/domain/term/legal-calendar.ts";
import { besides } from "./beside.ts";
import { type ClaimLife, stepsOf } from "./claims.ts";
import { claimLives } from "./plan.ts";
import { type ClaimedSupply, openSupplyBook } from "./supplies.ts";

/** The first supplies are the ones that the README and the journeys name. */
const keptSupplies = 20;

/** The hours of the night at which the office's own work is done: what terms end, and the seal of the day before. */
const nightly = ["00:05", "06:05"] as const;

/**
 * Returns everything that happens in the office until `now`: its claims, other cases, and the work of each night and of
 * billing. Each claim has a supply and an account of its own. The same receipts and the same day of `now` give the same
 * lives.
 * @param receipts the text of a file A, from which the supplies are taken
 */
export function livesOf(office: OfficeInProcess, receipts: string, now: string): readonly Life[] {
  const { claimed, beside } = suppliesOn(limaDay(now), receipts);
  const lifeOf = (from: string, supply: ClaimedSupply, name: string, steps: readonly Step[]): Life => ({
    from,
    live: (sleep) => walked(office, supply, name, steps, sleep),
  });
  const claims = claimed.map(({ one, day, supply }, at) =>
    lifeOf(limaInstant(day, one.at), supply, `reclamo-${at + 1}`, stepsOf(supply, one, at)),
  );
  const others = beside.map(({ one, day, supply }, at) =>
    lifeOf(limaInstant(day, one.at), supply, `otro-${at + 1}`, one.steps(supply)),
  );
  return [...claims, ...others, nights(office), billing(office)];
}

/**
 * Returns the day and the supply of each claim and other case of the plan, as it is on a day. On a day off, what would
 * have come that day came on the last working day.
 * @throws if no supply is left for one
 */
export function suppliesOn(today: CalendarDay, receipts: string) {
  const calendar = tenant.calendars.COMPANY.value;
  const book = openSupplyBook(receipts, keptSupplies);
  const isOpen = dayStatus(calendar, today).working;
  const dayOf = (ago: number) => workingDayBefore(today, isOpen ? ago : ago + 1, calendar);
  const on = <One extends { readonly ago: number }>(one: One, type: "P" | "L" = "L") => {
    const day = dayOf(one.ago);
    return { one, day, supply: book.take(day, type) };
  };
  // Only the newest receipts are billed by an average: on a day before they came, the claim is about a reading.
  const claimed = claimLives.map((one) => {
    const { type, ...aboutReading } = one;
    const isByAverage = type === "F02" && book.has(dayOf(one.ago), "P");
    return isByAverage ? on<ClaimLife>(one, "P") : on<ClaimLife>(type === "F02" ? aboutReading : one);
  });
  return { claimed, beside: besides.map((one) => on(one)) };
}

async function walked(
  office: OfficeInProcess,
  supply: ClaimedSupply,
  name: string,
  steps: readonly Step[],
  sleep: (until: string) => Promise<void>,
): Promise<void> {
  const sub = subOf({ pool: "customers", identifier: `${name}@example.pe` });
  const { life, attempt } = startLife(office.as(sub, sleep), supply, name);
  for (const [at, step] of steps.entries()) {
    attempt(at);
    const failure = await step.does(life).then(
      () => undefined,
      (surprise: unknown) => surprise,
    );
    // On some days of the year the law takes an act on another day only: that claim is left where it stands.
    if (failure instanceof Surprise && failure.kind === "not-now") return;
    if (failure)
      throw new Error(`${name}, ${step.name}, ${office.clock.now()}: ${String(failure)}`, { cause: failure });
  }
}

/** The working days that the commercial system takes to answer to a correction. */
const daysToCorrect = 3;

/**
 * Each working day's end: the commercial system answers to what was held and released that day, and to what was to be
 * corrected three days before. What it answered is recorded as carried out.
 */
function billing(office: OfficeInProcess): Life {
  const calendar = tenant.calendars.COMPANY.value;
  return {
    from: office.clock.now(),
    live: async (sleep) => {
      const desk = office.as("", sleep);
      for (let date = nextWorkingDay(calendar, limaDay(office.clock.now())); ; date = nextWorkingDay(calendar, date)) {
        await sleep(limaInstant(date, "23:50"));
        const { holds } = await desk.call("billing", "listHolds", { query: { date } });
        const earlier = workingDayBefore(date, daysToCorrect, calendar);
        const { receipts } = await desk.call("billing", "listNotes", { query: { date: earlier } });
        for (const [of, on, rows] of [
          ["holds", date, holds],
          ["notes", earlier, receipts],
        ] as const)
          if (rows.length > 0) {
            const acknowledgements = rows.map(({ code, receiptNumber, version }) => {
              return { code, receiptNumber, version, reference: `SC-${code}` };
            });
            await desk.call("billing", "acknowledgeExchange", { body: { date: on, of, acknowledgements } });
          }
      }
    },
  };
}

/** The schedules of each night, from the first on. */
function nights({ clock, run }: OfficeInProcess): Life {
  return {
    from: clock.now(),
    live: async (sleep) => {
      for (let day = addDays(limaDay(clock.now()), 1); ; day = addDays(day, 1))
        for (const hour of nightly) {
          await sleep(limaInstant(day, hour));
          await run("sweep");
          if (hour === nightly[1]) await run("digest-chains");
        }
    },
  };
}
