import type { PendingDelivery } from "../../domain/delivery/pending-delivery.ts";
import type { StaffRecord } from "../../storage/register/staff-register.ts";
import { mayVisit } from "../work/hand-over.ts";

/** Deliveries of an office that are looked at to share out one more. */
export const deliveriesCounted = 400;

/**
 * Returns the inspector on duty with the fewest of these deliveries still to be made; among equals, the one with the
 * lowest `sub`. Undefined if none is on duty.
 */
export function pickDeliverer(
  pending: readonly (Pick<PendingDelivery, "inspector"> | undefined)[],
  staff: readonly StaffRecord[],
): StaffRecord | undefined {
  const loads = staff.filter(mayVisit).map((inspector) => ({
    inspector,
    load: pending.filter((one) => one?.inspector?.sub === inspector.sub).length,
  }));
  const [least] = loads.toSorted((a, b) => a.load - b.load || (a.inspector.sub < b.inspector.sub ? -1 : 1));
  return least?.inspector;
}

/** Returns whether a delivery was given to nobody, or to somebody who is no inspector on duty now. */
export function isNobodys({ inspector }: PendingDelivery, staff: readonly StaffRecord[]): boolean {
  return !staff.some((one) => one.sub === inspector?.sub && mayVisit(one));
}
