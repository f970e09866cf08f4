import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { type RiskHead, riskHeadOf } from "../case/case-head.ts";
import { openKeyOf } from "../case/claim-keys.ts";
import { queried, type Table } from "../dynamodb.ts";

/** The open claims of an office by the first day of their first risk, as the last write of each case left it. */
export interface ClaimsAtRisk {
  /** Returns every open claim of which a risk began on a day or before, also those that silence decided since. */
  on(office: string, day: CalendarDay): Promise<readonly RiskHead[]>;
}

export function openClaimsAtRisk(table: Table): ClaimsAtRisk {
  return {
    on: async (office, day) => {
      const partitions = [true, false].map((isToDo) =>
        queried(table, {
          IndexName: "atRisk",
          KeyConditionExpression: "openIn = :office AND riskFrom <= :day",
          ExpressionAttributeValues: { ":office": openKeyOf(office, isToDo), ":day": day },
        }),
      );
      return (await Promise.all(partitions)).flat().map(riskHeadOf);
    },
  };
}
