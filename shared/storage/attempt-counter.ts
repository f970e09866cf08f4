import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionRefused, type Table } from "./dynamodb.ts";

/**
 * Wrong attempts with a look-up credential, by hour. Each is counted before its outcome is shown, so that parallel
 * attempts cannot exceed the limit.
 */
export interface AttemptCounter {
  /**
   * Returns whether the outcome of an attempt may be shown: `false` once `allowed` wrong ones were counted in the clock
   * hour of `now`, even if this one is right. Right or wrong, it is one conditional write, which adds a wrong one: so
   * attempts made at once come one after the other, and none of the two takes longer.
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

export function openAttemptCounter({ client, name }: Table): AttemptCounter {
  return {
    mayReveal: async (at, now, { right, allowed }) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: { pk: `G#${at}#${now.slice(0, 13)}`, sk: "G" },
            UpdateExpression: "ADD used :wrong SET expiresAt = :expiresAt",
            ConditionExpression: "attribute_not_exists(used) OR used < :allowed",
            ExpressionAttributeValues: {
              ":wrong": right ? 0 : 1,
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
