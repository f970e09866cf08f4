import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { lostWords } from "../../words/days-owed.ts";
import type { Delivery } from "../visit/kept-day.ts";

/**
 * Renders the last day before silence grants a claim, with its light, and the target to notify its decision. What a
 * phone kept without the days has the first alone.
 */
export function LastDays({ delivery: { days, until } }: { readonly delivery: Delivery }) {
  return (
    <p>
      {until && lostWords(until)} {days && <DaysLight days={days} />}
      <br />
      {days && <Meta days={days} />}
    </p>
  );
}
