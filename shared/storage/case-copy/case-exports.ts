import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type CopyKind,
  copyDays,
  copyKinds,
  type FoliatedPiece,
  pieceStates,
} from "../../domain/case-copy/case-copy.ts";
import { type CalendarDay, parseDay } from "../../domain/term/calendar-day.ts";
import { exportHeadKey, exportPartKey, exportPartPrefix, exportsKey } from "../case/claim-keys.ts";
import { isConditionRefused, queried, type Table, transactOnce, type Write } from "../dynamodb.ts";

/**
 * A copy's identity: the case, its reader, the last entry included (`upTo`) and the day somebody asked for it. Whoever
 * asks again on that day gets the same copy.
 */
export interface ExportId {
  readonly claimId: string;
  readonly copy: CopyKind;
  readonly upTo: number;
  readonly on: CalendarDay;
}

const copyIdPattern = new RegExp(`^(${copyKinds.join("|")})-(\\d{5,})-(\\d{4}-\\d{2}-\\d{2})$`);

/**
 * Returns the name of a copy within its case, such as `tribunal-00012-2026-11-25`: reader, last entry in at least five
 * digits, day.
 */
export function copyIdOf({ copy, upTo, on }: Omit<ExportId, "claimId">): string {
  return `${copy}-${String(upTo).padStart(5, "0")}-${on}`;
}

/**
 * Returns the identity of the copy that `copyId`, as `tribunal-00012-2026-11-25`, names in a case. Returns `undefined`
 * if the text has another form, an unknown reader or a day that does not exist. Does not check whether the copy exists.
 */
export function exportIdOf(claimId: string, copyId: string): ExportId | undefined {
  const [, kind, upTo, day = ""] = copyIdPattern.exec(copyId) ?? [];
  const copy = copyKinds.find((one) => one === kind);
  const on = parseDay(day);
  return copy && on && { claimId, copy, upTo: Number(upTo), on };
}

export interface ExportedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A bound part: its pieces with their folios. */
export interface ExportPart extends ExportedFile {
  readonly part: number;
  readonly pieces: readonly FoliatedPiece[];
}

/** A copy and how far it is. */
export interface CaseExport extends ExportId {
  /** The instant it was asked for; what it says of the case is as of then. */
  readonly madeAt: string;
  /** The code that its index bears. */
  readonly verificationCode: string;
  /** How many pieces are bound so far, of `ofPieces`. */
  readonly pieces: number;
  readonly ofPieces: number;
  /** The last folio so far. */
  readonly folios: number;
  /** How many parts are bound so far. */
  readonly parts: number;
  /** When it last made progress, or was started again. */
  readonly touchedAt: string;
  /** The index, the manifest and its seal; absent until the copy is whole. */
  readonly closed?:
    | { readonly index: ExportedFile; readonly manifest: ExportedFile; readonly seal: ExportedFile }
    | undefined;
}

/** Copies of case files, being made and whole. */
export interface CaseExports {
  /** Stores a new copy with nothing bound yet, and returns it. If the copy exists, returns it as stored. */
  open(copy: Omit<CaseExport, "pieces" | "folios" | "parts" | "closed">): Promise<CaseExport>;
  find(id: ExportId): Promise<CaseExport | undefined>;
  /**
   * Returns the copy of a case for a reader that includes the most entries and, of those, has the latest day, whether
   * whole or not. Returns undefined if there is none.
   */
  last(claimId: string, copy: CopyKind): Promise<CaseExport | undefined>;
  /** Returns the bound parts of a copy, in order; empty if none is bound. */
  parts(id: ExportId): Promise<readonly ExportPart[]>;
  /**
   * Records a bound part. Returns `false`, with nothing written, if the copy no longer has as many pieces as `before`
   * or is whole: another run was first.
   */
  addPart(before: CaseExport, part: ExportPart, now: string): Promise<boolean>;
  /**
   * Records that a copy is whole. Returns `false`, with nothing written, if the copy no longer has as many pieces as
   * `before` or is whole already.
   */
  close(before: CaseExport, closed: NonNullable<CaseExport["closed"]>, now: string): Promise<boolean>;
  /**
   * Records that a stalled copy was started again at `now`. Returns `false`, with nothing written, if another run has
   * made progress or started it since it was read, or if it is whole.
   */
  touch(before: CaseExport, now: string): Promise<boolean>;
}

