import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type ImportCounts,
  type ImportState,
  type ImportStep,
  importCounts,
  importDecisions,
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
  /** Present if a change of holders waits until somebody decides. */
  asksFirst: z.literal(true).optional(),
  /** How many rows are refused, and the commonest reasons, known once the file is scanned. */
  refusedRows: z.number().optional(),
  refusedFor: z.array(z.object({ reason: z.string(), rows: z.number(), line: z.number() })).optional(),
  /** How many rows name another holder than their supply has, counted only if it asks first. */
  holderRows: count,
  /** Since when it waits for a decision, and the first of those rows. */
  previewedAt: z.string().optional(),
  holders: z.array(z.object({ supplyCode: z.string(), before: z.string(), after: z.string() })).optional(),
  decided: z.object({ as: z.enum(importDecisions), by: z.string(), name: z.string(), at: z.string() }).optional(),
  ranges: count,
  rows: count,
  previewingRanges: count,
  previewingRows: count,
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
    record: Pick<
      ImportRecord,
      "importId" | "kind" | "fileName" | "sizeBytes" | "sha256" | "by" | "createdAt" | "asksFirst"
    >,
  ): Promise<void>;
  find(importId: string): Promise<ImportRecord | undefined>;
  /**
   * Returns at most `limit` imports, newest first; with `after`, the id of the last one seen, only those older than it.
   */
  list(limit: number, after?: string): Promise<readonly ImportRecord[]>;
  /** Changes the state of an import, and the fields in `set`, if its state is one of `from`; `false` if it is not. */
  move(importId: string, from: readonly ImportState[], to: ImportState, set?: Partial<ImportRecord>): Promise<boolean>;
  /**
   * Records what was decided about an import that waits for it; to discard it moves it to `refused` for `failure`.
   * Returns `false`, and changes nothing, if it does not wait or somebody decided before.
   */
  decide(importId: string, decided: NonNullable<ImportRecord["decided"]>, failure: string): Promise<boolean>;
  /**
   * Counts a range of a step as done, and adds its rows and the rows of each outcome to the import. Does nothing for a
   * range that was counted before. Throws after eight conflicts with other transactions.
   */
  countRange(importId: string, step: ImportStep, index: number, rows: number, counts: RangeCounts): Promise<void>;
}

export type RangeCounts = ImportCounts & Partial<Pick<ImportRecord, "holderRows">>;

export function openImportRegister({ client, name }: Table): ImportRegister {
  const keyOf = (importId: string) => ({ pk: "IMPORTS", sk: importId });
  /** Sets fields if `condition` holds, in which `:from0`, `:from1` … are the states `from`; `false` if it does not. */
  const update = async (
    importId: string,
    fields: Partial<ImportRecord>,
    condition: string,
    from: readonly ImportState[],
  ): Promise<boolean> => {
    const names = Object.keys(fields);
    try {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(importId),
          UpdateExpression: `SET ${names.map((_, at) => `#f${at} = :f${at}`).join(", ")}`,
          ConditionExpression: condition,
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
  };
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
    move: (importId, from, to, set = {}) =>
      update(importId, { ...set, state: to }, `#state IN (${from.map((_, at) => `:from${at}`).join(", ")})`, from),
    decide: (importId, decided, failure) =>
      update(
        importId,
        { decided, ...(decided.as === "discard" && { state: "refused", finishedAt: decided.at, failure }) },
        "#state = :from0 AND attribute_exists(previewedAt) AND attribute_not_exists(decided)",
        ["scanning"],
      ),
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
