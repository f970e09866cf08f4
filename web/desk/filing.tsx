import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import { Notice } from "../look/notice.tsx";
import { deskPages } from "../paths.ts";
import { filingKindNames, filingStateNames, filingWords } from "../words/desk-filings.ts";
import { dateWithWeekday, instant } from "../words/format.ts";
import { papersWords } from "../words/papers.ts";
import { api } from "./api.ts";
import { Download } from "./download.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly, Waiting } from "./page.tsx";
import { chosenOf, fieldProblem, textOf } from "./typed.ts";

type Filing = AnswerOf<Routes["showDeskFiling"]>;

/** One filing with its papers, and the clerk's check of it. */
export function FilingPage() {
  const { filingId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("filings")}>{filingWords.back}</a>
      </p>
      <StaffOnly>
        <Asked filingId={filingId} />
      </StaffOnly>
    </>
  );
}

function Asked({ filingId }: { readonly filingId: string }) {
  const { answer, again } = useAnswer(() => api.showDeskFiling({ params: { filingId } }), filingId);
  const [checked, setChecked] = useState<Filing>();
  if (!answer?.ok) {
    return (
      <>
        <Heading>{deskPages.filing.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  }
  const filing = checked ?? answer.value;
  return (
    <>
      <Heading>{filing.number}</Heading>
      {checked && (
        <Notice tone="good">
          <p>{filingWords.done}</p>
        </Notice>
      )}
      <Shown filing={filing} />
      <TakeAs filing={filing} />
      {(filing.state === "presented" || filing.state === "observed") && (
        <Check filing={filing} onChecked={setChecked} again={again} />
      )}
    </>
  );
}

function Shown({ filing }: { readonly filing: Filing }) {
  const { facts: names } = filingWords;
  const { filingId, claim, answerBy, remedyBy, receivedAt, papers } = filing;
  return (
    <>
      <p>
        <b>{filing.subject}</b>
      </p>
      <Facts
        rows={[
          [names.kind, filingKindNames[filing.kind]],
          [names.state, filingStateNames[filing.state]],
          [names.presenter, filing.presenter],
          [names.presentedAt, instant(filing.presentedAt)],
          [names.filedOn, dateWithWeekday(filing.filedOn)],
          [names.answerBy, answerBy && dateWithWeekday(answerBy)],
          [names.claim, claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>],
          [names.remark, filing.remark],
          [names.remedyBy, remedyBy && dateWithWeekday(remedyBy)],
          [names.receivedAt, receivedAt && instant(receivedAt)],
        ]}
      />
      {filing.text !== "" && (
        <section>
          <h2>{filingWords.text}</h2>
          <p>{filing.text}</p>
        </section>
      )}
      <section>
        <h2>{filingWords.papers}</h2>
        <ul class="files">
          {papers.map(({ documentId, fileName, sizeBytes, sha256, state }) => (
            <li key={documentId}>
              <span>
                {fileName} ({papersWords.size(sizeBytes)}) <b>{filingWords.paperStates[state]}</b>
                <span class="hint fingerprint">{sha256}</span>
              </span>
              {state === "received" && (
                <Download ask={() => api.downloadFiledPaper({ params: { filingId, documentId } })} of={fileName}>
                  {filingWords.download}
                </Download>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const takenAs = ["apelacion", "reconsideracion", "subsanacion", "ampliacion", "desistir"] as const;

/** A document of a claim may be an act of it: it is then taken as that act, which counts from its day. */
function TakeAs({ filing: { filingId, kind, claim, state } }: { readonly filing: Filing }) {
  if (kind !== "document" || !claim || (state !== "presented" && state !== "received")) return null;
  return (
    <section>
      <h2>{filingWords.takeAs}</h2>
      <p>{filingWords.takeAsText}</p>
      <ul>
        {takenAs.map((act) => (
          <li key={act}>
            <a href={`${addressOf("caseAct", { claimId: claim.claimId, act })}?documento=${filingId}`}>
              {filingWords.acts[act]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CheckProps {
  readonly filing: Filing;
  readonly onChecked: (filing: Filing) => void;
  readonly again: () => void;
}

function Check({ filing: { filingId, claim }, onChecked, again }: CheckProps) {
  const kept = useKeptForm(sessionStorage, `caudal.filing.${filingId}`);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const outcome = chosenOf(filingWords.outcomes, typed("outcome"));
      if (!outcome) return fieldProblem("outcome", filingWords.choose);
      const body = { outcome, remark: textOf(typed("remark")), claimCode: textOf(typed("claimCode")) };
      const checked = await api.receiveFiling({ params: { filingId }, body });
      if (!checked.ok && checked.problem.kind === "urn:caudal:already-checked") again();
      return checked;
    },
    (value) => {
      kept.drop();
      onChecked(value);
    },
  );
  return (
    <section>
      <h2>{filingWords.check}</h2>
      <p>{filingWords.consequence}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <Choice name="outcome" legend={filingWords.outcome} options={filingWords.outcomes} problem={problem} />
        <LongText name="remark" label={filingWords.remark} hint={filingWords.remarkHint} max={500} problem={problem} />
        <TextField
          name="claimCode"
          label={filingWords.claimCode}
          hint={filingWords.claimCodeHint}
          size="short"
          problem={problem}
          {...(claim && { initial: claim.code })}
        />
        <Submit busy={busy}>{filingWords.send}</Submit>
      </form>
    </section>
  );
}
