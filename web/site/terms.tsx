import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { useFocus, useSending } from "../look/asking.ts";
import { DateField, typedDay } from "../look/date-field.tsx";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { sitePages } from "../paths.ts";
import { dayOfList } from "../words/format.ts";
import { reasonOfDay, termsWords } from "../words/terms.ts";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";

type Term = AnswerOf<Routes["dueDates"]>;

/**
 * Renders the form that computes the last day of a term of working days, by the calendar of the utility or of the user,
 * and then that day with a table of the days. Needs no sign-in.
 */
export function TermsPage() {
  const [term, setTerm] = useState<Term>();
  const { problem, busy, onSubmit } = useSending(
    (typed) =>
      api.dueDates({
        query: {
          from: typedDay(typed, "from"),
          days: typed("days"),
          calendar: typed("calendar") === "user" ? "user" : "company",
        },
      }),
    setTerm,
  );
  return (
    <>
      <Heading>{sitePages.terms.title}</Heading>
      <ErrorSummary problem={problem} instead={{ from: termsWords.fromError }} />
      <p>{termsWords.lede}</p>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <DateField
          name="from"
          legend={termsWords.from}
          hint={termsWords.fromHint}
          parts={termsWords}
          problem={problem}
          error={termsWords.fromError}
        />
        <TextField
          name="days"
          label={termsWords.days}
          hint={termsWords.daysHint}
          numeric
          size="tiny"
          problem={problem}
        />
        <Choice
          name="calendar"
          legend={termsWords.who}
          hint={termsWords.whoHint}
          options={{ company: termsWords.company, user: termsWords.user }}
          chosen="company"
          problem={problem}
        />
        <Submit busy={busy}>{termsWords.action}</Submit>
      </form>
      {term && !problem && <Working term={term} />}
    </>
  );
}

interface WorkingProps {
  readonly term: Term;
}

function Working({ term }: WorkingProps) {
  const heading = useFocus<HTMLHeadingElement>(term);
  const counted = term.days.filter((day) => day.counted).length;
  return (
    <section>
      <h2 class="answer" tabIndex={-1} ref={heading}>
        {termsWords.due(term.dueDate)}
      </h2>
      <p>{termsWords.working(counted)}</p>
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
            {term.days.map((day) => (
              <tr key={day.date} class={day.counted ? undefined : "pale"}>
                <th scope="row" class="day">
                  {dayOfList(day.date)}
                </th>
                <td>{reasonOfDay(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {termsWords.notLegal} {termsWords.version(term.calendarVersion)}
      </p>
    </section>
  );
}
