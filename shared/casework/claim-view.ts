import type { listClaims, showClaim, showClocks } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { type Awaited, awaitedOf, type ListedAct } from "../domain/awaits-claimant.ts";
import { type CalendarDay, calendarDay, limaDay } from "../domain/calendar-day.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../domain/case-events.ts";
import { actionsFor, type ClaimCaller } from "../domain/claim-access.ts";
import { type Clock, clocksOf, lacksEvidence, workingOf } from "../domain/claim-clocks.ts";
import type { Actor } from "../domain/claim-events.ts";
import { stateTable } from "../domain/claim-states.ts";
import { claimedReceipts } from "../domain/claimed-receipts.ts";
import { workingDaysUntil } from "../domain/due-dates.ts";
import { documentOfRecord, isFreezing, isSigning, signingOf, unsignedIn } from "../domain/frozen-documents.ts";
import type { OfficeDocument } from "../domain/issued-documents.ts";
import { lateOf } from "../domain/late-company.ts";
import { lastDeliverableDay } from "../domain/late-risk.ts";
import { formatCents } from "../domain/money.ts";
import { movedByOutage } from "../domain/outage.ts";
import { heldReceipts } from "../domain/settlements.ts";
import { awaitsStandingProof } from "../domain/standing-proof.ts";
import { waitingAppointments } from "../domain/waiting-appointments.ts";
import { type Standing, standingOf } from "../domain/work-list.ts";
import type { StoredHead } from "../storage/case-head.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { type CaseAt, caseHeadAt } from "./case-at.ts";
import { attachmentsOf, claimantsAttachmentsOf } from "./case-attachments.ts";
import { isTestData } from "./claim-law.ts";
import { unreadMailboxDay } from "./deemed-service.ts";
import { nameOf } from "./file-claim.ts";
import { hearingChoice } from "./hearing-choice.ts";
import { hearingView } from "./hearing-instructions.ts";
import { consentsTo } from "./notice-consent.ts";
import { awaitedIn, openMatters, plannedVisits, unreportedDays } from "./open-matters.ts";
import { quejasOf } from "./quejas.ts";
import { recoursesOfUnnotified } from "./tacit-notification.ts";

type View = Omit<AnswerOf<typeof showClaim>, "duplicates">;
type Listed = AnswerOf<typeof listClaims>["claims"][number];
type Summary = Omit<Listed, "awaits">;
type Entry = View["timeline"][number];

function summary(head: StoredHead, standing: Standing, law: CaseAt["law"], now: string): Summary {
  const { claimId, code, version, supplyCode, claimType, channel, filedAt, filedOn } = head;
  const { state, since, dueOn, calendar } = standing;
  return {
    claimId,
    code,
    version,
    supplyCode,
    claimType,
    channel,
    filedAt,
    filedOn,
    state,
    since,
    next: stateTable[state].next,
    ...(dueOn && calendar && { dueOn, daysLeft: workingDaysUntil(limaDay(now), dueOn, law.calendars[calendar]) }),
  };
}

/** A claim as lists show it, from its head alone: by the step of today, which says what the case itself does. */
export function summaryOf(head: StoredHead, law: CaseAt["law"], now: string): Summary {
  const [step] = caseHeadAt(head, now).steps;
  if (!step) throw new RangeError(`claim ${head.claimId} has no step`);
  return summary(head, step, law, now);
}

/** A claim as read now, in one line. */
export function summaryAt({ file, claim, law, now }: CaseAt): Summary {
  return summary(file.head, standingOf(claim, law, now), law, now);
}

function clockView(
  { id, calendar, startsOn, dueDate, status }: Clock,
  law: CaseAt["law"],
  now: string,
): View["clocks"][number] {
  return {
    id,
    calendar,
    startsOn,
    dueDate,
    status,
    daysLeft: workingDaysUntil(limaDay(now), dueDate, law.calendars[calendar]),
  };
}

/** The clocks of a claim with their working. */
export function clocksView({ claim, law, now }: CaseAt): AnswerOf<typeof showClocks> {
  return {
    lawVersion: law.version,
    clocks: clocksOf(claim, law, now).map((clock) => ({
      ...clockView(clock, law, now),
      days: clock.working.days.map(({ date, counted, reason, outage }) => ({
        date,
        counted,
        ...(reason && { reason }),
        ...(outage && { outage }),
      })),
    })),
  };
}

