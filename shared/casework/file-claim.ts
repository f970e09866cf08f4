import type { fileClaim as fileClaimRoute } from "../contract/claim-routes.ts";
import { type Answer, type RefusalKind, refused } from "../contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../contract/route.ts";
import { claimantName } from "../documents/spanish-names.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { CaseFact, CaseNote, ClaimedProblem, FactOf, NoteOf, Owner } from "../domain/case-events.ts";
import type { Actor } from "../domain/claim-events.ts";
import type { Attachment, ClaimForm } from "../domain/claim-form.ts";
import type { ClaimType } from "../domain/claim-types.ts";
import { termToClaim } from "../domain/claim-window.ts";
import { countedTerm } from "../domain/clock-changes.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import { lastDeliverableDay } from "../domain/late-risk.ts";
import type { OfficeChannel } from "../domain/office-hours.ts";
import { receiptKey } from "../domain/receipt.ts";
import { ok } from "../domain/result.ts";
import { awaitsStandingProof } from "../domain/standing-proof.ts";
import type { AppointmentSlots } from "../storage/appointment-slots.ts";
import type { CaseHead } from "../storage/case-files.ts";
import { pauseBefore, type Write } from "../storage/dynamodb.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";
import type { StaffRecord } from "../storage/staff-register.ts";
import { admissionOf } from "./admission-to-appointments.ts";
import { type CaseAt, caseAt, caseUpTo, headAfter } from "./case-at.ts";
import { publishedTypes } from "./case-deliveries.ts";
import { claimLaw } from "./claim-law.ts";
import { claimWindowRules } from "./claim-window-rules.ts";
import { disputed } from "./disputed-receipts.ts";
import { duplicatesOf } from "./duplicates.ts";
import { filedOnAt } from "./filed-on.ts";
import { heldAs } from "./hearing-choice.ts";
import { hearingView } from "./hearing-instructions.ts";
import { newCode, newSecret, newTimeId } from "./new-ids.ts";
import { plannedFor, unplanned } from "./planned-appointments.ts";
import { receiptWrites } from "./receipt-changes.ts";
import { type CaseDeps, placed } from "./record.ts";

/** What filing works with besides recording. */
export interface FileClaimDeps extends CaseDeps {
  readonly appointmentSlots: AppointmentSlots;
}

/** What is observed of a claim as it is filed: its visit is by the last day to mend it, where there is a place. */
interface ObservedAtFiling {
  readonly visitBy: CalendarDay;
  readonly entries: (visitInTime: boolean) => readonly (CaseFact | CaseNote)[];
}

/** A claim as somebody files it: what they say, who types it, which receipts or which problem it is about. */
export interface NewClaim {
  readonly form: Omit<ClaimForm, "receipts">;
  readonly claimType: ClaimType;
  readonly channel: OfficeChannel;
  readonly by: Actor;
  /** The account it will belong to; absent when staff types it for somebody. */
  readonly sub?: string | undefined;
  /** Of one supply, each with its hold; none for a problem. */
  readonly receipts: readonly PaidReceipt[];
  readonly problem?: ClaimedProblem | undefined;
  /** Where the supply is when no receipt tells: its ubigeo. */
  readonly zone?: string | undefined;
  readonly attachments: readonly Attachment[];
  /** Who claims as holder gives a document that is not the register's: received, and recorded. */
  readonly isAnothersDocument?: boolean | undefined;
  /** What is recorded with the filing, at once or not at all. */
  readonly followedBy?: ObservedAtFiling | undefined;
  /** Writes that go along: attachments marked as filed, a draft thrown away. */
  readonly also: (claimId: string) => readonly Write[];
  readonly write: WriteKey;
  readonly now: string;
}

const tries = 8;

/** The analyst on duty with the fewest open claims: the claim's owner from the day of filing (design, 7). */
function ownerAmong(staff: readonly StaffRecord[]): Owner | undefined {
  const [least] = staff
    .filter(({ onDuty, roles }) => onDuty && roles.includes("analyst"))
    .toSorted((a, b) => a.openClaims - b.openClaims || (a.sub < b.sub ? -1 : 1));
  return least && { sub: least.sub, name: least.name, extension: least.extension };
}

export type FilingRefusal = "write-key-used" | "busy" | "not-now";

/**
 * Files the claim that `decide` makes in one transaction: code, first entry, hold on each receipt, a place for the visit
 * where its type asks for one and one for the hearing (one that is optional is given too) unless it waits for them, the
 * last day to notify, the owner. A key seen before answers what it made, and is not judged anew; `decide` is asked again when somebody took first what the claim was to take. Only what the law itself refuses is
 * refused; a late claim, a second one on the same receipt and full agendas are taken and told.
 */
export async function fileClaim<Kind extends RefusalKind = never>(
  deps: FileClaimDeps,
  { write, now }: Pick<NewClaim, "write" | "now">,
  decide: () => Answer<NewClaim, Kind> | Promise<Answer<NewClaim, Kind>>,
): Promise<Answer<CaseAt, Kind | FilingRefusal>> {
  const { caseFiles, tenant } = deps;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const repeated = await madeBefore(deps, write);
    if (repeated) return repeated;
    const decided = await decide();
    // What it refused may be what the same write did a moment ago.
    if (!decided.ok) return (await madeBefore(deps, write)) ?? decided;
    const filing = await prepared(deps, decided.value, attempt);
    if (!filing.ok) return filing;
    const { head, events, also, holdKey } = filing.value;
    const { sub } = decided.value;
    const result = await caseFiles.file({ events, head, write, published: publishedTypes, also, sub, holdKey });
    if (result !== "appended") {
      await pauseBefore(attempt);
      continue;
    }
    const file = await caseFiles.read(head.claimId);
    if (!file) throw new Error(`claim ${head.claimId} was filed and is not there`);
    return ok(caseAt(file, tenant, now));
  }
  return refused("busy");
}

