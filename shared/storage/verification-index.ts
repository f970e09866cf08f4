import { type CaseEvent, documentsIn, type OfficeDocument } from "../domain/case-events.ts";
import { digestKeyOf, verificationKeyOf } from "./claim-keys.ts";
import type { Write } from "./dynamodb.ts";

/** Where a document of the office's stands. */
export type DocumentPlace = { readonly claimId: string; readonly seq: number } | { readonly filingId: string };

/** The writes by which a document is found by its code and by its bytes; they go with the write that names it. */
export function indexWrites(
  name: string,
  { documentId, verificationCode, sha256 }: OfficeDocument,
  place: DocumentPlace,
) {
  return [verificationKeyOf(verificationCode), digestKeyOf(sha256)].map(
    (key): Write => ({ Put: { TableName: name, Item: { ...key, ...place, documentId } } }),
  );
}

/** The same for every document that an entry names. */
export function entryIndexWrites(name: string, claimId: string, event: CaseEvent): readonly Write[] {
  return documentsIn(event).flatMap((document) => indexWrites(name, document, { claimId, seq: event.seq }));
}
