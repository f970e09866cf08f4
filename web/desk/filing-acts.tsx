import { useRef } from "preact/hooks";
import type { Outcome } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import { InstantField, typedInstant } from "../look/native-date.tsx";
import type { SentPaper } from "../look/send-paper.ts";
import { sendingProblem } from "../look/sending-problem.ts";
import { uploadIdsOf } from "../look/sent-papers.ts";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { useOffice } from "../office.ts";
import { filingWords } from "../words/desk-filings.ts";
import { staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { type DeskFiling, type FilingActProps, isToBeTold } from "./filing.tsx";
import { SignInAgain } from "./page.tsx";
import { Papers } from "./papers.tsx";
import { chosenOf, fieldProblem } from "./typed.ts";

const actsOfClaims: readonly DeskFiling["kind"][] = ["reconsideration", "appeal", "queja"];

/** What may still be done with a document that was checked: tell what it lacks, mend it, send it on, answer it. */
export function FilingActs(props: FilingActProps) {
  const { state, kind } = props.filing;
  if (state === "observed")
    return (
      <>
        {isToBeTold(props.filing) && <Tell {...props} />}
        <Remedy {...props} />
      </>
    );
  if (state !== "received" || actsOfClaims.includes(kind)) return null;
  return (
    <>
      <Answer {...props} />
      <Forward {...props} />
    </>
  );
}

interface WithFilesProps extends FilingActProps {
  readonly name: string;
  /** Something else comes first. */
  readonly plain?: boolean;
  readonly words: {
    readonly title: string;
    readonly lede?: string;
    readonly text: string;
    readonly papers: string;
    readonly send: string;
  };
  readonly send: (body: { text: string; uploadIds: string[] }, key: string) => Promise<Outcome<DeskFiling>>;
}

/** Words and files. */
function WithFiles({ filing: { filingId }, onDone, name, plain = false, words, send }: WithFilesProps) {
  const { filingMaxFiles } = useOffice();
  const key = `caudal.${name}.${filingId}`;
  const kept = useKeptForm(sessionStorage, key);
  const papers = useRef<readonly SentPaper[]>([]);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const wrong = sendingProblem(papers.current);
      return wrong
        ? { ok: false as const, problem: wrong }
        : send({ text: typed("text"), uploadIds: uploadIdsOf(papers.current) }, writeKeyOf(typed));
    },
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{words.title}</h2>
      {words.lede && <p>{words.lede}</p>}
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <LongText name="text" label={words.text} max={3000} problem={problem} />
        <Papers
          counter={staffCounter}
          keptWith={key}
          max={filingMaxFiles}
          label={words.papers}
          problem={problem}
          onChange={(list) => {
            papers.current = list;
          }}
        />
        <Submit busy={busy} plain={plain}>
          {words.send}
        </Submit>
      </form>
    </section>
  );
}

function Tell({ filing: { filingId }, onDone }: FilingActProps) {
  const kept = useKeptForm(sessionStorage, `caudal.tell.${filingId}`);
  const { tellWays } = filingWords;
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const how = chosenOf(tellWays, typed("how"));
      if (!how) return fieldProblem("how", filingWords.choose);
      const deliveredAt =
        how === "delivered" && typed("deliveredAt") !== "" ? typedInstant(typed("deliveredAt")) : undefined;
      return api.tellFilingObservation({ params: { filingId }, body: { how, deliveredAt }, key: writeKeyOf(typed) });
    },
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <section>
      <h2>{filingWords.tell}</h2>
      <p>{filingWords.tellText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="how" legend={filingWords.tellHow} options={tellWays} problem={problem} />
        <InstantField
          name="deliveredAt"
          label={filingWords.deliveredAt}
          hint={filingWords.deliveredAtHint}
          problem={problem}
        />
        <Submit busy={busy}>{filingWords.tellSend}</Submit>
      </form>
    </section>
  );
}

function Remedy(props: FilingActProps) {
  const { remedy: title, remedyWords: text, remedyPapers: papers, remedySend: send } = filingWords;
  return (
    <WithFiles
      {...props}
      name="remedy"
      plain={isToBeTold(props.filing)}
      words={{ title, text, papers, send }}
      send={(body, key) => api.takeFilingRemedy({ params: { filingId: props.filing.filingId }, body, key })}
    />
  );
}

function Answer(props: FilingActProps) {
  const { answer: title, answerText: lede, answerWords: text, answerPapers: papers, answerSend: send } = filingWords;
  return (
    <WithFiles
      {...props}
      name="answer"
      words={{ title, lede, text, papers, send }}
      send={(body, key) => api.answerFiling({ params: { filingId: props.filing.filingId }, body, key })}
    />
  );
}

function Forward({ filing: { filingId, entries }, onDone }: FilingActProps) {
  const { answer } = useAnswer(() => api.countDeskFilings(), "");
  const kept = useKeptForm(sessionStorage, `caudal.forward.${filingId}`);
  const { problem, busy, onSubmit } = useSending(
    (typed) =>
      api.forwardFiling({
        params: { filingId },
        body: { area: typed("area"), reason: typed("reason") },
        key: writeKeyOf(typed),
      }),
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  const areas = answer?.ok ? answer.value.areas : [];
  return (
    <section>
      <h2>{filingWords.forward}</h2>
      <p>{filingWords.forwardText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form
        // It may be sent on again, which is another act with a key of its own.
        key={entries.length}
        method="dialog"
        noValidate
        ref={kept.form}
        onInput={kept.keep}
        onSubmit={onSubmit}
      >
        <WriteKey />
        <Choice
          name="area"
          legend={filingWords.area}
          options={Object.fromEntries(areas.map((area) => [area, area]))}
          problem={problem}
        />
        <LongText name="reason" label={filingWords.reason} max={500} problem={problem} />
        <Submit busy={busy} plain>
          {filingWords.forwardSend}
        </Submit>
      </form>
    </section>
  );
}
