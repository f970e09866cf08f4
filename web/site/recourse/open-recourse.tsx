import { useState } from "preact/hooks";
import type { AnswerOf, ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { formProblem } from "../../client.ts";
import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import { dateWithWeekday } from "../../words/format.ts";
import { api } from "../api.ts";
import { ActForm } from "../claim/act-form.tsx";
import { CopyButton } from "../copy-button.tsx";
import { filesWithoutAccount } from "../filing/draft-files.ts";
import { draftOf } from "../filing/form-draft.ts";
import { addressOf, Heading } from "../page.tsx";
import { openSubmissionWords } from "../submission/open-submission.words.ts";
import { recourseWords } from "./claim-recourse.words.ts";

type Filed = AnswerOf<Routes["fileOpenRecourse"]>;
type Document = ClientRequestOf<Routes["fileOpenRecourse"]>["body"]["document"];

interface OpenRecourseProps {
  /** The claim's code. */
  readonly code: string;
  /** The claimant's document, as it was typed to look up the claim. */
  readonly document: Document;
  /** Whether the claim's decision is not on record as notified: then the person must say that they have it. */
  readonly isUnnotified: boolean;
  /** Until when a recourse is in time, as a sentence; empty while no such term runs. */
  readonly until: string;
}

/**
 * Renders the form of a recourse without an account: a reconsideration, with or without new evidence, or an appeal.
 * Kind and grounds are needed, and no file may be lost or refused; if `isUnnotified`, so is the person's word that they
 * have the decision. Once filed, shows in place of the form the number and the key of what was presented and, of a
 * reconsideration, its last day and whether its new evidence is missing.
 */
export function OpenRecourse({ code, document, isUnnotified, until }: OpenRecourseProps) {
  const [filed, setFiled] = useState<Filed>();
  if (filed) return <RecourseFiled filed={filed} />;
  const form = `open-recourse.${code}`;
  const draftId = draftOf(form);
  return (
    <>
      <Heading arrived>{recourseWords.title}</Heading>
      <p>{Object.values(recourseWords.explained).join(" ")}</p>
      {until && <p>{until}</p>}
      {isUnnotified && <p>{recourseWords.unnotified}</p>}
      <ActForm
        name={form}
        action={recourseWords.send}
        withAttachments
        counter={filesWithoutAccount(draftId)}
        check={(typed) =>
          formProblem({
            knowsDecision: isUnnotified && typed("knowsDecision") !== "yes" ? recourseWords.wait : undefined,
            kind: typed("kind") ? undefined : recourseWords.kindMissing,
            grounds: typed("grounds").trim() ? undefined : recourseWords.groundsMissing,
          })
        }
        send={(typed, uploadIds) =>
          api.fileOpenRecourse({
            body: {
              code,
              document,
              draftId,
              kind: typed("kind") === "appeal" ? "appeal" : "reconsideration",
              grounds: typed("grounds"),
              uploadIds,
              ...(typed("knowsDecision") === "yes" && { knowsDecision: true }),
            },
            key: writeKeyOf(typed),
          })
        }
        onDone={(done) => {
          sessionStorage.removeItem(`${form}.draft`);
          setFiled(done);
        }}
      >
        {(problem) => (
          <>
            {isUnnotified && (
              <Choice
                name="knowsDecision"
                legend={recourseWords.knows}
                options={recourseWords.knowsNames}
                problem={problem}
              />
            )}
            <Choice name="kind" legend={recourseWords.kind} options={recourseWords.kinds} problem={problem} />
            <LongText name="grounds" label={recourseWords.grounds} max={3000} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

function RecourseFiled({ filed }: { readonly filed: Filed }) {
  const { submissionNumber, submissionKey, filedAt, late, answerBy, lacksEvidence } = filed;
  return (
    <>
      <Heading arrived>{recourseWords.done}</Heading>
      <p>
        {recourseWords.number}: <b class="code">{submissionNumber}</b>
        <br />
        {openSubmissionWords.key}: <b class="code">{submissionKey}</b>
      </p>
      <p>{openSubmissionWords.keyText}</p>
      <CopyButton text={`${recourseWords.number}: ${submissionNumber}\n${openSubmissionWords.key}: ${submissionKey}`} />
      <p>{recourseWords.at(filedAt)}</p>
      {late && <p>{recourseWords.late}</p>}
      {answerBy && (
        <p>
          {recourseWords.answerBy} <b>{dateWithWeekday(answerBy)}</b>.
        </p>
      )}
      {lacksEvidence && (
        <p>
          {recourseWords.lacking} <a href={addressOf("submissions")}>{recourseWords.bringOpenly}</a>.
        </p>
      )}
      <a class="button" href={addressOf("submissions")} onClick={() => keepPresented(submissionNumber, submissionKey)}>
        {recourseWords.cargo}
      </a>
    </>
  );
}

/**
 * Keeps the number and key in sessionStorage, where the page of the document desk finds them to show what was
 * presented.
 */
function keepPresented(number: string, submissionKey: string): void {
  sessionStorage.setItem("caudal.presented", JSON.stringify({ number, submissionKey }));
}
