import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { isConditionRefused, type Table } from "./dynamodb.ts";

/**
 * Wrong attempts with a look-up credential, by hour. Each is counted before its outcome is shown, so that parallel
 * attempts cannot exceed the limit.
 */
export interface AttemptCounter {
  /**
   * Returns whether the outcome of an attempt may be shown: `false` once `allowed` wrong ones were counted in the clock
   * hour of `now`, even if this one is right. A wrong attempt within the limit is counted by an atomic write. A right one
   * only reads the count, after the wrong ones that were counted before it.
   * @param at what the attempts are counted for: a supply, with the account where each account has its own count
   */
  mayReveal(at: string, now: string, outcome: { readonly right: boolean; readonly allowed: number }): Promise<boolean>;
}

const hoursKept = 2;
const secondsPerHour = 3600;

/** Returns the seconds until the next full hour, when attempts are counted anew; 3600 exactly on the hour. */
export function secondsToNextHour(now: string): number {
  return secondsPerHour - Number(now.slice(14, 16)) * 60 - Number(now.slice(17, 19));
}

const stored = z.object({ used: z.number().default(0) }).default({ used: 0 });

export function openAttemptCounter({ client, name }: Table): AttemptCounter {
  const keyOf = (at: string, now: string) => ({ pk: `G#${at}#${now.slice(0, 13)}`, sk: "G" });
  /** Read consistently, and only once the outcome is known: so it is ordered among the wrong attempts sent with it. */
  const usedAt = async (at: string, now: string): Promise<number> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(at, now), ConsistentRead: true }));
    return stored.parse(Item).used;
  };
  return {
    mayReveal: async (at, now, { right, allowed }) => {
      // Read for a wrong one too: past the limit, neither takes longer than the other.
      if ((await usedAt(at, now)) >= allowed) return false;
      if (right) return true;
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(at, now),
            UpdateExpression: "ADD used :one SET expiresAt = :expiresAt",
            ConditionExpression: "attribute_not_exists(used) OR used < :allowed",
            ExpressionAttributeValues: {
              ":one": 1,
              ":allowed": allowed,
              ":expiresAt": Math.floor(Date.parse(now) / 1000) + hoursKept * secondsPerHour,
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
