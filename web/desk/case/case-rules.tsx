import { Facts } from "../../look/facts.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { cubicMetres, monthAndYear, soles } from "../../words/format.ts";
import type { CaseFile } from "./case-file.ts";
import { conceptNames, regimeNames, ruleWords, verdictNames } from "./rules.words.ts";

type Rules = NonNullable<CaseFile["consumption"]>;

/**
 * Renders what the consumption rules find for each claimed month (volumes, verdict, amounts and the explanation in
 * sentences), then the repair of a leak and the meter test, if the rules speak of them. Draws nothing if the rules do
 * not apply to the claim (`consumption` is absent).
 */
export function CaseRules({ file: { consumption } }: { readonly file: CaseFile }) {
  if (!consumption) return null;
  const { months, repair, meterTest } = consumption;
  return (
    <section>
      <h2>{ruleWords.title}</h2>
      <p>{ruleWords.intro}</p>
      {months.map((month) => (
        <Month key={month.receiptNumber} month={month} />
      ))}
      {repair && (
        <>
          <h3>{ruleWords.repair}</h3>
          <Sentences of={repair.explanation} />
          {repair.records.length > 0 && (
            <>
              <p>{ruleWords.records}</p>
              <ul>
                {repair.records.map((record) => (
                  <li key={record}>{record}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {meterTest && (
        <>
          <h3>{ruleWords.meterTest}</h3>
          <Sentences of={meterTest} />
        </>
      )}
    </section>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return of.map((sentence) => <p key={sentence}>{sentence}</p>);
}

const volume = (m3: number | undefined): string => (m3 === undefined ? ruleWords.none : cubicMetres(m3));
const some = (amount: string | undefined): string | undefined =>
  amount === undefined || amount === "0.00" ? undefined : soles(amount);

interface MonthProps {
  readonly month: Rules["months"][number];
}

function Month({ month }: MonthProps) {
  const { facts: names } = ruleWords;
  return (
    <article>
      <h3>{ruleWords.month(monthAndYear(month.period))}</h3>
      <Facts
        rows={[
          [names.billed, cubicMetres(month.billedM3)],
          [names.measured, cubicMetres(month.measuredM3)],
          [names.average, volume(month.averageM3)],
          [names.assignment, volume(month.assignmentM3)],
          [names.atypical, month.atypical ? ruleWords.yes : ruleWords.no],
          [names.control, month.atypical ? (month.controlDone ? ruleWords.done : ruleWords.skipped) : undefined],
          [names.regime, regimeNames[month.regime]],
          [names.verdict, verdictNames[month.verdict]],
          [
            names.left,
            month.m3 === undefined || month.after === undefined
              ? undefined
              : ruleWords.left(cubicMetres(month.m3), soles(month.after)),
          ],
          [names.credit, some(month.credit)],
          [names.overpaid, some(month.overpaid)],
          [names.meter, month.replaceMeter ? ruleWords.replaceMeter : undefined],
        ]}
      />
      <Tables month={month} />
      <h4>{ruleWords.explanation}</h4>
      <Sentences of={month.explanation} />
    </article>
  );
}

function Tables({ month: { averageMonths, concepts } }: MonthProps) {
  return (
    <>
      {averageMonths.length > 0 && (
        <ScrollTable caption={ruleWords.averageMonths} columns={ruleWords.averageColumns}>
          {averageMonths.map(({ period, m3, leftOut }) => (
            <tr key={period}>
              <th scope="row">{monthAndYear(period)}</th>
              <td>{cubicMetres(m3)}</td>
              <td>{leftOut ? ruleWords.counted(leftOut) : ruleWords.counts}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {concepts.length > 0 && (
        <ScrollTable caption={ruleWords.concepts} columns={ruleWords.conceptColumns}>
          {concepts.map(({ concept, before, after }) => (
            <tr key={concept}>
              <th scope="row">{conceptNames[concept]}</th>
              <td>{soles(before)}</td>
              <td>{soles(after)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </>
  );
}
