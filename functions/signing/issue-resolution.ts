import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-view.ts";
import { evidenceOf } from "../../shared/casework/evidence.ts";
import { keepDocument } from "../../shared/casework/keep-document.ts";
import { monthTotalAt } from "../../shared/casework/price-offer.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { issueResolution as route } from "../../shared/contract/signing-routes.ts";
import { limaDay, partsOf } from "../../shared/domain/calendar-day.ts";
import { type FactOf, lastEntry } from "../../shared/domain/case-events.ts";
import type { Cents } from "../../shared/domain/money.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { writtenNumber } from "../../shared/domain/resolution-number.ts";
import { ok } from "../../shared/domain/result.ts";
import type { ResolutionDraft } from "../../shared/storage/case-files.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import { lawRefusal } from "./frozen-resolution.ts";
import { isReconsideration, resolutionSheet, type WeighedEvidence } from "./resolution-sheet.ts";
import type { SigningDesk } from "./signing-desk.ts";

type Overrides = RequestOf<typeof route>["body"]["overrides"];

/**
 * Sends the draft to signature: in one transaction the office's next number is taken, the draft goes, and the fact names
 * the document whose bytes were kept before it. Somebody taking the number first makes it print again, with the next.
 */
export const issueResolution = (desk: SigningDesk) =>
  serve(route, async ({ params, body, caller, now, write, version }) => {
    let first: { readonly draft: ResolutionDraft | undefined } | undefined;
    const recorded = await record(desk, { ...params, now, write, version }, (at) => {
      first ??= { draft: at.file.draft };
      // What is sent is what was there when it was asked: another draft has not been looked at.
      if (at.file.draft?.savedAt !== first.draft?.savedAt) return refused("version-stale");
      return issued(desk, at, caller, body.overrides);
    });
    if (!recorded.ok) return recorded;
    const entry = lastEntry(recorded.value.file.events, "resolution-issued");
    if (!entry) throw new Error(`claim ${params.claimId} was to hold a resolution`);
    const { documentId, sha256 } = entry.details.document;
    return ok({ ...summaryAt(recorded.value), number: entry.number, documentId, sha256 });
  });

async function issued(
  desk: SigningDesk,
  at: CaseAt,
  by: Staff,
  overrides: Overrides,
): Promise<Answer<Decision, "not-now" | "no-draft" | "evidence-missing" | "cannot-price">> {
  const { head, draft } = at.file;
  const act = { type: "resolution-issued", effectiveAt: at.now, by } as const;
  // The law asks who and when, not what was decided.
  const refusal = lawRefusal(at, { ...act, number: "", outcome: "concluded", checklist: "complete" });
  if (refusal) return refusal;
  if (!draft) return refused("no-draft");
  const receipts = await desk.receiptReader.lastMonths(head.supplyCode, at.law.evidence.historyMonths);
  const evidence = weighed(at, receipts, overrides);
  if (!evidence.ok) return evidence;
  const corrected = correctedMonth(desk, at, receipts, draft.correctedM3);
  if (!corrected.ok) return corrected;
  const series = { office: head.office, year: partsOf(limaDay(at.now)).year };
  const place = await desk.resolutionNumbers.next(series);
  const number = writtenNumber(desk.tenant.office.resolutionNumber.value, series, place);
  const { outcome, decision, reasons } = draft;
  const sheet = resolutionSheet(at, desk.tenant, {
    number,
    decision: { outcome, decision, reasons, corrected: corrected.value },
    evidence: evidence.value,
    receipts,
  });
  const kind = isReconsideration(at) ? "reconsideration-resolution" : "resolution";
  const fileName = `resolucion-${number}.pdf`;
  const document = await keepDocument(desk.documents, { kind, fileName }, await desk.press.print(sheet));
  const entry: FactOf<"resolution-issued"> = {
    ...act,
    number,
    outcome,
    checklist: evidence.value.some(({ override }) => override !== undefined) ? "overridden" : "complete",
    details: {
      reasons,
      decision,
      corrected: corrected.value,
      evidence: evidence.value.map(({ item, status, override }) => ({ item, status, override })),
      document,
      draftedBy: draft.by,
    },
  };
  return ok({
    entries: [entry],
    also: [...desk.resolutionNumbers.take(series, place, head.claimId), desk.caseFiles.dropDraft(head.claimId, draft)],
  });
}

/** The evidence with the reasons to go without what is missing; refused while one of them is not there. */
function weighed(
  at: CaseAt,
  receipts: readonly PaidReceipt[],
  overrides: Overrides,
): Answer<readonly WeighedEvidence[], "evidence-missing"> {
  const evidence = evidenceOf(at, receipts).map((one): WeighedEvidence => {
    const override = overrides.find(({ item }) => item === one.item)?.reason;
    return one.status === "missing" ? { ...one, override } : one;
  });
  const bare = evidence.filter(({ status, override }) => status === "missing" && override === undefined);
  if (bare.length === 0) return ok(evidence);
  return refused("evidence-missing", {
    detail: `Faltan: ${bare.map(({ name }) => name).join("; ")}. Complétalas, o escribe por qué se decide sin cada una.`,
    fields: bare.map(({ name }) => ({
      field: "body.overrides",
      message: `Escribe por qué se decide sin «${name}».`,
    })),
  });
}

/** What the claimed month is left at by the draft, if it changes it. */
function correctedMonth(
  { tenant }: SigningDesk,
  { filing }: CaseAt,
  receipts: readonly PaidReceipt[],
  m3: number | undefined,
): Answer<{ readonly m3: number; readonly amount: Cents } | undefined, "cannot-price"> {
  const [claimed] = filing.details.form.receipts;
  if (m3 === undefined || !claimed) return ok(undefined);
  const amount = monthTotalAt(receipts, claimed.number, m3, tenant.billing.tariffLists.value);
  return amount === undefined ? refused("cannot-price") : ok({ m3, amount });
}
