import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { TextField } from "../../look/field.tsx";
import { Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { date, dateWithWeekday, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { fieldProblem } from "../typed.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { CalendarChangeForms } from "./calendar-change.tsx";
import { scopeName, calendarsWords as words } from "./calendars.words.ts";

type Calendars = AnswerOf<Routes["showCalendars"]>;
type Applied = AnswerOf<Routes["changeCalendars"]>;

/**
 * Renders the non-working days of a year (`?anio=`, the present one without it), a field to go to another year (1992 to
 * 2100), the forms that change the days, and all versions of the calendars. Without a session, asks to sign in.
 */
export function CalendarsPage() {
  const asked = useAsked("anio");
  return (
    <>
      <Heading>{deskPages.calendars.title}</Heading>
      <StaffOnly>
        <p>{words.lede}</p>
        <OfAsked asked={asked}>{(year) => <Year key={year} year={year} />}</OfAsked>
      </StaffOnly>
    </>
  );
}

function Year({ year }: { readonly year: string }) {
  const { answer, again } = useAnswer(() => api.showCalendars({ query: { year } }), year);
  const [applied, setApplied] = useState<Applied>();
  const [removing, setRemoving] = useState<string>();
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { version, days, versions } = answer.value;
  return (
    <>
      {applied && (
        <Notice tone="good" title={words.applied(applied.name)}>
          <p>{words.appliedText(instant(applied.inForceFrom))}</p>
        </Notice>
      )}
      <OtherYear year={year} />
      <section>
        <h2>{words.days(Number(year))}</h2>
        {days.length === 0 ? <p>{words.empty}</p> : <Days days={days} onRemove={setRemoving} />}
      </section>
      <CalendarChangeForms
        key={version}
        version={version}
        removing={removing}
        onPut={() => setRemoving(undefined)}
        onApplied={(value) => {
          setApplied(value);
          again();
        }}
      />
      <section>
        <h2>{words.versions}</h2>
        <Versions versions={versions} />
      </section>
    </>
  );
}

function OtherYear({ year }: { readonly year: string }) {
  const { route } = useLocation();
  const { problem, onSubmit } = useSending(
    async (typed) => {
      const asked = typed("year").trim();
      return /^(199[2-9]|20\d\d|2100)$/.test(asked) ? { ok: true, value: asked } : fieldProblem("year", words.notYear);
    },
    (asked) => route(`${addressOf("calendars")}?anio=${asked}`),
  );
  return (
    <form method="dialog" class="inline" noValidate onSubmit={onSubmit}>
      <TextField name="year" label={words.year} numeric size="short" initial={year} problem={problem} />
      <button type="submit" class="button plain">
        {words.show}
      </button>
    </form>
  );
}

interface DaysProps {
  readonly days: Calendars["days"];
  readonly onRemove: (date: string) => void;
}

function Days({ days, onRemove }: DaysProps) {
  return (
    <ScrollTable caption={words.lede} columns={Object.values(words.dayColumns)}>
      {days.map(({ date: day, name, scope, source, recordedAt }) => (
        <tr key={`${day} ${name}`}>
          <th scope="row">{dateWithWeekday(day)}</th>
          <td>{name}</td>
          <td>{scopeName(scope)}</td>
          <td>{source}</td>
          <td>{date(recordedAt)}</td>
          <td>
            <button type="button" class="link" aria-label={words.removeDay(day)} onClick={() => onRemove(day)}>
              {words.remove}
            </button>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function Versions({ versions }: Pick<Calendars, "versions">) {
  return (
    <ScrollTable caption={words.versions} columns={Object.values(words.versionColumns)}>
      {versions.map(({ number, name, inForceFrom, by, why, changes, moves, notifiedAt }) => (
        <tr key={number}>
          <th scope="row">{name}</th>
          <td>{number === 1 ? words.always : instant(inForceFrom)}</td>
          <td>{by}</td>
          <td>{number === 1 ? words.seed : why}</td>
          <td>
            {changes.map((change) => (
              <p key={`${change.action} ${change.date}`}>{words.preparedDay(change)}</p>
            ))}
          </td>
          <td>
            {number === 1 ? "" : notifiedAt ? words.notifiedAll(moves, instant(notifiedAt)) : words.notifying(moves)}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
