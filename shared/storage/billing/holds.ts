import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Adjustment, MonthFigures } from "../../domain/billing/adjustments.ts";
import { type BilledConcept, billedConcepts } from "../../domain/receipt/disputed-part.ts";
import { itemsFrom, type Table, type Write } from "../dynamodb.ts";
import { type AdjustedReceipt, storedFigures, storedNote } from "./adjustments.ts";
import { heldKeyOf } from "./billing-keys.ts";
import {
  type ClaimedStanding,
  openBilledIn,
  openReceiptReader,
  type PaidReceipt,
  storedConcepts,
} from "./receipt-reader.ts";

/** A hold on a receipt because of a claim, as last reported to the commercial system. */
export interface HoldChange {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  readonly period: string;
  readonly claimId: string;
  readonly code: string;
  /** 1 when the receipt is first held, and one more with each change, whichever claim makes it. */
  readonly version: number;
  readonly action: "set" | "released";
  readonly at: string;
}

/** A hold as a day's file states it, and its acknowledgement. */
export interface ExchangedHold extends HoldChange {
  readonly acknowledgedAt?: string | undefined;
  readonly reference?: string | undefined;
}

/** What was reported of a receipt before, for any claim. */
export interface ReportedBefore {
  /** What other claims that hold it dispute of it; undefined if none does. */
  readonly disputedByOthers?: readonly BilledConcept[] | undefined;
  /** The figures it was last re-billed at. */
  readonly left?: MonthFigures | undefined;
  /** Whether it has become due and that is still to be reported, because another claim held it then. */
  readonly isDueUnreported: boolean;
}

/** What a claim changes of a receipt at once: its hold, what the commercial system is asked to do with it, or both. */
export type ReceiptChange = Omit<HoldChange, "version" | "action"> & {
  readonly action?: HoldChange["action"] | undefined;
  /** Returns the adjustments to ask the commercial system for, given what was reported of the receipt before. */
  readonly notes?: ((before: ReportedBefore) => readonly Adjustment[]) | undefined;
  readonly settled?: readonly string[] | undefined;
  /** What the claim disputes of it; the whole month if it does not say. */
  readonly disputed?: readonly BilledConcept[] | undefined;
};

/** A change of a receipt, and the day it was reported on. */
export type ReportedChange =
  | { readonly what: "hold"; readonly day: string; readonly change: ExchangedHold }
  | { readonly what: "note"; readonly day: string; readonly change: AdjustedReceipt };

/** Holds and adjustments of receipts: stored with the supply, reported by day. */
export interface Holds {
  /**
   * Returns the writes that record a claim's change of a receipt with its supply and, if anything is reported, in the
   * exchange of `day`. While another claim holds the receipt, a release and a `payable-from` note are not reported: the
   * last release reports them. With a hold that is set the note is: what is due while both hold the receipt. Refused if
   * another change of the receipt was written since it was read.
   */
  change(change: ReceiptChange, day: string): Promise<readonly Write[]>;
  /**
   * Returns the write that shows, beside the supply's receipts, those that a claim holds from `at` on and what it left
   * them at. Once it holds none, that goes by itself: in a day or, if it corrected one, when that month is no longer
   * shown.
   */
  shown(claim: Pick<HoldChange, "supplyCode" | "claimId">, standing: ClaimedStanding, at: string): Write;
  /**
   * Returns the holds reported as set or released on a day, in the order of their instants; empty if there were none.
   */
  ofDay(day: string): Promise<readonly ExchangedHold[]>;
  /**
   * Returns the adjustments that the commercial system was asked for on a day, in the order of their instants; empty if
   * there were none.
   */
  notesOfDay(day: string): Promise<readonly AdjustedReceipt[]>;
  /**
   * Records the acknowledgement of a hold. Returns the reference on record, which is that of the first acknowledgement.
   * Throws if there is no such change.
   */
  acknowledge(day: string, change: ChangeKey, at: string, reference: string): Promise<string>;
  /**
   * Records the acknowledgement of the adjustments of a change. Returns the reference on record, which is that of the
   * first acknowledgement. Throws if there is no such change.
   */
  acknowledgeNotes(day: string, change: ChangeKey, at: string, reference: string): Promise<string>;
  /**
   * Returns the changes that wait for an acknowledgement, oldest first. It reads at most `limit` entries; an entry with
   * a hold and adjustments gives two changes. The index it reads may lag behind.
   */
  unanswered(limit: number): Promise<readonly ReportedChange[]>;
  /**
   * Returns the receipts of a supply's last `months` billed months with their payments, newest first. An average is
   * computed from them.
   */
  receiptsOf(supplyCode: string, months: number): Promise<readonly PaidReceipt[]>;
  /** Returns the receipts of some months (`YYYY-MM`), however old: adjustments are computed from them. */
  billedIn(supplyCode: string, periods: readonly string[]): Promise<readonly PaidReceipt[]>;
}

type ChangeKey = Pick<HoldChange, "at" | "code" | "receiptNumber" | "version">;

