import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { countRecords } from "../../../functions/count-totals/count-records.ts";
import { recountTotals } from "../../../functions/recount-totals/recount-totals.ts";
import type { ShardRecord } from "../../../functions/runtime/shard-stream.ts";
import { openLookUpCounts } from "../../../shared/storage/board/look-up-counts.ts";
import { type OfficeTotals, openOfficeTotals, openTotalsReader } from "../../../shared/storage/board/office-totals.ts";
import { openAttentions } from "../../../shared/storage/counter/attentions.ts";
import { openMonthRegister } from "../../../shared/storage/register/month-register.ts";
import { openOwnedClaims } from "../../../shared/storage/register/staff-register.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { type ReportWorld, reportWorld } from "../reports/report-world.ts";
import { headMoves } from "./head-moves.ts";

export const office = "MOQ";

/** The office with its totals: what the stream brings is given by hand. */
export interface TotalsWorld extends ReportWorld {
  readonly officeTotals: OfficeTotals;
  /** Every item as the stream brought it when it was new, and each change of a head, with their sequence numbers. */
  records(): Promise<readonly ShardRecord[]>;
  /** Counts some records of a shard. */
  count(records: readonly ShardRecord[], shard?: string, now?: string): Promise<void>;
  recount(now: string): Promise<void>;
  /** The counts of a month, or of `ahead`. */
  counts(month: string): Promise<Readonly<Record<string, number>>>;
}

export async function totalsWorld(local: TestTables, own?: Tenant): Promise<TotalsWorld> {
  const world = await reportWorld(local, undefined, own);
  const { claims, tenant } = world;
  const officeTotals = openOfficeTotals(claims);
  const known = new Map<string, string>();
  const moved = headMoves(claims);
  const moves: ShardRecord[] = [];
  return {
    ...world,
    officeTotals,
    records: async () => {
      moves.push(...(await moved()));
      const { Items = [] } = await claims.client.send(new ScanCommand({ TableName: claims.name }));
      const made = Items.filter(({ pk, sk }) => !String(pk).startsWith("TOTALS#") && sk !== "HEAD")
        .map((item) => {
          const key = `${item["pk"]} ${item["sk"]}`;
          const sequence = known.get(key) ?? String(known.size + 1);
          known.set(key, sequence);
          return { sequence, image: marshall(item, { removeUndefinedValues: true }) };
        })
        .toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
      return [...made, ...moves];
    },
    count: (records, shard = "shard-1", now = "2026-12-10T15:00:00.000Z") =>
      countRecords({ tenant, caseReader: world.caseFiles, officeTotals, lookUpCounts: openLookUpCounts(claims) })(
        shard,
        records,
        now,
      ),
    recount: recountTotals({
      tenant,
      caseReader: world.caseFiles,
      months: openMonthRegister(claims),
      problems: world.problems,
      observations: world.observations,
      attentions: openAttentions(claims),
      officeTotals,
      ownedClaims: openOwnedClaims(claims),
    }),
    counts: async (month) => (await openTotalsReader(claims).ofMonth(office, month)).counts,
  };
}
