import type { showClaim } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { claimantName } from "../../documents/spanish-names.ts";
import { heldReceipts, settlementsOf } from "../../domain/billing/settlements.ts";
import { answerDay, lastDayToNotify } from "../../domain/board/late-risk.ts";
import { type Awaited, awaitedOf } from "../../domain/case/awaits-claimant.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import { awaitsAcceptance, claimAt } from "../../domain/case/claim.ts";
import { endingOf } from "../../domain/case/claim-ending.ts";
import { lastEvent } from "../../domain/case/claim-events.ts";
import { lawAt } from "../../domain/case/claim-law.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import { awaitsStandingProof } from "../../domain/counter/standing-proof.ts";
import { addressShown, holdAwaited } from "../../domain/filing/guest-claims.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { reasonsWith } from "../../domain/resolution/resolution-answers.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { clocksOf, lacksEvidence, workingOf } from "../../domain/term/claim-clocks.ts";
import { dueFor } from "../../domain/term/due-for.ts";
import { lateOf, silenceDay } from "../../domain/term/late-company.ts";
import { waitingAppointments } from "../../domain/visit/waiting-appointments.ts";
import type { ClaimCaller } from "../../domain/work/claim-access.ts";
import { actionsFor } from "../../domain/work/claim-access.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { attachmentsOf, claimantsAttachmentsOf, copiesWanted } from "../attachment/case-attachments.ts";
import { uploadOf } from "../attachment/signed-upload.ts";
import { holdAsked } from "../billing/hold-asked.ts";
import { decidedMonthsView, replacedBy, tribunalView } from "../board/decided-since.ts";
import { isVisitRepeated, openMatters, plannedVisits, unreportedDays } from "../case/awaited-facts.ts";
import type { CaseAt } from "../case/case-at.ts";
import { isTestData } from "../case/claim-law.ts";
import { timelineView } from "../case/timeline-view.ts";
import { shownDocuments } from "../case-copy/shown-documents.ts";
import { hearingChoice, isHearingConfirmed } from "../conciliation/hearing-choice.ts";
import { hearingView } from "../conciliation/hearing-instructions.ts";
import { offersOf } from "../conciliation/offers.ts";
import { priceView } from "../conciliation/price-offer.ts";
import { contactPendingUntil } from "../counter/counted-contact.ts";
import { countsFrom } from "../delivery/early-delivery.ts";
import { recoursesOfUnnotified } from "../delivery/tacit-notification.ts";
import { claimantNow, consentPendingUntil, consentsTo } from "../notice/notice-consent.ts";
import { quejasOf } from "../recourse/quejas.ts";
import { issuedResolutions, type Side } from "../resolution/issued-resolutions.ts";
import { withdrawalUndoUntil } from "../resolution/undone-withdrawal.ts";
import { clockView } from "../term/clocks-view.ts";
import { isVisitConfirmed } from "../visit/visit-choice.ts";
import { actView, summaryAt } from "./claim-summary.ts";
import { mayReplaceKey } from "./key-replacement.ts";

type View = Omit<AnswerOf<typeof showClaim>, "duplicates">;

function resolutionsView(at: CaseAt, side: Side): View["resolutions"] {
  return issuedResolutions(at)
    .filter(({ notifiedOn }) => side === "staff" || notifiedOn)
    .map(({ issued: { seq, number, outcome, effectiveAt, details }, signedAt, notifiedOn, documentId }) => ({
      number,
      outcome,
      issuedOn: limaDay(effectiveAt),
      ...(signedAt && { signedAt }),
      ...(notifiedOn && { notifiedOn }),
      decision: details.decision,
      reasons: reasonsWith(details.reasons, details.answers),
      months: decidedMonthsView(details.months),
      documentId,
      ...replacedBy(at, seq),
      rectified: entriesOf(at.file.events, "rectified")
        .filter((one) => one.details.of === number)
        .map(({ recordedAt, details: { says, should } }) => ({ at: recordedAt, says, should })),
    }));
}

function offersView(at: CaseAt): View["offers"] {
  return offersOf(at).map(({ before, after, instalments, counter, ...offer }) => ({
    ...offer,
    before: formatCents(before),
    ...priceView({ after, instalments }),
    ...(counter && { counter: { m3: counter.m3, says: counter.says, ...priceView(counter) } }),
  }));
}

/** Whether an offer waits for its answer, or one given by telephone may still be changed. */
function mayAnswer(awaits: readonly Awaited[], offers: View["offers"]): boolean {
  return awaits.some(({ act }) => act === "answer-offer") || offers.some(({ undoUntil }) => undoUntil !== undefined);
}

/** The day on which a withdrawal was asked for that waits to be accepted. */
function withdrawalView({ claim, file: { events } }: CaseAt): Pick<View, "withdrawalAskedOn"> {
  const asked = awaitsAcceptance(claim) ? lastEntry(events, "withdrawal-requested") : undefined;
  return asked ? { withdrawalAskedOn: limaDay(asked.effectiveAt) } : {};
}

