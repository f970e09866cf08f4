import { createHmac } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { LookUpStep } from "../../domain/receipt/look-up-trail.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/** A step as it is recorded. If `counts` and right, it is one of the day's look-ups; linking a supply is none. */
export interface NotedStep extends LookUpStep {
  readonly counts: boolean;
}

/**
 * The latest supplies that each source looked up in a quarter of a day. They distinguish somebody who tries supply
 * after supply from many customers behind one address.
 */
export interface LookUpTrails {
  /**
   * Records a look-up in its source's trail and returns the look-ups of other supplies in it, oldest first. Once the
   * source is challenged it records nothing and returns `undefined`. It is one atomic write, so look-ups made at once
   * are counted one after the other. A right one that counts is added to the day's look-ups.
   */
  note(source: string, step: NotedStep, now: string): Promise<readonly LookUpStep[] | undefined>;
  /**
   * Records a look-up as wrong, over the step that `note` recorded, because its outcome was not shown. What `note`
   * added to the day's look-ups is taken back.
   * @param challenged whether the source is challenged from now to the end of its trail
   */
  refuse(source: string, step: NotedStep, now: string, challenged: boolean): Promise<void>;
}

/** Each supply has one of so many fields, so a trail never grows: another supply of the same field replaces it. */
const fields = 32;
const trailHours = 6;
const secondsPerHour = 3600;

const stored = z.record(z.string(), z.unknown());
const step = /^([0-9a-z]+) ([+-])(.*)$/;

/**
 * Returns the quarter of the UTC day that an instant is in, from `2026-11-23 0` to `2026-11-23 3`. Each source begins a
 * new look-up trail in each quarter.
 */
export function quarterOf(now: string): string {
  return `${now.slice(0, 10)} ${Math.floor(Number(now.slice(11, 13)) / trailHours)}`;
}

/**
 * Returns the seconds until the next 0, 6, 12 or 18 h UTC, when each source begins a new look-up trail; 21600 exactly
 * at such an hour.
 */
export function secondsToNextTrail(now: string): number {
  const gone = Math.floor(Date.parse(now) / 1000) % (trailHours * secondsPerHour);
  return trailHours * secondsPerHour - gone;
}

/**
 * Returns the number of the field, 0 to 31, that stands for a supply in trails. Supplies share fields; only who has
 * `key` can work out which.
 */
export function placeOf(key: string, supplyCode: string): number {
  return createHmac("sha256", key).update(supplyCode).digest().readUInt32BE() % fields;
}

/**
 * Opens the look-up trails in a table. A trail is one item of 32 fields. Several supplies share a field, and a supply
 * that is noted replaces the one that was in its field. Noting a supply is one write, without a read.
 * @param key a secret: who reads the table without it sees the supplies of a trail, but not whose trail it is
 */
export function openLookUpTrails({ client, name }: Table, key: string): LookUpTrails {
  // A source has another key in each quarter of a day, so that nobody's days can be put together.
  const keyOf = (source: string, now: string) => ({
    pk: `T#${createHmac("sha256", key)
      .update(`${quarterOf(now)} ${source}`)
      .digest("base64url")}`,
    sk: "T",
  });
  const slotOf = (supplyCode: string) => `s${placeOf(key, supplyCode)}`;
  /** How many look-ups a step is: right or wrong, the same write. */
  const shown = ({ right, counts }: NotedStep): number => (right && counts ? 1 : 0);
  const expiryOf = (now: string) => Math.floor(Date.parse(now) / 1000) + secondsToNextTrail(now);
  return {
    note: async (source, noted, now) => {
      const { supplyCode, right } = noted;
      const own = slotOf(supplyCode);
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(source, now),
            UpdateExpression: "SET #slot = :step, expiresAt = :expiresAt ADD #day :shown",
            ConditionExpression: "attribute_not_exists(challenged)",
            ExpressionAttributeNames: { "#slot": own, "#day": limaDay(now) },
            ExpressionAttributeValues: {
              ":step": stepText(supplyCode, right, now),
              ":expiresAt": expiryOf(now),
              ":shown": shown(noted),
            },
            ReturnValues: "ALL_NEW",
          }),
        );
        return othersIn(stored.parse(Attributes), own);
      } catch (failure) {
        if (isConditionRefused(failure)) return undefined;
        throw failure;
      }
    },
    refuse: async (source, noted, now, challenged) => {
      const { supplyCode } = noted;
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(source, now),
          UpdateExpression: `SET #slot = :step, expiresAt = :expiresAt${challenged ? ", challenged = :challenged" : ""} ADD #day :back`,
          ExpressionAttributeNames: { "#slot": slotOf(supplyCode), "#day": limaDay(now) },
          ExpressionAttributeValues: {
            ":step": stepText(supplyCode, false, now),
            ":expiresAt": expiryOf(now),
            ":back": -shown(noted),
            ...(challenged && { ":challenged": true }),
          },
        }),
      );
    },
  };
}

/** Returns a look-up as a short text, so that a whole trail stays within one write unit. */
function stepText(supplyCode: string, right: boolean, now: string): string {
  return `${Date.parse(now).toString(36)} ${right ? "+" : "-"}${supplyCode.slice(0, 12)}`;
}

function othersIn(item: Readonly<Record<string, unknown>>, own: string): readonly LookUpStep[] {
  return Object.entries(item)
    .filter(([slot]) => slot !== own)
    .flatMap(([, text]) => {
      const [, at = "", sign, supplyCode = ""] = (typeof text === "string" && step.exec(text)) || [];
      return sign === undefined ? [] : [{ at: Number.parseInt(at, 36), supplyCode, right: sign === "+" }];
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ supplyCode, right }) => ({ supplyCode, right }));
}
