import { record } from "../../shared/casework/case/record.ts";
import { lastDayOf } from "../../shared/casework/visit/free-slots.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { type CalendarDay, calendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../shared/domain/term/spanish-dates.ts";
import type { WaitingAppointments } from "../../shared/domain/visit/appointments.ts";
import type { Queue } from "../../shared/domain/work/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case/case-head.ts";
import type { AppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { logFailure } from "../runtime/log.ts";
import type { ListDeps } from "./list-deps.ts";

interface WaitingAlertDeps extends ListDeps {
  readonly appointmentSlots: AppointmentSlots;
}

const by = { kind: "system", name: "sweep" } as const;
const page = 50;
/** The lists of claims that may still wait for their appointments. */
const lists: readonly Queue[] = ["admission", "investigation", "conciliation"];

/** What the claims share whose receipts are not held because nobody has looked who claims. */
const unheld = "unheld";

/**
 * Records `manager-alerted` for claims that wait for the day of their visit and hearing, if these must be given today
 * or by the next working day to be in time, and for those without a hold if today is the last day to look who claims.
 * Of a supply and filing day, or of all unconfirmed of that day, one claim gets it, once. Returns how many claims were
 * alerted and how many failed (logged as `not-alerted`).
 */
export async function alertWaiting(deps: WaitingAlertDeps, now: string): Promise<{ alerted: number; failed: number }> {
  const counts = { alerted: 0, failed: 0 };
  const today = limaDay(now);
  const tomorrow = lastDayOf(deps.tenant, today, 1);
  const met = new Set<string>();
  for (const queue of lists)
    for await (const head of headsIn(deps, queue))
      for (const zone of overdueZones(head, today, tomorrow)) {
        const origin = `${zone} ${head.filedOn}`;
        if (met.has(origin)) continue;
        met.add(origin);
        await alertCounted(deps, head, zone, { now, counts });
      }
  return counts;
}

/** What a claim is to be alerted for, by what the claims of its filing day share. */
function overdueZones(head: StoredHead, today: CalendarDay, tomorrow: CalendarDay): readonly string[] {
  const { giveBy, holdBy } = head.appointmentsWait ?? {};
  return [
    ...(giveBy !== undefined && giveBy <= tomorrow ? [originOf(head)] : []),
    ...(holdBy !== undefined && holdBy <= today ? [unheld] : []),
  ];
}

async function alertCounted(
  deps: WaitingAlertDeps,
  head: StoredHead,
  zone: string,
  { now, counts }: { readonly now: string; readonly counts: { alerted: number; failed: number } },
): Promise<void> {
  try {
    if (await alertOf(deps, head, zone, now)) counts.alerted += 1;
  } catch (failure) {
    logFailure("not-alerted", failure, { claimId: head.claimId });
    counts.failed += 1;
  }
}

async function* headsIn({ workLists, tenant }: WaitingAlertDeps, queue: Queue): AsyncGenerator<StoredHead> {
  let after: QueuePosition | undefined;
  do {
    const heads = await workLists.inQueue(tenant.office.code.value, queue, page, after);
    yield* heads;
    const last = heads.at(-1);
    after = last && heads.length === page ? queuePositionOf(last) : undefined;
  } while (after);
}

/** What claims that wait have in common: their supply, or that nobody answered yet at the contact they left. */
function originOf({ supplyCode, appointmentsWait }: StoredHead): string {
  return appointmentsWait?.unconfirmed ? "unconfirmed" : supplyCode;
}

/**
 * Records the alert for the claims of a supply filed on a day; returns `false` if it was recorded before. If the claim
 * no longer waits when the alert is written, records nothing and returns `true`.
 */
async function alertOf(deps: WaitingAlertDeps, { claimId, filedOn }: StoredHead, zone: string, now: string) {
  const of = { kind: "waiting", zone, day: filedOn } as const;
  if (await deps.appointmentSlots.isNoted(of)) return false;
  const key = `places wait ${zone} ${filedOn}`;
  const recorded = await record(deps, { claimId, now, write: { key, contentHash: key } }, ({ file: { head } }) => {
    const { appointmentsWait } = head;
    if (!appointmentsWait || (zone === unheld && !appointmentsWait.holdBy)) return ok({ entries: [] });
    const reason = reasonOf(appointmentsWait, zone, longDate(calendarDay(filedOn)));
    return ok({
      entries: [{ type: "manager-alerted", effectiveAt: now, by, details: { reason } }],
      also: [deps.appointmentSlots.note(of)],
    });
  });
  if (!recorded.ok) throw new Error(`the alert of claim ${claimId} was not recorded: ${recorded.error}`);
  return true;
}

function reasonOf({ giveBy, unconfirmed }: WaitingAppointments, zone: string, filedOn: string): string {
  if (zone === unheld)
    return `Los reclamos sin cuenta del ${filedOn} no tienen bloqueo de cobro ni de corte hasta que alguien vea su contacto. Hoy es el último día para verlo.`;
  return unconfirmed
    ? `Los reclamos sin cuenta del ${filedOn} esperan que alguien vea su contacto. Sin lugar a más tardar el ${longDate(giveBy)}, su visita y su audiencia no se harán dentro del plazo.`
    : `Espera lugar para su visita y su audiencia: hay que darle lugar a más tardar el ${longDate(giveBy)}, o no se harán dentro del plazo.`;
}
