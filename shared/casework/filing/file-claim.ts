import { type Answer, type RefusalKind, refused } from "../../contract/refusals.ts";
import type { WriteKey } from "../../contract/route.ts";
import { claimantName } from "../../documents/spanish-names.ts";
import { lastDayToNotify } from "../../domain/board/late-risk.ts";
import {
  type CaseEvent,
  type CaseFact,
  type CaseNote,
  type FactOf,
  isFact,
  type NoteOf,
} from "../../domain/case/case-events.ts";
import { claimAt } from "../../domain/case/claim.ts";
import type { Actor, ClaimFact } from "../../domain/case/claim-events.ts";
import type { ClaimType } from "../../domain/case/claim-types.ts";
import type { ClaimedProblem, Owner, WrittenByGuest } from "../../domain/case/fact-details.ts";
import { ok } from "../../domain/case/result.ts";
import type { Attachment, ClaimForm } from "../../domain/filing/claim-form.ts";
import { termToClaim } from "../../domain/filing/claim-window.ts";
import { receiptKey } from "../../domain/receipt/receipt.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { countedTerm } from "../../domain/term/clock-changes.ts";
import type { OfficeChannel } from "../../domain/term/office-hours.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";
import type { TakenCodes } from "../../storage/check/taken-codes.ts";
import { pauseBefore, type Write } from "../../storage/dynamodb.ts";
import { readOnce } from "../../storage/supply/supply-claims.ts";
import type { AppointmentSlots } from "../../storage/visit/appointment-slots.ts";
import type { Visits } from "../../storage/visit/visits.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { type CaseAt, caseAt, caseUpTo, headAfter } from "../case/case-at.ts";
import { type CaseLaw, claimLaw } from "../case/claim-law.ts";
import { publishedTypes } from "../case/entry-queues.ts";
import { newCode, newSecret, newTimeId } from "../case/new-ids.ts";
import { type CaseDeps, judgedEntries } from "../case/record.ts";
import { heldAs } from "../conciliation/hearing-choice.ts";
import { disputed } from "../receipt/named-receipts.ts";
import { receiptWrites } from "../receipt/receipt-changes.ts";
import { admissionOf } from "../visit/admission-to-appointments.ts";
import { lastDayOf } from "../visit/free-slots.ts";
import { type Planned, plannedFor, unplanned } from "../visit/planned-appointments.ts";
import { ownerAmong } from "../work/claim-owner.ts";
import { claimWindowRules } from "./claim-window-in-force.ts";
import type { DuplicateDeps } from "./duplicate-claims.ts";
import { filedOnAt } from "./filed-on.ts";

export interface FileClaimDeps extends CaseDeps, DuplicateDeps {
  readonly caseFiles: CaseFiles;
  readonly visits: Visits;
  readonly appointmentSlots: AppointmentSlots;
  readonly takenCodes: TakenCodes;
}

/** What the office observes of a claim at its filing. */
interface ObservedAtFiling {
  /** The last day to correct it: the visit is planned by then if a slot is free. */
  readonly visitBy: CalendarDay;
  /** Returns the entries to record; `visitInTime` says whether the visit was planned by `visitBy`. */
  readonly entries: (visitInTime: boolean) => readonly (CaseFact | CaseNote)[];
}

/** A claim as somebody files it: what they say, who types it, and the receipts or the problem it is about. */
export interface NewClaim {
  readonly form: Omit<ClaimForm, "receipts">;
  readonly claimType: ClaimType;
  readonly channel: OfficeChannel;
  readonly by: Actor;
  /** The account it will belong to; absent for a guest, and if staff type it for somebody without one. */
  readonly sub?: string | undefined;
  /** All of one supply; none for a problem. Each is held from cutting while the claim runs. */
  readonly receipts: readonly PaidReceipt[];
  readonly problem?: ClaimedProblem | undefined;
  /** The supply's ubigeo, for a claim about no receipt; absent: the office's own. */
  readonly zone?: string | undefined;
  /**
   * Whether neither receipts nor register have the supply: others may have written the same code for another supply.
   */
  readonly isSupplyUnknown?: boolean | undefined;
  /** What a guest wrote of the supply, or staff of receipts that are not on record; absent for everybody else. */
  readonly guest?: WrittenByGuest | undefined;
  readonly attachments: readonly Attachment[];
  /**
   * Whether somebody claims as holder with a document that is not the register's: the claim is filed, and this is
   * noted.
   */
  readonly isAnothersDocument?: boolean | undefined;
  readonly followedBy?: ObservedAtFiling | undefined;
  /** Returns writes of the same transaction, such as marking attachments as filed or deleting a draft. */
  readonly also: (claimId: string) => readonly Write[];
  readonly write: WriteKey;
  readonly now: string;
}

const tries = 8;

export type FilingRefusal = "write-key-used" | "busy" | "not-now";

