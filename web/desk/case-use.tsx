import { useAnswer } from "../look/asking.ts";
import { BarChart } from "../look/bar-chart.tsx";
import { Facts, type FactsRows } from "../look/facts.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { categoryNames } from "../words/categories.ts";
import { caseWords, innerLeakNames, visitOutcomeNames, wordIn } from "../words/desk-case.ts";
import {
  clockOf,
  counted,
  cubicMetres,
  dateWithWeekday,
  monthAndYear,
  monthName,
  monthShort,
  soles,
} from "../words/format.ts";
import {
  boxNames,
  captureNames,
  causeNames,
  connectionNames,
  premisesNames,
  sealNames,
  signingNames,
} from "../words/visit-names.ts";
import { api } from "./api.ts";
import type { CaseFile } from "./case-file.ts";
import { CaseRules } from "./case-rules.tsx";
import { Download } from "./download.tsx";
import { Waiting } from "./page.tsx";
import { seekers, useOwnRoles } from "./roles.ts";

interface PartProps {
  readonly file: CaseFile;
}

/**
 * Renders the consumption of a case: the receipts claimed and those not found, what the consumption rules find, and
 * each visit with its report and files. Operators, clerks, analysts, resolvers and managers also see the supply's months as a
 * chart and a table, for which it asks the API.
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
      <Inspections file={file} />
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

function Inspections({ file: { inspections, claimId } }: PartProps) {
  return (
    <section>
      <h2>{caseWords.inspections}</h2>
      {inspections.length === 0 && <p>{caseWords.noInspections}</p>}
      {inspections.map((visit) => (
        <article key={visit.inspectionId}>
          <h3>{caseWords.inspection(dateWithWeekday(visit.on), clockOf(visit.from), clockOf(visit.to))}</h3>
          {visit.late && <p>{caseWords.late}</p>}
          {visit.report ? <Report visit={visit} claimId={claimId} /> : <p>{caseWords.unreported}</p>}
        </article>
      ))}
    </section>
  );
}

type Inside = NonNullable<NonNullable<CaseFile["inspections"][number]["report"]>["internal"]>;

interface ReportProps {
  readonly visit: CaseFile["inspections"][number];
  readonly claimId: string;
}

function Report({ visit: { inspector, report }, claimId }: ReportProps) {
  if (!report) return null;
  const { reportFacts: names } = caseWords;
  const { external, internal } = report;
  return (
    <>
      <Facts
        rows={[
          [names.inspector, inspector],
          [names.outcome, visitOutcomeNames[report.outcome]],
          [names.attendedBy, report.attendedBy],
          [
            names.signing,
            report.signing && [signingNames[report.signing.how], report.signing.by].filter(Boolean).join(": "),
          ],
          [names.unsigned, report.unsigned],
          [names.meter, external.meterNumber],
          [names.reading, external.reading?.toString()],
          [names.seals, external.seals && sealNames[external.seals]],
          [names.box, external.box && boxNames[external.box]],
          [names.leakAtBox, external.leakAtBox ? caseWords.yes : caseWords.no],
          [names.connection, external.connection && connectionNames[external.connection]],
          [names.premisesType, external.premisesType && premisesNames[external.premisesType]],
          [names.premises, external.premises],
          [names.neighbours, external.neighbours],
          ...(internal ? insideRows(internal) : []),
          [names.causes, report.causes.map((cause) => causeNames[cause]).join(", ") || undefined],
          [names.observations, report.observations],
        ]}
      />
      {report.photos.length > 0 && (
        <p class="buttons">
          {report.photos.map(({ documentId, fileName, kind, takenAt }) => (
            <Download key={documentId} ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })}>
              {captureNames(kind, fileName, takenAt)}
            </Download>
          ))}
        </p>
      )}
    </>
  );
}

function insideRows({ occupants, useUnits, points, leakTest: test, leak }: Inside): FactsRows {
  const { reportFacts: names } = caseWords;
  return [
    [names.occupants, occupants?.toString()],
    ...useUnits.map(
      ({ category, occupied, vacant }) =>
        [names.useUnits(categoryNames[category]), caseWords.useUnits(occupied, vacant)] as const,
    ),
    ...points.map(({ kind, count, damaged, leaking }) => [kind, caseWords.points(count, damaged, leaking)] as const),
    [names.leak, wordIn(innerLeakNames, leak)],
    [
      names.leakTest,
      test && caseWords.leakTest(String(test.before), String(test.after), counted(test.minutes, "minuto", "minutos")),
    ],
  ];
}
