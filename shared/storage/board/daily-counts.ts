import { createHmac } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/**
 * What may be done so often a day: files and totals of receipts of a connection without an account; codes and links
 * that a contact is sent; text messages to a mobile of one account's claims; mails to an address that nobody verified;
 * claims whose contact was confirmed at mails of one hand.
 */
export interface DailyCounts {
  /**
   * Counts one more of `what` for `whose` on the day of `now` in Lima. Returns `false`, with nothing counted, if `most`
   * were counted that day.
   */
  take(
    what: "tickets" | "totals" | "codes" | "links" | "texts" | "mails" | "confirmed",
    whose: string,
    most: number,
    now: string,
  ): Promise<boolean>;
  /**
   * Returns the key of the count of files that arrived from `whose` on the day of `now` in Lima, by which `Uploads`
   * counts one that is announced now, once it arrives. Returns `undefined` if `most` arrived.
   */
  ofArrived(whose: string, most: number, now: string): Promise<string | undefined>;
}

/** Returns the second since 1970 at which a count that is raised `now` is deleted: two days later. */
export const countKeptUntil = (now: string): number => Math.floor(Date.parse(now) / 1000) + 2 * 86_400;

/**
 * Opens the daily counts in a table. Each count is deleted two days after it was last raised.
 * @param key a secret: who reads the table without it cannot find out whose a count is
 */
export function openDailyCounts({ client, name }: Table, key: string): DailyCounts {
  const add = async (what: string, whose: string, more: 0 | 1, most: number, now: string) => {
    const who = createHmac("sha256", key)
      .update(`${limaDay(now)} ${whose}`)
      .digest("base64url");
    const pk = `GUEST#${what}#${who}`;
    try {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk, sk: "COUNT" },
          UpdateExpression: "ADD used :more SET expiresAt = :expires",
          ConditionExpression: "attribute_not_exists(used) OR used < :most",
          ExpressionAttributeValues: { ":more": more, ":most": most, ":expires": countKeptUntil(now) },
        }),
      );
      return pk;
    } catch (failure) {
      if (isConditionRefused(failure)) return undefined;
      throw failure;
    }
  };
  return {
    take: async (what, whose, most, now) => (await add(what, whose, 1, most, now)) !== undefined,
    ofArrived: (whose, most, now) => add("uploads", whose, 0, most, now),
  };
}