function party(by: Actor): Pick<Entry, "by" | "role"> {
  if (by.kind === "customer") return { by: "claimant" };
  if (by.kind === "system") return { by: "system" };
  const [role] = by.roles;
  return { by: "company", ...(role && { role }) };
}

/** An entry of the history as anybody who may see the claim sees it. */
export function entryView(event: CaseEvent): Entry {
  const { seq, type, effectiveAt, recordedAt, by } = event;
  return {
    seq,
    type,
    effectiveAt,
    recordedAt,
    ...party(by),
    ...("agreement" in event && { agreement: event.agreement }),
    ...("outcome" in event && { outcome: event.outcome }),
    ...("number" in event && { number: event.number }),
    ...(event.type === "resolution-notified" && {
      how: event.details.how,
      receiver: event.details.receiver?.name,
      deviceTime: event.details.deviceTime,
      secondPerson: event.details.secondPerson?.name,
    }),
    ...(event.type === "delivery-claimed" && { how: event.details.how, deviceTime: event.details.deviceTime }),
  };
}

/** What the claimant need not see: the office's own steps, and what a resolution says before it is notified. */
const inside: ReadonlySet<CaseEvent["type"]> = new Set([
  "resolution-returned",
  "resolution-issued",
  "manager-alerted",
  "appointments-waiting",
  "visit-shared",
  "lapse-notified",
  "hold-acknowledged",
  "adjustment-acknowledged",
  "attachment-checked",
  "attachment-attended",
  "notice-sent",
  "access-decided",
  "notice-delivered",
  "notice-delayed",
  "document-frozen",
  "document-returned",
  "hand-signature-claimed",
  "hand-signature-refused",
]);

type IssuedView = View["resolutions"][number];

/** Resolutions sent to signature and not returned, in order, with what became of each. */
export function resolutionsOf(at: CaseAt): readonly IssuedView[] {
  const { events } = at.file;
  return entriesOf(events, "resolution-issued").flatMap((issued): IssuedView[] => {
    const { number, outcome, details } = issued;
    const after = events.slice(issued.seq, nextIssue(events, issued));
    if (lastEntry(after, "resolution-returned")) return [];
    const signed = lastEntry(after, "resolution-signed");
    const notified = lastEntry(after, "resolution-notified");
    const sent = lastEntry(after, "resolution-dispatched");
    const notifiedOn = notified ? limaDay(notified.effectiveAt) : sent && unreadMailboxDay(at, sent);
    return [
      {
        number,
        outcome,
        issuedOn: limaDay(issued.effectiveAt),
        ...(signed && { signedAt: signed.recordedAt }),
        ...(notifiedOn && { notifiedOn }),
        decision: details.decision,
        reasons: details.reasons,
        months: details.months.map(({ corrected, ...month }) => ({
          ...month,
          ...(corrected && { corrected: { m3: corrected.m3, amount: formatCents(corrected.amount) } }),
        })),
        documentId: documentOfRecord(events, { seq: issued.seq, document: details.document }).documentId,
        rectified: entriesOf(events, "rectified")
          .filter((one) => one.details.of === number)
          .map(({ recordedAt: at, details: { says, should } }) => ({ at, says, should })),
      },
    ];
  });
}

function nextIssue(events: readonly CaseEvent[], { seq }: CaseEvent): number | undefined {
  return entriesOf(events, "resolution-issued").find((later) => later.seq > seq)?.seq;
}

/** Offers to settle, with their answers; the day to answer one moves on where the document desk did not work on it. */
export function offersOf({ file: { events }, law: { outages = [], calendars } }: CaseAt): View["offers"] {
  return entriesOf(events, "offer-made").map(({ details, recordedAt }) => {
    const answer = entriesOf(events, "offer-answered").findLast((one) => one.details.offerId === details.offerId);
    const { before, after, ...offer } = details;
    return {
      ...offer,
      until: movedByOutage(calendarDay(offer.until), outages, calendars.USER),
      madeAt: recordedAt,
      before: formatCents(before),
      after: formatCents(after),
      ...(answer && { accepted: answer.details.accepted }),
    };
  });
}

