import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionRefused, type Table } from "./dynamodb.ts";

/** Guesses at the second datum of a supply, by hour: reserved before the read, so that parallel ones cannot pass. */
export interface GuessCounter {
  /** Takes one of the `allowed` guesses of the hour; `false` when none is left. One atomic write. */
  reserve(supplyCode: string, now: string, allowed: number): Promise<boolean>;
  /** Gives the guess back after it was right. */
  giveBack(supplyCode: string, now: string): Promise<void>;
}

const hoursKept = 2;
const secondsPerHour = 3600;

/** Seconds until there are guesses again: guesses are counted by the hour. */
export function secondsToNextHour(now: string): number {
  return secondsPerHour - Number(now.slice(14, 16)) * 60 - Number(now.slice(17, 19));
}

export function openGuessCounter({ client, name }: Table): GuessCounter {
  const keyOf = (supplyCode: string, now: string) => ({ pk: `G#${supplyCode}#${now.slice(0, 13)}`, sk: "G" });
  return {
    reserve: async (supplyCode, now, allowed) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(supplyCode, now),
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
    giveBack: async (supplyCode, now) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(supplyCode, now),
          UpdateExpression: "ADD used :less",
          ExpressionAttributeValues: { ":less": -1 },
        }),
      );
    },
  };
}
