import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { DayField } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { dateWithWeekday, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { fieldProblem, textOf } from "../typed.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { DayNotes, Unanswered } from "./exchange-notes.tsx";
import { Answered, DayFile, DayRows, idOf } from "./exchange-parts.tsx";
import { holdsWords } from "./holds.words.ts";

type Holds = AnswerOf<Routes["listHolds"]>;
type Hold = Holds["holds"][number];
type Acknowledged = AnswerOf<Routes["acknowledgeExchange"]>;

/**
 * Renders what was reported to the commercial system on a day (`?dia=`, today without it): holds and corrections of
 * receipts, each with a file to download and a form for that system's references. Above them stands what that system
 * has not answered in time, of any day. Without a session, asks to sign in.
 */
export function HoldsPage() {
  const { route } = useLocation();
  const asked = useAsked("dia");
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (form instanceof HTMLFormElement) route(`${addressOf("holds")}?dia=${new FormData(form).get("day")}`);
  };
  return (
    <>
      <Heading>{deskPages.holds.title}</Heading>
      <StaffOnly>
        <OfAsked asked={asked}>
          {(day) => (
            <>
              <form method="dialog" class="inline" onSubmit={onSubmit} key={day}>
                <DayField name="day" label={holdsWords.day} initial={day} problem={undefined} />
                <button type="submit" class="button plain">
                  {holdsWords.show}
                </button>
              </form>
              <Unanswered />
              <Day key={day} day={day} />
            </>
          )}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Day({ day }: { readonly day: string }) {
  const { answer, again } = useAnswer(() => api.listHolds({ query: { date: day } }), day);
  const [done, setDone] = useState<Acknowledged>();
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { holds } = answer.value;
  return (
    <section>
      <h2>{dateWithWeekday(day)}</h2>
      {done && (
        <Notice tone={done.unknown.length > 0 ? "bad" : "good"} title={holdsWords.done(done.acknowledged)}>
          {done.unknown.length > 0 && <p>{holdsWords.unknown(done.unknown.length)}</p>}
        </Notice>
      )}
      {holds.length === 0 ? (
        <p>{holdsWords.empty}</p>
      ) : (
        <>
          <DayFile csv={answer.value.csv} fileName={answer.value.fileName} />
          <Answers
            day={day}
            holds={holds}
            onDone={(value) => {
              setDone(value);
              again();
            }}
          />
        </>
      )}
      <DayNotes day={day} isSecond={holds.some(({ acknowledged }) => !acknowledged)} onDone={setDone} />
    </section>
  );
}

interface AnswersProps {
  readonly day: string;
  readonly holds: readonly Hold[];
  readonly onDone: (done: Acknowledged) => void;
}

/** Sends the references typed for holds without one; refuses a form with none. */
function Answers({ day, holds, onDone }: AnswersProps) {
  const open = holds.filter(({ acknowledged }) => !acknowledged);
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    const acknowledgements = open.flatMap((hold) => {
      const reference = textOf(typed(idOf(hold)));
      const { receiptNumber, code, version } = hold;
      return reference === undefined ? [] : { receiptNumber, code, version, reference };
    });
    const [first] = open;
    if (acknowledgements.length === 0) return fieldProblem(first ? idOf(first) : "", holdsWords.nothing);
    return api.acknowledgeExchange({ body: { date: day, acknowledgements } });
  }, onDone);
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      {open.length > 1 && <p class="hint">{holdsWords.pasteHint}</p>}
      <DayRows caption={holdsWords.table} columns={Object.values(holdsWords.columns)} changes={holds}>
        {(hold, isHidden) => <HoldRow key={idOf(hold)} hold={hold} isHidden={isHidden} />}
      </DayRows>
      {open.length > 0 && <Submit busy={busy}>{holdsWords.send}</Submit>}
    </form>
  );
}

function HoldRow({ hold, isHidden }: { readonly hold: Hold; readonly isHidden: boolean }) {
  const { receiptNumber, supplyCode, code, action, at, version } = hold;
  return (
    <tr hidden={isHidden}>
      <th scope="row">
        {receiptNumber}
        <span class="hint">{holdsWords.version(version)}</span>
      </th>
      <td>{supplyCode}</td>
      <td>{code}</td>
      <td>{holdsWords.actions[action]}</td>
      <td>{instant(at)}</td>
      <td>
        <Answered change={hold} />
      </td>
    </tr>
  );
}
