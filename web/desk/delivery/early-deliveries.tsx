import { dateWithWeekday } from "../../words/format.ts";
import type { KeptDay } from "../visit/kept-day.ts";
import { earlyWords } from "./early.words.ts";

/**
 * Renders the deliveries of the day that the server has and that count only from a later day on, each with that day.
 */
export function EarlyDeliveries({ early }: { readonly early: NonNullable<KeptDay["early"]> }) {
  return (
    <>
      <h2>{earlyWords.title}</h2>
      <ul>
        {early.map(({ code, countsFrom }) => (
          <li key={code}>{earlyWords.row(code, dateWithWeekday(countsFrom))}</li>
        ))}
      </ul>
    </>
  );
}