const stored = z.object({
  supplyCode: z.string(),
  receiptNumber: z.string(),
  period: z.string(),
  claimId: z.string(),
  code: z.string(),
  version: z.number(),
  action: z.enum(["set", "released"]).optional(),
  notes: z.array(storedNote).optional(),
  settled: z.array(z.string()).default([]),
  at: z.string(),
  acknowledgedAt: z.string().optional(),
  reference: z.string().optional(),
  notesAcknowledgedAt: z.string().optional(),
  notesReference: z.string().optional(),
});
type Stored = z.infer<typeof stored>;

function changeOf({ supplyCode, receiptNumber, period, claimId, code, version, at }: Omit<HoldChange, "action">) {
  return { supplyCode, receiptNumber, period, claimId, code, version, at };
}

function holdIn({ action, acknowledgedAt, reference, ...entry }: Stored): ExchangedHold[] {
  if (!action) return [];
  return [
    {
      ...changeOf(entry),
      action,
      ...(acknowledgedAt !== undefined && { acknowledgedAt }),
      ...(reference !== undefined && { reference }),
    },
  ];
}

function notesIn({ notes, settled, notesAcknowledgedAt, notesReference, ...entry }: Stored): AdjustedReceipt[] {
  if (!notes) return [];
  return [
    {
      ...changeOf(entry),
      notes,
      settled,
      ...(notesAcknowledgedAt !== undefined && { acknowledgedAt: notesAcknowledgedAt }),
      ...(notesReference !== undefined && { reference: notesReference }),
    },
  ];
}

/** Returns the changes of an entry that wait for an acknowledgement. */
function reportedIn({ queueOrder, ...entry }: Stored & { readonly queueOrder: string }): readonly ReportedChange[] {
  const [day = ""] = queueOrder.split("#");
  return [
    ...holdIn(entry).map((change) => ({ what: "hold", day, change }) as const),
    ...notesIn(entry).map((change) => ({ what: "note", day, change }) as const),
  ].filter(({ change }) => change.acknowledgedAt === undefined);
}

const storedHold = z.object({
  sk: z.string(),
  held: z.boolean().default(false),
  disputed: storedConcepts,
  version: z.number(),
  left: storedFigures.optional(),
  isDueUnreported: z.boolean().default(false),
});

const listed = stored.extend({ queueOrder: z.string() });

/** The list, in the index by queue, of what waits for an acknowledgement. */
const unansweredKey = "EXCHANGE#unanswered";

function isAnswered({ action, notes, acknowledgedAt, notesAcknowledgedAt }: Stored): boolean {
  return (!action || acknowledgedAt !== undefined) && (!notes || notesAcknowledgedAt !== undefined);
}

/** Returns the figures that the last re-billing among some notes leaves a receipt at; `undefined` without one. */
function leftBy(notes: readonly Adjustment[]): MonthFigures | undefined {
  return notes.flatMap((note) => (note.kind === "rebill" ? note.after : [])).at(-1);
}

/** What is reported of a change, and what is known of the receipt after it. */
interface ReportedNext extends ReportedBefore {
  readonly reported: Pick<Stored, "action"> & {
    readonly notes?: readonly Adjustment[];
    readonly settled?: readonly string[];
  };
}

/**
 * Returns what is reported of a change: while another claim holds the receipt, neither its release nor what is due of
 * it.
 */
function reportedNext(
  { action, notes, settled }: Pick<Stored, "action"> & Required<Pick<AdjustedReceipt, "notes" | "settled">>,
  before: ReportedBefore,
  heldByAnother: boolean,
): ReportedNext {
  const left = leftBy(notes) ?? before.left;
  const isDue = notes.some(({ kind }) => kind === "payable-from");
  const waits = heldByAnother && action !== "set";
  const reportedNotes = waits ? notes.filter(({ kind }) => kind !== "payable-from") : notes;
  const reported = {
    ...(action && !(heldByAnother && action === "released") && { action }),
    ...(reportedNotes.length > 0 && { notes: reportedNotes, settled }),
  };
  if (heldByAnother)
    return { reported, left, isDueUnreported: before.isDueUnreported || (isDue && settled.length > 0) };
  return { reported, left, isDueUnreported: before.isDueUnreported && !isDue && action !== "released" };
}

const daySeconds = 86_400;
/** How long an item stays that says that a claim holds nothing any more: longer than any reader may lag behind. */
const freeSeconds = daySeconds;
/** How long what a claim left a receipt at stays beside it: as long as its month is shown, and a month more. */
const correctedSeconds = 430 * daySeconds;

/** The write of a receipt's next version; refused if another version was written since it was read. */
function receiptWrite(
  TableName: string,
  Key: { readonly pk: string; readonly sk: string },
  { version }: { readonly version: number },
  { left, isDueUnreported }: ReportedNext,
): Write {
  return {
    Update: {
      TableName,
      Key,
      UpdateExpression: `SET #version = :version, isDueUnreported = :isDueUnreported${left ? ", #left = :left" : ""}`,
      ConditionExpression: version === 0 ? "attribute_not_exists(#version)" : "#version = :before",
      ExpressionAttributeNames: { "#version": "version", ...(left && { "#left": "left" }) },
      ExpressionAttributeValues: {
        ":version": version + 1,
        ":isDueUnreported": isDueUnreported,
        ...(left && { ":left": left }),
        ...(version > 0 && { ":before": version }),
      },
    },
  };
}

