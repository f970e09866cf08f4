import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { newSecret } from "../../shared/casework/case/new-ids.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { summaryAt } from "../../shared/casework/claim/claim-summary.ts";
import { conciliatedWords, hasConciliated } from "../../shared/casework/conciliation/conciliation-wall.ts";
import { caseEvidence } from "../../shared/casework/resolution/case-evidence.ts";
import { draftFindings } from "../../shared/casework/resolution/draft-findings.ts";
import { type EvidenceView, overridesIn } from "../../shared/casework/resolution/evidence-checklist.ts";
import { nextNumber } from "../../shared/casework/resolution/office-number.ts";
import { isReconsideration } from "../../shared/casework/resolution/remedies.ts";
import type { DraftFinding } from "../../shared/casework/resolution/resolution-lint.ts";
import { citablesOf, mattersOf } from "../../shared/casework/resolution/resolution-matters.ts";
import { printDocument } from "../../shared/casework/seal/issue-document.ts";
import { offOverrideList } from "../../shared/casework/value/off-override-list.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { issueResolution as route } from "../../shared/contract/resolution/signing-routes.ts";
import { printedText } from "../../shared/documents/printed-text.ts";
import { type FactOf, lastEntry } from "../../shared/domain/case/case-events.ts";
import type { OverriddenFinding } from "../../shared/domain/case/fact-details.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { givenAnswers, reasonsWith } from "../../shared/domain/resolution/resolution-answers.ts";
import type { Staff } from "../../shared/domain/work/people.ts";
import type { ResolutionDraft } from "../../shared/storage/resolution/resolution-drafts.ts";
import { serve } from "../runtime/serve.ts";
import { decidedMonths } from "./decided-months.ts";
import { lawRefusal } from "./law-refusal.ts";
import { resolutionSheet, type WeighedEvidence } from "./resolution-sheet.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Sends the draft of the resolution to signature: prints it with the next number, records `resolution-issued` and
 * deletes the draft. Refuses `no-draft` if none is saved; `evidence-missing` or `draft-faulty` if missing evidence or a
 * finding has no override by another person; `cannot-price` if a corrected month has no price; `not-now` if the law
 * takes none now or a departure lacks its reason; `version-stale` if the draft changed. Also refuses as `record`.
 */
export const issueResolution = (deps: SigningDeps) =>
  serve(route, async ({ params, caller, now, write, version }) => {
    let first: { readonly draft: ResolutionDraft | undefined } | undefined;
    const recorded = await record(deps, { ...params, now, write, version, slow: true }, (at) => {
      first ??= { draft: at.file.draft };
      // A draft saved between two attempts must not be sent: the person who asked has not seen it.
      if (at.file.draft?.savedAt !== first.draft?.savedAt) return refused("version-stale");
      return issued(deps, at, caller);
    });
    if (!recorded.ok) return recorded;
    const entry = lastEntry(recorded.value.file.events, "resolution-issued");
    if (!entry) throw new Error(`claim ${params.claimId} holds no resolution after it was sent to signature`);
    const { documentId, sha256 } = entry.details.document;
    return ok({ ...summaryAt(recorded.value), number: entry.number, documentId, sha256 });
  });

/**
 * Prints the draft, keeps its bytes and returns the decision that sends it to signature. Refuses `not-now` if the law
 * takes no resolution now, `by` conciliated the claim or a departure lacks its reason; `no-draft` without one;
 * `evidence-missing` if a missing item has no override; `draft-faulty` if a finding has none or stops; `cannot-price`
 * if the amount of a corrected month cannot be computed.
 */
