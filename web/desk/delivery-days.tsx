import { Light } from "../look/light.tsx";
import { deliveryWords } from "../words/desk-deliveries.ts";
import type { Delivery } from "./kept-day.ts";

/**
 * Renders the last day to notify a decision, with its light, and the day after which silence grants the claim. What the
 * phone kept without the first has the second alone.
 */
export function LastDays({ delivery: { notifyBy, workingDays, until } }: { readonly delivery: Delivery }) {
  return (
    <p>
      {notifyBy && (
        <>
          {deliveryWords.notifyBy(notifyBy)} <Light daysLeft={workingDays} />
          <br />
        </>
      )}
      {until && deliveryWords.silence(until)}
    </p>
  );
}
