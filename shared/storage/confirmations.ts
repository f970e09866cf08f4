import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { codeMinutes } from "../domain/act-on-behalf.ts";
import { isConditionRefused, type Table } from "./dynamodb.ts";

/** Codes sent to be told back: their digests and the attempts at them, for an hour. */
export interface Confirmations {
  /** Keeps the digest of the code that is about to be sent, in the place of one that was not. */
  keep(confirmationId: string, codeHash: string, now: string): Promise<void>;
  /**
   * Takes one of the `allowed` attempts, before it is known whether it is right: the digest and how many were taken by now,
   * or nothing when none is left.
   */
  reserve(
    confirmationId: string,
    allowed: number,
  ): Promise<{ readonly codeHash: string; readonly attempts: number } | undefined>;
  /** Gives the attempt back after it was right. */
  giveBack(confirmationId: string): Promise<void>;
}

const secondsKept = 3600;

/** The last instant a code is good that is asked for now. */
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
