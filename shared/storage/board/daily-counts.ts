import { createHmac } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/**
 * What may be done so often a day: files, and totals of receipts, of a connection without an account; codes and links
 * that a contact is sent; text messages that a mobile is sent of the claims of one account; mails to an address that
 * nobody verified; claims whose contact was confirmed at mails of one hand.
 */
export interface DailyCounts {
  /**
   * Counts one more of `what` for `whose` on the day of `now` in Lima. Returns `false`, with nothing counted, if `most`
   * were counted that day.
   */
  take(
    what: "uploads" | "totals" | "codes" | "links" | "texts" | "mails" | "confirmed",
    whose: string,
    most: number,
    now: string,
  ): Promise<boolean>;
}

const secondsKept = 2 * 86_400;

/**
 * Opens the daily counts in a table. Each count is deleted two days after it was last raised.
 * @param key a secret: who reads the table without it cannot find out whose a count is
 */
export function openDailyCounts({ client, name }: Table, key: string): DailyCounts {
  return {
    take: async (what, whose, most, now) => {
      const who = createHmac("sha256", key)
        .update(`${limaDay(now)} ${whose}`)
        .digest("base64url");
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: { pk: `GUEST#${what}#${who}`, sk: "COUNT" },
            UpdateExpression: "ADD used :one SET expiresAt = :expires",
            ConditionExpression: "attribute_not_exists(used) OR used < :most",
            ExpressionAttributeValues: {
              ":one": 1,
              ":most": most,
              ":expires": Math.floor(Date.parse(now) / 1000) + secondsKept,
            },
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
  };
}