/** The last days to undo what was said by telephone, each absent if there is nothing to undo. */
function undoingView(at: CaseAt): Pick<View, "withdrawalUndoUntil" | "notifyByEmailAfter" | "contactAfter"> {
  const withdrawal = withdrawalUndoUntil(at);
  const mail = consentPendingUntil("email", at);
  const contact = contactPendingUntil(at);
  return {
    ...(withdrawal && { withdrawalUndoUntil: withdrawal }),
    ...(mail && { notifyByEmailAfter: mail }),
    ...(contact && { contactAfter: contact }),
  };
}

/** The claimed receipts, each with the last day to claim it that the filing counted, and what settled it. */
function receiptsView({ file: { events }, filing, claim, law }: CaseAt): View["receipts"] {
  const lastDays = new Map(filing.details.windows?.map(({ number, term }) => [number, term.dueDate]));
  const settled = new Map(settlementsOf({ events, claim, law }).map((one) => [one.receiptNumber, one]));
  return claimedReceipts(events).map(({ number, period, m3, amount }) => {
    const left = settled.get(number);
    return {
      ...{ number, period, m3, amount: formatCents(amount) },
      claimUntil: lastDays.get(number),
      ...(left && {
        left: {
          amount: formatCents(left.corrected?.amount ?? amount),
          from: left.from,
          ...(left.corrected && { corrected: true as const }),
          ...(left.instalments !== undefined && { instalments: left.instalments }),
        },
      }),
    };
  });
}

/** How a claim stands towards its end: the day of the answer, how it ended and what was withdrawn. */
function endView({ file: { events }, claim, law, now }: CaseAt): Pick<View, "answerBy" | "ended" | "withdrew"> {
  return {
    answerBy: answerDay(claim.state, silenceDay(claim, lawAt(law, now)), law.calendars, limaDay(now)),
    ended: endingOf(claim, events, law),
    withdrew: claim.state === "withdrawn" ? lastEntry(events, "withdrawal-requested")?.of : undefined,
  };
}

/** What was said of a meter test: in the filing, or later if it was asked for then. */
function meterTestAsked({ file, filing }: CaseAt): Pick<View, "meterTest" | "meterTestCostAccepted"> {
  const { meterTest, meterTestCostAccepted } = filing.details.form;
  const later = lastEntry(file.events, "meter-test-asked")?.details;
  return later ? { meterTest: true, meterTestCostAccepted: later.costAccepted } : { meterTest, meterTestCostAccepted };
}

/**
 * The visits that were planned: with inspector and report if they have them, `isLast` if no other follows, `missed` if
 * the day is over without a report, `confirmed` if the claimant confirmed it.
 */
function visitsView({ file: { events }, law, now }: CaseAt): View["visits"] {
  const today = limaDay(now);
  return plannedVisits(events).map(({ visit, inspector, report }) => ({
    ...visit,
    ...(inspector !== undefined && { inspector }),
    ...(report && { outcome: report.outcome, reportedAt: report.recordedAt }),
    ...(!report && !isVisitRepeated(events, law) && { isLast: true as const }),
    ...(!report && visit.on < today && { missed: true as const }),
    ...(isVisitConfirmed(events, visit) && { confirmed: true as const }),
  }));
}

/** The claimant's attachments; `copyWanted` if another copy of one is wanted. */
function attachmentsView(events: readonly CaseEvent[]): View["attachments"] {
  const wanted = copiesWanted(events);
  return claimantsAttachmentsOf(events).map((attachment) => ({
    ...attachment,
    ...(wanted.has(attachment.documentId) && { copyWanted: true as const }),
  }));
}

function documentsView(at: CaseAt, side: Side): View["documents"] {
  return shownDocuments(at, side).map(({ document, at: madeAt, unsigned, replaced }) => ({
    ...document,
    at: madeAt,
    ...(unsigned && { unsigned }),
    ...(replaced && { replaced }),
    ...(side === "staff" && uploadOf(at.file.events, document.documentId) && { pictured: true as const }),
  }));
}

/**
 * What the office still asks the claimant to correct; for a reconsideration without new evidence, the request to bring
 * it.
 */
function defectsOf({ file: { events }, claim, law }: CaseAt): string[] {
  if (claim.state === "in-reconsideration" && lacksEvidence(claim, law)) {
    const asked = lastEntry(events, "new-evidence-asked");
    return asked ? [asked.details.text] : [];
  }
  const observed = lastEntry(events, "defect-observed");
  return observed && !lastEntry(events, "remedied") ? [...observed.details.defects] : [];
}

/** The last day to mend what is missing, if the claimant said at `now` that they know it; undefined once they do. */
function remedyIfKnown({ claim, law, now }: CaseAt): View["remedyIfKnown"] {
  if (claim.state !== "observed" || lastEvent(claim.history, "defect-notified")) return undefined;
  const by = { kind: "system", name: "claims" } as const;
  const known = { type: "defect-notified", by, effectiveAt: now, recordedAt: now } as const;
  const then = claimAt([...claim.history, known], law, now);
  return then && workingOf("T04", then, law)?.dueDate;
}

