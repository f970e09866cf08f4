import { type RepairCheck, repairCheck } from "../../domain/leak/leak-repair.ts";
import type { AtypicalReading } from "../../domain/reading/atypical-reading.ts";
import { repairRequirement } from "../../domain/reading/reading-repair.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { claimLaw } from "../case/claim-law.ts";

/**
 * Returns how the repair of a reading's hidden leak stands on the day of `now`, by the law of the day on which it was
 * required; `not-required` if it never was.
 */
export function readingRepair(tenant: Tenant, reading: Pick<AtypicalReading, "entries">, now: string): RepairCheck {
  const requirement = repairRequirement(reading);
  const { leak, calendars, earlier } = claimLaw(tenant, requirement?.notifiedOn ?? limaDay(now));
  return repairCheck(requirement, limaDay(now), { ...leak, calendars, earlier });
}
