import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { FigureUnit } from "../../../shared/domain/register/indicators.ts";
import { useAnswer } from "../../look/asking.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { cubicMetres, soles, wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { addressOf, Waiting } from "../page.tsx";
import { useFindsPage } from "../work/roles.ts";
import { useOpenedList } from "../work/work-keys.tsx";
import { figureGroupNames, reportWords } from "./reports.words.ts";

type Figure = AnswerOf<Routes["listIndicators"]>["figures"][number];
type Case = AnswerOf<Routes["listFigureCases"]>["cases"][number];

const decimals = new Intl.NumberFormat("es-PE", { maximumFractionDigits: 2 });

/** Writes a figure's value, by its unit. */
const shown: Readonly<Record<FigureUnit, (value: number) => string>> = {
  count: wholeNumber,
  "per-cent": (value) => `${decimals.format(value)} %`,
  "per-connections": (value) => decimals.format(value),
  m3: cubicMetres,
  céntimos: (value) => soles((value / 100).toFixed(2)),
};

/** The address of the cases that a part of a figure counts. */
const addressOfFigure = (month: string, id: string, of: FigureCasesProps["of"]): string =>
  `${addressOf("reports")}?mes=${month}&indicador=${id}${of === "denominator" ? "&parte=total" : ""}`;

/**
 * Asks the API for the figures of a month (`YYYY-MM`) and renders them in a table for each group: value, numerator and
 * denominator. Numerator and denominator link to their cases, except a denominator that counts connections.
 */
export function Indicators({ month }: { readonly month: string }) {
  const { answer, again } = useAnswer(() => api.listIndicators({ query: { month } }), month);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { figures, areConnectionsConfirmed } = answer.value;
  const groups = Map.groupBy(figures, ({ group }) => group);
  return (
    <section>
      <h3>{reportWords.indicators}</h3>
      <p>{reportWords.indicatorsLede}</p>
      {!areConnectionsConfirmed && <p class="hint">{reportWords.notConfirmed}</p>}
      {[...groups].map(([group, some]) => (
        <section key={group}>
          <h4>{figureGroupNames[group]}</h4>
          <ScrollTable caption={figureGroupNames[group]} columns={Object.values(reportWords.columns)}>
            {some.map((figure) => (
              <FigureRow key={figure.id} month={month} figure={figure} />
            ))}
          </ScrollTable>
        </section>
      ))}
    </section>
  );
}

function FigureRow({ month, figure }: { readonly month: string; readonly figure: Figure }) {
  const { name, unit, value, numerator, denominator, perConnections } = figure;
  const amount = unit === "m3" || unit === "céntimos" ? shown[unit] : wholeNumber;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value === undefined ? reportWords.noValue : shown[unit](value)}</td>
      <td>
        <a href={addressOfFigure(month, figure.id, "numerator")}>
          {amount(numerator)} <span class="unseen">{name}</span>
        </a>
      </td>
      <td>
        {denominator !== undefined &&
          (perConnections ? (
            reportWords.connections(wholeNumber(denominator))
          ) : (
            <a href={addressOfFigure(month, figure.id, "denominator")}>
              {wholeNumber(denominator)} <span class="unseen">{name}</span>
            </a>
          ))}
      </td>
    </tr>
  );
}

interface FigureCasesProps {
  readonly month: string;
  readonly figureId: string;
  readonly of: "numerator" | "denominator";
}

/**
 * Renders the cases that the numerator or the denominator of a month's figure counts, page by page, with their total
 * and the weight of each. If the caller may not open submissions, a submission links to the observation book.
 */
export function FigureCases({ month, figureId, of }: FigureCasesProps) {
  const { answer, again, pages, next } = usePages(
    (from) => api.listFigureCases({ params: { figureId }, query: { month, of, ...from } }),
    `${month} ${figureId} ${of}`,
  );
  const cases = pages.flatMap((page) => page.cases);
  const name = answer?.ok ? answer.value.name : "";
  const list = useOpenedList(
    addressOfFigure(month, figureId, of),
    cases.flatMap(({ kind, id, code }) => (kind === "claim" ? { claimId: id, code } : [])),
    reportWords.casesOf(name),
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { total } = answer.value;
  return (
    <section ref={list}>
      <p>
        <a href={`${addressOf("reports")}?mes=${month}`}>{reportWords.back}</a>
      </p>
      <h2>{reportWords.casesOf(name)}</h2>
      <p role="status">
        {reportWords.casesTotal}: {wholeNumber(total)}
      </p>
      {cases.length === 0 ? (
        <p>{reportWords.noCases}</p>
      ) : (
        <ScrollTable caption={reportWords.casesOf(name)} columns={Object.values(reportWords.caseColumns)}>
          {cases.map((one) => (
            <CaseRow key={one.id} month={month} {...one} />
          ))}
        </ScrollTable>
      )}
      <More {...next} />
    </section>
  );
}

function CaseRow({ month, kind, id, code, weight }: Case & { readonly month: string }) {
  const findsSubmissions = useFindsPage("submissions");
  const observations = `${addressOf("observations")}?mes=${month}`;
  // A caller who may not open submissions finds one that is an observation in the observation book.
  const addresses = {
    claim: addressOf("case", { claimId: id }),
    observation: observations,
    submission: findsSubmissions ? addressOf("submission", { submissionId: id }) : observations,
  };
  return (
    <tr>
      <th scope="row">
        <a href={addresses[kind]}>{code}</a>
      </th>
      <td>{wholeNumber(weight)}</td>
    </tr>
  );
}
