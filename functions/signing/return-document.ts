import { summaryAt } from "../../shared/casework/claim-summary.ts";
import { voided } from "../../shared/casework/office-number.ts";
import { record } from "../../shared/casework/record.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { returnDocument as route } from "../../shared/contract/signing-routes.ts";
import { unsignedIn } from "../../shared/domain/frozen-documents.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Returns a rectification, the acceptance of a withdrawal or a letter of elevation that waits for its signature: it never
 * was an act, and its number is voided. A resolution becomes a draft again (`returnResolution`), and a certificate of silence tells what holds: it is
 * nobody's to return.
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
