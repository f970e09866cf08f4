import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-view.ts";
import { printDocument } from "../../shared/casework/issue-document.ts";
import { newSecret } from "../../shared/casework/new-ids.ts";
import type { Decision } from "../../shared/casework/record.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { type Correction, type DocumentKind, entriesOf } from "../../shared/domain/case-events.ts";
import type { Staff } from "../../shared/domain/people.ts";
import type { SigningDesk } from "./signing-desk.ts";

/** A document to be sent to signature. */
export interface NewFrozen {
  readonly kind: Extract<DocumentKind, "rectification" | "elevation-letter">;
  readonly number: string;
  readonly fileName: string;
  readonly sheet: Sheet;
  readonly by: Staff;
  readonly rectifies?: Correction;
}

/** Sends a document to signature: its bytes are kept, and the entry fixes them with its number and date. */
export async function frozenBy(
  desk: SigningDesk,
  at: CaseAt,
  { kind, number, fileName, sheet, by, rectifies }: NewFrozen,
): Promise<Decision> {
  const document = await printDocument(desk, { kind, fileName, source: newSecret() }, sheet);
  const details = { number, document, ...(rectifies && { rectifies }) };
  return { entries: [{ type: "document-frozen", effectiveAt: at.now, by, details }] };
}

/** What is answered of the last document of a kind that was sent to signature in a case. */
export function frozenAnswer(at: CaseAt, kind: NewFrozen["kind"]) {
  const frozen = entriesOf(at.file.events, "document-frozen").findLast(({ details }) => details.document.kind === kind);
  if (!frozen) throw new Error(`claim ${at.file.head.claimId} was to hold a ${kind}`);
  const { number, document } = frozen.details;
  return { ...summaryAt(at), number, documentId: document.documentId, sha256: document.sha256 };
}
