import * as z from "zod";
import { type Search, searchReasons, searchWays } from "../../domain/counter/search-terms.ts";
import type { Table } from "../dynamodb.ts";
import { type MonthLog, openMonthLog } from "../register/month-log.ts";

/** The searches that staff made and the supplies they looked at, by month. */
export type SearchLog = MonthLog<Search>;

const stored = z.object({
  at: z.string(),
  requestId: z.string(),
  by: z.string(),
  how: z.enum(searchWays),
  reason: z.enum(searchReasons).optional(),
  shown: z.array(z.string()),
});

export function openSearchLog(table: Table): SearchLog {
  return openMonthLog(table, "SEARCHES", (item) => stored.parse(item));
}
