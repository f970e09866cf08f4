import { Fragment } from "preact";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { apiNow, apiToday } from "../../api-clock.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { telephoneAddress } from "../../look/contacts.tsx";
import { DaysLight } from "../../look/days-owed.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { lostWords } from "../../words/days-owed.ts";
import { clockOf, dateWithWeekday, dayAndMonth } from "../../words/format.ts";
import { languageWords } from "../../words/languages.ts";
import { api } from "../api.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { OfAsked, useAsked } from "../work/today.tsx";
import { useOpenedList } from "../work/work-keys.tsx";
import { hearingsWords } from "./agenda.words.ts";
import { hearingModeNames } from "./hearing.words.ts";

type Week = AnswerOf<Routes["listHearings"]>;
type Hearing = Week["hearings"][number];

const dayMs = 86_400_000;

/** A day so many days later. */
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Where the week of a day is. */
const weekOf = (day: string): string => `${addressOf("hearings")}?dia=${day}`;

/** The week that is worked in or comes: of a Saturday (6) and a Sunday (0), the Monday after. */
const weekToCome = (day: string): string => later(day, { 6: 2, 0: 1 }[new Date(day).getUTCDay()] ?? 0);

/**
 * Renders the hearings of the week of a day (`?dia=`) that are still to be held or recorded, day by day: hour, claim,
 * language if it is not Spanish, mode, whether the claimant confirmed, owner. Above them, those of days before today
 * that nobody recorded. One whose hour has come links to the form that records it. Without a day: the present week,
 * and on Saturday and Sunday the next. Asks to sign in.
 */
export function HearingsPage() {
  const { query } = useRoute();
  const asked = useAsked("dia");
  return (
    <>
      <Heading>{deskPages.hearings.title}</Heading>
      <StaffOnly>
        <OfAsked asked={asked}>
          {(day) => <ShownWeek key={query["dia"] ?? ""} day={query["dia"] === day ? day : weekToCome(day)} />}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function ShownWeek({ day }: { readonly day: string }) {
  const { answer, again } = useAnswer(() => api.listHearings({ query: { day } }), day);
  const shown = answer?.ok ? [...answer.value.unrecorded, ...answer.value.hearings] : undefined;
  const list = useOpenedList(weekOf(day), shown);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { from, to, hearings, unrecorded, more } = answer.value;
  const days = [...Map.groupBy(hearings, ({ on }) => on)];
  const confirmed = hearings.filter((hearing) => hearing.confirmed).length;
  return (
    <section ref={list} class="stacked">
      {unrecorded.length > 0 && (
        <>
          <h2>{hearingsWords.unrecorded(unrecorded.length)}</h2>
          <ScrollTable
            caption={hearingsWords.unrecorded(unrecorded.length)}
            columns={Object.values(hearingsWords.columns)}
          >
            {unrecorded.map((hearing) => (
              <Row key={hearing.claimId} hearing={hearing} hasDay />
            ))}
          </ScrollTable>
        </>
      )}
      <h2>{hearingsWords.week(from, to)}</h2>
      <nav aria-label={deskPages.hearings.title}>
        <ul class="tabs">
          <li>
            <a href={weekOf(later(from, -7))}>{hearingsWords.before}</a>
          </li>
          <li>
            <a href={addressOf("hearings")}>
              {weekToCome(apiToday()) === apiToday() ? hearingsWords.present : hearingsWords.toCome}
            </a>
          </li>
          <li>
            <a href={weekOf(later(from, 7))}>{hearingsWords.after}</a>
          </li>
        </ul>
      </nav>
      <p role="status">
        {hearings.length === 0 ? hearingsWords.empty : hearingsWords.count(hearings.length, confirmed)}
      </p>
      {more && <p>{hearingsWords.more}</p>}
      {days.map(([on, own]) => (
        <Day key={on} on={on} hearings={own} />
      ))}
    </section>
  );
}

function Day({ on, hearings }: { readonly on: string; readonly hearings: readonly Hearing[] }) {
  const title = `${dateWithWeekday(on)}: ${hearingsWords.ofDay(hearings.length)}`;
  return (
    <>
      <h3>{title}</h3>
      <ScrollTable caption={title} columns={Object.values(hearingsWords.columns)}>
        {hearings.map((hearing) => (
          <Row key={hearing.claimId} hearing={hearing} />
        ))}
      </ScrollTable>
    </>
  );
}

function Row({ hearing, hasDay }: { readonly hearing: Hearing; readonly hasDay?: true }) {
  const { claimId, code, claimantName, days, owner, on, at, confirmed, accepted, countered, languageChoice } = hearing;
  const isPast = on < apiToday() || Date.parse(`${on}T${at}:00-05:00`) <= apiNow();
  return (
    <tr>
      <td>
        {hasDay && `${dayAndMonth(on)}, `}
        {`a ${clockOf(at)}`}
      </td>
      <th scope="row">
        <a href={addressOf("case", { claimId })}>{code}</a>
        <span class="hint">{claimantName}</span>
        <DaysLight days={days} /> <span class="hint">{days.lostOn && lostWords(days.lostOn)}</span>
        {languageChoice && languageChoice.language !== "es" && (
          <b class="hint">{languageWords.forStaff(languageChoice)}</b>
        )}
      </th>
      <td>
        <Mode hearing={hearing} />
      </td>
      <td>
        {accepted && <b class="hint">{hearingsWords.accepted}</b>}
        {hearingsWords.confirmed[`${confirmed}`]}
        {countered && (
          <>
            <br />
            <a href={addressOf("caseAct", { claimId, act: "propuesta" })} aria-label={hearingsWords.counteredOf(code)}>
              {hearingsWords.countered}
            </a>
          </>
        )}
      </td>
      <td data-name={hearingsWords.columns.owner}>{owner}</td>
      <td>
        {isPast && (
          <a href={addressOf("caseAct", { claimId, act: "audiencia" })} aria-label={hearingsWords.recordOf(code)}>
            {hearingsWords.record}
          </a>
        )}
      </td>
    </tr>
  );
}

/** How a hearing is held: with the link or the number that its claimant has too, or what is missing. */
function Mode({ hearing }: { readonly hearing: Hearing }) {
  const { mode, link, telephone, telephoneOn, otherNumbers = [], lacks, code } = hearing;
  // One number needs no day: it is the only one.
  const firstOn = otherNumbers.length > 0 ? telephoneOn : undefined;
  const numbers = telephone ? [{ number: telephone, on: firstOn }, ...otherNumbers] : [];
  return (
    <>
      {hearingModeNames[mode]}
      {link && (
        <>
          {" "}
          <a href={link} rel="noreferrer" aria-label={hearingsWords.enterOf(code)}>
            {hearingsWords.enter}
          </a>
        </>
      )}
      {numbers.map(({ number, on }) => (
        <Fragment key={number}>
          {" "}
          <a href={telephoneAddress(number)}>{groupedTelephone(number)}</a>
          {on && <span class="hint">{hearingsWords.givenOn(dayAndMonth(on))}</span>}
        </Fragment>
      ))}
      {lacks && <span class="hint">{hearingsWords.lacks[lacks]}</span>}
    </>
  );
}
