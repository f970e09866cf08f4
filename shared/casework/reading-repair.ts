import type { AtypicalReading } from "../domain/atypical-reading.ts";
import { limaDay } from "../domain/calendar-day.ts";
import { type RepairCheck, repairCheck } from "../domain/leak-repair.ts";
import { repairRequirement } from "../domain/reading-repair.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { claimLaw } from "./claim-law.ts";

/**
 * Returns how the repair of a reading's hidden leak stands on the day of `now`, by the law of the day on which it was
 * required; `not-required` if it never was.
 */
export function readingRepair(tenant: Tenant, reading: Pick<AtypicalReading, "entries">, now: string): RepairCheck {
  const requirement = repairRequirement(reading);
  const { leak, calendars, earlier } = claimLaw(tenant, requirement?.notifiedOn ?? limaDay(now));
  return repairCheck(requirement, limaDay(now), { ...leak, calendars, earlier });
}
