import type { Delivery } from "../visit/kept-day.ts";

/** What the address asks of the deliveries: `zona`, an ubigeo or «sin-zona», and `hasta`, the last day to hand over. */
type Query = Readonly<Record<string, string | undefined>>;

/** What `?zona=` says for what has no zone. */
export const noZone = "sin-zona";

/** Returns the deliveries in the zone that the address asks for, and that are to be made by the day it asks for. */
export function askedDeliveries(deliveries: readonly Delivery[], { zona, hasta }: Query): readonly Delivery[] {
  return deliveries.filter(
    ({ zone = noZone, until = "" }) => (!zona || zone === zona) && (!hasta || (until !== "" && until <= hasta)),
  );
}