const file = { name: z.string(), sizeBytes: z.number(), sha256: z.string() };
const storedExport = z.object({
  claimId: z.string(),
  copy: z.enum(copyKinds),
  upTo: z.number(),
  on: z.string(),
  madeAt: z.string(),
  verificationCode: z.string(),
  pieces: z.number(),
  ofPieces: z.number(),
  folios: z.number(),
  parts: z.number(),
  touchedAt: z.string(),
  closed: z.object({ index: z.object(file), manifest: z.object(file), seal: z.object(file) }).optional(),
});
const storedPart = z.object({
  ...file,
  part: z.number(),
  pieces: z.array(
    z.object({
      piece: z.number(),
      folios: z.object({ from: z.number(), to: z.number() }),
      state: z.enum(pieceStates),
      signed: z.literal(true).optional(),
      drawn: z.literal(true).optional(),
    }),
  ),
});

const exportOf = (item: unknown): CaseExport => storedExport.parse(item) as CaseExport;

/** A tribunal's copy is kept as evidence, without an end; any other for 30 days. */
function endOf({ copy, madeAt }: Pick<CaseExport, "copy" | "madeAt">): { expiresAt?: number } {
  if (copy === "tribunal") return {};
  return { expiresAt: Math.floor(Date.parse(madeAt) / 1000) + copyDays * 86_400 };
}

export function openCaseExports(table: Table): CaseExports {
  const { client, name } = table;
  const find = async (id: ExportId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: { ...exportHeadKey(id) }, ConsistentRead: true }),
    );
    return Item && exportOf(Item);
  };
  const head = (record: CaseExport) => ({ ...exportHeadKey(record), ...record, ...endOf(record) });
  /** The write that replaces a copy's head if it has the same pieces and is not whole. */
  const gettingOn = (before: CaseExport, record: CaseExport): Write => ({
    Put: {
      TableName: name,
      Item: head(record),
      ConditionExpression: "pieces = :pieces AND attribute_not_exists(closed)",
      ExpressionAttributeValues: { ":pieces": before.pieces },
    },
  });
  /** `false` when another run was first. */
  const written = (writes: readonly Write[]): Promise<boolean> => transactOnce(client, writes);
  return {
    open: async (copy) => {
      const record = { ...copy, pieces: 0, folios: 0, parts: 0 };
      try {
        await client.send(
          new PutCommand({ TableName: name, Item: head(record), ConditionExpression: "attribute_not_exists(pk)" }),
        );
        return record;
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
        return (await find(copy)) ?? record;
      }
    },
    find,
    last: async (claimId, copy) => {
      const { pk, prefix } = exportsKey(claimId, copy);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
          ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      const [item] = Items;
      return item && exportOf(item);
    },
    parts: async (id) => {
      const { pk, prefix } = exportPartPrefix(id);
      const items = await queried(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
        ConsistentRead: true,
      });
      return items.map((item) => storedPart.parse(item));
    },
    addPart: async (before, part, now) => {
      const last = part.pieces.at(-1);
      const record = {
        ...before,
        pieces: last?.piece ?? before.pieces,
        folios: last?.folios.to ?? before.folios,
        parts: part.part,
        touchedAt: now,
      };
      return written([
        gettingOn(before, record),
        { Put: { TableName: name, Item: { ...exportPartKey(before, part.part), ...part, ...endOf(before) } } },
      ]);
    },
    close: (before, closed, now) => written([gettingOn(before, { ...before, closed, touchedAt: now })]),
    touch: (before, now) =>
      written([
        {
          Update: {
            TableName: name,
            Key: { ...exportHeadKey(before) },
            UpdateExpression: "SET touchedAt = :now",
            ConditionExpression: "touchedAt = :before AND attribute_not_exists(closed)",
            ExpressionAttributeValues: { ":now": now, ":before": before.touchedAt },
          },
        },
      ]),
  };
}
