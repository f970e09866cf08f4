import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-summary.ts";
import { printDocument } from "../../shared/casework/issue-document.ts";
import { newSecret } from "../../shared/casework/new-ids.ts";
import { nextNumber, voided } from "../../shared/casework/office-number.ts";
import type { Decision } from "../../shared/casework/record.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { type Correction, type DocumentKind, entriesOf } from "../../shared/domain/case-events.ts";
import { awaitingSignature } from "../../shared/domain/frozen-documents.ts";
import type { Staff } from "../../shared/domain/people.ts";
import type { SigningDeps } from "./signing-deps.ts";

/** A document to be sent to signature: what it says and its file are by the number it gets. */
export interface NewFrozen {
  readonly kind: Extract<DocumentKind, "rectification" | "elevation-letter" | "withdrawal-acceptance">;
  readonly fileName: (number: string) => string;
  readonly sheet: (number: string) => Sheet;
  readonly by: Staff;
  readonly rectifies?: Correction;
  readonly accepts?: { readonly reason: string };
}

/**
 * Sends a document to signature: the office's next number is taken, its bytes are kept, and the entry fixes them with its
 * number and date. The number of one of the kind that waited in its place is voided.
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

/** What is answered of the last document of a kind that was sent to signature in a case. */
export function frozenAnswer(at: CaseAt, kind: NewFrozen["kind"]) {
  const frozen = entriesOf(at.file.events, "document-frozen").findLast(({ details }) => details.document.kind === kind);
  if (!frozen) throw new Error(`claim ${at.file.head.claimId} was to hold a ${kind}`);
  const { number, document } = frozen.details;
  return { ...summaryAt(at), number, documentId: document.documentId, sha256: document.sha256 };
}
