import { totalsOfEntry } from "../../shared/domain/claim-totals.ts";
import type { Totals } from "../../shared/domain/office-totals.ts";
import type { CaseFile, CaseFiles } from "../../shared/storage/case-files.ts";
import { countedItemOf } from "../../shared/storage/counted-items.ts";
import type { CountedRecord, OfficeTotals } from "../../shared/storage/office-totals.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import type { ShardRecord } from "../runtime/shard-stream.ts";

export interface CountDeps {
  readonly tenant: Tenant;
  readonly caseReader: Pick<CaseFiles, "read">;
  readonly officeTotals: Pick<OfficeTotals, "add">;
}

/**
 * Counts a batch of records, the changed items of one shard of the table's stream, into the office's totals: of months,
 * of the terms ahead and of the work lists. A record given again counts nothing. Reads each case of the batch at most
 * once and writes each item of totals at most once. Throws if an entry's claim has no case file.
 */
export const countRecords =
  ({ tenant, caseReader, officeTotals }: CountDeps) =>
  async (shard: string, records: readonly ShardRecord[], now: string): Promise<void> => {
    const files = new Map<string, CaseFile>();
    const fileOf = async (claimId: string): Promise<CaseFile> => {
      const file = files.get(claimId) ?? (await caseReader.read(claimId));
      if (!file) throw new Error(`claim ${claimId} has an entry and no case file`);
      files.set(claimId, file);
      return file;
    };
    const totalsOf = async ({ image, before }: ShardRecord): Promise<Totals> => {
      const item = image === undefined ? undefined : countedItemOf(image, before);
      if (!item) return {};
      if ("totals" in item) return item.totals;
      const { events } = await fileOf(item.claimId);
      return totalsOfEntry(events, item.seq, tenant.calendars.COMPANY.value);
    };
    const counted: CountedRecord[] = [];
    for (const record of records) counted.push({ sequence: record.sequence, totals: await totalsOf(record) });
    await officeTotals.add(tenant.office.code.value, shard, counted, now);
  };
