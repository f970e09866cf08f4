import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Notice } from "../../look/notice.tsx";
import { dateWithWeekday, instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { ReadPrivacy } from "../counter/read-privacy.tsx";
import { MonthForm } from "../month-form.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { useFindsPage, useOwnRoles } from "../work/roles.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { enteredChannels, observationStateNames, observationWords } from "./reports.words.ts";

/** The most characters of an observation or an answer. */
const longest = 3000;

type Observation = AnswerOf<Routes["enterObservation"]>;

/**
 * Renders the observation book: the entries that wait for an answer, each with its form to answer, and the entries of a
 * month (`?mes=`, the present one without it). Operators and clerks also get the form to enter one. External
 * supervisors only read. Without a session, asks to sign in.
 */
export function ObservationsPage() {
  const asked = useAsked("mes");
  const roles = useOwnRoles();
  const [changed, setChanged] = useState(0);
  const again = () => setChanged(changed + 1);
  return (
    <>
      <Heading>{deskPages.observations.title}</Heading>
      <StaffOnly>
        <p>{observationWords.lede}</p>
        {(["operator", "clerk"] as const).some((role) => roles.includes(role)) && <Enter onDone={again} />}
        <Waits key={`waits ${changed}`} onDone={again} />
        <OfAsked asked={asked}>
          {(month) => (
            <>
              <MonthForm page="observations" month={month} />
              <OfMonth key={`${month} ${changed}`} month={month} />
            </>
          )}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Enter({ onDone }: { readonly onDone: () => void }) {
  const [entered, setEntered] = useState<Observation>();
  const { problem, busy, onSubmit } = useSending<Observation>(
    async (typed) => {
      const channel = chosenOf(enteredChannels, typed("channel"));
      if (!channel) return fieldProblem("channel", "Elija por dónde vino.");
      return api.enterObservation({ body: { channel, person: { name: typed("name") }, text: typed("text") } });
    },
    (value, form) => {
      form.reset();
      setEntered(value);
      onDone();
    },
  );
  return (
    <section class="card">
      <h2>{observationWords.enter}</h2>
      {entered && !problem && (
        <Notice tone="good" title={observationWords.done(entered.number, dateWithWeekday(entered.answerBy))} />
      )}
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <Choice name="channel" legend={observationWords.channel} options={enteredChannels} problem={problem} />
        <ReadPrivacy />
        <TextField name="name" label={observationWords.name} problem={problem} />
        <LongText name="text" label={observationWords.text} max={longest} problem={problem} />
        <Submit busy={busy}>{observationWords.send}</Submit>
      </form>
    </section>
  );
}

function Waits({ onDone }: { readonly onDone: () => void }) {
  const { answer, again, pages, next } = usePages((from) => api.listObservations({ query: from }), "waiting");
  const isLooker = useOwnRoles().every((role) => role === "external-supervisor");
  const findsSubmissions = useFindsPage("submissions");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const observations = pages.flatMap((page) => page.observations);
  return (
    <section>
      <h2>{observationWords.waiting}</h2>
      <p class="hint">
        {findsSubmissions ? (
          <a href={`${addressOf("submissions")}?lista=to-answer`}>{observationWords.filed}</a>
        ) : (
          observationWords.filed
        )}
      </p>
      {observations.length === 0 && <p>{observationWords.none}</p>}
      {observations.map((one) => (
        <Entry key={one.observationId} observation={one}>
          {!isLooker && <Answer observation={one} onDone={onDone} />}
        </Entry>
      ))}
      <More {...next} />
    </section>
  );
}

interface EntryProps {
  readonly observation: Observation;
  readonly children?: ComponentChildren;
}

function Entry({ observation, children }: EntryProps) {
  const { observationId, number, channel, enteredAt, person, text, answerBy, state, answer } = observation;
  const opens = useFindsPage("submissions") && channel === "document-desk";
  return (
    <article class="card">
      <h3>
        {opens ? <a href={addressOf("submission", { submissionId: observationId })}>{number}</a> : number}{" "}
        <span class="hint">{observationStateNames[state]}</span>
      </h3>
      <p class="hint">
        {instant(enteredAt)} {person.name}. {answer ? observationWords.wasUntil : observationWords.until}{" "}
        {dateWithWeekday(answerBy)}.
      </p>
      <p>{text}</p>
      {answer && (
        <p>
          <b>{observationWords.answer}</b> ({instant(answer.at)}): {answer.text}
        </p>
      )}
      {children}
    </article>
  );
}

function Answer({ observation, onDone }: { readonly observation: Observation; readonly onDone: () => void }) {
  const { observationId } = observation;
  const name = `answer-${observationId}`;
  const { problem, busy, onSubmit } = useSending(
    (typed) => api.answerObservation({ params: { observationId }, body: { text: typed(name) } }),
    onDone,
  );
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <ErrorSummary problem={problem} addressOf={() => `#${name}`} />
      <SignInAgain problem={problem} />
      <LongText name={name} label={observationWords.answer} max={longest} problem={problem} />
      <Submit busy={busy} plain>
        {observationWords.sendAnswer}
      </Submit>
    </form>
  );
}

function OfMonth({ month }: { readonly month: string }) {
  const { answer, again, pages, next } = usePages((from) => api.listObservations({ query: { month, ...from } }), month);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const observations = pages.flatMap((page) => page.observations);
  return (
    <section>
      <h2>
        {observationWords.ofMonth}: {monthAndYear(month)}
      </h2>
      {observations.length === 0 && <p>{observationWords.noneOfMonth}</p>}
      {observations.map((one) => (
        <Entry key={one.observationId} observation={one} />
      ))}
      <More {...next} />
    </section>
  );
}
