import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CalendarDay, parseDay } from "../domain/calendar-day.ts";
import { type CopyKind, copyDays, copyKinds, type FoliatedPiece, pieceStates } from "../domain/case-copy.ts";
import { exportHeadKey, exportPartKey, exportPartPrefix, exportsKey } from "./claim-keys.ts";
import { isConditionRefused, type Table, transact, type Write } from "./dynamodb.ts";

/** Which copy: of a case as it stood by an entry, for whom, and on which day it was asked for. Asked again, it is the same. */
export interface ExportId {
  readonly claimId: string;
  readonly copy: CopyKind;
  readonly upTo: number;
  readonly on: CalendarDay;
}

const copyIdPattern = new RegExp(`^(${copyKinds.join("|")})-(\\d{5,})-(\\d{4}-\\d{2}-\\d{2})$`);

/** Names a copy among those of its case: `tribunal-00012-2026-11-25`. */
export function copyIdOf({ copy, upTo, on }: Omit<ExportId, "claimId">): string {
  return `${copy}-${String(upTo).padStart(5, "0")}-${on}`;
}

/** The copy of a case that a name is of; nothing for what names none. */
export function exportIdOf(claimId: string, copyId: string): ExportId | undefined {
  const [, kind, upTo, day = ""] = copyIdPattern.exec(copyId) ?? [];
  const copy = copyKinds.find((one) => one === kind);
  const on = parseDay(day);
  return copy && on && { claimId, copy, upTo: Number(upTo), on };
}

/** A file of a copy that is written. */
export interface ExportedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A part that is bound: its pieces with their folios. */
export interface ExportPart extends ExportedFile {
  readonly part: number;
  readonly pieces: readonly FoliatedPiece[];
}

/** How far a copy is. */
export interface CaseExport extends ExportId {
  /** The instant it was asked for: what it says of the case is as of then. */
  readonly madeAt: string;
  /** Its index bears it. */
  readonly verificationCode: string;
  /** Pieces bound so far, of how many. */
  readonly pieces: number;
  readonly ofPieces: number;
  /** The last folio so far. */
  readonly folios: number;
  readonly parts: number;
  /** When it last got on. */
  readonly touchedAt: string;
  /** Of a whole copy: the index, the manifest and its seal. */
  readonly closed?:
    | { readonly index: ExportedFile; readonly manifest: ExportedFile; readonly seal: ExportedFile }
    | undefined;
}

/** Copies of case files in the making, and made. */
export interface CaseExports {
  /** Opens a copy, or answers the one that was opened before. */
  open(copy: Omit<CaseExport, "pieces" | "folios" | "parts" | "closed">): Promise<CaseExport>;
  find(id: ExportId): Promise<CaseExport | undefined>;
  /** The last asked for, of those for one reader. */
  last(claimId: string, copy: CopyKind): Promise<CaseExport | undefined>;
  /** The bound parts, in order. */
  parts(id: ExportId): Promise<readonly ExportPart[]>;
  /** Notes a bound part where the copy is as `before`; `false` when another run got there first. */
  addPart(before: CaseExport, part: ExportPart, now: string): Promise<boolean>;
  /** Says that a copy is whole; `false` when another run said so first. */
  close(before: CaseExport, closed: NonNullable<CaseExport["closed"]>, now: string): Promise<boolean>;
  /** Says that a copy that stood still is set going again; `false` when it got on meanwhile, or somebody else did. */
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

/** What is kept as evidence has no end. */
function endOf({ copy, madeAt }: Pick<CaseExport, "copy" | "madeAt">): { expiresAt?: number } {
  if (copy === "tribunal") return {};
  return { expiresAt: Math.floor(Date.parse(madeAt) / 1000) + copyDays * 86_400 };
}

export function openCaseExports({ client, name }: Table): CaseExports {
  const find = async (id: ExportId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: { ...exportHeadKey(id) }, ConsistentRead: true }),
    );
    return Item && exportOf(Item);
  };
  const head = (record: CaseExport) => ({ ...exportHeadKey(record), ...record, ...endOf(record) });
  /** Puts a head in the place of one that got no further. */
  const gettingOn = (before: CaseExport, record: CaseExport): Write => ({
    Put: {
      TableName: name,
      Item: head(record),
      ConditionExpression: "pieces = :pieces AND attribute_not_exists(closed)",
      ExpressionAttributeValues: { ":pieces": before.pieces },
    },
  });
  /** `false` when another run got there first. */
  const written = async (writes: readonly Write[]): Promise<boolean> => {
    const result = await transact(client, writes);
    if (!result.done && result.refused.length === 0) throw new Error("the copy is busy");
    return result.done;
  };
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
      const parts: ExportPart[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
            ConsistentRead: true,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        parts.push(...Items.map((item) => storedPart.parse(item)));
        from = LastEvaluatedKey;
      } while (from);
      return parts;
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