async function issued(
  deps: SigningDeps,
  at: CaseAt,
  by: Staff,
): Promise<Answer<Decision, "not-now" | "no-draft" | "evidence-missing" | "draft-faulty" | "cannot-price">> {
  const { head, draft } = at.file;
  const act = { type: "resolution-issued", effectiveAt: at.now, by } as const;
  // Asked with any outcome, before anything is printed: the law judges who and when, not what was decided.
  const refusal = lawRefusal(at, { ...act, number: "", outcome: "concluded", checklist: "complete" });
  if (refusal) return refusal;
  if (hasConciliated(at.file, by)) return refused("not-now", { detail: conciliatedWords.draft });
  if (!draft) return refused("no-draft");
  const { receipts, consumption, evidence: found } = await caseEvidence(deps, at);
  const evidence = weighed(found, overridesIn(at, [by.sub, draft.by]));
  if (!evidence.ok) return evidence;
  const months = decidedMonths(deps, at, receipts, draft, consumption);
  if (!months.ok) return months;
  const context = { tenant: deps.tenant, receipts, consumption, evidence: found };
  const findings = letGo(draftFindings(at, context), overridesIn(at, [by.sub, draft.by]));
  if (!findings.ok) return findings;
  const answers = givenAnswers(draft.answers ?? [], mattersOf(at, draft.outcome), citablesOf(at, found));
  const kind = isReconsideration(at) ? "reconsideration-resolution" : "resolution";
  const { number, take } = await nextNumber(deps, at, kind);
  const { outcome, decision } = draft;
  const reasons = reasonsWith(draft.reasons, answers);
  const sheet = resolutionSheet(at, deps.tenant, {
    number,
    decision: { outcome, decision, reasons, months: months.value },
    evidence: evidence.value,
    receipts,
  });
  const fileName = `resolucion-${number}.pdf`;
  const document = await printDocument(deps, { kind, fileName, source: newSecret() }, sheet);
  const entry: FactOf<"resolution-issued"> = {
    ...act,
    number,
    outcome,
    checklist: findings.value.length > 0 || evidence.value.some(isOverridden) ? "overridden" : "complete",
    details: {
      reasons: draft.reasons,
      answers,
      ...(findings.value.length > 0 && { findings: findings.value }),
      decision,
      months: months.value,
      evidence: evidence.value.map(({ item, status, override }) => ({ item, status, override })),
      document,
      text: printedText(sheet),
      draftedBy: draft.by,
    },
  };
  return ok({
    entries: [entry],
    also: [...take, deps.resolutionDrafts.drop(head.claimId, draft), ...offOverrideList(deps.caseFiles, at.file)],
  });
}

/**
 * Returns the evidence, each missing item with the reason that another person gave for it. Refuses `evidence-missing`
 * if a missing item has no reason.
 */
function weighed(
  found: readonly EvidenceView[],
  overrides: ReturnType<typeof overridesIn>,
): Answer<readonly WeighedEvidence[], "evidence-missing"> {
  const evidence = found.map((one): WeighedEvidence => {
    const override = overrides.get(one.item)?.reason;
    return one.status === "missing" ? { ...one, override } : one;
  });
  const unexcused = evidence.filter(({ status, override }) => status === "missing" && override === undefined);
  if (unexcused.length === 0) return ok(evidence);
  return refused("evidence-missing", {
    detail: `Faltan: ${unexcused.map(({ name }) => name).join("; ")}. Complétalas, o pide que otra persona las dispense por escrito: otra resolutora, quien firma o la gerencia.`,
  });
}

const isOverridden = ({ override }: WeighedEvidence): boolean => override !== undefined;

/** As many findings as a refusal names; the desk shows them all. */
const mostNamed = 3;

/**
 * Returns the findings about the draft, each with the reason that another person gave to let it go. Refuses
 * `draft-faulty` if one has no reason, or if nobody can let it go.
 */
function letGo(
  found: readonly DraftFinding[],
  overrides: ReturnType<typeof overridesIn>,
): Answer<readonly (OverriddenFinding & { readonly override: string })[], "draft-faulty"> {
  const open = found.filter(({ key, stops }) => stops || !overrides.has(key));
  if (open.length === 0)
    return ok(found.map(({ key, text }) => ({ key, text, override: overrides.get(key)?.reason ?? "" })));
  const named = open
    .toSorted((a, b) => Number(b.stops ?? false) - Number(a.stops ?? false))
    .slice(0, mostNamed)
    .map(({ text }) => text);
  const more = open.length > mostNamed ? ` Y ${open.length - mostNamed} más.` : "";
  const remedy = open.some(({ stops }) => stops)
    ? "Corrígelo: citar esa propuesta no lo dispensa nadie."
    : "Corrígelo, o pide que otra persona lo dispense por escrito.";
  return refused("draft-faulty", { detail: `${named.join(" ")}${more} ${remedy}` });
}