/** Visits planned, whose each is, and what came of it: `missed` where its day is over and nobody reported it. */
function visitsOf(events: readonly CaseEvent[], today: CalendarDay): View["visits"] {
  return plannedVisits(events).map(({ visit, inspector, report }) => ({
    ...visit,
    ...(inspector !== undefined && { inspector }),
    ...(report && { outcome: report.outcome, reportedAt: report.recordedAt }),
    ...(!report && visit.on < today && { missed: true as const }),
  }));
}

/** A document of the office as it came into a case; `of`: the resolution without which nobody is told of it. */
interface MadeDocument {
  readonly document: OfficeDocument;
  readonly at: string;
  readonly of?: string | undefined;
  /** Sent to signature and not signed: a draft, which only a seal vouches for if anything does. */
  readonly unsigned?: true;
}

/** What an entry brings among the office's documents: of what is signed the signed file alone, of what was dropped nothing. */
function findByIdempotencyKey(events: readonly CaseEvent[], event: CaseEvent): readonly MadeDocument[] {
  const { recordedAt: at } = event;
  if (event.type === "document-added") return [{ document: event.details.document, at }];
  if (isSigning(event)) {
    const { document } = event.details;
    return document ? [{ document, at, ...(event.type === "rectified" && { of: event.details.of }) }] : [];
  }
  if (event.type === "hand-signature-claimed") {
    const isWaiting = unsignedIn(events).some(({ claimed }) => claimed?.seq === event.seq);
    return isWaiting ? [{ document: event.details.scan, at, unsigned: true }] : [];
  }
  const document = isFreezing(event) ? event.details.document : undefined;
  if (!document) return [];
  const of = event.type === "document-frozen" ? event.details.rectifies?.of : undefined;
  const signed = signingOf(events, event.seq);
  if (signed) return signed.details.document ? [] : [{ document, at, of }];
  const waits = unsignedIn(events).some(({ seq }) => seq === event.seq);
  return waits ? [{ document, at, of, unsigned: true }] : [];
}

/**
 * The office's own documents of a case, as one side may see them: the claimant a resolution only once it is told, and
 * nothing before it is signed but the certificate of what the law gave them, told to be unsigned; staff never the cargo,
 * which bears the claimant's key.
 */
export function documentsOf(at: CaseAt, side: "claimant" | "staff"): View["documents"] {
  return shownDocuments(at, side).map(({ document, at: madeAt, unsigned }) => ({
    ...document,
    at: madeAt,
    ...(unsigned && { unsigned }),
  }));
}

/** The same, as the case names them. */
export function shownDocuments(at: CaseAt, side: "claimant" | "staff"): readonly MadeDocument[] {
  const { events } = at.file;
  const shown = new Set(
    resolutionsOf(at).flatMap(({ documentId, notifiedOn }) => (notifiedOn || side === "staff" ? documentId : [])),
  );
  const isShown = ({ document: { kind, documentId }, of, unsigned }: MadeDocument): boolean => {
    if (unsigned && side === "claimant") return kind === "silence-certificate";
    if (kind.endsWith("resolution")) return shown.has(documentId) || unsigned === true;
    if (of !== undefined) return isNotified(of, at, side);
    return kind !== "claim-cargo" || side === "claimant";
  };
  return events.flatMap((event) => findByIdempotencyKey(events, event)).filter(isShown);
}

/** Whether one side may know of a resolution: the claimant once it is told. */
export function isNotified(of: string, at: CaseAt, side: "claimant" | "staff"): boolean {
  return resolutionsOf(at).some(({ number, notifiedOn }) => number === of && (side === "staff" || notifiedOn));
}

/** What was observed, until it is mended; what was asked for of a reconsideration, until it came. */
function defectsOf({ file: { events }, claim, law }: CaseAt): string[] {
  if (claim.state === "in-reconsideration" && lacksEvidence(claim, law)) {
    const asked = lastEntry(events, "new-evidence-asked");
    return asked ? [asked.details.text] : [];
  }
  const observed = lastEntry(events, "defect-observed");
  return observed && !lastEntry(events, "remedied") ? [...observed.details.defects] : [];
}

type ActView = Listed["awaits"][number];

function actView({ act, asked, on, until }: ListedAct, law: CaseAt["law"], now: string): ActView {
  const today = limaDay(now);
  return {
    act,
    ...(asked && { asked }),
    ...(on && { on, ...(on === today && { today: true as const }) }),
    ...(until && { until, daysLeft: workingDaysUntil(today, until, law.calendars.USER) }),
  };
}

