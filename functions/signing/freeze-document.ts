import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { newSecret } from "../../shared/casework/case/new-ids.ts";
import type { Decision } from "../../shared/casework/case/record.ts";
import { summaryAt } from "../../shared/casework/claim/claim-summary.ts";
import { nextNumber, voided } from "../../shared/casework/resolution/office-number.ts";
import { printDocument } from "../../shared/casework/seal/issue-document.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { entriesOf } from "../../shared/domain/case/case-events.ts";
import type { Correction } from "../../shared/domain/case/fact-details.ts";
import type { DocumentKind } from "../../shared/domain/case/issued-documents.ts";
import { awaitingSignature } from "../../shared/domain/resolution/frozen-documents.ts";
import type { Staff } from "../../shared/domain/work/people.ts";
import type { SigningDeps } from "./signing-deps.ts";

/** A document to send to signature: its text and file name are made from the number it gets. */
export interface NewFrozen {
  readonly kind: Extract<DocumentKind, "rectification" | "elevation-letter" | "withdrawal-acceptance">;
  readonly fileName: (number: string) => string;
  readonly sheet: (number: string) => Sheet;
  readonly by: Staff;
  /** The error that a rectification corrects. */
  readonly rectifies?: Correction;
  /** Why an acceptance accepts the withdrawal. */
  readonly accepts?: { readonly reason: string };
}

/**
 * Prints a document with the office's next number, keeps its bytes, and returns the decision that sends it to
 * signature: the entry `document-frozen` and the writes that take the number. If another document of its kind waits for
 * its signature, the writes also void the other's number. If somebody takes the number meanwhile, the caller's
 * transaction is refused, and the caller must call again.
 */
export async function frozenBy(
  deps: SigningDeps,
  at: CaseAt,
  { kind, fileName, sheet, by, rectifies, accepts }: NewFrozen,
): Promise<Decision> {
  const { number, take } = await nextNumber(deps, at, kind);
  const made = { kind, fileName: fileName(number), source: newSecret() } as const;
  const document = await printDocument(deps, made, sheet(number));
  const details = { number, document, ...(rectifies && { rectifies }), ...(accepts && { accepts }) };
  const replaced = awaitingSignature(at.file.events, at.claim).filter((frozen) => frozen.document.kind === kind);
  return {
    entries: [{ type: "document-frozen", effectiveAt: at.now, by, details }],
    also: [...take, ...replaced.flatMap((one) => voided(deps, at.file, one, `Se envió otro a firma: ${number}.`))],
  };
}

/**
 * Returns what a route answers after a document of `kind` was sent to signature: the claim's summary, and the
 * document's number, id and SHA-256. Takes the last such document of the case. Throws if the case has none.
 */
export function frozenAnswer(at: CaseAt, kind: NewFrozen["kind"]) {
  const frozen = entriesOf(at.file.events, "document-frozen").findLast(({ details }) => details.document.kind === kind);
  if (!frozen) throw new Error(`claim ${at.file.head.claimId} holds no ${kind} after it was sent to signature`);
  const { number, document } = frozen.details;
  return { ...summaryAt(at), number, documentId: document.documentId, sha256: document.sha256 };
}
