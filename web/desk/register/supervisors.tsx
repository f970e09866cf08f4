import { useState } from "preact/hooks";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { DayField } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { date, instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { searchLogWords } from "../counter/search.words.ts";
import { MonthForm } from "../month-form.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { useOwnRoles } from "../work/roles.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { supervisorWords } from "./reports.words.ts";

/**
 * Renders the external supervisors with the periods of their access, and what they read in a month (`?mes=`, the
 * present one without it), page by page. An administrator also gets the form that gives a supervisor access between two
 * days. Without a session, asks to sign in.
 */
export function SupervisorsPage() {
  const asked = useAsked("mes");
  return (
    <>
      <Heading>{deskPages.supervisors.title}</Heading>
      <StaffOnly>
        <p>{supervisorWords.lede}</p>
        <Supervisors />
        <OfAsked asked={asked}>
          {(month) => (
            <>
              <MonthForm page="supervisors" month={month} />
              <Reads key={month} month={month} />
            </>
          )}
        </OfAsked>
        <p>
          <a href={addressOf("openings")}>{deskPages.openings.title}</a>
        </p>
        <p>
          <a href={addressOf("searches")}>{searchLogWords.link}</a>
        </p>
      </StaffOnly>
    </>
  );
}

function Supervisors() {
  const isAdministrator = useOwnRoles().includes("administrator");
  const { answer, again } = useAnswer(() => api.listSupervisors(), "supervisors");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { supervisors, mostDays } = answer.value;
  return (
    <>
      {supervisors.length === 0 && <p>{supervisorWords.none}</p>}
      {supervisors.map(({ sub, name, accesses, isInForce }) => (
        <article class="card" key={sub}>
          <h2>
            {name} <span class="hint">{isInForce ? supervisorWords.inForce : supervisorWords.over}</span>
          </h2>
          <p class="hint">{sub}</p>
          <ul>
            {accesses.map(({ from, until, letter, at }) => (
              <li key={at}>
                {supervisorWords.access(date(from), date(until))}. {letter}
              </li>
            ))}
          </ul>
        </article>
      ))}
      {isAdministrator && <Admit mostDays={mostDays} onDone={again} />}
    </>
  );
}

function Admit({ mostDays, onDone }: { readonly mostDays: number; readonly onDone: () => void }) {
  const [isDone, setIsDone] = useState(false);
  const { problem, busy, onSubmit } = useSending(
    (typed) =>
      api.admitSupervisor({
        params: { sub: typed("sub").trim() || "-" },
        body: { name: typed("name"), from: typed("from"), until: typed("until"), letter: typed("letter") },
      }),
    (_, form) => {
      form.reset();
      setIsDone(true);
      onDone();
    },
  );
  return (
    <section class="card">
      <h2>{supervisorWords.give}</h2>
      <p>{supervisorWords.mostDays(mostDays)}</p>
      {isDone && !problem && <Notice tone="good" title={supervisorWords.done} />}
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField name="sub" label={supervisorWords.sub} problem={problem} />
        <TextField name="name" label={supervisorWords.name} problem={problem} />
        <TextField name="letter" label={supervisorWords.letter} problem={problem} />
        <DayField name="from" label={supervisorWords.from} problem={problem} />
        <DayField name="until" label={supervisorWords.until} problem={problem} />
        <Submit busy={busy}>{supervisorWords.send}</Submit>
      </form>
    </section>
  );
}

function Reads({ month }: { readonly month: string }) {
  const { answer, again, pages, next } = usePages(
    (from) => api.listSupervisedReads({ query: { month, ...from } }),
    month,
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const reads = pages.flatMap((page) => page.reads);
  return (
    <section>
      <h2>
        {supervisorWords.reads}: {monthAndYear(month)}
      </h2>
      {reads.length === 0 && <p>{supervisorWords.noReads}</p>}
      {reads.length > 0 && (
        <ScrollTable caption={supervisorWords.reads} columns={Object.values(supervisorWords.readColumns)}>
          {reads.map(({ at, name, route, asked }) => (
            <tr key={`${at} ${route} ${JSON.stringify(asked)}`}>
              <th scope="row">{instant(at)}</th>
              <td>{name}</td>
              <td>{route}</td>
              <td>{Object.values(asked).join(", ")}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <More {...next} />
    </section>
  );
}
