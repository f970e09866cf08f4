import { UpdateCommand, type UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { limaDay } from "../domain/term/calendar-day.ts";
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
  /**
   * Returns whether the outcome of an attempt at a receipt's number and total may be shown, by what was tried on this
   * day (Lima) at the thousand supplies whose codes begin alike. `false` after five wrong attempts at the supply, or
   * `allowed` at all of them that no right one followed, if these are more than one for two supplies opened. Refused,
   * it leaves no trace.
   * @param who whose attempts are counted together
   */
  mayGuess(who: string, attempt: Guess, now: string): Promise<boolean>;
}

export interface Guess {
  readonly supplyCode: string;
  readonly right: boolean;
  /** Wrong attempts at the thousand supplies; eight if absent. */
  readonly allowed?: number;
}

const wrongAtSupply = 5;
const wrongAtThousand = 8;

const hoursKept = 2;
const daysKept = 2;
const secondsPerHour = 3600;

/** Returns the seconds until the next full hour, when attempts are counted anew; 3600 exactly on the hour. */
export function secondsToNextHour(now: string): number {
  return secondsPerHour - Number(now.slice(14, 16)) * 60 - Number(now.slice(17, 19));
}

export function openAttemptCounter({ client, name }: Table): AttemptCounter {
  const changed = async (input: Omit<UpdateCommandInput, "TableName">) =>
    (await client.send(new UpdateCommand({ TableName: name, ...input }))).Attributes;
  return {
    mayGuess: async (who, { supplyCode, right, allowed = wrongAtThousand }, now) => {
      const Key = { pk: `G#${who}#${supplyCode.slice(0, -3)}#${limaDay(now)}`, sk: "G" };
      const supply = `s${supplyCode.slice(-3)}`;
      try {
        const before = await changed({
          Key,
          // A wrong attempt counts double, to be compared with half of the supplies opened.
          UpdateExpression: right
            ? "SET #supply = :none, expiresAt = :expiresAt ADD opened :count"
            : "SET expiresAt = :expiresAt ADD #supply :one, wrong :count",
          ConditionExpression:
            "(attribute_not_exists(#supply) OR #supply < :each) AND (attribute_not_exists(wrong) OR wrong < :few OR wrong <= opened)",
          ExpressionAttributeNames: { "#supply": supply },
          ExpressionAttributeValues: {
            ...(right ? { ":none": 0, ":count": 1 } : { ":one": 1, ":count": 2 }),
            ":each": wrongAtSupply,
            ":few": 2 * allowed,
            ":expiresAt": Math.floor(Date.parse(now) / 1000) + daysKept * 24 * secondsPerHour,
          },
          ReturnValues: "ALL_OLD",
        });
        const had: unknown = before?.[supply];
        if (!right || typeof had !== "number") return true;
        // A supply opened again is one supply; what was mistyped before it was opened shows no search.
        const [field, less] = had === 0 ? ["opened", -1] : ["wrong", -2 * had];
        await changed({
          Key,
          UpdateExpression: "ADD #field :less",
          ExpressionAttributeNames: { "#field": field },
          ExpressionAttributeValues: { ":less": less },
        });
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
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
