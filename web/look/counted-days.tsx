import { dayOfList } from "../words/format.ts";
import { reasonOfDay, termsWords } from "../words/terms.ts";

interface CountedDaysProps {
  readonly days: readonly {
    readonly date: string;
    readonly counted: boolean;
    readonly reason?: string | undefined;
    readonly outage?: { readonly from: string; readonly to: string } | undefined;
  }[];
}

/** A table of the days of a term: each with its number in the count, or why it does not count, and an outage if it had one. */
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