/**
 * Files the claim that `decide` returns, in one transaction: its code, its first entries, a hold on each receipt, and
 * its slots unless it waits for them. If the write key filed a claim before, returns that claim. Refuses as `decide`
 * does; `write-key-used` if the key had other content; `not-now` if the law does not allow an entry; `busy` if another
 * write takes a code or slot first in eight attempts, each of which calls `decide` anew.
 */
export async function fileClaim<Kind extends RefusalKind = never>(
  deps: FileClaimDeps,
  { write, now }: Pick<NewClaim, "write" | "now">,
  decide: () => Answer<NewClaim, Kind> | Promise<Answer<NewClaim, Kind>>,
): Promise<Answer<CaseAt, Kind | FilingRefusal>> {
  const { caseFiles, tenant } = deps;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const decided = await decide();
    // The refusal may be due to what the same write, sent twice, changed a moment ago.
    if (!decided.ok) return (await filedBefore(deps, write)) ?? decided;
    const filing = await prepareFiling(
      { ...deps, supplyClaims: readOnce(deps.supplyClaims, []) },
      decided.value,
      attempt,
    );
    if (!filing.ok) return (await filedBefore(deps, write)) ?? filing;
    const { head, events, also, holdKey } = filing.value;
    const { sub } = decided.value;
    const result = await caseFiles.file({ events, head, write, published: publishedTypes, also, sub, holdKey });
    if (typeof result === "object" && "head" in result) return ok(caseAt(result, tenant, now));
    // Whether the key was used before is a condition of the transaction: it is asked only of an attempt that failed.
    const repeated = await filedBefore(deps, write);
    if (repeated) return repeated;
    await pauseBefore(attempt);
  }
  return refused("busy");
}

/** The claim this write key filed, as it stood then; undefined if it filed none. */
async function filedBefore(
  { caseFiles, tenant }: FileClaimDeps,
  { key, contentHash }: WriteKey,
): Promise<Answer<CaseAt, "write-key-used"> | undefined> {
  const made = await caseFiles.claimOfRequest(key);
  if (!made) return undefined;
  if (made.contentHash !== contentHash) return refused("write-key-used");
  const file = await caseFiles.read(made.claimId);
  const filedTo = file?.marks.find((mark) => mark.key === key)?.seq ?? 1;
  return file && ok(caseUpTo(file, filedTo, tenant));
}

/** What one attempt to file writes. */
interface PreparedFiling {
  readonly head: CaseHead;
  readonly events: readonly CaseEvent[];
  readonly also: readonly Write[];
  readonly holdKey: string;
}

/** Prepares an attempt to file, with the code and slots that are free now; another write may still take them first. */
async function prepareFiling(
  deps: FileClaimDeps,
  claim: NewClaim,
  attempt: number,
): Promise<Answer<PreparedFiling, "not-now">> {
  const { tenant, staffRegister } = deps;
  const { by, now } = claim;
  const identity = identityOf(tenant, now);
  const { office, law } = identity;
  const [planned, staff] = await Promise.all([
    planAppointments(deps, claim, identity, attempt),
    staffRegister.list(office),
  ]);
  const owner = ownerAmong(staff);
  const typedBy = by.kind === "staff" ? staff.find(({ sub }) => sub === by.sub)?.name : undefined;
  const observed = observations(claim, planned);
  const fact = filingEntry(tenant, claim, identity, { planned, observed, owner, typedBy });
  const entries = [fact, ...planned.notes, ...observed, ...holderNotMatched(claim)];
  const events = judgedEntries([], entries, law, now);
  if (!events.ok) return events;
  const before = emptyHead(claim, identity, owner);
  const head = headAfter(before, events.value, law, now);
  const also = [
    deps.takenCodes.take(identity.code, identity.claimId),
    ...planned.also,
    ...(owner ? [staffRegister.count(office, owner.sub, 1)] : []),
    ...(await receiptWrites(deps, before, head, { events: events.value, law, now, billed: claim.receipts })),
    ...claim.also(identity.claimId),
  ];
  return ok({ head, events: events.value, also, holdKey: fact.details.holdKey });
}

/** What identifies a new claim: its drawn id and code, its office and day, and the law of that day. */
interface NewIdentity {
  readonly claimId: string;
  readonly code: string;
  readonly office: string;
  readonly filedOn: CalendarDay;
  readonly law: CaseLaw;
}

function identityOf(tenant: Tenant, now: string): NewIdentity {
  const filedOn = filedOnAt(tenant, now);
  return {
    claimId: newTimeId(now),
    code: newCode(tenant.office.claimCode.value, filedOn),
    office: tenant.office.code.value,
    filedOn,
    law: claimLaw(tenant, filedOn),
  };
}

