import { dayOfList } from "../words/format.ts";
import { reasonOfDay, termsWords } from "../words/terms.ts";

interface CountedDaysProps {
  readonly days: readonly {
    readonly date: string;
    readonly counted: boolean;
    /** Why the day does not count, by a code that `reasonOfDay` puts in words. */
    readonly reason?: string | undefined;
    /** Instants, if the document desk did not work on that day. */
    readonly outage?: { readonly from: string; readonly to: string } | undefined;
  }[];
}

/**
 * Renders a table of the days of a term. A day that counts has its number in the count, any other the reason why it
 * does not count. A day with an outage of the document desk names the outage.
 */
export function CountedDays({ days }: CountedDaysProps) {
  let ordinal = 0;
  return (
    <div class="fits few">
      <table>
        <caption class="unseen">{termsWords.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{termsWords.dayColumn}</th>
            <th scope="col">{termsWords.reasonColumn}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, counted, reason = "", outage }) => (
            <tr key={date} class={counted ? undefined : "pale"}>
              <th scope="row" class="day">
                {dayOfList(date)}
              </th>
              <td>
                {reasonOfDay({ reason, ordinal: counted ? ++ordinal : undefined })}
                {outage && termsWords.outage(outage)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