async function madeBefore(
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

/** Everything a filing writes, with places and code as free as they were a moment ago. */
async function prepared(deps: FileClaimDeps, claim: NewClaim, attempt: number) {
  const { tenant, staffRegister } = deps;
  const { by, form, claimType, now, receipts, channel } = claim;
  const filedOn = filedOnAt(tenant, now);
  const law = claimLaw(tenant, filedOn);
  const claimId = newTimeId(now);
  const office = tenant.office.code.value;
  const code = newCode(tenant.office.claimCode.value, filedOn);
  const zone = receipts[0]?.receipt.ubigeo ?? claim.zone ?? office;
  const visitBy = claim.followedBy?.visitBy;
  const admission = await admissionOf(deps, { ...form, receipts: receipts.map(disputed), claimId, claimType, by, now });
  const asking = { claimId, claimType, filedOn, now };
  const planned = admission.waits
    ? unplanned(tenant, law, asking, admission.waits)
    : await plannedFor(deps, law, {
        ...asking,
        supplyCode: form.supplyCode,
        alsoAmong: admission.sameDay,
        zone,
        preference: form.visitPreference ?? "any",
        isVisitSoon: visitBy !== undefined,
        attempt,
      });
  const { visit } = planned;
  const isInTime = (on: CalendarDay): boolean => visitBy !== undefined && on <= visitBy;
  const hearing = planned.hearing && heldAs(planned.hearing, form, tenant);
  const staff = await staffRegister.list(office);
  const owner = ownerAmong(staff);
  const { dueDate } = countWorkingDays({ from: filedOn, days: law.silence.first, calendar: law.calendars.COMPANY });
  const fact: FactOf<"claim-filed"> = {
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
    details: {
      code,
      form: { ...form, receipts: receipts.map(disputed) },
      attachments: claim.attachments,
      windows: receipts.map(({ receipt, payments }) => {
        const term = termToClaim(receipt, payments, claimWindowRules(tenant, filedOn, now));
        return { number: receiptKey(receipt).number, term: countedTerm(term.rule, term, law.version) };
      }),
      supplyAddress: receipts[0]?.receipt.address,
      typedBy: by.kind === "staff" ? staff.find(({ sub }) => sub === by.sub)?.name : undefined,
      visit,
      hearing,
      notifyBy: lastDeliverableDay(dueDate, law.calendars),
      owner,
      problem: claim.problem,
      claimKey: newSecret(),
      holdKey: newSecret(),
    },
  };
  const events = placed(
    [],
    [
      fact,
      ...planned.notes,
      ...(claim.followedBy?.entries(visit !== undefined && isInTime(visit.on)) ?? []),
      ...holderNotMatched(claim),
    ],
    law,
    now,
  );
  if (!events.ok) return events;
  const before: CaseHead = {
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
  const head = headAfter(before, events.value, law, now);
  const also = [
    ...planned.also,
    ...admission.also,
    ...(owner ? [staffRegister.count(office, owner.sub, 1)] : []),
    ...(await receiptWrites(deps, before, head, { events: events.value, law, now })),
    ...claim.also(claimId),
  ];
  return ok({ head, events: events.value, also, holdKey: fact.details.holdKey });
}

function holderNotMatched({ isAnothersDocument: isAnothers, now }: NewClaim): readonly NoteOf<"holder-not-matched">[] {
  const by = { kind: "system", name: "file-claim" } as const;
  return isAnothers ? [{ type: "holder-not-matched", effectiveAt: now, by, details: {} }] : [];
}

/**
 * The cargo of a claim just filed, in words, with the claims about the same as they were when it was filed: asked again
 * it is the same. A customer is told of claims they may open, and of no other's.
 * @param sub the customer's account; absent for staff
 */
export async function cargoOf(
  deps: CaseDeps,
  { file, filing }: CaseAt,
  sub?: string,
): Promise<AnswerOf<typeof fileClaimRoute>> {
  const { details, filedOn, recordedAt, claimType } = filing;
  const { claimId, code, supplyCode } = file.head;
  const claimed = details.form.receipts;
  const late = new Set(details.windows?.flatMap(({ number, term }) => (filedOn > term.dueDate ? number : [])));
  return {
    claimId,
    code,
    filedAt: recordedAt,
    filedOn,
    supplyCode,
    receipts: claimed.map(({ number, period }) => ({ number, period, late: late.has(number) })),
    visit: details.visit,
    hearing: hearingView([filing], deps.tenant),
    ...(details.hearing === undefined && { awaitsAppointments: true as const }),
    notifyBy: details.notifyBy,
    owner: details.owner && { name: details.owner.name, extension: details.owner.extension },
    claimKey: details.claimKey,
    ...(awaitsStandingProof(file.events) && { proofAsked: true as const }),
    duplicates: [
      ...(await duplicatesOf(
        deps,
        { supplyCode, claimType, receipts: claimed },
        { now: recordedAt, filedBefore: claimId, sub },
      )),
    ],
  };
}