/** Plans the claim's visit and hearing, or has it wait for them. Its writes also count it for the limits of the day. */
async function planAppointments(
  deps: FileClaimDeps,
  { form, claimType, by, receipts, zone, isSupplyUnknown, followedBy, now }: NewClaim,
  { claimId, office, filedOn, law }: NewIdentity,
  attempt: number,
): Promise<Planned> {
  const { tenant } = deps;
  const about = { ...form, receipts: receipts.map(disputed), isSupplyUnknown };
  const admission = await admissionOf(deps, { ...about, claimId, claimType, by, now });
  const asking = { claimId, claimType, filedOn, now };
  const planned = admission.waits
    ? unplanned(tenant, law, asking, admission.waits)
    : await plannedFor(deps, law, {
        ...asking,
        supplyCode: form.supplyCode,
        alsoAmong: admission.sameDay,
        isSupplyUnknown,
        zone: receipts[0]?.receipt.ubigeo ?? zone ?? office,
        preference: form.visitPreference ?? "any",
        isVisitSoon: followedBy !== undefined,
        attempt,
      });
  const hearing = planned.hearing && heldAs(planned.hearing, form, tenant);
  return { ...planned, hearing, also: [...planned.also, ...admission.also] };
}

interface BesideFiling {
  readonly planned: Planned;
  readonly observed: ReturnType<typeof observations>;
  readonly owner: Owner | undefined;
  readonly typedBy: string | undefined;
}

function filingEntry(
  tenant: Tenant,
  { form, claimType, channel, by, receipts, guest, isAnothersDocument, attachments, problem, now }: NewClaim,
  { code, filedOn, law }: NewIdentity,
  { planned, observed, owner, typedBy }: BesideFiling,
): FactOf<"claim-filed"> {
  const filing: Omit<FactOf<"claim-filed">, "details"> = {
    type: "claim-filed",
    effectiveAt: now,
    by,
    claimType,
    channel,
    standing: form.claimant.standing,
    filedOn,
    ...(planned.inspectionOn && { inspectionOn: planned.inspectionOn }),
    ...(form.meterTest && { testAsked: true }),
    hearingOn: planned.hearingOn,
  };
  const holdBy = lastDayOf(tenant, filedOn, tenant.office.guestLookDays.value);
  return {
    ...filing,
    details: {
      code,
      form: { ...form, receipts: receipts.map(disputed) },
      attachments,
      windows: receipts.map(({ receipt, payments }) => {
        const term = termToClaim(receipt, payments, claimWindowRules(tenant, filedOn, now));
        return { number: receiptKey(receipt).number, term: countedTerm(term.rule, term, law.version) };
      }),
      ...(isAnothersDocument && { proofAsked: true as const }),
      ...(guest && { guest: by.kind === "guest" && !guest.knowsSupply ? { ...guest, holdBy } : guest }),
      supplyAddress: receipts[0]?.receipt.address,
      typedBy,
      ...(by.kind === "staff" &&
        channel === "telephone" &&
        form.claimant.notifyByEmail && { mailConsent: { taken: { came: channel } } }),
      visit: planned.visit,
      hearing: planned.hearing,
      notifyBy: notifyByOf([filing, ...observed.filter(isFact)], law, now),
      owner,
      problem,
      claimKey: newSecret(),
      holdKey: newSecret(),
    },
  };
}

/** The last day to notify the decision, which an observation at the filing moves on: it pauses the term. */
function notifyByOf(facts: readonly ClaimFact[], law: CaseLaw, now: string): CalendarDay {
  const claim = claimAt(
    facts.map((fact) => ({ ...fact, recordedAt: now })),
    law,
    now,
  );
  const day = claim && lastDayToNotify(claim, law);
  if (!day) throw new RangeError("a claim without a term to notify its decision");
  return day;
}

function observations({ followedBy }: NewClaim, { visit }: Planned): readonly (CaseFact | CaseNote)[] {
  return followedBy?.entries(visit !== undefined && visit.on <= followedBy.visitBy) ?? [];
}

function holderNotMatched({ isAnothersDocument: isAnothers, now }: NewClaim): readonly NoteOf<"holder-not-matched">[] {
  const by = { kind: "system", name: "file-claim" } as const;
  return isAnothers ? [{ type: "holder-not-matched", effectiveAt: now, by, details: {} }] : [];
}

/** The head of a case before its first entry: `headAfter` fills in what follows from entries. */
function emptyHead(
  { form, claimType, channel, now }: NewClaim,
  { claimId, code, office, filedOn }: NewIdentity,
  owner: Owner | undefined,
): CaseHead {
  return {
    claimId,
    code,
    office,
    supplyCode: form.supplyCode,
    claimType,
    channel,
    filedAt: now,
    filedOn,
    claimantName: claimantName(form.claimant),
    owner,
    steps: [],
    receipts: [],
    hold: { held: false, version: 0 },
  };
}