/**
 * Opens the holds on receipts, and the list of their changes that the commercial system's daily file is made from.
 * @param claims the table with the list of changes
 * @param billing the table in which the holds of a supply stand beside its receipts
 */
export function openHolds(claims: Table, billing: Table): Holds {
  const { client } = claims;
  const entryKeyOf = (day: string, { at, code, receiptNumber, version }: ChangeKey) => ({
    pk: `EXCHANGE#${day}`,
    sk: `${at}#${code}#${receiptNumber}#${version}`,
  });
  const entriesOf = async (day: string): Promise<readonly Stored[]> =>
    (await itemsFrom(claims, `EXCHANGE#${day}`, true)).map((item) => stored.parse(item));
  /**
   * Records when and by which reference a change was acknowledged, and takes it off the list once nothing of it waits;
   * the first acknowledgement stays.
   */
  const acknowledge = async (
    day: string,
    change: ChangeKey,
    names: { readonly at: keyof Stored; readonly reference: keyof Stored },
    [at, reference]: readonly [string, string],
  ): Promise<string> => {
    const Key = entryKeyOf(day, change);
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: claims.name,
        Key,
        UpdateExpression: "SET #at = if_not_exists(#at, :at), #reference = if_not_exists(#reference, :reference)",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeNames: { "#at": names.at, "#reference": names.reference },
        ExpressionAttributeValues: { ":at": at, ":reference": reference },
        ReturnValues: "ALL_NEW",
      }),
    );
    const entry = stored.parse(Attributes);
    if (isAnswered(entry))
      await client.send(
        new UpdateCommand({ TableName: claims.name, Key, UpdateExpression: "REMOVE queueKey, queueOrder" }),
      );
    return z.string().parse(entry[names.reference]);
  };
  return {
    change: async ({ action, notes: notesOf = () => [], settled = [], disputed, ...change }, day) => {
      const { supplyCode, period, receiptNumber, claimId, at, code } = change;
      const pk = `S#${supplyCode}`;
      const receipt = `H#${period}#${receiptNumber}#`;
      const own = `${receipt}${claimId}`;
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: billing.name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :receipt)",
          ExpressionAttributeValues: { ":pk": pk, ":receipt": receipt },
          ConsistentRead: true,
        }),
      );
      const items = Items.map((item) => storedHold.parse(item));
      const known = items.find(({ sk }) => sk === receipt) ?? { version: 0, isDueUnreported: false };
      const others = items.filter(({ sk, held }) => held && sk !== own);
      const disputedByOthers = others.flatMap((other) => other.disputed ?? billedConcepts);
      const notes = notesOf({ ...known, disputedByOthers });
      const next = reportedNext({ action, settled, notes }, known, others.length > 0);
      const version = known.version + 1;
      const puts: Write[] = [];
      if (action)
        puts.push({
          Put: {
            TableName: billing.name,
            Item: { pk, sk: own, held: action === "set", ...(disputed && { disputed }), version, changedAt: at, code },
          },
        });
      if (Object.keys(next.reported).length > 0) {
        const key = entryKeyOf(day, { at, code, receiptNumber, version });
        const listed = { queueKey: unansweredKey, queueOrder: `${day}#${key.sk}` };
        puts.push({
          Put: { TableName: claims.name, Item: { ...key, ...change, ...next.reported, version, ...listed } },
        });
      }
      // Another writer of the same receipt at the same moment decides again: so they have one order, and the last
      // release reports it.
      return [receiptWrite(billing.name, { pk, sk: receipt }, known, next), ...puts];
    },
    shown: ({ supplyCode, claimId }, { held, disputed, corrected }, at) => {
      const stays = corrected.length > 0 ? correctedSeconds : freeSeconds;
      return {
        Put: {
          TableName: billing.name,
          Item: {
            ...heldKeyOf(supplyCode, claimId),
            held,
            ...(disputed && { disputed }),
            ...(corrected.length > 0 && { corrected }),
            ...(held.length === 0 && { expiresAt: Math.floor(Date.parse(at) / 1000) + stays }),
          },
        },
      };
    },
    ofDay: async (day) => (await entriesOf(day)).flatMap(holdIn),
    notesOfDay: async (day) => (await entriesOf(day)).flatMap(notesIn),
    acknowledge: (day, change, at, reference) =>
      acknowledge(day, change, { at: "acknowledgedAt", reference: "reference" }, [at, reference]),
    acknowledgeNotes: (day, change, at, reference) =>
      acknowledge(day, change, { at: "notesAcknowledgedAt", reference: "notesReference" }, [at, reference]),
    unanswered: async (limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: claims.name,
          IndexName: "byQueue",
          KeyConditionExpression: "queueKey = :queue",
          ExpressionAttributeValues: { ":queue": unansweredKey },
          Limit: limit,
        }),
      );
      return Items.flatMap((item) => reportedIn(listed.parse(item)));
    },
    receiptsOf: openReceiptReader(billing).lastMonths,
    billedIn: openBilledIn(billing),
  };
}
