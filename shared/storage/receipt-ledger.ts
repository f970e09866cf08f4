import { BatchGetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Key, replacedKeyOf } from "./billing-keys.ts";
import { isConditionRefused, type Table } from "./dynamodb.ts";

/** A row of a file on its way into the table, under its key. */
export interface LedgerRow {
  readonly key: Key;
  /** The canonical cells: what is stored is what was read. */
  readonly row: string;
  readonly line: number;
}

/** What stands in the table under a key, and which line of which import wrote it. */
export interface LedgerEntry {
  readonly row: string;
  readonly importId: string;
  readonly line: number;
}

/** Rows of imported files. Import ids grow with time, so that "later" can be told from them. */
export interface ReceiptLedger {
  /** What stands under the keys, in their order; reads what was last written. */
  read(keys: readonly Key[]): Promise<readonly (LedgerEntry | undefined)[]>;
  /**
   * Stores a row of an import unless the table holds something that must stay: the same content, a lower line of this
   * import, or anything of a later import. Content of an earlier import is kept aside before it is replaced.
   */
  store(row: LedgerRow, importId: string, found: LedgerEntry | undefined): Promise<void>;
}

const stored = z.object({ pk: z.string(), sk: z.string(), row: z.string(), importId: z.string(), line: z.number() });
const keysPerRead = 100;
const writtenIf = "attribute_not_exists(pk) OR importId < :importId OR (importId = :importId AND line > :line)";

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
  return {
    read: async (keys) => {
      const entries: (LedgerEntry | undefined)[] = [];
      for (let at = 0; at < keys.length; at += keysPerRead) {
        const some = keys.slice(at, at + keysPerRead);
        const distinct = [...new Map(some.map((key) => [`${key.pk}\0${key.sk}`, key])).values()];
        const found = await readSome(distinct);
        entries.push(...some.map(({ pk, sk }) => found.get(`${pk}\0${sk}`)));
      }
      return entries;
    },
    store: async ({ key, row, line }, importId, found) => {
      if (found && mustStay(found, row, line, importId)) return;
      if (found && found.importId < importId) {
        const { importId: by, ...content } = found;
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...replacedKeyOf(key, by), ...content, importId: by, replacedBy: importId },
          }),
        );
      }
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...key, row, importId, line },
            ConditionExpression: writtenIf,
            ExpressionAttributeValues: { ":importId": importId, ":line": line },
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
  };
}

function mustStay(found: LedgerEntry, row: string, line: number, importId: string): boolean {
  if (found.importId > importId) return true;
  return found.importId === importId ? found.line <= line : found.row === row;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
