import { takeControl } from "../../shared/casework/reading/atypical-readings.ts";
import { addDays, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/** Invented supplies whose reading of this month is far above what they use. */
const supplies = ["00012345", "00012348"];

/** Brings the atypical readings of this month, as rows of file E that ask for their control. */
export async function bringReadings(tenant: Tenant, client: Table["client"], now: string): Promise<void> {
  const today = limaDay(now);
  const deps = {
    tenant,
    receiptReader: openReceiptReader({ client, name: "billing" }),
    foundReadings: openAtypicalReadings({ client, name: "claims" }),
  };
  for (const [at, supplyCode] of supplies.entries()) {
    const found = { readOn: addDays(today, -2), reading: 1_480 + at, m3: 190 + at, issueOn: addDays(today, 5 + at) };
    await takeControl(deps, { branchCode: "01", supplyCode, period: today.slice(0, 7), found, billedBy: "L" }, now);
  }
}
