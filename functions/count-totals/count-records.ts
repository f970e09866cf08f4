import { totalsOfEntry } from "../../shared/domain/board/claim-totals.ts";
import type { Totals } from "../../shared/domain/board/office-totals.ts";
import { countedItemOf } from "../../shared/storage/board/counted-items.ts";
import type { LookUpCounts, LookUpRecord } from "../../shared/storage/board/look-up-counts.ts";
import type { CountedRecord, OfficeTotals } from "../../shared/storage/board/office-totals.ts";
import type { CaseFile, CaseFiles } from "../../shared/storage/case/case-files.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import type { ShardRecord } from "../runtime/shard-stream.ts";

export interface CountDeps {
  readonly tenant: Tenant;
  readonly caseReader: Pick<CaseFiles, "read">;
  readonly officeTotals: Pick<OfficeTotals, "add">;
  readonly lookUpCounts: LookUpCounts;
}

/**
 * Counts a batch of records, the changed items of one shard of the table's stream, into the office's totals (of months,
 * of the terms ahead and of the work lists) and the days' look-ups. A record given again counts nothing. Reads each
 * case of the batch at most once and writes each item at most once. Throws if an entry's claim has no case file.
 */
export const countRecords =
  ({ tenant, caseReader, officeTotals, lookUpCounts }: CountDeps) =>
  async (shard: string, records: readonly ShardRecord[], now: string): Promise<void> => {
    const files = new Map<string, CaseFile>();
    const fileOf = async (claimId: string): Promise<CaseFile> => {
      const file = files.get(claimId) ?? (await caseReader.read(claimId));
      if (!file) throw new Error(`claim ${claimId} has an entry and no case file`);
      files.set(claimId, file);
      return file;
    };
    const looked: LookUpRecord[] = [];
    const totalsOf = async ({ sequence, image, before }: ShardRecord): Promise<Totals> => {
      const item = image === undefined ? undefined : countedItemOf(image, before);
      if (!item) return {};
      if ("totals" in item) return item.totals;
      if ("lookUps" in item) {
        looked.push({ sequence, lookUps: item.lookUps });
        return {};
      }
      const { events } = await fileOf(item.claimId);
      return totalsOfEntry(events, item.seq, tenant.calendars.COMPANY.value);
    };
    const counted: CountedRecord[] = [];
    for (const record of records) counted.push({ sequence: record.sequence, totals: await totalsOf(record) });
    await lookUpCounts.add(tenant.office.code.value, shard, looked);
    await officeTotals.add(tenant.office.code.value, shard, counted, now);
  };
