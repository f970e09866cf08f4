import { type CaseEvent, entriesOf } from "../../domain/case/case-events.ts";
import { isSigning } from "../../domain/resolution/frozen-documents.ts";

/**
 * Returns the id of the upload that a signed document of the office came in, signed by hand or with a certificate, of
 * which the page pictures are. Undefined for any other document.
 */
export function uploadOf(events: readonly CaseEvent[], documentId: string): string | undefined {
  const scan = entriesOf(events, "hand-signature-claimed").find(
    ({ details }) => details.scan.documentId === documentId,
  );
  const signed = events.filter(isSigning).find(({ details }) => details.document?.documentId === documentId);
  return scan?.details.uploadId ?? signed?.details.uploadId;
}
