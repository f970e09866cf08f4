import { shownDocuments } from "../../../shared/casework/case-copy/shown-documents.ts";
import { downloadOpenCargo as route } from "../../../shared/contract/open-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import { claimByKey } from "../claim/claim-by-key.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers an address to download the cargo of a claim to whoever gives the claim's code and key. If the code or the key
 * is wrong, refuses `claim-not-found` or, after five wrong keys this hour, `too-many-attempts`. Refuses
 * `document-not-ready` until the cargo is made.
 */
export const downloadOpenCargo = (deps: ClaimDeps) =>
  serve(route, async ({ body, now }) => {
    const found = await claimByKey(deps, body, now);
    if (!found.ok) return found;
    const shown = shownDocuments(found.value, "claimant").map(({ document }) => document);
    const cargo = shown.find(({ kind }) => kind === "claim-cargo");
    if (!cargo) return refused("document-not-ready");
    const { documentId, fileName, sha256 } = cargo;
    const url = await deps.documentDownloads.link(documentId, fileName);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
  });
