import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf, ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { Outcome } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { LongText } from "../look/long-text.tsx";
import { DayField } from "../look/native-date.tsx";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { readingWords } from "../words/desk-readings.ts";
import { cubicMetres, date, instant, monthAndYear } from "../words/format.ts";
import { api } from "./api.ts";
import { addressOf, DeskProblem, Heading, SignInAgain, StaffOnly, Waiting } from "./page.tsx";
import { useOwnRoles } from "./roles.ts";
import { chosenOf, fieldProblem, numberOf, textOf } from "./typed.ts";

type Reading = AnswerOf<Routes["showReading"]>;
type Act = ClientRequestOf<Routes["recordReading"]>["body"]["act"];

/**
 * Renders the page of the atypical reading that the address names: its figures, why it is atypical, the notice to print
 * and what was done. Who may act gets the forms of what is next: reading again, announcing the visit, or its result.
 * Without a session, asks to sign in.
 */
export function ReadingPage() {
  const { readingId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("readings")}>{readingWords.back}</a>
      </p>
      <StaffOnly>
        <Shown readingId={readingId} />
      </StaffOnly>
    </>
  );
}

function Shown({ readingId }: { readonly readingId: string }) {
  const { answer, again } = useAnswer(() => api.showReading({ params: { readingId }, query: {} }), readingId);
  const [written, setWritten] = useState<Reading>();
  const mayAct = useOwnRoles().some((role) => role === "billing" || role === "analyst" || role === "inspector");
  if (!answer?.ok)
    return (
      <>
        <Heading>{deskPages.reading.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  const reading = written ?? answer.value;
  const { facts } = readingWords;
  return (
    <>
      <Heading>{`${reading.supplyCode}, ${monthAndYear(reading.period)}`}</Heading>
      <Facts
        rows={[
          [facts.waits, reading.result ? readingWords.results[reading.result] : readingWords.waits(reading)],
          [facts.issue, `${date(reading.issueOn)}${reading.late ? `. ${readingWords.late}` : ""}`],
          [facts.holder, reading.holder],
          [facts.address, reading.address],
          [facts.reading, readingWords.read(reading.reading, reading.readOn)],
          [facts.m3, cubicMetres(reading.m3)],
          [facts.average, cubicMetres(reading.averageM3)],
          [facts.assignment, cubicMetres(reading.assignmentM3)],
        ]}
      />
      {mayAct && reading.state !== "closed" && <Acts key={reading.version} reading={reading} onDone={setWritten} />}
      {reading.notice && <Notice lines={reading.notice} />}
      <h2>{readingWords.why}</h2>
      {reading.explanation.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h2>{readingWords.done}</h2>
      <ol>
        {reading.entries.map(({ at, said }) => (
          <li key={at}>
            {instant(at)}: {said}
          </li>
        ))}
      </ol>
    </>
  );
}

const Notice = ({ lines, asked }: { readonly lines: readonly string[]; readonly asked?: boolean }) => (
  <Loaded load={() => import("./notice-sheet.tsx")} about="notice">
    {({ NoticeSheet }) => <NoticeSheet lines={lines} asked={asked} />}
  </Loaded>
);

interface ActsProps {
  readonly reading: Reading;
  readonly onDone: (reading: Reading) => void;
}

/** The form of what is next, the announced visit or its notice; instead of it, on demand, that of a reading made again. */
function Acts(props: ActsProps) {
  const [isRereading, setRereading] = useState(false);
  const next = props.reading.visit ? <Visited {...props} /> : <Notified {...props} />;
  return (
    <>
      {!isRereading && next}
      {isRereading ? (
        <Reread {...props} />
      ) : (
        <p>
          <button type="button" class="button plain" onClick={() => setRereading(true)}>
            {readingWords.acts.reread}
          </button>
        </p>
      )}
    </>
  );
}

/** Sends an act made of what was typed; the act is the problem of a field where something is missing. */
function useAct({ reading, onDone }: ActsProps, actOf: (typed: (name: string) => string) => Act | Outcome<never>) {
  return useSending(async (typed): Promise<Outcome<Reading>> => {
    const act = actOf(typed);
    if ("ok" in act) return act;
    const { readingId, version } = reading;
    return api.recordReading({ params: { readingId }, body: { act }, version, key: writeKeyOf(typed) });
  }, onDone);
}

function Notified(props: ActsProps) {
  const { fields } = readingWords;
  const [meant, setMeant] = useState<Outcome<Reading>>();
  const sending = useAct(props, (typed) => {
    const means = chosenOf(readingWords.means, typed("means"));
    if (!means) return fieldProblem("means", readingWords.choose);
    const receiver = textOf(typed("receiver"));
    return {
      ...{ type: "notified", noticeOn: typed("noticeOn"), noticeAt: typed("noticeAt"), means },
      ...(receiver !== undefined && { receiver }),
      ...{ visitOn: typed("visitOn"), from: typed("from"), to: typed("to") },
    };
  });
  const { problem } = sending;
  return (
    <>
      <ActForm title={readingWords.acts.notified} text={readingWords.rules(props.reading.rules)} {...sending}>
        <DayField name="visitOn" label={fields.visitOn} problem={problem} />
        <TextField name="from" label={fields.from} size="short" problem={problem} />
        <TextField name="to" label={fields.to} size="short" problem={problem} />
        <Preview readingId={props.reading.readingId} onSeen={setMeant} />
        {meant && !meant.ok && <DeskProblem problem={meant.problem} />}
        <DayField name="noticeOn" label={fields.noticeOn} problem={problem} />
        <TextField name="noticeAt" label={fields.noticeAt} size="short" problem={problem} />
        <Choice name="means" legend={fields.means} options={readingWords.means} problem={problem} />
        <TextField name="receiver" label={fields.receiver} problem={problem} />
      </ActForm>
      {meant?.ok && meant.value.notice && <Notice key={meant.value.notice.join()} lines={meant.value.notice} asked />}
    </>
  );
}

interface PreviewProps {
  readonly readingId: string;
  readonly onSeen: (seen: Outcome<Reading>) => void;
}

/** The button that asks for the notice of the visit as typed so far, to print it before it is handed over. */
function Preview({ readingId, onSeen }: PreviewProps) {
  const see = async (form: HTMLFormElement | null): Promise<void> => {
    if (!form) return;
    const typed = new FormData(form);
    const [visitOn = "", from = "", to = ""] = ["visitOn", "from", "to"].map((name) => String(typed.get(name) ?? ""));
    onSeen(await api.showReading({ params: { readingId }, query: { visitOn, from, to } }));
  };
  return (
    <p>
      <button type="button" class="button plain" onClick={({ currentTarget }) => see(currentTarget.form)}>
        {readingWords.preview}
      </button>
    </p>
  );
}

function Visited(props: ActsProps) {
  const { fields } = readingWords;
  const [outcome, setOutcome] = useState("");
  const isIn = outcome === "REALIZADA" || outcome === "PARCIAL";
  const sending = useAct(props, (typed) => {
    const chosen = chosenOf(readingWords.outcomes, typed("outcome"));
    if (!chosen) return fieldProblem("outcome", readingWords.choose);
    const leak = chosenOf(readingWords.leaks, typed("leak"));
    const reading = numberOf(typed("reading"));
    const remark = textOf(typed("remark"));
    return {
      ...{ type: "visited", outcome: chosen },
      ...(leak && { leak }),
      ...(reading !== undefined && { reading }),
      ...(remark !== undefined && { remark }),
    };
  });
  const { problem } = sending;
  return (
    <ActForm title={readingWords.acts.visited} text={readingWords.waits(props.reading)} {...sending}>
      <Choice
        name="outcome"
        legend={fields.outcome}
        options={readingWords.outcomes}
        onChoose={setOutcome}
        problem={problem}
      />
      {isIn && <Choice name="leak" legend={fields.leak} options={readingWords.leaks} problem={problem} />}
      {isIn && <TextField name="reading" label={fields.metered} numeric size="short" problem={problem} />}
      <LongText name="remark" label={fields.remark} max={1000} problem={problem} />
    </ActForm>
  );
}

function Reread(props: ActsProps) {
  const { fields } = readingWords;
  const sending = useAct(props, (typed) => ({
    ...{
      type: "reread",
      readOn: typed("readOn"),
      reading: numberOf(typed("reading")) ?? Number.NaN,
      m3: numberOf(typed("m3")) ?? Number.NaN,
    },
    reason: typed("reason"),
  }));
  const { problem } = sending;
  return (
    <ActForm title={readingWords.acts.reread} text={readingWords.rereadText} {...sending}>
      <DayField name="readOn" label={fields.readOn} problem={problem} />
      <TextField name="reading" label={fields.reading} numeric size="short" problem={problem} />
      <TextField name="m3" label={fields.m3} numeric size="short" problem={problem} />
      <LongText name="reason" label={fields.reason} max={500} problem={problem} />
    </ActForm>
  );
}

interface ActFormProps extends ReturnType<typeof useAct> {
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

function ActForm({ title, text, problem, busy, onSubmit, children }: ActFormProps) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <WriteKey />
        {children}
        <Submit busy={busy}>{readingWords.send}</Submit>
      </form>
    </section>
  );
}
