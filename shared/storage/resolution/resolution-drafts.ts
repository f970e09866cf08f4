import * as z from "zod";
import { type ResolutionOutcome, resolutionOutcomes } from "../../domain/case/claim-events.ts";
import type { MatterAnswer } from "../../domain/resolution/resolution-answers.ts";
import { headKeyOf } from "../case/claim-keys.ts";
import { type ConciliationNotes, conciliationNotesWrite } from "../conciliation/conciliation-notes.ts";
import type { Table, Write } from "../dynamodb.ts";

/** What is being decided of one receipt. */
interface DraftedMonth {
  readonly receiptNumber: string;
  readonly outcome?: ResolutionOutcome | undefined;
  /** The m³ that the receipt is left at; absent if its volume does not change. */
  readonly correctedM3?: number | undefined;
  /** Why it departs from the rule of an atypical month without a leak, where it does. */
  readonly departure?: string | undefined;
}

/** The resolution being written: no act yet. */
export interface ResolutionDraft {
  readonly outcome: ResolutionOutcome;
  readonly decision: string;
  readonly reasons: string;
  /** Each month apart, where it is not decided like the whole or is left at another volume. */
  readonly months: readonly DraftedMonth[];
  /** Absent in drafts of before each matter had its answer. */
  readonly answers?: readonly MatterAnswer[] | undefined;
  readonly savedAt: string;
  readonly by: string;
  /** How it looks as it would be printed; absent until somebody looks at it as it was saved. */
  readonly printed?: PrintedDraft | undefined;
}

/** A draft as it would be printed, without a number and a verification code. */
interface PrintedDraft {
  readonly documentId: string;
  readonly sha256: string;
  readonly fileName: string;
  /** The day of its date, in Lima. */
  readonly on: string;
  /** How many entries the case had. */
  readonly version: number;
}

const storedDraft = z.object({
  outcome: z.enum(resolutionOutcomes),
  decision: z.string(),
  reasons: z.string(),
  months: z.array(
    z.object({
      receiptNumber: z.string(),
      outcome: z.enum(resolutionOutcomes).optional(),
      correctedM3: z.number().optional(),
      departure: z.string().optional(),
    }),
  ),
  answers: z.array(z.object({ matter: z.string(), text: z.string(), cites: z.array(z.string()) })).optional(),
  savedAt: z.string(),
  by: z.string(),
  printed: z
    .object({
      documentId: z.string(),
      sha256: z.string(),
      fileName: z.string(),
      on: z.string(),
      version: z.number(),
    })
    .optional(),
});

/**
 * Returns the resolution draft that a stored item holds. Throws if the item is undefined, or is not a draft: the caller
 * first checks that there is one.
 */
export function draftOf(item: unknown): ResolutionDraft {
  return storedDraft.parse(item);
}

export interface DraftWriter {
  /**
   * Returns the write that saves a draft over `before`, the draft that was read. It is refused if somebody saved or
   * deleted a draft since; without `before`, if there is any draft.
   */
  save(claimId: string, draft: ResolutionDraft, before: ResolutionDraft | undefined): Write;
  /**
   * Returns the write that saves the conciliation notes of a case over `before`, the notes that were read. It is
   * refused if somebody saved other notes since; without `before`, if there are any notes.
   */
  saveNotes(claimId: string, notes: ConciliationNotes, before: ConciliationNotes | undefined): Write;
}

export function openDraftWriter(table: Table): DraftWriter {
  const { name } = table;
  return {
    saveNotes: (claimId, notes, before) => conciliationNotesWrite(table, claimId, notes, before),
    save: (claimId, draft, before) => ({
      Put: {
        TableName: name,
        Item: { ...keyOf(claimId), ...draft },
        ConditionExpression: before ? "savedAt = :before" : "attribute_not_exists(pk)",
        ...(before && { ExpressionAttributeValues: { ":before": before.savedAt } }),
      },
    }),
  };
}

export interface ResolutionDrafts extends DraftWriter {
  /**
   * Returns the write that deletes a draft. It is refused if somebody saved another or deleted it since it was read.
   */
  drop(claimId: string, draft: ResolutionDraft): Write;
}

export function openResolutionDrafts(table: Table): ResolutionDrafts {
  return {
    ...openDraftWriter(table),
    drop: (claimId, { savedAt }) => ({
      Delete: {
        TableName: table.name,
        Key: keyOf(claimId),
        ConditionExpression: "savedAt = :savedAt",
        ExpressionAttributeValues: { ":savedAt": savedAt },
      },
    }),
  };
}

const keyOf = (claimId: string) => ({ pk: headKeyOf(claimId).pk, sk: "DRAFT" });
