import type { NoteOf } from "../../domain/case/case-events.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { AppointmentSlots, SlotsOf } from "../../storage/visit/appointment-slots.ts";

/** Which slots run out, and the last day (`through`) of those that were looked at. */
export interface Scarcity extends Pick<SlotsOf, "kind" | "zone"> {
  readonly through: CalendarDay;
}

/**
 * Returns whether the slots of a term have room for fewer than a tenth of the appointments they can take.
 * @param left how many more appointments the slots can take
 * @param capacity how many appointments the slots can take in all
 */
export function isScarce(left: number, capacity: number): boolean {
  return left < 0.1 * capacity;
}

function words({ kind, zone, through }: Scarcity): string {
  return kind === "visit"
    ? `Quedan pocos lugares para visitas en la zona ${zone} hasta el ${longDate(through)}: agregue una cuadrilla mientras hay tiempo.`
    : `Quedan pocas horas para audiencias hasta el ${longDate(through)}: agregue a quien las lleve mientras hay tiempo.`;
}

/**
 * Returns, for each kind and zone whose slots run out, the `manager-alerted` note and the write that marks this alert
 * as given today; `by` records the note. Both are left out if the alert was already given today. Skips undefined items
 * of `found`.
 */
export async function scarceAlerts(
  appointmentSlots: Pick<AppointmentSlots, "isNoted" | "note">,
  found: readonly (Scarcity | undefined)[],
  { by, today, now }: { readonly by: Actor; readonly today: CalendarDay; readonly now: string },
): Promise<{ readonly notes: readonly NoteOf<"manager-alerted">[]; readonly also: readonly Write[] }> {
  const notes: NoteOf<"manager-alerted">[] = [];
  const also: Write[] = [];
  for (const scarcity of found) {
    if (!scarcity) continue;
    const of = { kind: scarcity.kind, zone: scarcity.zone, day: today };
    if (await appointmentSlots.isNoted(of)) continue;
    const details = { reason: words(scarcity) };
    notes.push({ type: "manager-alerted", effectiveAt: now, by, details });
    also.push(appointmentSlots.note(of));
  }
  return { notes, also };
}
