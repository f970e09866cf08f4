import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import type { fileClaim as fileClaimRoute } from "../contract/claim-routes.ts";
import { type Answer, type RefusalKind, refused } from "../contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../contract/route.ts";
import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import type { CaseEvent, FactOf, NoteOf, Owner } from "../domain/case-events.ts";
import { apply } from "../domain/claim.ts";
import type { Actor, ClaimType } from "../domain/claim-events.ts";
import type { ClaimForm, Paper } from "../domain/claim-form.ts";
import { isOver } from "../domain/claim-states.ts";
import { type ClaimWindowRules, lastDayToClaim } from "../domain/claim-window.ts";
import { countWorkingDays } from "../domain/due-dates.ts";
import type { OfficeChannel } from "../domain/office-hours.ts";
import { type Receipt, receiptKey } from "../domain/receipt.ts";
import { ok } from "../domain/result.ts";
import type { CaseHead } from "../storage/case-files.ts";
import { pauseBefore, type Write } from "../storage/dynamodb.ts";
import type { Places } from "../storage/places.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";
import type { StaffRecord } from "../storage/staff-register.ts";
import { type CaseAt, caseAt, caseUpTo, headAfter } from "./case-at.ts";
import { toldTypes } from "./case-deliveries.ts";
import { claimLaw } from "./claim-law.ts";
import { filedOnAt } from "./filed-on.ts";
import { newCode, newSecret, newTimeId } from "./new-ids.ts";
import { placeForHearing, placeForVisit } from "./plan-visit.ts";
import type { CaseDesk } from "./record.ts";
import { refusalWords } from "./refusal-words.ts";

/** What filing works with besides recording. */
export interface FilingDesk extends CaseDesk {
  readonly places: Places;
}

/** A claim as somebody files it: what they say, who types it, which receipt it is about. */
export interface NewClaim {
  readonly form: Omit<ClaimForm, "receipts">;
  readonly claimType: ClaimType;
  readonly channel: OfficeChannel;
  readonly by: Actor;
  /** The account it will belong to; absent when staff types it for somebody. */
  readonly sub?: string | undefined;
  readonly receipt: PaidReceipt;
  readonly papers: readonly Paper[];
  /** Writes that go along: papers marked as filed, a draft thrown away. */
  readonly also: (claimId: string) => readonly Write[];
  readonly write: WriteKey;
  readonly now: string;
}

/** The one type of claim that is taken for now: consumo medido. */
export const claimTypeTaken: ClaimType = "F01";

/** Types whose first evidence is a visit, and a hearing for all billing claims (digest 2.1, 3.5). */
const visited: ReadonlySet<ClaimType> = new Set(["F01", "F03", "F07", "F09", "F11"]);

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
 * Files the claim that `decide` makes in one transaction: code, first entry, hold on the receipt, a place for the visit
 * and one for the hearing, the last day to notify, the owner. A key seen before answers what it made, and is not judged
 * anew; `decide` is asked again when somebody took first what the claim was to take. Only what the law itself refuses is
 * refused; a late claim, a second one on the same receipt and full agendas are taken and told.
 */
export async function fileClaim<Kind extends RefusalKind = never>(
  desk: FilingDesk,
  { write, now }: Pick<NewClaim, "write" | "now">,
  decide: () => Answer<NewClaim, Kind> | Promise<Answer<NewClaim, Kind>>,
): Promise<Answer<CaseAt, Kind | FilingRefusal>> {
  const { caseFiles, tenant } = desk;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const repeated = await madeBefore(desk, write);
    if (repeated) return repeated;
    const decided = await decide();
    // What it refused may be what the same write did a moment ago.
    if (!decided.ok) return (await madeBefore(desk, write)) ?? decided;
    const filing = await prepared(desk, decided.value, attempt);
    if (!filing.ok) return filing;
    const { head, events, also, holdKey } = filing.value;
    const { sub } = decided.value;
    const result = await caseFiles.file({ events, head, write, told: toldTypes, also, sub, holdKey });
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
  { caseFiles, tenant }: FilingDesk,
  { key, contentHash }: WriteKey,
): Promise<Answer<CaseAt, "write-key-used"> | undefined> {
  const made = await caseFiles.claimOfRequest(key);
  if (!made) return undefined;
  if (made.contentHash !== contentHash) return refused("write-key-used");
  const file = await caseFiles.read(made.claimId);
  return file && ok(caseUpTo(file, 1, tenant));
}

