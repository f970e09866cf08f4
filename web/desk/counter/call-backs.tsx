import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { formProblem, transportProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { telephoneAddress } from "../../look/contacts.tsx";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { callerAddress, Heading, SignInAgain, StaffOnly, Waiting } from "../page.tsx";
import { chosenOf } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import { callBackWords } from "./calls.words.ts";

type CallBack = AnswerOf<Routes["listCallBacks"]>["callBacks"][number];

const callers = ["operator", "clerk", "analyst"] as const;

/**
 * Renders the calls that staff promised and that are still to be made, the earliest due first, page by page. Operators,
 * clerks and analysts can open a form at each: whether it was answered, what was said, and, if nobody answered, when to
 * call again. Without a session, asks to sign in.
 */
export function CallBacksPage() {
  return (
    <>
      <Heading>{deskPages.callBacks.title}</Heading>
      <StaffOnly>
        <p>{callBackWords.lede}</p>
        <CallBacks />
      </StaffOnly>
    </>
  );
}

function CallBacks() {
  const roles = useOwnRoles();
  const [recorded, setRecorded] = useState(0);
  const [chosen, setChosen] = useState<CallBack>();
  const { answer, again, pages, next } = usePages((from) => api.listCallBacks({ query: from }), String(recorded));
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const callBacks = pages.flatMap((page) => page.callBacks);
  const mayRecord = callers.some((role) => roles.includes(role));
  return (
    <>
      {recorded > 0 && !chosen && <Notice tone="good" title={callBackWords.done} />}
      {callBacks.length === 0 ? (
        <p>{callBackWords.none}</p>
      ) : (
        <ScrollTable caption={deskPages.callBacks.title} columns={Object.values(callBackWords.columns)}>
          {callBacks.map((callBack) => (
            <Row key={callBack.callBackId} callBack={callBack} onChoose={mayRecord ? setChosen : undefined} />
          ))}
        </ScrollTable>
      )}
      <More {...next} />
      {chosen && (
        <Record
          key={chosen.callBackId}
          callBack={chosen}
          onDone={() => {
            setChosen(undefined);
            setRecorded(recorded + 1);
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly callBack: CallBack;
  /** Undefined if the caller's role records no calls. */
  readonly onChoose: ((callBack: CallBack) => void) | undefined;
}

function Row({ callBack, onChoose }: RowProps) {
  const { at, late, telephone, about, supplyCode, promisedBy, promisedAt, attempts } = callBack;
  return (
    <tr>
      <th scope="row">
        {instant(at)}{" "}
        <span class={`light ${late ? "overdue" : "in-time"}`}>{late ? callBackWords.late : callBackWords.due}</span>
      </th>
      <td>
        <a href={telephoneAddress(telephone)}>{groupedTelephone(telephone)}</a>
      </td>
      <td>{about}</td>
      <td>{supplyCode ? <a href={callerAddress(supplyCode)}>{supplyCode}</a> : callBackWords.noSupply}</td>
      <td>{callBackWords.promised(promisedBy, promisedAt)}</td>
      <td>
        {attempts.length === 0
          ? callBackWords.noTries
          : attempts.map((one) => <p key={one.at}>{callBackWords.tried(one.at, one.text)}</p>)}
      </td>
      <td>
        {onChoose && (
          <button type="button" class="button plain" onClick={() => onChoose(callBack)}>
            {callBackWords.record}
          </button>
        )}
      </td>
    </tr>
  );
}

interface RecordProps {
  readonly callBack: CallBack;
  readonly onDone: () => void;
}

/** Says how a promised call went. */
function Record({ callBack: { callBackId, telephone, about }, onDone }: RecordProps) {
  const kept = useKeptForm(sessionStorage, `caudal.call-back.${callBackId}`);
  const heading = useFocus<HTMLHeadingElement>(true);
  const [result, setResult] = useState("");
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const { missing, results } = callBackWords;
      const chosen = chosenOf(results, typed("result"));
      const again = chosen === "no-answer" ? typedInstant(typed("again")) : undefined;
      const wrong = formProblem({
        result: chosen ? undefined : missing.result,
        text: typed("text").trim() === "" ? missing.text : undefined,
        again: again === "" ? missing.again : undefined,
      });
      if (!chosen || wrong) return { ok: false, problem: wrong ?? transportProblem("refused").problem };
      const body = { result: chosen, text: typed("text"), ...(again && { again }) };
      return api.recordCallBack({ params: { callBackId }, body, key: writeKeyOf(typed) });
    },
    () => {
      kept.drop();
      onDone();
    },
  );
  return (
    <section class="card">
      <h2 tabIndex={-1} ref={heading}>
        {callBackWords.form(telephone)}
      </h2>
      <p>{about}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="result"
          legend={callBackWords.result}
          options={callBackWords.results}
          onChoose={setResult}
          problem={problem}
        />
        <LongText name="text" label={callBackWords.text} max={1000} problem={problem} />
        {result === "no-answer" && <InstantField name="again" label={callBackWords.again} problem={problem} />}
        <Submit busy={busy}>{callBackWords.send}</Submit>
      </form>
    </section>
  );
}
