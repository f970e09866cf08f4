import type { Actor } from "../../domain/case/claim-events.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import type { NamedClaim, WaitingAppointments } from "../../domain/visit/appointments.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { AppointmentSlots } from "../../storage/visit/appointment-slots.ts";
import { type DuplicateDeps, duplicatesOf, type Matter } from "../filing/duplicate-claims.ts";

export interface AdmissionDeps extends DuplicateDeps {
  readonly caseFiles: Pick<CaseFiles, "read" | "heads">;
  readonly appointmentSlots: AppointmentSlots;
}

/** A claim as it is about to be filed. */
interface AboutToFile extends Matter {
  readonly claimId: string;
  /** Whether neither receipts nor register have its supply. */
  readonly isSupplyUnknown?: boolean | undefined;
  /** Who files it; once a guest's contact was confirmed, who confirmed it. */
  readonly by: Actor;
  readonly now: string;
}

/** Whether a new claim gets its appointments at filing. */
export interface Admission {
  /** Why it waits for them; absent if it does not wait. */
  readonly waits?: Omit<WaitingAppointments, "giveBy"> | undefined;
  /** The ids of the first claims of the same supply on that day, which an index may not show yet. */
  readonly sameDay: readonly string[];
  /** The writes that count the claim for the limits of the day. */
  readonly also: readonly Write[];
}

/**
 * Returns whether a new claim must wait for its visit and hearing, and the writes that count it. A guest's always waits
 * and is not counted; one of a supply not on record neither waits nor is counted. Another waits if it is a duplicate,
 * its supply has `appointmentsPerDay.supply` claims today, or it is not its account's first about the supply today and
 * the account has `appointmentsPerDay.account` of these. The writes fail if another of the supply is counted first.
 */
export async function admissionOf(deps: AdmissionDeps, claim: AboutToFile): Promise<Admission> {
  const { appointmentSlots, tenant } = deps;
  const { supplyCode, claimId, by, now } = claim;
  if (by.kind === "guest") return { sameDay: [], also: [], waits: { unconfirmed: true } };
  if (claim.isSupplyUnknown) return { sameDay: [], also: [] };
  const limits = tenant.office.appointmentsPerDay.value;
  const today = limaDay(now);
  const sub = by.kind === "customer" ? by.sub : undefined;
  const [ofSupply, byAccount] = await Promise.all([
    appointmentSlots.filedOf(today, supplyCode),
    sub === undefined ? undefined : appointmentSlots.filedBy(today, sub),
  ]);
  const isFull = ofSupply.filed >= limits.supply;
  const isMore = ofSupply.claims.some((one) => one.sub === sub);
  const isAccountFull = isMore && byAccount !== undefined && byAccount.more >= limits.account;
  const sameDay = ofSupply.claims.map((one) => one.claimId);
  const also = [
    ...appointmentSlots.countOf(today, supplyCode, isFull ? undefined : { claimId, sub, after: ofSupply.filed }),
    ...(sub === undefined
      ? []
      : [appointmentSlots.countBy(today, sub, { isMore, below: isAccountFull ? undefined : limits.account })]),
  ];
  const counts = [...(isFull ? [ofSupply.filed + 1] : []), ...(isAccountFull ? [byAccount.filed + 1] : [])];
  if (counts.length > 0) return { sameDay, also, waits: { sameDay: Math.max(...counts) } };
  // Comparing reads other claims: doing it only within the limits keeps a flood cheap.
  const sameAs = await sameMatter(deps, claim, sameDay);
  return { sameDay, also, waits: sameAs && { sameAs } };
}

/**
 * The claim that a new one repeats: the oldest one pending, else the oldest. If that one waits for another, the other.
 * A guest's whose contact is not confirmed is left out: anybody could file it first.
 */
async function sameMatter(
  deps: AdmissionDeps,
  claim: AboutToFile,
  alsoAmong: readonly string[],
): Promise<NamedClaim | undefined> {
  const found = await duplicatesOf(deps, claim, { now: claim.now, except: claim.claimId, alsoAmong });
  const heads = await deps.caseFiles.heads(found.map(({ claimId }) => claimId));
  const headOf = (claimId: string) => heads.find((head) => head.claimId === claimId);
  const known = found.filter(({ claimId }) => !headOf(claimId)?.appointmentsWait?.unconfirmed);
  const first = known.findLast(({ decided }) => !decided) ?? known.at(-1);
  if (!first) return undefined;
  return headOf(first.claimId)?.appointmentsWait?.sameAs ?? { claimId: first.claimId, code: first.code };
}
