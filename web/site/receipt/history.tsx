import { BarChart } from "../../look/bar-chart.tsx";
import { cubicMetres, instant, monthAndYear, monthShort, soles, wholeNumber } from "../../words/format.ts";
import type { Month } from "../../words/receipt.ts";
import { billingNotes, historyWords, litresADay } from "../../words/receipt-history.ts";

interface HistoryProps {
  /** The oldest first. */
  readonly months: readonly Month[];
  /** The historical average in m³, a line in the chart; none if undefined. */
  readonly average: number | undefined;
  /** The address of a month's receipt; without it months are no links. */
  readonly addressOfMonth?: (month: Month) => string;
  /** The table's last column is litres a day and not the month's total. */
  readonly litres?: boolean;
  /** Whether the newest month is called «this month» and not «this receipt». */
  readonly isThisMonth: boolean;
}

/**
 * Renders the consumption of months as a chart, the oldest first, and as a table, the newest first, with m³ and the
 * month's total or, if `litres`, the litres a day.
 */
export function History({ months, average, addressOfMonth, litres, isThisMonth }: HistoryProps) {
  const lastName = isThisMonth ? historyWords.thisMonth : historyWords.thisReceipt;
  return (
    <>
      <BarChart
        bars={months.map(({ period, m3 }) => ({ label: monthShort(period), value: m3, printed: wholeNumber(m3) }))}
        average={average === undefined ? undefined : { value: average, label: historyWords.average(average) }}
        lastName={lastName}
        unit={historyWords.unit}
        sentence={historyWords.chart(months, average)}
      />
      <div class="fits few">
        <table>
          <caption class="unseen">{historyWords.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{historyWords.month}</th>
              <th scope="col" class="figure">
                {historyWords.m3}
              </th>
              <th scope="col" class="figure">
                {litres ? historyWords.litres : historyWords.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map((month, at) => (
              <tr key={month.period} class={at === 0 ? "now" : undefined}>
                <th scope="row">
                  {addressOfMonth ? (
                    <a href={addressOfMonth(month)}>{monthAndYear(month.period)}</a>
                  ) : (
                    monthAndYear(month.period)
                  )}{" "}
                  {at === 0 && <span class="tag">{lastName}</span>}
                </th>
                <td class="figure" data-label={historyWords.m3}>
                  {cubicMetres(month.m3)}
                  {month.billingType !== "L" && <span class="hint"> {billingNotes[month.billingType]}</span>}
                </td>
                <td class="figure" data-label={litres ? historyWords.litres : historyWords.total}>
                  {litres ? litresADay(month) : soles(month.monthTotal)}
                  {!litres && month.corrected && <span class="hint"> {historyWords.corrected(month.corrected)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {litres && <p class="note">{historyWords.litresNote}</p>}
    </>
  );
}

interface LoadedAtProps {
  readonly at: string | undefined;
}

/**
 * Says that the receipts are as they were at `at`, the instant of the last import. If `at` is undefined, says that the
 * first import is still under way.
 */
export function LoadedAt({ at }: LoadedAtProps) {
  return <p class="note">{at === undefined ? historyWords.notLoaded : historyWords.loadedAt(instant(at))}</p>;
}
