import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionRefused, type Table } from "./dynamodb.ts";

/** Wrong attempts at a second datum, by hour: counted before an outcome is told, so that parallel ones cannot pass. */
export interface AttemptCounter {
  /**
   * Whether an outcome may be told: not once the `allowed` wrong ones of the hour were. A wrong one is counted, a right one
   * is not; both are the same one atomic write.
   * @param at what is guessed at, by whom where each has a count of their own
   */
  mayReveal(at: string, now: string, outcome: { readonly right: boolean; readonly allowed: number }): Promise<boolean>;
}

const hoursKept = 2;
const secondsPerHour = 3600;

/** Seconds until there are attempts again: attempts are counted by the hour. */
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
