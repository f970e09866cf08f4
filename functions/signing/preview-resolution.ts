import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { caseEvidence } from "../../shared/casework/resolution/case-evidence.ts";
import { overridesIn } from "../../shared/casework/resolution/evidence-checklist.ts";
import { citablesOf, mattersOf } from "../../shared/casework/resolution/resolution-matters.ts";
import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { previewResolution as route } from "../../shared/contract/resolution/signing-routes.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { givenAnswers, reasonsWith } from "../../shared/domain/resolution/resolution-answers.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { ResolutionDraft } from "../../shared/storage/resolution/resolution-drafts.ts";
import { serve } from "../runtime/serve.ts";
import { decidedMonths } from "./decided-months.ts";
import { resolutionSheet } from "./resolution-sheet.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Prints the saved draft of a resolution as it would be sent to signature, and notes it with the draft; records no
 * entry. Printed once a day while draft and case stay as they are. Refuses `no-draft` if none is saved, `cannot-price`
 * if a corrected month has no price, `not-now` if a departure lacks its reason. Refuses as `record`.
 */
export const previewResolution = (deps: SigningDeps) =>
  serve(route, async ({ params, now }) => {
    const recorded = await record(deps, { ...params, now, slow: true }, (at) => previewed(deps, at));
    if (!recorded.ok) {
      const { error } = recorded;
      // Neither a version nor a key is sent here: somebody else wrote at the same time.
      return error === "version-stale" || error === "write-key-used" ? refused("busy") : { ...recorded, error };
    }
    const { draft } = recorded.value.file;
    if (!draft?.printed) return refused("no-draft");
    const { documentId, fileName } = draft.printed;
    return ok({ documentId, fileName, savedAt: draft.savedAt });
  });

/**
 * Returns the decision that notes how the draft looks as it would be printed; of nothing if that was noted today and
 * the case has no newer entry. Refuses `no-draft`, `cannot-price` and `not-now` as the route does.
 */
async function previewed(
  deps: SigningDeps,
  at: CaseAt,
): Promise<Answer<Decision, "no-draft" | "cannot-price" | "not-now">> {
  const { head, draft } = at.file;
  if (!draft) return refused("no-draft");
  const { version } = head;
  const on = limaDay(at.now);
  if (draft.printed?.on === on && draft.printed.version === version) return ok({ entries: [] });
  const sheet = await draftSheet(deps, at, draft);
  if (!sheet.ok) return sheet;
  const bytes = await deps.pdfRenderer.print(sheet.value);
  const sha256 = sha256Of(bytes);
  const documentId = sha256.slice(0, 32);
  await deps.documents.write(documentId, bytes, "application/pdf");
  const printed = { documentId, sha256, fileName: `proyecto-${head.code}.pdf`, on, version };
  return ok({ entries: [], also: [deps.resolutionDrafts.save(head.claimId, { ...draft, printed }, draft)] });
}

/** Stands where the number will be. */
const noNumber = "PROYECTO";
const notice = "PROYECTO: no está firmado, no tiene número ni código, y no se ha notificado a nadie.";
/** Stands where the reason will be of who lets a missing item go. */
const notLetGo = "[falta agregarla, o que otra persona la dispense por escrito].";

/**
 * Returns the sheet of a draft: as `issueResolution` prints it, under a line that says what it is. Missing evidence
 * that nobody let go is stated with a blank for its reason. Refuses as `decidedMonths`.
 */
async function draftSheet(
  deps: SigningDeps,
  at: CaseAt,
  draft: ResolutionDraft,
): Promise<Answer<Sheet, "cannot-price" | "not-now">> {
  const { receipts, consumption, evidence: found } = await caseEvidence(deps, at);
  const months = decidedMonths(deps, at, receipts, draft, consumption);
  if (!months.ok) return months;
  const overrides = overridesIn(at, [draft.by]);
  const { outcome, decision } = draft;
  const answers = givenAnswers(draft.answers ?? [], mattersOf(at, outcome), citablesOf(at, found));
  const sheet = resolutionSheet(at, deps.tenant, {
    number: noNumber,
    decision: { outcome, decision, reasons: reasonsWith(draft.reasons, answers), months: months.value },
    evidence: found.map((one) =>
      one.status === "missing" ? { ...one, override: overrides.get(one.item)?.reason ?? notLetGo } : one,
    ),
    receipts,
  });
  return ok({ ...sheet, blocks: [{ text: notice }, ...sheet.blocks] });
}
