import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { mayVisit } from "../../../shared/casework/work/hand-over.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { listInspections } from "../../../shared/contract/visit/investigation-routes.ts";
import { supplyToday } from "../../../shared/domain/billing/register-file.ts";
import { readNow } from "../../../shared/domain/reading/atypical-reading.ts";
import { type ReadingRound, type ReadingVisitKind, standOf } from "../../../shared/domain/reading/reading-round.ts";
import type { Receipt } from "../../../shared/domain/receipt/receipt.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { StoredReading } from "../../../shared/storage/reading/atypical-readings.ts";
import type { VisitDeps } from "../visit-deps.ts";

type Inspections = AnswerOf<typeof listInspections>;
type Row = NonNullable<Inspections["readingVisits"]>[number];

/** How many billed months are read: the last readings stand in them. */
export const monthsRead = 3;

/** Returns the reading that a receipt was billed by; undefined if it was billed without one. */
export function readingIn({ readingCurr, readingCurrDate, billedM3 }: Receipt): Row["reading"] | undefined {
  if (readingCurr === undefined || readingCurrDate === undefined) return undefined;
  return { on: readingCurrDate, reading: readingCurr, m3: billedM3 };
}

/** A reading with its visit in the inspectors' day, and how that stands. */
interface Placed {
  readonly reading: StoredReading;
  readonly round: ReadingRound;
  readonly kind: ReadingVisitKind;
  readonly reported: boolean;
  readonly isNobodys: boolean;
}

/**
 * Returns the visits of readings on a day that an inspector has, or that nobody on duty has, in the order of their
 * hours.
 */
export async function roundsOf(
  { tenant, agenda, staffRegister }: Pick<VisitDeps, "tenant" | "agenda" | "staffRegister">,
  inspector: string,
  day: string,
  now: string,
): Promise<readonly Placed[]> {
  const office = tenant.office.code.value;
  const [readings, staff] = await Promise.all([agenda.readingsOn(office, day), staffRegister.recent(office, now)]);
  const { retryCount } = claimLaw(tenant, limaDay(now)).inspection;
  return readings.flatMap((reading) => {
    const { round } = reading;
    const stands = round && standOf(reading, round, retryCount);
    if (!round || !stands) return [];
    const isNobodys = !staff.some((one) => one.sub === round.inspector?.sub && mayVisit(one));
    return isNobodys || round.inspector?.sub === inspector ? [{ reading, round, isNobodys, ...stands }] : [];
  });
}

/**
 * Returns the visits of readings on a day as their inspector's list shows them (`roundsOf`), each as it stands now: the
 * index may lag behind a visit that was just recorded.
 */
export async function readingVisitsOf(deps: VisitDeps, inspector: string, day: string, now: string): Promise<Row[]> {
  const { retryCount } = claimLaw(deps.tenant, limaDay(now)).inspection;
  const found = await roundsOf(deps, inspector, day, now);
  const rows = await Promise.all(
    found.map(async (placed) => {
      const reading = (await deps.atypicalReadings.find(placed.reading.readingId)) ?? placed.reading;
      const stands = standOf(reading, placed.round, retryCount);
      return stands ? [await rowOf(deps, { ...placed, ...stands, reading })] : [];
    }),
  );
  return rows.flat();
}

async function rowOf(
  { receiptReader }: Pick<VisitDeps, "receiptReader">,
  { reading, round: { on, from, to }, kind, reported, isNobodys }: Placed,
): Promise<Row> {
  const { readingId, supplyCode, period, averageM3 } = reading;
  const [billed, registered] = await Promise.all([
    receiptReader.lastMonths(supplyCode, monthsRead),
    receiptReader.registeredOf(supplyCode),
  ]);
  const known = supplyToday(billed[0]?.receipt, registered);
  const read = readNow(reading);
  return {
    ...{ readingId, kind, on, from, to, supplyCode, period, averageM3, isNobodys, reported },
    address: known?.address,
    holder: registered?.holderName ?? billed[0]?.receipt.holderName,
    meterNumber: known?.meterNumber,
    reading: { on: read.readOn, reading: read.reading, m3: read.m3 },
    readings: billed.flatMap(({ receipt }) => readingIn(receipt) ?? []),
  };
}
