import { record } from "../../shared/casework/case/record.ts";
import { summaryAt } from "../../shared/casework/claim/claim-summary.ts";
import { voided } from "../../shared/casework/resolution/office-number.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { returnDocument as route } from "../../shared/contract/resolution/signing-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { unsignedIn } from "../../shared/domain/resolution/frozen-documents.ts";
import { serve } from "../runtime/serve.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Records that a rectification, an acceptance of a withdrawal or a letter of elevation is returned unsigned, and voids
 * its number. Refuses `document-not-found` if no such document waits for a signature. Refuses `not-now` if the document
 * is a resolution, which `returnResolution` returns, or a certificate of silence, which cannot be returned. Also
 * refuses `claim-not-found`, `version-stale`, `busy` and `write-key-used`, as every write in a case may.
 */
export const returnDocument = (deps: SigningDeps) =>
  serve(route, async ({ params: { claimId, documentId }, body: { reason }, caller, now, write, version }) => {
    const recorded = await record(deps, { claimId, now, write, version }, (at) => {
      const frozen = unsignedIn(at.file.events).find(({ document }) => document.documentId === documentId);
      if (!frozen) return refused("document-not-found");
      const { seq: of, number } = frozen;
      if (at.file.events[of - 1]?.type !== "document-frozen")
        return refused("not-now", {
          detail: "Una resolución se devuelve desde su expediente, y la constancia de un silencio no se devuelve.",
        });
      const details = { of, number, reason };
      return ok({
        entries: [{ type: "document-returned", effectiveAt: at.now, by: caller, details } as const],
        also: voided(deps, at.file, frozen, reason),
      });
    });
    return recorded.ok ? ok(summaryAt(recorded.value)) : recorded;
  });