/** A claim on its claimant's list, with what waits for them. */
export function listedView(head: StoredHead, law: CaseAt["law"], now: string): Listed {
  const awaits = awaitedIn(head, now).map((act) => actView(act, law, now));
  return { ...summaryOf(head, law, now), awaits };
}

/** Something that waits for the claimant; the key of a notice is told to them alone. */
function awaitedView(awaited: Awaited, { law, now }: CaseAt, forStaff: boolean): View["awaits"][number] {
  const { act, about } = awaited;
  const isKept = about === undefined || (forStaff && act === "acknowledge-notice");
  return { ...actView(awaited, law, now), ...(!isKept && { about }) };
}

/** A claim as its claimant sees it, or whoever opened it with its key. */
export function claimView(at: CaseAt, caller: ClaimCaller, tenant: Tenant): View {
  const { file, filing, claim, law, now } = at;
  const { events, head } = file;
  const { form, owner, notifyBy, problem, supplyAddress, typedBy } = filing.details;
  const inTime = workingOf("T10", claim, law)?.dueDate;
  const forStaff = caller.kind === "staff";
  const offers = offersOf(at);
  const hearing = hearingView(events, tenant);
  const choice = hearingChoice(at, caller.kind, tenant);
  const isHeld = heldReceipts({ events, claim, law }).length > 0;
  const awaits = awaitedOf(claim, law, now, openMatters(events, claim, law));
  const ofUnnotified = recoursesOfUnnotified(at, caller);
  const proofAsked = awaitsStandingProof(events);
  const actions = new Set([...actionsFor(claim, caller, law, now), ...(ofUnnotified ?? [])]);
  return {
    ...summaryAt(at),
    receipts: claimedReceipts(events).map(({ number, period, m3, amount }) => ({
      number,
      period,
      m3,
      amount: formatCents(amount),
    })),
    grounds: form.grounds,
    supplyAddress,
    meterTest: form.meterTest,
    meterTestCostAccepted: form.meterTestCostAccepted,
    leaflet: form.leaflet,
    privacyNoticeRead: form.privacyNoticeRead,
    declaration: form.declaration,
    typedBy,
    claimantName: nameOf(form.claimant),
    // A pause moves it: what was told at filing stands in the history.
    notifyBy: inTime ? lastDeliverableDay(inTime, law.calendars) : notifyBy,
    ...(owner && { owner: { name: owner.name, extension: owner.extension } }),
    clocks: clocksOf(claim, law, now).map((clock) => clockView(clock, law, now)),
    actions: [...actions].filter((action) => {
      if (action === "withdrawal-requested") return forStaff || !proofAsked;
      return action !== "answer-offer" || awaits.some(({ act }) => act === action);
    }),
    awaits: awaits.map((act) => awaitedView(act, at, forStaff)),
    late: [...lateOf(claim, law, now, unreportedDays(events))],
    ...(ofUnnotified && ofUnnotified.length > 0 && { unnotifiedDecision: true as const }),
    timeline: events.filter(({ type }) => forStaff || !inside.has(type)).map(entryView),
    visits: visitsOf(events, limaDay(now)),
    ...(hearing && { hearing: { ...hearing, ...(choice && { choice: { ...choice, modes: [...choice.modes] } }) } }),
    ...(waitingAppointments(events, claim.state) && { awaitsAppointments: true as const }),
    offers,
    attachments: [...(forStaff ? attachmentsOf(events) : claimantsAttachmentsOf(events))],
    documents: documentsOf(at, forStaff ? "staff" : "claimant"),
    resolutions: resolutionsOf(at).filter(({ notifiedOn }) => forStaff || notifiedOn),
    hold: isHeld ? "held" : "released",
    ...(!forStaff && head.receipts.length > 0 && { holdKey: filing.details.holdKey }),
    ...(problem && { problem: { problemId: problem.problemId, code: problem.code } }),
    quejas: quejasOf(events),
    defects: defectsOf(at),
    ...(proofAsked && { proofAsked: true as const }),
    remedyUntil: workingOf("T04", claim, law)?.dueDate,
    notifyByEmail: consentsTo("email", at),
    chainHead: head.chainHead,
    testData: isTestData(tenant, filing.filedOn),
  };
}

/** In what capacity a customer acts in a claim: as its claimant does. */
export function callerOf(at: CaseAt, sub: string): ClaimCaller {
  return { kind: "customer", sub, standing: at.filing.standing };
}
