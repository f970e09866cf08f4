import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { date, instant, monthAndYear, wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { Download } from "../download.tsx";
import { MonthForm } from "../month-form.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { useOwnRoles } from "../work/roles.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { FigureCases, Indicators } from "./report-figures.tsx";
import { reportWords } from "./reports.words.ts";

type Register = AnswerOf<Routes["showRegister"]>;
type Sample = AnswerOf<Routes["drawSample"]>;

/**
 * Renders the reports of a month (`?mes=`, the present one without it): the files of the register, which a manager can
 * have built, the month's figures once the files are built, and a form that draws a random sample of the month's
 * claims. If the address names a figure (`?indicador=`), renders its cases instead. Without a session, asks to sign in.
 */
export function ReportsPage() {
  const { query } = useRoute();
  const asked = useAsked("mes");
  const figure = query["indicador"];
  return (
    <>
      <Heading>{deskPages.reports.title}</Heading>
      <StaffOnly>
        <OfAsked asked={asked}>
          {(month) => (
            <>
              <MonthForm page="reports" month={month} />
              {figure === undefined ? (
                <Month key={month} month={month} />
              ) : (
                <FigureCases
                  month={month}
                  figureId={figure}
                  of={query["parte"] === "total" ? "denominator" : "numerator"}
                />
              )}
            </>
          )}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Month({ month }: { readonly month: string }) {
  const { answer, again } = useAnswer(() => api.showRegister({ query: { month } }), month);
  const isReading = answer?.ok && answer.value.build?.state === "reading";
  useEffect(() => {
    if (!isReading) return;
    const timer = setTimeout(again, 2000);
    return () => clearTimeout(timer);
  }, [answer]);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { build } = answer.value;
  return (
    <>
      <h2>{monthAndYear(month)}</h2>
      <Registers month={month} build={build} again={again} />
      {build?.state === "done" && <Indicators key={build.asOf} month={month} />}
      <Draw month={month} />
      <Also month={month} />
    </>
  );
}

interface RegistersProps {
  readonly month: string;
  readonly build: Register["build"];
  readonly again: () => void;
}

/** The register files of a month, how far they are built, and for a manager the button that builds them. */
function Registers({ month, build, again }: RegistersProps) {
  const isManager = useOwnRoles().includes("manager");
  const { problem, busy, onSubmit } = useSending(() => api.buildRegister({ body: { month } }), again);
  return (
    <section class="card">
      <h3>{reportWords.registers}</h3>
      <p>{reportWords.registersLede}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      {!build && <p>{isManager ? reportWords.never : reportWords.neverToSupervisor}</p>}
      {build?.state === "reading" && <p role="status">{reportWords.reading(build.done, build.of)}</p>}
      {build?.state === "done" && (
        <>
          <p role="status">{reportWords.asOf(instant(build.asOf))}</p>
          <ScrollTable caption={reportWords.registers} columns={Object.values(reportWords.fileColumns)}>
            {build.files.map(({ fileName, rows }) => (
              <tr key={fileName}>
                <th scope="row">{fileName}</th>
                <td>{wholeNumber(rows)}</td>
                <td>
                  <Download ask={() => api.downloadRegister({ params: { fileName }, query: { month } })} of={fileName}>
                    {reportWords.download}
                  </Download>
                </td>
              </tr>
            ))}
          </ScrollTable>
        </>
      )}
      {isManager && build?.state !== "reading" && (
        <form method="dialog" onSubmit={onSubmit}>
          <Submit busy={busy} plain={build !== undefined}>
            {build ? reportWords.buildAgain : reportWords.build}
          </Submit>
        </form>
      )}
    </section>
  );
}

/** The form that draws a sample of the month's claims by size and seed. */
function Draw({ month }: { readonly month: string }) {
  const [sample, setSample] = useState<Sample>();
  const { problem, busy, onSubmit } = useSending(
    async (typed) => api.drawSample({ query: { month, size: typed("size"), seed: typed("seed") } }),
    setSample,
  );
  return (
    <section class="card">
      <h3>{reportWords.sample}</h3>
      <p>{reportWords.sampleLede}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField name="size" label={reportWords.size} numeric initial="10" size="short" problem={problem} />
        <TextField name="seed" label={reportWords.seed} hint={reportWords.seedHint} problem={problem} />
        <Submit busy={busy} plain>
          {reportWords.draw}
        </Submit>
      </form>
      {sample && (
        <>
          <p role="status">{reportWords.drawn(sample.claims.length, sample.of)}</p>
          <ScrollTable caption={reportWords.sample} columns={Object.values(reportWords.sampleColumns)}>
            {sample.claims.map(({ claimId, code, filedOn, claimType }) => (
              <tr key={claimId}>
                <th scope="row">
                  <a href={addressOf("case", { claimId })}>{code}</a>
                </th>
                <td>{date(filedOn)}</td>
                <td>{claimTypeNames[claimType]}</td>
              </tr>
            ))}
          </ScrollTable>
        </>
      )}
    </section>
  );
}

function Also({ month }: { readonly month: string }) {
  const isManager = useOwnRoles().includes("manager");
  const pages = ["attentions", "observations", "openings", ...(isManager ? (["supervisors"] as const) : [])] as const;
  return (
    <section>
      <h3>{reportWords.also}</h3>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <a href={`${addressOf(page)}?mes=${month}`}>{deskPages[page].title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
