import { seriesOf } from "../../shared/casework/value/code-series.ts";
import { openGivenCodes } from "../../shared/storage/check/taken-codes.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/** Codes that are read in one request. */
const aPage = 1000;

/**
 * Returns every code that was taken in `billing`, with the id of what it was given to. Looks at all the office's series
 * of next year, this year and last year, and of earlier years back to one in which no code was taken.
 */
export async function takenCodes(billing: Table, tenant: Tenant, now: string): Promise<ReadonlyMap<string, string>> {
  const codes = openGivenCodes(billing);
  const taken = new Map<string, string>();
  const note = async (series: string): Promise<void> => {
    let page = await codes.ofSeries(series, aPage);
    while (page.length > 0) {
      for (const { code, id } of page) taken.set(code, id);
      page = await codes.ofSeries(series, aPage, page.at(-1)?.code);
    }
  };
  const thisYear = Number(now.slice(0, 4));
  for (let year = thisYear + 1, before = -1; year >= thisYear - 1 || taken.size > before; year -= 1) {
    before = taken.size;
    for (const series of seriesOf(tenant, year)) await note(series);
  }
  return taken;
}
