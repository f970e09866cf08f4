import { actRoles } from "../../contract/case/case-edits.ts";
import type { showCase } from "../../contract/case/case-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { claimantName, standingText } from "../../documents/spanish-names.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import { awaitsAcceptance, isLateRecourse } from "../../domain/case/claim.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import { reportKinds } from "../../domain/case/claim-types.ts";
import { hearingCalls, hearingOf, numbersOf, waitedUntil } from "../../domain/conciliation/hearing.ts";
import type { Confirming } from "../../domain/counter/act-on-behalf.ts";
import { waysToConfirm } from "../../domain/counter/act-on-behalf.ts";
import { copiesByPost } from "../../domain/delivery/copies-by-post.ts";
import { claimedDelivery } from "../../domain/delivery/delivery-to-confirm.ts";
import { pendingDelivery } from "../../domain/delivery/pending-delivery.ts";
import type { Claimant } from "../../domain/filing/claim-form.ts";
import { awaitsContact } from "../../domain/filing/guest-claims.ts";
import { bounceOf } from "../../domain/notice/sent-notices.ts";
import {
  awaitingSignature,
  frozenResolution,
  isAcceptance,
  isOfEarlierRequest,
  unsignedIn,
} from "../../domain/resolution/frozen-documents.ts";
import { addDays, type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { termFor } from "../../domain/term/claim-clocks.ts";
import { overrideAskedOn } from "../../domain/value/override-asked.ts";
import { waitingAppointments } from "../../domain/visit/waiting-appointments.ts";
import type { Staff } from "../../domain/work/people.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import type { StaffRecord } from "../../storage/register/staff-register.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { daysOf } from "../claim/claim-summary.ts";
import { claimView } from "../claim/claim-view.ts";
import { hasConciliated, isWalled, readsConciliation } from "../conciliation/conciliation-wall.ts";
import { lastDayToAcknowledge } from "../delivery/days-to-acknowledge.ts";
import { deemedServiceDay } from "../delivery/deemed-service.ts";
import { countsFrom } from "../delivery/early-delivery.ts";
import type { Duplicate } from "../filing/duplicate-claims.ts";
import { receiptsAsWritten } from "../filing/written-by-guest.ts";
import { claimantNow, noticeAddress } from "../notice/notice-consent.ts";
import type { ConsumptionRuling } from "../receipt/consumption-months.ts";
import { consumptionView } from "../receipt/consumption-view.ts";
import { draftFindings } from "../resolution/draft-findings.ts";
import { type EvidenceView, overridesIn, weighsEvidence } from "../resolution/evidence-checklist.ts";
import { citablesOf, mattersOf } from "../resolution/resolution-matters.ts";
import { withdrawalUndoUntil } from "../resolution/undone-withdrawal.ts";
import { clocksView } from "../term/clocks-view.ts";
import { undoUntil } from "../term/undo-term.ts";
import { actaDoubts } from "../visit/acta-doubts.ts";
import { readsWhy, withoutWhy } from "../work/handing-reason.ts";
import { plannedVisits } from "./awaited-facts.ts";
import { type CaseAt, stepsOf } from "./case-at.ts";
import { entryWords } from "./entry-words.ts";
import { findingsAsFiled } from "./findings.ts";
import { entryView } from "./timeline-view.ts";

type View = AnswerOf<typeof showCase>;

/** What the view of a case shows besides its file. */
export interface CaseContext {
  readonly tenant: Tenant;
  /** The supply's receipts of the law's history months, newest first. */
  readonly receipts: readonly PaidReceipt[];
  /** The claimed months under the consumption rules. */
  readonly consumption: readonly ConsumptionRuling[];
  readonly evidence: readonly EvidenceView[];
  readonly staff: readonly StaffRecord[];
  readonly duplicates: readonly Duplicate[];
}

function claimantView(claimant: Claimant, notifyByEmail: boolean): View["claimant"] {
  const { document, standing, address, telephone, email } = claimant;
  return {
    name: claimantName(claimant),
    document: document ? `${document.kind} ${document.number}` : "no lo dio",
    standing: standingText(standing),
    address,
    telephone,
    email,
    notifyByEmail,
  };
}

function confirmingWaysOf(claimant: Claimant): View["confirmingWays"] {
  const ways = (how: Confirming) => [...waysToConfirm(how, claimant)];
  return {
    telephone: ways("telephone"),
    counter: ways("counter"),
    "document-desk": ways("document-desk"),
    hearing: ways("hearing"),
  };
}

function personOf(by: Actor, staff: readonly StaffRecord[]): string | undefined {
  return by.kind === "staff" ? nameIn(staff, by.sub) : undefined;
}

function nameIn(staff: readonly StaffRecord[], sub: string): string {
  return staff.find((person) => person.sub === sub)?.name ?? sub;
}

function inspectionsOf(events: readonly CaseEvent[], receipts: readonly PaidReceipt[]): View["inspections"] {
  return plannedVisits(events).map(({ visit, inspector, report }) => ({
    ...visit,
    inspector,
    report: report && reportView(report, receipts),
  }));
}

type Report = NonNullable<View["inspections"][number]["report"]>;

function reportView(acta: Parameters<typeof actaDoubts>[0], receipts: readonly PaidReceipt[]): Report {
  const { outcome, details } = acta;
  const { startedAt, endedAt, attendedBy, unsigned, signing, external, internal, observations, photos } = details;
  const { causes = [], captures = [] } = details;
  return {
    outcome,
    startedAt,
    endedAt,
    attendedBy: attendedBy && `${attendedBy.name} (${attendedBy.relation})`,
    unsigned,
    external,
    internal: internal && { ...internal, useUnits: [...internal.useUnits], points: [...internal.points] },
    causes: [...causes],
    signing,
    observations,
    doubts: [...actaDoubts(acta, receipts)],
    photos: photos.map(({ documentId, fileName }) => {
      const { kind = "photo", takenAt } = captures.find((one) => one.documentId === documentId) ?? {};
      return { documentId, fileName, kind, takenAt };
    }),
  };
}

type NoticeView = View["notices"][number];

function hearingCallsView({ file: { events }, law }: CaseAt, { office }: Tenant): View["hearingCalls"] {
  const hearing = hearingOf(events);
  const { calls: needed, apartMinutes } = office.absenceCalls.value;
  return {
    logged: hearing ? [...hearingCalls(events, hearing)] : [],
    numbers: [...numbersOf(events)],
    needed,
    apartMinutes,
    waitedUntil: hearing && waitedUntil(hearing, law.conciliation.toleranceMinutes),
  };
}

function noticesOf(at: CaseAt): readonly NoticeView[] {
  return at.file.events.flatMap((sent) => noticeOf(sent, at) ?? []).reverse();
}

function noticeOf(sent: CaseEvent, at: CaseAt): NoticeView | undefined {
  const { events } = at.file;
  if (sent.type === "notice-dispatched") {
    const { noticeId, of, to } = sent.details;
    const effective = wasNotified(events, sent.details);
    const { recordedAt: sentAt } = sent;
    const expected = addDays(lastDayToAcknowledge(sentAt, at.law, undefined), 1);
    const fallBackOn = effective ? undefined : (bounceDay(events, sent) ?? expected);
    return { noticeId, of, channel: "email", to, sentAt, fallBackOn, attempts: 0, effective };
  }
  if (sent.type !== "resolution-dispatched") return undefined;
  const { channel, recordedAt: sentAt, details } = sent;
  const { noticeId, to } = details;
  const isNotified = entriesOf(events, "resolution-notified").some((one) => one.details.noticeId === noticeId);
  const effective = isNotified || deemedServiceDay(at, sent) !== undefined;
  const isAwaited = channel === "email" && !effective;
  const fallBackOn = isAwaited ? (bounceDay(events, sent) ?? fallBackDay(sentAt, at)) : undefined;
  const attempts = entriesOf(events, "delivery-attempted").filter((one) => one.details.noticeId === noticeId).length;
  const pending = pendingDelivery(events, at.claim, at.law);
  const toHandOver = pending?.noticeId === noticeId ? { inspector: pending.inspector?.name } : undefined;
  return { noticeId, of: "resolution", channel, to, sentAt, fallBackOn, attempts, effective, toHandOver };
}

/** The day the bounce of a notice was recorded: from then on its acknowledgement is not awaited any more. */
function bounceDay(events: readonly CaseEvent[], { seq }: CaseEvent): CalendarDay | undefined {
  const bounce = bounceOf(events, seq);
  return bounce && limaDay(bounce.recordedAt);
}

/**
 * The first day on which a decision sent by e-mail and not acknowledged must be delivered at the address (digest 5.6).
 */
function fallBackDay(sentAt: string, { claim, law }: CaseAt): CalendarDay {
  return addDays(lastDayToAcknowledge(sentAt, law, termFor("resolution-notified", claim, law)?.dueDate), 1);
}

/** Whether the service of an act was recorded, by this notice or, for an observation, in any way. */
function wasNotified(
  events: readonly CaseEvent[],
  { of, noticeId }: CaseEventOf<"notice-dispatched">["details"],
): boolean {
  if (of === "observation") return events.some(({ type }) => type === "defect-notified" || type === "remedied");
  return events.some(
    ({ type, details }) => type !== "notice-dispatched" && "noticeId" in details && details.noticeId === noticeId,
  );
}

/** The draft, each finding about it with who other than its author let it go. */
function draftView(at: CaseAt, context: CaseContext): View["draft"] {
  const { draft } = at.file;
  if (!draft) return undefined;
  const { staff } = context;
  const overrides = overridesIn(at, [draft.by]);
  const citables = citablesOf(at, context.evidence);
  return {
    ...draft,
    months: [...draft.months],
    answers: (draft.answers ?? []).map(({ cites, ...answer }) => ({ ...answer, cites: [...cites] })),
    by: nameIn(staff, draft.by),
    overrideAsked: overrideAskedOn(at.file.events),
    findings: draftFindings(at, context).map(({ key, text, field, look, stops }) => {
      const found = stops ? undefined : overrides.get(key);
      return {
        key,
        text,
        field,
        ...(stops && { stops }),
        look: citables.find(({ cite }) => cite === look)?.name,
        override: found && { reason: found.reason, person: nameIn(staff, found.by), at: found.at },
      };
    }),
  };
}

/** What who conciliates keeps for themselves, for a caller on that side of the wall. */
function conciliationIn(
  { file: { conciliation } }: CaseAt,
  caller: Staff,
  staff: readonly StaffRecord[],
): Pick<View, "conciliation"> {
  if (!conciliation || !readsConciliation(caller)) return {};
  return { conciliation: { ...conciliation, by: nameIn(staff, conciliation.by) } };
}

/** What was let go in the resolution that waits for its signature. */
function letGoIn({ file: { events } }: CaseAt): Pick<View, "letGo"> {
  const findings = frozenResolution(events)?.details.findings;
  return findings ? { letGo: findings.map(({ text, override }) => ({ text, override })) } : {};
}

function draftingView(at: CaseAt, evidence: readonly EvidenceView[]): View["drafting"] {
  if (!allowedEvents(at.claim.state).includes("resolution-issued")) return undefined;
  const dismissal = mattersOf(at, "dismissed").map((matter) => ({ ...matter, ifDismissed: true as const }));
  return { matters: [...mattersOf(at, undefined), ...dismissal], citables: [...citablesOf(at, evidence)] };
}

const isReport = (item: string): boolean => reportKinds.some((kind) => kind === item);

/**
 * The evidence list: whether the caller may add each item, and who other than the drafter let the decision go without
 * it.
 */
function evidenceView(
  at: CaseAt,
  evidence: readonly EvidenceView[],
  staff: readonly StaffRecord[],
  caller: Staff,
): View["evidence"] {
  const mayAdd = weighsEvidence(at) && hasRoleFor("addEvidence", caller);
  const mayControl = weighsEvidence(at) && hasRoleFor("recordControl", caller);
  const overrides = overridesIn(at, [at.file.draft?.by]);
  return evidence.map((one) => {
    const found = one.status === "missing" ? overrides.get(one.item) : undefined;
    return {
      ...one,
      attachments: one.attachments?.map(({ documentId, fileName, state }) => ({ documentId, fileName, state })),
      addable: one.item === "billing-control" ? mayControl : mayAdd && isReport(one.item),
      override: found && { reason: found.reason, person: nameIn(staff, found.by), at: found.at },
    };
  });
}

const deliveredActs: readonly string[] = ["resolution-notified", "resolution-dispatched"];
const decidingActs: readonly string[] = ["resolution-issued", "resolution-signed"];

/**
 * The actions that the law offers. Those of notifying are left out while a delivery waits for its effect, those of
 * deciding and overriding for who conciliated the claim. `checklist-overridden` is also left out if the caller wrote
 * the draft, or if there is nothing to override: no evidence is missing and nobody may let go what is wrong with the
 * draft.
 */
function offered(
  actions: View["actions"],
  at: CaseAt,
  caller: Staff,
  { evidence, draft }: Pick<View, "evidence" | "draft">,
): View["actions"] {
  const isFaulty = draft?.findings.some(({ override, stops }) => !override && !stops) ?? false;
  const bare = isFaulty || evidence.some(({ status, override }) => status === "missing" && !override);
  const conciliated = hasConciliated(at.file, caller);
  const mayOverride = bare && at.file.draft?.by !== caller.sub && !conciliated;
  const barred = [...(countsFrom(at) ? deliveredActs : []), ...(conciliated ? decidingActs : [])];
  const left = actions.filter((action) => !barred.includes(action));
  return mayOverride ? left : left.filter((action) => action !== "checklist-overridden");
}

/**
 * Returns a case as staff see it: the claim as `claimView` shows it to staff, and also the claimant's data, who
 * recorded each entry, the evidence, the draft, and what this caller may do. Shows no key that opens the claim, a
 * notice or a hold. Shows conciliation notes only to a conciliator who neither decides nor signs. Hides work notes of
 * other conciliators from a caller who decides or signs, and why work was handed over from all but `readsWhy`.
 */
export function caseView(at: CaseAt, caller: Staff, context: CaseContext): View {
  const { tenant, receipts, consumption, evidence: found, staff, duplicates } = context;
  const { events, head } = at.file;
  const { handedOver } = head;
  const readsAll = readsWhy(caller, head);
  const { request, leakCheck, meterReading, borrowed } = at.filing.details.form;
  const unknownReceipts = receiptsAsWritten(at.filing.details.guest, at.filing.details.form.receipts);
  const view = claimView(at, caller, tenant);
  const evidence = evidenceView(at, found, staff, caller);
  const draft = draftView(at, context);
  const drafting = draftingView(at, found);
  const toConfirm = deliveryToConfirm(at, caller, staff);
  const toLookAt = signatureToConfirm(at, caller);
  return {
    ...view,
    days: daysOf({ steps: stepsOf(at.file.events, at.law, at.now) }, at.law, at.now),
    actions: offered(view.actions, at, caller, { evidence, draft }),
    duplicates: [...duplicates],
    signatureWays: [...tenant.signature.ways.value],
    lateRecourse: isLateRecourse(at.claim, at.law),
    appointmentsWait: waitingAppointments(at.file.events, at.claim.state),
    handedOver: handedOver && (readsAll ? handedOver : { on: handedOver.on, from: handedOver.from }),
    ...(awaitsContact(events) && { contactWaits: true as const }),
    ...(unknownReceipts.length > 0 && { unknownReceipts: [...unknownReceipts] }),
    findings: findingsAsFiled(at, { tenant, receipts, duplicates }),
    clocks: clocksView(at).clocks,
    claimant: { ...claimantView(claimantNow(at), noticeAddress(at) !== undefined), ...(borrowed && { borrowed }) },
    confirmingWays: confirmingWaysOf(claimantNow(at)),
    request,
    leakCheck,
    meterReading,
    entries: events.map((event) => ({
      ...entryView(event),
      person: personOf(event.by, staff),
      text: isWalled(event, caller) ? walled : entryWords(readsAll ? event : withoutWhy(event)),
    })),
    inspections: inspectionsOf(events, receipts),
    evidence,
    hearingCalls: hearingCallsView(at, tenant),
    consumption: consumptionView(at, consumption),
    draft,
    ...(drafting && { drafting }),
    ...letGoIn(at),
    ...conciliationIn(at, caller, staff),
    ...(toConfirm && { deliveryToConfirm: toConfirm }),
    ...(toLookAt && { signatureToConfirm: toLookAt }),
    ...(isToAccept(at, caller) && { withdrawalToAccept: true as const }),
    withdrawal: withdrawalView(at, staff),
    returnable: returnableBy(at, caller),
    copiesByPost: [...copiesByPost(events)],
    notices: [...noticesOf(at)],
  };
}

const walled = "Es de la conciliación: no la lee quien decide o firma.";

function hasRoleFor(act: keyof typeof actRoles, caller: Staff): boolean {
  return actRoles[act].some((role) => caller.roles.includes(role));
}

/**
 * Whether the caller may write the acceptance of a withdrawal: it is awaited, the claimant cannot undo their request
 * any more, and none was sent to signature since the request.
 */
function isToAccept(at: CaseAt, caller: Staff): boolean {
  const { file, claim } = at;
  const { events } = file;
  if (withdrawalUndoUntil(at)) return false;
  const isSent = unsignedIn(events).some((one) => isAcceptance(one.document) && !isOfEarlierRequest(events, one));
  return awaitsAcceptance(claim) && !isSent && hasRoleFor("acceptWithdrawal", caller);
}

/** What was asked to be withdrawn, while that waits to be accepted. */
function withdrawalView({ claim, file, law }: CaseAt, staff: readonly StaffRecord[]): View["withdrawal"] {
  const asked = awaitsAcceptance(claim) ? lastEntry(file.events, "withdrawal-requested") : undefined;
  if (!asked) return undefined;
  const { reason, taken } = asked.details;
  return {
    ...{ of: asked.of, reason, askedAt: asked.effectiveAt, came: taken?.came, undoUntil: undoUntil(asked, law) },
    person: personOf(asked.by, staff),
  };
}

function returnableBy({ file: { events }, claim }: CaseAt, caller: Staff): View["returnable"] {
  if (!hasRoleFor("returnDocument", caller)) return [];
  return awaitingSignature(events, claim)
    .filter(({ seq }) => events[seq - 1]?.type === "document-frozen")
    .map(({ document: { documentId, kind }, number }) => ({ documentId, kind, number }));
}

/** A signature on paper that waits for the caller to confirm it; the person who claimed it cannot. */
function signatureToConfirm({ file: { events }, claim }: CaseAt, caller: Staff): View["signatureToConfirm"] {
  if (!hasRoleFor("confirmHandSignature", caller)) return undefined;
  for (const { document, number, claimed } of awaitingSignature(events, claim)) {
    if (!claimed || (claimed.by.kind === "staff" && claimed.by.sub === caller.sub)) continue;
    const { scan, hand } = claimed.details;
    const { documentId, kind } = document;
    return { documentId, scanId: scan.documentId, kind, number, signedOn: hand.signedOn };
  }
  return undefined;
}

/**
 * A delivery that waits for the caller to confirm it: it was recorded late, or was out of hours and the law does not
 * take it any more without a second person. The person who recorded it cannot confirm it.
 */
function deliveryToConfirm(at: CaseAt, caller: Staff, staff: readonly StaffRecord[]): View["deliveryToConfirm"] {
  const { file, claim } = at;
  const { events } = file;
  const claimed = claimedDelivery(events);
  if (!claimed || countsFrom(at) || !allowedEvents(claim.state).includes("resolution-notified")) return undefined;
  const { by, effectiveAt, details } = claimed;
  const isOther = by.kind !== "staff" || by.sub !== caller.sub;
  if (!isOther || !hasRoleFor("confirmDelivery", caller)) return undefined;
  const { noticeId, deliveredAt = effectiveAt, receiver } = details;
  return { noticeId, at: deliveredAt, person: personOf(by, staff), receiver: receiver?.name };
}
