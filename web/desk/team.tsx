import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { ErrorSummary, Submit } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { DayField } from "../look/native-date.tsx";
import { Notice } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { handingWords, teamWords } from "../words/desk-handing.ts";
import { roleName } from "../words/desk-roles.ts";
import { wholeNumber } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "./page.tsx";
import { useOwnRoles } from "./roles.ts";
import { SelectField } from "./select-field.tsx";

type Person = AnswerOf<Routes["listStaff"]>["staff"][number];

/** The office's staff with what each has to do, and for a manager the absence of one of them. */
export function TeamPage() {
  return (
    <>
      <Heading>{deskPages.team.title}</Heading>
      <StaffOnly>
        <Team />
      </StaffOnly>
    </>
  );
}

function Team() {
  const isManager = useOwnRoles().includes("manager");
  const { answer, again } = useAnswer(() => api.listStaff(), "");
  const [absent, setAbsent] = useState<string>();
  const [done, setDone] = useState<string>();
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { staff } = answer.value;
  const person = staff.find(({ sub }) => sub === absent);
  const { act, ...columns } = teamWords.columns;
  const end = (said: string): void => {
    setAbsent(undefined);
    setDone(said);
    again();
  };
  return (
    <>
      {done && <Notice tone="good" title={done} />}
      {person && <Absence key={person.sub} person={person} staff={staff} onDone={end} />}
      <ScrollTable caption={deskPages.team.title} columns={[...Object.values(columns), ...(isManager ? [act] : [])]}>
        {staff.map((one) => (
          <PersonRow key={one.sub} person={one}>
            {isManager &&
              (one.onDuty ? <Leave person={one} onLeave={setAbsent} /> : <Back person={one} onDone={end} />)}
          </PersonRow>
        ))}
      </ScrollTable>
    </>
  );
}

function PersonRow({ person, children }: { readonly person: Person; readonly children: preact.ComponentChildren }) {
  const { sub, name, roles, onDuty, openClaims, overdue, soon, visitsToday } = person;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{roles.map(roleName).join(", ")}</td>
      <td>{onDuty ? teamWords.onDuty : teamWords.offDuty}</td>
      <td class="figure">
        {openClaims > 0 ? (
          <a href={`${addressOf("work")}?de=todos&persona=${sub}`}>{wholeNumber(openClaims)}</a>
        ) : (
          wholeNumber(openClaims)
        )}
      </td>
      <td class="figure">{wholeNumber(overdue)}</td>
      <td class="figure">{wholeNumber(soon)}</td>
      <td class="figure">{wholeNumber(visitsToday)}</td>
      {children && <td>{children}</td>}
    </tr>
  );
}

interface LeaveProps {
  readonly person: Person;
  readonly onLeave: (sub: string) => void;
}

function Leave({ person: { sub, name }, onLeave }: LeaveProps) {
  return (
    <button type="button" class="link" onClick={() => onLeave(sub)}>
      {teamWords.absent}
      <span class="unseen">: {name}</span>
    </button>
  );
}

interface BackProps {
  readonly person: Person;
  readonly onDone: (said: string) => void;
}

function Back({ person: { sub, name }, onDone }: BackProps) {
  const { problem, busy, onSubmit } = useSending(
    () => api.returnToDuty({ params: { sub } }),
    () => onDone(teamWords.backText(name)),
  );
  return (
    <form method="dialog" onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <button type="submit" class="link" aria-busy={busy || undefined}>
        {teamWords.back}
        <span class="unseen">: {name}</span>
      </button>
    </form>
  );
}

interface AbsenceProps extends BackProps {
  readonly staff: readonly Person[];
}

/** The form of an absence. The API gives a part of the work with each call: it is asked until nothing is left. */
function Absence({ person, staff, onDone }: AbsenceProps) {
  const { sub, name } = person;
  const [going, setGoing] = useState<{ readonly claims: number; readonly visits: number }>();
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const body = { reason: typed("reason"), until: typed("until"), ...(typed("to") && { to: typed("to") }) };
      const sum = { claims: 0, visits: 0 };
      for (;;) {
        const part = await api.handOverWork({ params: { sub }, body });
        if (!part.ok) return part;
        sum.claims += part.value.claims;
        sum.visits += part.value.visits;
        if (!part.value.more) return { ok: true, value: sum };
        setGoing({ ...sum });
      }
    },
    ({ claims, visits }) => onDone(claims + visits === 0 ? teamWords.nothing : teamWords.done(claims, visits)),
  );
  const others = staff.filter((one) => one.sub !== sub && (one.mayOwn || one.mayVisit));
  return (
    <section class="card">
      <h2>{teamWords.absenceOf(name)}</h2>
      <p>{teamWords.absenceText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <DayField name="until" label={teamWords.until} problem={problem} />
        <SelectField
          name="to"
          label={handingWords.to}
          hint={teamWords.share}
          options={Object.fromEntries(
            others.map((one) => [one.sub, `${one.name} (${handingWords.load(one.openClaims)})`]),
          )}
          problem={problem}
        />
        <LongText
          name="reason"
          label={handingWords.reason}
          hint={handingWords.reasonHint}
          max={500}
          problem={problem}
        />
        {going && <p role="status">{teamWords.going(going.claims, going.visits)}</p>}
        <Submit busy={busy}>{teamWords.send}</Submit>
      </form>
    </section>
  );
}
