import { papersOf } from "../../shared/casework/case-papers.ts";
import { documentsOf } from "../../shared/casework/claim-view.ts";
import { pagePictures } from "../../shared/casework/page-pictures.ts";
import { downloadCasePaper as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { type CaseEvent, entriesOf } from "../../shared/domain/case-events.ts";
import { isKept } from "../../shared/domain/claim-form.ts";
import { ok } from "../../shared/domain/result.ts";
import { linkExpiry, neutralName } from "../../shared/storage/evidence.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { openCase } from "./open-case.ts";

/** Addresses for a document of the office, or for a paper that is kept and its pages. */
export const downloadCasePaper = (desk: CaseworkDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const opened = await openCase(desk, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const { events } = opened.value.file;
    const isAsked = ({ documentId }: { documentId: string }) => documentId === params.documentId;
    const paper = papersOf(events).find((one) => isAsked(one) && isKept(one.state));
    const found = paper ?? documentsOf(opened.value, "staff").find(isAsked);
    if (!found) return refused("document-not-found");
    const { documentId, fileName, sha256 } = found;
    const { code } = opened.value.filing.details;
    const url = await (paper
      ? desk.paperDownloads.link(documentId, neutralName(code, documentId, fileName))
      : desk.documentDownloads.link(documentId, fileName));
    const drawn = paper ? documentId : scannedAs(events, documentId);
    const pages = drawn === undefined ? [] : await pagePictures(desk, drawn);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now), pages });
  });

/** The upload a scan of a signature on paper came as, if the document is one. */
function scannedAs(events: readonly CaseEvent[], documentId: string): string | undefined {
  return entriesOf(events, "hand-signature-claimed").find(({ details }) => details.scan.documentId === documentId)
    ?.details.uploadId;
}
