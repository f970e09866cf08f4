import { supplyToday } from "../../domain/billing/register-file.ts";
import { type AtypicalReading, announcedVisit, type ReadingEntry } from "../../domain/reading/atypical-reading.ts";
import { type ReadingRound, slotsOverlapped, visitToMake } from "../../domain/reading/reading-round.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { countWorkingDays } from "../../domain/term/due-dates.ts";
import type { ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { StoredReading } from "../../storage/reading/atypical-readings.ts";
import type { StaffRegister } from "../../storage/register/staff-register.ts";
import type { Agenda } from "../../storage/visit/visits.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { claimLaw } from "../case/claim-law.ts";
import { pickInspector } from "../visit/pick-inspector.ts";
import { readingRepair } from "./reading-repair.ts";

export interface RoundDeps {
  readonly tenant: Tenant;
  readonly agenda: Pick<Agenda, "of" | "readingsOn">;
  readonly staffRegister: Pick<StaffRegister, "list">;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
}

/** The entries that put a visit in the inspectors' day. */
const planning: ReadonlySet<ReadingEntry["type"]> = new Set(["notified", "repair-required", "repair-verified"]);

/**
 * Returns the visit that an entry puts in the inspectors' day, with the inspector who has the fewest; undefined if the
 * entry leaves that day as it is. A notice's visit has its hours and their slots; a repair is verified at any hour of
 * the last day to do so.
 * @param after the reading with the entry
 */
export async function roundOf(
  deps: RoundDeps,
  after: AtypicalReading,
  entry: ReadingEntry,
  now: string,
): Promise<ReadingRound | undefined> {
  const { inspection } = claimLaw(deps.tenant, limaDay(now));
  const kind = planning.has(entry.type) ? visitToMake(after, inspection.retryCount) : undefined;
  if (kind === "control") {
    const { on = "", hours = "" } = announcedVisit(after)?.visit ?? {};
    const [from = "", to = ""] = hours.split("-");
    return placed(deps, after, { on, from, to, slots: slotsOverlapped({ from, to }, inspection) });
  }
  const on = kind && readingRepair(deps.tenant, after, now).verifyBy;
  return on && on >= limaDay(now) ? placed(deps, after, wholeDay(on, inspection.hours)) : undefined;
}

const wholeDay = (on: string, { opens, closes }: { readonly opens: string; readonly closes: string }) => ({
  ...{ on, from: opens, to: closes, slots: [] },
});

/**
 * Returns the next visit that verifies a repair, the working day after one where nobody was in; undefined if nobody was
 * as often as visits are repeated, so that staff close the reading.
 */
export async function roundAfterAttempt(
  deps: RoundDeps,
  reading: StoredReading,
  on: string,
): Promise<ReadingRound | undefined> {
  const { inspection, calendars } = claimLaw(deps.tenant, limaDay(`${on}T17:00:00.000Z`));
  if ((reading.attempts ?? []).length >= inspection.retryCount) return undefined;
  const from = limaDay(`${on}T17:00:00.000Z`);
  const { dueDate } = countWorkingDays({ from, days: 1, calendar: calendars.COMPANY });
  return placed(deps, reading, wholeDay(dueDate, inspection.hours));
}

async function placed(
  deps: RoundDeps,
  { supplyCode }: AtypicalReading,
  at: Pick<ReadingRound, "on" | "from" | "to" | "slots">,
): Promise<ReadingRound> {
  const office = deps.tenant.office.code.value;
  const [months, registered, staff] = await Promise.all([
    deps.receiptReader.lastMonths(supplyCode, 1),
    deps.receiptReader.registeredOf(supplyCode),
    deps.staffRegister.list(office),
  ]);
  const inspector = await pickInspector(deps.agenda, office, staff, at);
  return {
    ...at,
    zone: supplyToday(months[0]?.receipt, registered)?.ubigeo ?? office,
    ...(inspector && { inspector: { sub: inspector.sub, name: inspector.name } }),
  };
}