/** Whether a proof of standing is asked for: of a claimant, only while they could withdraw or accept an offer. */
function isProofAsked({ file: { events }, claim }: CaseAt, side: Side): boolean {
  const mayWithdraw = allowedEvents(claim.state).includes("withdrawal-requested");
  return (side === "staff" || mayWithdraw) && awaitsStandingProof(events);
}

/**
 * An act that is awaited of the claimant. `about` is left out for staff if it is the key of a notice, which opens it.
 */
function awaitedView(awaited: Awaited, { law, now }: CaseAt, side: Side): View["awaits"][number] {
  const { act, about } = awaited;
  const isKey = side === "staff" && act === "acknowledge-notice";
  return { ...actView(awaited, law, now), ...(about !== undefined && !isKey && { about }) };
}

function holdView({ file: { events }, claim, law }: CaseAt): View["hold"] {
  if (heldReceipts({ events, claim, law }).length > 0) return "held";
  return holdAwaited(events) === undefined ? "released" : "waiting";
}

/**
 * Returns a claim as `caller` may see it. Staff see every attachment and resolution, but no key of the claim, a notice
 * or a hold. A customer (the claimant, or whoever opened it with its key) sees neither the company's evidence nor a
 * resolution before it is notified. Does not check that the caller may open the claim.
 */
export function claimView(at: CaseAt, caller: ClaimCaller, tenant: Tenant): View {
  const { file, filing, claim, law, now } = at;
  const { events, head } = file;
  const { form, notifyBy, problem, supplyAddress, typedBy } = filing.details;
  const owner = lastEntry(events, "owner-changed")?.details.owner ?? filing.details.owner;
  const side: Side = caller.kind === "staff" ? "staff" : "claimant";
  const hearing = hearingView(events, tenant);
  const choice = hearingChoice(at, caller.kind, tenant);
  const awaits = awaitedOf(claim, law, now, openMatters(events, claim, law));
  const ofUnnotified = recoursesOfUnnotified(at, caller);
  const proofAsked = isProofAsked(at, side);
  const undoing = undoingView(at);
  const offers = offersView(at);
  const actions = new Set([...actionsFor(claim, caller, law, now), ...(ofUnnotified ?? [])]);
  const summary = summaryAt(at);
  return {
    ...summary,
    dueFor: dueFor(claim, law, now, summary.dueOn),
    ...endView(at),
    receipts: receiptsView(at),
    grounds: form.grounds,
    supplyAddress: side === "staff" ? supplyAddress : addressShown(filing.details),
    ...meterTestAsked(at),
    leaflet: form.leaflet,
    privacyNoticeRead: form.privacyNoticeRead,
    declaration: form.declaration,
    typedBy,
    claimantName: claimantName(form.claimant),
    languageChoice: claimantNow(at).languageChoice,
    mayReplaceKey: mayReplaceKey(at, caller),
    // A later pause moves this day on; the one promised at filing stays in the history.
    notifyBy: lastDayToNotify(claim, law) ?? notifyBy,
    ...(owner && { owner: { name: owner.name, extension: owner.extension } }),
    clocks: clocksOf(claim, law, now).map((clock) => clockView(clock, law, now)),
    actions: [...actions].filter((action) => {
      if (action === "withdrawal-requested") return side === "staff" || !proofAsked;
      if (action === "withdrawal-undone") return undoing.withdrawalUndoUntil !== undefined;
      return action !== "answer-offer" || mayAnswer(awaits, offers);
    }),
    awaits: awaits.map((act) => awaitedView(act, at, side)),
    late: [...lateOf(claim, law, now, unreportedDays(events))],
    decisionCountsFrom: countsFrom(at),
    ...(ofUnnotified && ofUnnotified.length > 0 && { unnotifiedDecision: true as const }),
    timeline: timelineView(events, side),
    visits: visitsView(at),
    ...(hearing && {
      hearing: {
        ...hearing,
        ...(choice && { choice: { ...choice, modes: [...choice.modes] } }),
        ...(isHearingConfirmed(events) && { confirmed: true as const }),
      },
    }),
    ...(waitingAppointments(events, claim.state) && { awaitsAppointments: true as const }),
    offers,
    attachments: side === "staff" ? [...attachmentsOf(events)] : attachmentsView(events),
    documents: documentsView(at, side),
    resolutions: resolutionsView(at, side),
    ...tribunalView(at),
    hold: holdView(at),
    holdAsked: holdAsked(at, tenant),
    ...(side === "claimant" && head.receipts.length > 0 && { holdKey: filing.details.holdKey }),
    ...(problem && { problem: { problemId: problem.problemId, code: problem.code } }),
    quejas: quejasOf(events),
    defects: defectsOf(at),
    ...(proofAsked && { proofAsked: true as const }),
    remedyUntil: workingOf("T04", claim, law)?.dueDate,
    remedyIfKnown: remedyIfKnown(at),
    notifyByEmail: consentsTo("email", at),
    ...withdrawalView(at),
    ...undoing,
    chainHead: head.chainHead,
    testData: isTestData(tenant, filing.filedOn),
  };
}
