import { BatchGetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { cancellationReasons, isConditionRefused, isThrottled, pauseBefore, type Table } from "../dynamodb.ts";
import { type Key, replacedKeyOf } from "./billing-keys.ts";

/** A row of a file that is stored under its key. */
export interface LedgerRow {
  readonly key: Key;
  /** The canonical cells. */
  readonly row: string;
  readonly line: number;
}

/** What the table holds under a key, and which line of which import wrote it. */
export interface LedgerEntry {
  readonly row: string;
  readonly importId: string;
  readonly line: number;
}

/** Rows of imported files. Import ids grow with time, so they show which import is later. */
export interface ReceiptLedger {
  /**
   * Returns what the table holds under each key, in the order of `keys`; undefined for a key under which it holds
   * nothing. The read is consistent.
   */
  read(keys: readonly Key[]): Promise<readonly (LedgerEntry | undefined)[]>;
  /**
   * Stores a row of an import. Writes nothing if the table holds a row of a later import, the same or a lower line of
   * this import, or the same content of an earlier one. Other content of an earlier import is copied under a key of its
   * own as it is replaced. `found` is what the caller read; if that changed, the table is read again. Waits while the
   * table takes no more.
   */
  store(row: LedgerRow, importId: string, found: LedgerEntry | undefined): Promise<void>;
}

const stored = z.object({ pk: z.string(), sk: z.string(), row: z.string(), importId: z.string(), line: z.number() });
const keysPerRead = 100;
/** The attempt before which the pause is longest. */
const longestPause = 5;
const stillStanding = "importId = :by AND line = :at";

export function openReceiptLedger({ client, name }: Table): ReceiptLedger {
  const readSome = async (keys: readonly Key[]): Promise<Map<string, LedgerEntry>> => {
    const found = new Map<string, LedgerEntry>();
    let asked: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; asked.length > 0; attempt += 1) {
      if (attempt > 0) await pause(Math.min(50 * 2 ** attempt, 5_000));
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: asked, ConsistentRead: true } } }),
      );
      for (const item of Responses?.[name] ?? []) {
        const { pk, sk, row, importId, line } = stored.parse(item);
        found.set(`${pk}\0${sk}`, { row, importId, line });
      }
      asked = UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return found;
  };
  const read: ReceiptLedger["read"] = async (keys) => {
    const entries: (LedgerEntry | undefined)[] = [];
    for (let at = 0; at < keys.length; at += keysPerRead) {
      const some = keys.slice(at, at + keysPerRead);
      const distinct = [...new Map(some.map((key) => [`${key.pk}\0${key.sk}`, key])).values()];
      const found = await readSome(distinct);
      entries.push(...some.map(({ pk, sk }) => found.get(`${pk}\0${sk}`)));
    }
    return entries;
  };
  /**
   * Writes over what the table holds, in the same transaction copying it if it is of an earlier import; `false` if that
   * changed meanwhile.
   */
  const written = async ({ key, row, line }: LedgerRow, importId: string, standing?: LedgerEntry): Promise<boolean> => {
    const put = {
      TableName: name,
      Item: { ...key, row, importId, line },
      ConditionExpression: standing ? stillStanding : "attribute_not_exists(pk)",
      ...(standing && { ExpressionAttributeValues: { ":by": standing.importId, ":at": standing.line } }),
    };
    try {
      if (!standing || standing.importId === importId) await client.send(new PutCommand(put));
      else {
        const kept = { ...replacedKeyOf(key, standing.importId), ...standing, replacedBy: importId };
        await client.send(
          new TransactWriteCommand({ TransactItems: [{ Put: put }, { Put: { TableName: name, Item: kept } }] }),
        );
      }
      return true;
    } catch (failure) {
      if (isConditionRefused(failure) || wasOvertaken(failure)) return false;
      throw failure;
    }
  };
  /**
   * As `written`, with pauses and without limit while the table takes no more: a range that fails waits half an hour in
   * its queue, and is given up after five times.
   */
  const writtenInTime: typeof written = async (...row) => {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await written(...row);
      } catch (failure) {
        if (!isThrottled(failure)) throw failure;
        await pauseBefore(Math.min(attempt, longestPause));
      }
  };
  return {
    read,
    store: async (row, importId, found) => {
      let standing = found;
      while (!standing || !mustStay(standing, row, importId)) {
        if (await writtenInTime(row, importId, standing)) return;
        [standing] = await read([row.key]);
      }
    },
  };
}

function mustStay(standing: LedgerEntry, { row, line }: LedgerRow, importId: string): boolean {
  if (standing.importId > importId) return true;
  return standing.importId === importId ? standing.line <= line : standing.row === row;
}

/** Whether another writer was first, or writes at the same moment. */
function wasOvertaken(failure: unknown): boolean {
  const [reason] = cancellationReasons(failure);
  return reason === "ConditionalCheckFailed" || reason === "TransactionConflict";
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
