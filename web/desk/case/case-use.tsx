import { useAnswer } from "../../look/asking.ts";
import { BarChart } from "../../look/bar-chart.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { cubicMetres, monthAndYear, monthName, monthShort, soles } from "../../words/format.ts";
import { api } from "../api.ts";
import { CaseActas } from "../case-copy/case-actas.tsx";
import { Waiting } from "../page.tsx";
import { seekers, useOwnRoles } from "../work/roles.ts";
import { caseWords } from "./case.words.ts";
import type { CaseFile } from "./case-file.ts";
import { CaseRules } from "./case-rules.tsx";

interface PartProps {
  readonly file: CaseFile;
}

/**
 * Renders the consumption of a case: the receipts claimed and those not found, what the consumption rules find, and
 * each visit with its report and files. Operators, clerks, analysts, resolvers and managers also see the supply's
 * months as a chart and a table, for which it asks the API.
 */
export function CaseUse({ file }: PartProps) {
  const roles = useOwnRoles();
  return (
    <>
      <section>
        <h2>{caseWords.receipts}</h2>
        <ScrollTable caption={caseWords.receipts} columns={caseWords.receiptColumns}>
          {file.receipts.map(({ number, period, m3, amount }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{monthAndYear(period)}</td>
              <td>{cubicMetres(m3)}</td>
              <td>{soles(amount)}</td>
            </tr>
          ))}
        </ScrollTable>
        {file.unknownReceipts && (
          <p>
            {caseWords.unknownReceipts}:{" "}
            {file.unknownReceipts.map(({ number, period }) => `${number} (${monthAndYear(period)})`).join(", ")}
          </p>
        )}
      </section>
      {seekers.some((role) => roles.includes(role)) && <Months file={file} />}
      <CaseRules file={file} />
      <CaseActas file={file} />
    </>
  );
}

/** The supply's months as a chart and a table; nothing if there are none. */
function Months({ file: { supplyCode, claimId } }: PartProps) {
  const { answer, again } = useAnswer(() => api.searchSupplies({ body: { supplyCode, claimId } }), claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const months = answer.value.receipts
    .flatMap(({ number, period, m3, amount }) =>
      m3 === undefined || amount === undefined ? [] : [{ number, period, m3, amount }],
    )
    .toSorted((a, b) => a.period.localeCompare(b.period));
  const last = months.at(-1);
  if (!last) return null;
  return (
    <section>
      <h2>{caseWords.history}</h2>
      <BarChart
        bars={months.map(({ period, m3 }) => ({ label: monthShort(period), value: m3, printed: String(m3) }))}
        average={undefined}
        lastName={monthName(last.period)}
        unit="m³"
        sentence={caseWords.historySentence(cubicMetres(last.m3), monthAndYear(last.period))}
      />
      <ScrollTable caption={caseWords.history} columns={caseWords.receiptColumns}>
        {months.toReversed().map(({ number, period, m3, amount }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td>{monthAndYear(period)}</td>
            <td>{cubicMetres(m3)}</td>
            <td>{soles(amount)}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}