/** Everything a filing writes, with places and code as free as they were a moment ago. */
async function prepared(desk: FilingDesk, claim: NewClaim, attempt: number) {
  const { tenant, places, staffRegister, holds } = desk;
  const { form, claimType, now, receipt, channel } = claim;
  const filedOn = filedOnAt(tenant, now);
  const law = claimLaw(tenant, filedOn);
  const claimId = newTimeId(now);
  const office = tenant.office.code.value;
  const code = newCode(tenant.office.claimCode.value, filedOn);
  const { targetDay, targetDayConsumption } = law.inspection;
  const visit = visited.has(claimType)
    ? await placeForVisit(places, tenant, {
        zone: zoneOf(receipt.receipt),
        from: filedOn,
        targetDays: claimType === "F01" ? targetDayConsumption : targetDay,
        preference: form.visitPreference ?? "any",
        inspectionId: `${claimId}-1`,
        attempt,
      })
    : undefined;
  const { hearing, write: takeHearing } = await placeForHearing(places, tenant, filedOn, attempt);
  const owner = ownerAmong(await staffRegister.list(office));
  const notifyBy = countWorkingDays({
    from: filedOn,
    days: law.silence.first,
    calendar: law.calendars.COMPANY,
  }).dueDate;
  const { number } = receiptKey(receipt.receipt);
  const { period, billedM3: m3, monthTotal: amount, supplyCode } = receipt.receipt;
  const fact: FactOf<"claim-filed"> = {
    type: "claim-filed",
    effectiveAt: now,
    by: claim.by,
    claimType,
    channel,
    standing: form.claimant.standing,
    filedOn,
    ...(visit && { inspectionOn: visit.visit.on }),
    hearingOn: hearing.on,
    details: {
      code,
      form: { ...form, receipts: [{ number, period, m3, amount }] },
      papers: claim.papers,
      visit: visit?.visit,
      hearing,
      notifyBy,
      owner,
      claimKey: newSecret(),
      holdKey: newSecret(),
    },
  };
  const applied = apply([], fact, law, now);
  if (!applied.ok) return refused("not-now", { detail: refusalWords[applied.error] });
  const events: CaseEvent[] = [{ ...fact, seq: 1, recordedAt: now }];
  if (visit?.visit.late) events.push({ ...noPlaceInTime(now), seq: 2, recordedAt: now });
  const before: CaseHead = {
    claimId,
    code,
    office,
    supplyCode: form.supplyCode,
    claimType,
    channel,
    filedAt: now,
    filedOn,
    claimantName: nameOf(form.claimant),
    owner,
    steps: [],
    hold: { held: false, version: 0 },
  };
  const head = headAfter(before, events, law, now);
  const also = [
    ...(visit
      ? [visit.write, desk.caseFiles.planVisit({ ...visit.visit, claimId, zone: zoneOf(receipt.receipt) })]
      : []),
    takeHearing,
    ...(owner ? [staffRegister.count(office, owner.sub, 1)] : []),
    ...(await holds.change(
      { supplyCode, receiptNumber: number, period, claimId, code, action: "set", at: now },
      limaDay(now),
    )),
    ...claim.also(claimId),
  ];
  return ok({ head, events, also, holdKey: fact.details.holdKey });
}

function noPlaceInTime(now: string): NoteOf<"manager-alerted"> {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "file-claim" },
    details: { reason: "No hay lugar para la visita dentro del plazo: quedó en el primero después." },
  };
}

/** Inspectors' rounds follow the districts: the place of the supply by its ubigeo. */
function zoneOf({ ubigeo }: Receipt): string {
  return ubigeo;
}

/** A person's name in the order of the forms. */
export function nameOf({ givenNames, paternalSurname, maternalSurname, companyName }: ClaimForm["claimant"]): string {
  const person = [givenNames, paternalSurname, maternalSurname].filter(Boolean).join(" ");
  return companyName ? `${companyName} (${person})` : person;
}

/** The rules of the term to claim, on a day. */
export function claimWindowRules(tenant: Tenant, today: CalendarDay): ClaimWindowRules {
  const { claim } = lawInForce(tenant, today);
  return {
    claimWindow: claim.windowRule.value,
    claimWindowPaidMonths: claim.windowPaidMonths.value,
    calendar: tenant.calendars.USER.value,
  };
}

/**
 * The cargo of a claim just filed, in words, with what was open about the same receipt when it was filed: asked again it
 * is the same. A customer is told of claims they may open, and of no other's.
 * @param sub the customer's account; absent for staff
 */
export async function cargoOf(
  { caseFiles, tenant }: CaseDesk,
  { file, filing }: CaseAt,
  receipt: PaidReceipt,
  sub?: string,
): Promise<AnswerOf<typeof fileClaimRoute>> {
  const { details, filedOn, recordedAt } = filing;
  const { claimId, code, supplyCode } = file.head;
  const [disputed] = details.form.receipts;
  const earlier = (await caseFiles.ofSupply(supplyCode, 20)).filter((id) => id < claimId);
  const mayTell = await Promise.all(earlier.map((id) => sub === undefined || caseFiles.mayOpen(sub, id)));
  const others = await Promise.all(earlier.filter((_, at) => mayTell[at]).map((id) => caseFiles.read(id)));
  const alsoOpen = others.flatMap((other) => {
    const at = other && caseAt(other, tenant, recordedAt);
    const same = at?.filing.details.form.receipts.some(({ number }) => number === disputed?.number);
    return at && same && !isOver(at.claim.state) ? { claimId: other.head.claimId, code: other.head.code } : [];
  });
  return {
    claimId,
    code,
    filedAt: recordedAt,
    filedOn,
    supplyCode,
    receiptNumber: disputed?.number ?? "",
    visit: details.visit,
    hearing: details.hearing,
    notifyBy: details.notifyBy,
    owner: details.owner && { name: details.owner.name, extension: details.owner.extension },
    claimKey: details.claimKey,
    alsoOpen,
    late: filedOn > lastDayToClaim(receipt.receipt, receipt.payments, claimWindowRules(tenant, filedOn)),
  };
}
