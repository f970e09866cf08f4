import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { ImportKind } from "../../domain/billing/import.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/**
 * When the files of each kind were last loaded. `note` replaces an earlier instant only; otherwise it changes nothing.
 */
export interface LoadNotes {
  note(kind: ImportKind, at: string): Promise<void>;
}
export interface LastLoad {
  /** Returns the later instant of the last loads of receipts and of payments; `undefined` before the first. */
  read(): Promise<string | undefined>;
  /** Returns the instant of the last load of receipts; `undefined` before the first. */
  readReceipts(): Promise<string | undefined>;
}

const stored = z.object({ sk: z.string(), at: z.string() });
/** The kinds whose load the pages show; that of a register says nothing about receipts. */
const shownKinds: ReadonlySet<string> = new Set(["receipts", "payments"] satisfies ImportKind[]);

export function openLoadNotes({ client, name }: Table): LoadNotes {
  return {
    note: async (kind, at) => {
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { pk: "LOADED", sk: kind, at },
            ConditionExpression: "attribute_not_exists(pk) OR #at < :at",
            ExpressionAttributeNames: { "#at": "at" },
            ExpressionAttributeValues: { ":at": at },
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
  };
}

export function openLastLoad({ client, name }: Table): LastLoad {
  /** Returns the latest instant of the kinds that `counts` takes. */
  const latest = async (counts: (kind: string) => boolean): Promise<string | undefined> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": "LOADED" },
      }),
    );
    const instants = Items.map((item) => stored.parse(item))
      .filter(({ sk }) => counts(sk))
      .map(({ at }) => at);
    return instants.sort().at(-1);
  };
  return {
    read: () => latest((kind) => shownKinds.has(kind)),
    readReceipts: () => latest((kind) => kind === ("receipts" satisfies ImportKind)),
  };
}
