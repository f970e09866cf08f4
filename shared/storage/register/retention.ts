import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { ListedRetention } from "../../domain/register/retention.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { queueKeyOf } from "../case/claim-keys.ts";
import type { Table } from "../dynamodb.ts";

/** Something that is kept, and the day (`YYYY-MM-DD`) its time began. */
export interface KeptThing {
  readonly id: string;
  /** Its code or number. */
  readonly code: string;
  readonly since: string;
}

export interface Retained {
  /** Returns at most `limit` things of an office whose time began before `day` (not on that day), oldest first. */
  before(office: string, what: ListedRetention, day: CalendarDay, limit: number): Promise<readonly KeptThing[]>;
}

const queues = { claims: "claims-over", submissions: "submissions-over", readings: "readings-over" } as const;

const stored = z
  .object({
    queueOrder: z.string(),
    claimId: z.string().optional(),
    code: z.string().optional(),
    submissionId: z.string().optional(),
    number: z.string().optional(),
    readingId: z.string().optional(),
  })
  .transform(
    ({ queueOrder, claimId, code, submissionId, number, readingId = "" }): KeptThing => ({
      id: claimId ?? submissionId ?? readingId,
      code: code ?? number ?? readingId,
      since: queueOrder.slice(0, "YYYY-MM-DD".length),
    }),
  );

export function openRetained({ client, name }: Table): Retained {
  return {
    before: async (office, what, day, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byQueue",
          KeyConditionExpression: "queueKey = :queue AND queueOrder < :day",
          ExpressionAttributeValues: { ":queue": queueKeyOf(office, queues[what]), ":day": day },
          Limit: limit,
        }),
      );
      return Items.map((item) => stored.parse(item));
    },
  };
}
