import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { codeMinutes } from "../../domain/counter/confirmation-codes.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";
/** Codes that a claimant must repeat to confirm an act: their digests, and the attempts at them, for an hour. */
export interface Confirmations {
  /**
   * Stores the digest of a code for an hour from `now`, replacing any digest there; the attempts counted so far stay.
   */
  keep(confirmationId: string, codeHash: string, now: string): Promise<void>;
  /**
   * Counts one attempt at a code, before anybody knows whether it is right. Returns the code's digest and the attempts
   * counted, this one included. Returns `undefined`, with nothing counted, if `allowed` were counted before or no code
   * is kept.
   */
  reserve(
    confirmationId: string,
    allowed: number,
  ): Promise<{ readonly codeHash: string; readonly attempts: number } | undefined>;
  /** Takes one counted attempt off again, because it was right. */
  giveBack(confirmationId: string): Promise<void>;
}

const secondsKept = 3600;

/**
 * Returns the last instant at which a confirmation code that was sent at `now` is valid: 10 minutes later, ISO 8601 in
 * UTC.
 */
export function codeEnd(now: string): string {
  return new Date(Date.parse(now) + codeMinutes * 60_000).toISOString();
}

const kept = z.object({ codeHash: z.string(), attempts: z.number() });

export function openConfirmations({ client, name }: Table): Confirmations {
  const keyOf = (confirmationId: string) => ({ pk: `CONFIRMATION#${confirmationId}`, sk: "CONFIRMATION" });
  return {
    keep: async (confirmationId, codeHash, now) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(confirmationId),
          UpdateExpression: "SET codeHash = :hash, expiresAt = :expires",
          ExpressionAttributeValues: {
            ":hash": codeHash,
            ":expires": Math.floor(Date.parse(now) / 1000) + secondsKept,
          },
        }),
      );
    },
    reserve: async (confirmationId, allowed) => {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(confirmationId),
            UpdateExpression: "ADD attempts :one",
            ConditionExpression:
              "attribute_exists(codeHash) AND (attribute_not_exists(attempts) OR attempts < :allowed)",
            ExpressionAttributeValues: { ":one": 1, ":allowed": allowed },
            ReturnValues: "ALL_NEW",
          }),
        );
        return kept.parse(Attributes);
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
        return undefined;
      }
    },
    giveBack: async (confirmationId) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(confirmationId),
          UpdateExpression: "ADD attempts :less",
          ExpressionAttributeValues: { ":less": -1 },
        }),
      );
    },
  };
}
