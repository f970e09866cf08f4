import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/**
 * How far the pictures of an office's document are, by the hexadecimal SHA-256 of its bytes: other bytes have other
 * pictures.
 */
export interface DocumentPictures {
  /** Returns how many pages have pictures, 0 if none could be drawn; undefined until they were drawn. */
  pages(sha256: string): Promise<number | undefined>;
  /**
   * Records at `now` that somebody asked for the pictures. Returns false, with nothing written, if they were drawn or
   * were asked for within the last three minutes: they are being drawn then.
   */
  ask(sha256: string, now: string): Promise<boolean>;
  /** Records how many pages have pictures, whether or not anybody asked for them. */
  settle(sha256: string, pages: number): Promise<void>;
}

/** Longer than their drawing may take: what was asked for before that was lost on its way. */
const drawingMs = 3 * 60_000;

const stored = z.object({ pages: z.number().optional() });

const keyOf = (sha256: string) => ({ pk: `PICTURES#${sha256}`, sk: "PICTURES" });

export function openDocumentPictures({ client, name }: Table): DocumentPictures {
  return {
    pages: async (sha256) => {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(sha256), ConsistentRead: true }));
      return Item && stored.parse(Item).pages;
    },
    ask: async (sha256, now) => {
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(sha256),
            UpdateExpression: "SET askedAt = :now",
            ConditionExpression: "attribute_not_exists(pages) AND (attribute_not_exists(askedAt) OR askedAt <= :lost)",
            ExpressionAttributeValues: {
              ":now": now,
              ":lost": new Date(Date.parse(now) - drawingMs).toISOString(),
            },
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
    settle: async (sha256, pages) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(sha256),
          UpdateExpression: "SET pages = :pages",
          ExpressionAttributeValues: { ":pages": pages },
        }),
      );
    },
  };
}
