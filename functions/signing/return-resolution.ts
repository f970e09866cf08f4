import { record } from "../../shared/casework/case/record.ts";
import { summaryAt } from "../../shared/casework/claim/claim-summary.ts";
import { voidedResolution } from "../../shared/casework/resolution/office-number.ts";
import { returnResolution as route } from "../../shared/contract/resolution/signing-routes.ts";
import type { CaseEventOf } from "../../shared/domain/case/case-events.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { frozenResolution } from "../../shared/domain/resolution/frozen-documents.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import type { ResolutionDraft } from "../../shared/storage/resolution/resolution-drafts.ts";
import { serve } from "../runtime/serve.ts";
import { nothingToSign } from "./law-refusal.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Records that the resolution that waits for its signature is returned, voids its number with the reason, and saves its
 * text as a draft again under its author's name. If another draft was saved since, leaves that draft as it is. Refuses
 * `not-now` if no resolution waits. Also refuses `claim-not-found`, `version-stale`, `busy` and `write-key-used`, as
 * every write in a case may.
 */
export const returnResolution = (deps: SigningDeps) =>
  serve(route, async ({ params, body: { reason }, caller, now, write, version }) => {
    const recorded = await record(deps, { ...params, now, write, version }, (at) => {
      const issued = frozenResolution(at.file.events);
      if (!issued) return nothingToSign();
      const { number } = issued;
      return ok({
        entries: [
          { type: "resolution-returned", effectiveAt: at.now, by: caller, details: { reason, number } } as const,
        ],
        also: [...voidedResolution(deps, at.file, issued, reason), ...drafted(deps, at.file, issued, at.now)],
      });
    });
    return recorded.ok ? ok(summaryAt(recorded.value)) : recorded;
  });

/** Returns the write that saves the frozen draft again; none if the case has a draft, saved since. */
function drafted(
  { resolutionDrafts }: SigningDeps,
  { head, draft }: CaseFile,
  { outcome, by, details }: CaseEventOf<"resolution-issued">,
  savedAt: string,
): readonly Write[] {
  if (draft) return [];
  const { decision, reasons, months, answers, draftedBy } = details;
  const again: ResolutionDraft = {
    outcome,
    decision,
    reasons,
    months: months.map(({ receiptNumber, outcome: own, corrected, departure }) => ({
      receiptNumber,
      outcome: own,
      ...(corrected && { correctedM3: corrected.m3 }),
      ...(departure !== undefined && { departure }),
    })),
    ...(answers && { answers: answers.map(({ matter, text, cites }) => ({ matter, text, cites })) }),
    savedAt,
    by: draftedBy ?? (by.kind === "staff" ? by.sub : ""),
  };
  return [resolutionDrafts.save(head.claimId, again, undefined)];
}
