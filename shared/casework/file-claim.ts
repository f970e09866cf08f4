import { randomBytes, randomInt } from "node:crypto";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import type { fileClaim as fileClaimRoute } from "../contract/claim-routes.ts";
import { type Answer, refused } from "../contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../contract/route.ts";
import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type FactOf, lastEntry, type NoteOf, type Owner } from "../domain/case-events.ts";
import { apply } from "../domain/claim.ts";
import { codeOf } from "../domain/claim-code.ts";
import type { Actor, ClaimType } from "../domain/claim-events.ts";
import type { ClaimForm, Paper } from "../domain/claim-form.ts";
import { type ClaimWindowRules, lastDayToClaim } from "../domain/claim-window.ts";
import { countWorkingDays, filingDay } from "../domain/due-dates.ts";
import type { OfficeChannel } from "../domain/office-hours.ts";
import { type Receipt, receiptKey } from "../domain/receipt.ts";
import { ok } from "../domain/result.ts";
import type { CaseHead } from "../storage/case-files.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { Places } from "../storage/places.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";
import type { StaffRecord } from "../storage/staff-register.ts";
import { type CaseAt, caseAt, caseHeadAt, caseUpTo, headAfter, isHeadOver } from "./case-at.ts";
import { toldTypes } from "./case-deliveries.ts";
import { claimLaw } from "./claim-law.ts";
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

/** Types whose first evidence is a visit, and a hearing for all billing claims (digest 2.1, 3.5). */
const visited: ReadonlySet<ClaimType> = new Set(["F01", "F03", "F07", "F09", "F11"]);

const tries = 8;

/** Grows with time, so that an account's claims are in order: 48 bits of milliseconds, then 80 drawn. */
function newClaimId(now: string): string {
  const at = Date.parse(now).toString(36).padStart(9, "0");
  return `${at}${BigInt(`0x${randomBytes(10).toString("hex")}`)
    .toString(36)
    .padStart(16, "0")}`;
}

const newSecret = (): string => randomBytes(16).toString("base64url");

/** The analyst on duty with the fewest open claims: the claim's owner from the day of filing (design, 7). */
export function ownerAmong(staff: readonly StaffRecord[]): Owner | undefined {
  const [least] = staff
    .filter(({ onDuty, roles }) => onDuty && roles.includes("analyst"))
    .toSorted((a, b) => a.openClaims - b.openClaims || (a.sub < b.sub ? -1 : 1));
  return least && { sub: least.sub, name: least.name, extension: least.extension };
}

/**
 * Files a claim in one transaction: code, first entry, hold on the receipt, a place for the visit and one for the
 * hearing, the last day to notify, the owner. A key seen before answers what it made. Only what the law itself refuses is
 * refused; a late claim, a second one on the same receipt and full agendas are taken and told.
 */
export async function fileClaim(
  desk: FilingDesk,
  claim: NewClaim,
): Promise<Answer<CaseAt, "write-key-used" | "busy" | "not-now">> {
  const { caseFiles, tenant } = desk;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const repeated = await madeBefore(desk, claim.write);
    if (repeated) return repeated;
    const filing = await prepared(desk, claim);
    if (!filing.ok) return filing;
    const { head, events, also, holdKey } = filing.value;
    const { write, sub } = claim;
    const result = await caseFiles.file({
      events,
      head,
      write,
      told: toldTypes,
      also,
      sub,
      holdKey,
    });
    if (result !== "appended") continue;
    const file = await caseFiles.read(head.claimId);
    if (!file) throw new Error(`claim ${head.claimId} was filed and is not there`);
    return ok(caseAt(file, tenant, claim.now));
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
async function prepared(desk: FilingDesk, claim: NewClaim) {
  const { tenant, places, staffRegister, holds } = desk;
  const { form, claimType, now, receipt, channel } = claim;
  const { afterHoursPolicy } = lawInForce(tenant, limaDay(now)).filing;
  const filedOn = filingDay(now, afterHoursPolicy.value, tenant.calendars.COMPANY.value);
  const law = claimLaw(tenant, filedOn);
  const claimId = newClaimId(now);
  const office = tenant.office.code.value;
  const code = codeOf(
    tenant.office.claimCode.value,
    Number(filedOn.slice(0, 4)),
    randomInt(10 ** tenant.office.claimCode.value.digits),
  );
  const { targetDay, targetDayConsumption } = law.inspection;
  const visit = visited.has(claimType)
    ? await placeForVisit(places, tenant, {
        zone: zoneOf(receipt.receipt),
        from: filedOn,
        targetDays: claimType === "F01" ? targetDayConsumption : targetDay,
        preference: form.visitPreference ?? "any",
        inspectionId: `${claimId}-1`,
      })
    : undefined;
  const { hearing, write: takeHearing } = await placeForHearing(places, tenant, filedOn);
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
    ...holds.change(
      { supplyCode, receiptNumber: number, period, claimId, code, version: 1, action: "set", at: now },
      limaDay(now),
    ),
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
export function zoneOf({ ubigeo }: Receipt): string {
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

/** The cargo of a claim just filed, in words, with what else is open about the same receipt. */
export async function cargoOf(
  { caseFiles, tenant }: CaseDesk,
  { file, filing, now }: CaseAt,
  receipt: PaidReceipt,
): Promise<AnswerOf<typeof fileClaimRoute>> {
  const { details, filedOn } = filing;
  const { claimId, code, supplyCode } = file.head;
  const [disputed] = details.form.receipts;
  const others = (await caseFiles.ofSupply(supplyCode, 20)).filter((id) => id !== claimId);
  const sameReceipt = await Promise.all(others.map((id) => caseFiles.read(id)));
  const alsoOpen = sameReceipt.filter(
    (other) =>
      other &&
      !isHeadOver(caseHeadAt(other.head, now)) &&
      lastEntry(other.events, "claim-filed")?.details.form.receipts.some(({ number }) => number === disputed?.number),
  );
  return {
    claimId,
    code,
    filedAt: filing.recordedAt,
    filedOn,
    supplyCode,
    receiptNumber: disputed?.number ?? "",
    visit: details.visit,
    hearing: details.hearing,
    notifyBy: details.notifyBy,
    owner: details.owner && { name: details.owner.name, extension: details.owner.extension },
    claimKey: details.claimKey,
    alsoOpen: alsoOpen.flatMap((other) => (other ? { claimId: other.head.claimId, code: other.head.code } : [])),
    late: filedOn > lastDayToClaim(receipt.receipt, receipt.payments, claimWindowRules(tenant, filedOn)),
  };
}
