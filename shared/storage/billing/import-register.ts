import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type ImportCounts,
  type ImportState,
  type ImportStep,
  importCounts,
  importKinds,
  importStates,
} from "../../domain/billing/import.ts";
import { cancellationReasons, isConditionRefused, type Table } from "../dynamodb.ts";

const count = z.number().default(0);

const storedImport = z.object({
  importId: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  by: z.string(),
  createdAt: z.string(),
  state: z.enum(importStates),
  finishedAt: z.string().optional(),
  failure: z.string().optional(),
  /** The version of the object that is imported; a second upload with the same ticket is not. */
  versionId: z.string().optional(),
  ranges: count,
  rows: count,
  storingRanges: count,
  storingRows: count,
  checkingRanges: count,
  checkingRows: count,
  reportSha256: z.string().optional(),
  ...Object.fromEntries(importCounts.map((name) => [name, count])),
});

export type ImportRecord = Readonly<z.output<typeof storedImport>> & ImportCounts;

/** The imports and how far each has come. Each range of a step is counted once, however often it is handled. */
export interface ImportRegister {
  open(
    record: Pick<ImportRecord, "importId" | "kind" | "fileName" | "sizeBytes" | "sha256" | "by" | "createdAt">,
  ): Promise<void>;
  find(importId: string): Promise<ImportRecord | undefined>;
  /**
   * Returns at most `limit` imports, newest first; with `after`, the id of the last one seen, only those older than it.
   */
  list(limit: number, after?: string): Promise<readonly ImportRecord[]>;
  /** Changes the state of an import, and the fields in `set`, if its state is one of `from`; `false` if it is not. */
  move(
    importId: string,
    from: readonly ImportState[],
    to: ImportState,
    set?: Readonly<Record<string, string | number>>,
  ): Promise<boolean>;
  /**
   * Counts a range of a step as done, and adds its rows and the rows of each outcome to the import. Does nothing for a
   * range that was counted before. Throws after eight conflicts with other transactions.
   */
  countRange(importId: string, step: ImportStep, index: number, rows: number, counts: ImportCounts): Promise<void>;
}

export function openImportRegister({ client, name }: Table): ImportRegister {
  const keyOf = (importId: string) => ({ pk: "IMPORTS", sk: importId });
  return {
    open: async (record) => {
      await client.send(
        new PutCommand({
          TableName: name,
          Item: { ...keyOf(record.importId), ...record, state: "waiting" },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    },
    find: async (importId) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: keyOf(importId), ConsistentRead: true }),
      );
      return Item && (storedImport.parse(Item) as ImportRecord);
    },
    list: async (limit, after) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: after === undefined ? "pk = :pk" : "pk = :pk AND sk < :after",
          ExpressionAttributeValues: { ":pk": "IMPORTS", ...(after !== undefined && { ":after": after }) },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map((item) => storedImport.parse(item) as ImportRecord);
    },
    move: async (importId, from, to, set = {}) => {
      const fields = { ...set, state: to };
      const names = Object.keys(fields);
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: keyOf(importId),
            UpdateExpression: `SET ${names.map((_, at) => `#f${at} = :f${at}`).join(", ")}`,
            ConditionExpression: `#state IN (${from.map((_, at) => `:from${at}`).join(", ")})`,
            ExpressionAttributeNames: {
              "#state": "state",
              ...Object.fromEntries(names.map((field, at) => [`#f${at}`, field])),
            },
            ExpressionAttributeValues: {
              ...Object.fromEntries(from.map((state, at) => [`:from${at}`, state])),
              ...Object.fromEntries(Object.values(fields).map((value, at) => [`:f${at}`, value])),
            },
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
    countRange: async (importId, step, index, rows, counts) => {
      const added: Record<string, number> = { [`${step}Ranges`]: 1, [`${step}Rows`]: rows, ...counts };
      const fields = Object.keys(added);
      const transaction = {
        TransactItems: [
          {
            Put: {
              TableName: name,
              Item: { pk: `IMPORT#${importId}`, sk: `${step}#${String(index).padStart(5, "0")}`, rows },
              ConditionExpression: "attribute_not_exists(pk)",
            },
          },
          {
            Update: {
              TableName: name,
              Key: keyOf(importId),
              UpdateExpression: `ADD ${fields.map((_, at) => `#a${at} :a${at}`).join(", ")}`,
              ExpressionAttributeNames: Object.fromEntries(fields.map((field, at) => [`#a${at}`, field])),
              ExpressionAttributeValues: Object.fromEntries(fields.map((field, at) => [`:a${at}`, added[field]])),
            },
          },
        ],
      };
      try {
        await onceAlone(() => client.send(new TransactWriteCommand(transaction)));
      } catch (failure) {
        // The range's own item exists: it was counted before.
        if (cancellationReasons(failure)[0] !== "ConditionalCheckFailed") throw failure;
      }
    },
  };
}

const triesAtOnce = 8;

/**
 * Tries a transaction again while it conflicts, up to eight times: ranges that end at the same moment count on one
 * item.
 */
async function onceAlone(transact: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await transact();
      return;
    } catch (failure) {
      const met = cancellationReasons(failure).includes("TransactionConflict");
      if (!met || attempt === triesAtOnce) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt));
    }
  }
}
