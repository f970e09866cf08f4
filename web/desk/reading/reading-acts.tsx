import { useState } from "preact/hooks";
import type { Outcome } from "../../client.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField } from "../../look/native-date.tsx";
import { api } from "../api.ts";
import { DeskProblem } from "../page.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";
import { ActForm, type ActsProps, type Reading, useAct } from "./reading-act-form.tsx";
import { ReadingNotice } from "./reading-notice.tsx";
import { RepairRequired, RepairVerified } from "./reading-repair.tsx";
import { readingWords } from "./readings.words.ts";

type OtherAct = "again" | "reread" | "lapsed";

/**
 * Renders the form of what is next, the announced visit, its notice or the repair of a leak, and the buttons of what
 * else may be recorded: another notice, a reading made again, or that nobody did it. A button shows its form in place
 * of the first, with one that goes back.
 */
export function ReadingActs(props: ActsProps) {
  const [other, setOther] = useState<OtherAct>();
  const [asked, setAsked] = useState(false);
  const show = (act: OtherAct | undefined): void => {
    setOther(act);
    setAsked(true);
  };
  const { visit, mayLapse } = props.reading;
  const others: readonly OtherAct[] = [
    ...(visit ? (["again"] as const) : []),
    "reread",
    ...(mayLapse ? (["lapsed"] as const) : []),
  ];
  const Form = other ? forms[other] : nextForm(props.reading);
  return (
    <>
      <Form key={other} {...props} asked={asked} onBack={other && (() => show(undefined))} />
      {!other &&
        others.map((act) => (
          <p key={act}>
            <button type="button" class="button plain" onClick={() => show(act)}>
              {readingWords.buttons(props.reading)[act]}
            </button>
          </p>
        ))}
    </>
  );
}

function nextForm({ state, visit, repair }: Reading) {
  if (state === "to-repair") return repair ? RepairVerified : RepairRequired;
  return visit ? Visited : Notified;
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
      <ActForm
        title={readingWords.acts.notified}
        text={readingWords.rules(props.reading.rules)}
        {...props}
        {...sending}
      >
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
      {meant?.ok && meant.value.notice && (
        <ReadingNotice key={meant.value.notice.join()} lines={meant.value.notice} asked />
      )}
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
  const { visit } = props.reading;
  const [outcome, setOutcome] = useState("");
  const isIn = outcome === "REALIZADA" || outcome === "PARCIAL";
  const sending = useAct(props, (typed) => {
    const chosen = chosenOf(readingWords.outcomes, typed("outcome"));
    if (!chosen) return fieldProblem("outcome", readingWords.choose);
    const leak = chosenOf(readingWords.leaks, typed("leak"));
    const reading = numberOf(typed("reading"));
    const remark = textOf(typed("remark"));
    return {
      ...{ type: "visited", visitedOn: typed("visitedOn"), from: typed("from"), to: typed("to"), outcome: chosen },
      ...(leak && { leak }),
      ...(reading !== undefined && { reading }),
      ...(remark !== undefined && { remark }),
    };
  });
  const { problem } = sending;
  return (
    <ActForm title={readingWords.acts.visited} text={readingWords.waits(props.reading)} {...props} {...sending}>
      <DayField name="visitedOn" label={fields.visitOn} {...(visit && { initial: visit.on })} problem={problem} />
      <TextField name="from" label={fields.began} size="short" problem={problem} />
      <TextField name="to" label={fields.ended} size="short" problem={problem} />
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
    <ActForm title={readingWords.acts.reread} text={readingWords.rereadText} {...props} {...sending}>
      <DayField name="readOn" label={fields.readOn} problem={problem} />
      <TextField name="reading" label={fields.reading} numeric size="short" problem={problem} />
      <TextField name="m3" label={fields.m3} numeric size="short" problem={problem} />
      <LongText name="reason" label={fields.reason} max={500} problem={problem} />
    </ActForm>
  );
}

function Lapsed(props: ActsProps) {
  const sending = useAct(props, (typed) => ({ type: "lapsed", reason: typed("reason") }));
  return (
    <ActForm title={readingWords.buttons(props.reading).lapsed} text={readingWords.lapsedText} {...props} {...sending}>
      <LongText name="reason" label={readingWords.fields.why} max={500} problem={sending.problem} />
    </ActForm>
  );
}

const forms: Readonly<Record<OtherAct, typeof Notified>> = { again: Notified, reread: Reread, lapsed: Lapsed };
