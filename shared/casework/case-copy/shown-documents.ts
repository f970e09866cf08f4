import type { CaseEvent } from "../../domain/case/case-events.ts";
import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import { isFreezing, isSigning, signingOf, unsignedIn } from "../../domain/resolution/frozen-documents.ts";
import type { CaseAt } from "../case/case-at.ts";
import { issuedResolutions, mayKnowResolution, type Side } from "../resolution/issued-resolutions.ts";
import { isReplaced } from "../seal/document-standing.ts";

/** A document of the office as an entry of a case brought it. */
interface CaseDocument {
  readonly document: OfficeDocument;
  /** When the entry was recorded. */
  readonly at: string;
  /** The number of the resolution it rectifies: whoever may not know that one may not see this. */
  readonly rectifies?: string | undefined;
  /** Sent to signature and not signed yet. */
  readonly unsigned?: true;
  /** A newer one stands for it. */
  readonly replaced?: true;
}

/**
 * Returns the office's documents in a case that one side may see, in the order of their entries. The claimant sees a
 * resolution and its rectifications once the resolution is notified; of unsigned documents, only the certificate of a
 * silence. Staff see unsigned documents too, but not the cargo, which bears the claimant's key. Nobody sees a draft
 * that was returned or replaced.
 */
export function shownDocuments(at: CaseAt, side: Side): readonly CaseDocument[] {
  const { events } = at.file;
  const knownResolutions = new Set(
    issuedResolutions(at).flatMap(({ documentId, notifiedOn }) => (notifiedOn || side === "staff" ? documentId : [])),
  );
  const isShown = ({ document: { kind, documentId }, rectifies, unsigned }: CaseDocument): boolean => {
    if (unsigned && side === "claimant") return kind === "silence-certificate";
    if (kind.endsWith("resolution")) return knownResolutions.has(documentId) || unsigned === true;
    if (rectifies !== undefined) return mayKnowResolution(rectifies, at, side);
    return kind !== "claim-cargo" || side === "claimant";
  };
  return events.flatMap((event) => documentsBroughtBy(event, events)).filter(isShown);
}

/** Marks what an entry brought if a newer document stands for it. */
const replacedIn = (...given: Parameters<typeof isReplaced>): Pick<CaseDocument, "replaced"> =>
  isReplaced(...given) ? { replaced: true } : {};

/** The document an entry brought: of one that was signed its signed file alone, of a draft that was dropped none. */
function documentsBroughtBy(event: CaseEvent, events: readonly CaseEvent[]): readonly CaseDocument[] {
  const { recordedAt: at } = event;
  if (event.type === "document-added") return [{ document: event.details.document, at, ...replacedIn(events, event) }];
  if (isSigning(event)) {
    const { document } = event.details;
    return document ? [{ document, at, ...(event.type === "rectified" && { rectifies: event.details.of }) }] : [];
  }
  if (event.type === "hand-signature-claimed") {
    const isWaiting = unsignedIn(events).some(({ claimed }) => claimed?.seq === event.seq);
    return isWaiting ? [{ document: event.details.scan, at, unsigned: true }] : [];
  }
  const document = isFreezing(event) ? event.details.document : undefined;
  if (!document) return [];
  const rectifies = event.type === "document-frozen" ? event.details.rectifies?.of : undefined;
  const signed = signingOf(events, event.seq);
  if (signed) return signed.details.document ? [] : [{ document, at, rectifies }];
  const isWaiting = unsignedIn(events).some(({ seq }) => seq === event.seq);
  return isWaiting ? [{ document, at, rectifies, unsigned: true }] : [];
}
