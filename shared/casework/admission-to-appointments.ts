import type { NamedClaim, WaitingAppointments } from "../domain/appointments.ts";
import { limaDay } from "../domain/calendar-day.ts";
import type { Actor } from "../domain/claim-events.ts";
import type { AppointmentSlots, FiledOf } from "../storage/appointment-slots.ts";
import type { CaseFiles } from "../storage/case-files.ts";
import type { Write } from "../storage/dynamodb.ts";
import { type DuplicateDeps, duplicatesOf, type Matter } from "./duplicates.ts";

/** What deciding whether a claim waits works with. */
interface AdmissionDeps extends DuplicateDeps {
  readonly caseFiles: Pick<CaseFiles, "read" | "heads">;
  readonly appointmentSlots: AppointmentSlots;
}

/** A claim as it is about to be filed. */
interface AboutToFile extends Matter {
  readonly claimId: string;
  readonly by: Actor;
  readonly now: string;
}

/** Whether a claim waits for its places, why, the other claims of the day, and what counts it with them. */
export interface Admission {
  readonly waits?: Omit<WaitingAppointments, "giveBy"> | undefined;
  /** The first claims of the same supply on that day, which an index may not show yet. */
  readonly sameDay: readonly string[];
  readonly also: readonly Write[];
}

/**
 * Decides whether a claim takes its places as it is filed. It waits where a claim about the same is known, where the
 * supply had its claims of the day, and where the account did: of an account only those past the first of each supply
 * count, so that who files for many homes files for all; of staff none. Nothing is refused. The returned writes count
 * the claim; their conditions refuse when another was counted meanwhile, so that no two pass the same limit.
 */
export async function admissionOf(deps: AdmissionDeps, claim: AboutToFile): Promise<Admission> {
  const { appointmentSlots, tenant } = deps;
  const { supplyCode, claimId, by, now } = claim;
  const limits = tenant.office.appointmentsPerDay.value;
  const today = limaDay(now);
  const sub = by.kind === "customer" ? by.sub : undefined;
  const ofSupply = await appointmentSlots.filedOf(today, supplyCode);
  const isFull = ofSupply.filed >= limits.supply;
  const ofAccount =
    sub === undefined ? undefined : await countedBy(appointmentSlots, today, sub, ofSupply, limits.account);
  const sameDay = ofSupply.claims.map((one) => one.claimId);
  const also = [
    ...appointmentSlots.countOf(today, supplyCode, isFull ? undefined : { claimId, sub, after: ofSupply.filed }),
    ...(ofAccount?.also ?? []),
  ];
  const counts = [...(isFull ? [ofSupply.filed + 1] : []), ...(ofAccount?.isFull ? [ofAccount.filed + 1] : [])];
  if (counts.length > 0) return { sameDay, also, waits: { sameDay: Math.max(...counts) } };
  // Only what passes the limits is compared: a flood costs no more than its count.
  const sameAs = await sameMatter(deps, claim, sameDay);
  return { sameDay, also, waits: sameAs && { sameAs } };
}

/** How an account stands on a day with one claim more, and the write that counts it. */
async function countedBy(
  appointmentSlots: AppointmentSlots,
  today: string,
  sub: string,
  { claims }: Pick<FiledOf, "claims">,
  limit: number,
): Promise<{ readonly filed: number; readonly isFull: boolean; readonly also: readonly Write[] }> {
  const isMore = claims.some((one) => one.sub === sub);
  const { filed, more } = await appointmentSlots.filedBy(today, sub);
  const isFull = isMore && more >= limit;
  return { filed, isFull, also: [appointmentSlots.countBy(today, sub, { isMore, below: isFull ? undefined : limit })] };
}

/** The claim that a new one repeats: the first that is not decided, or the one that this one waits for in its turn. */
async function sameMatter(
  deps: AdmissionDeps,
  claim: AboutToFile,
  alsoAmong: readonly string[],
): Promise<NamedClaim | undefined> {
  const found = await duplicatesOf(deps, claim, { now: claim.now, except: claim.claimId, alsoAmong });
  const first = found.findLast(({ decided }) => !decided) ?? found.at(-1);
  if (!first) return undefined;
  const [head] = await deps.caseFiles.heads([first.claimId]);
  return head?.appointmentsWait?.sameAs ?? { claimId: first.claimId, code: first.code };
}
