import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiToday } from "../../api-clock.ts";
import { formProblem } from "../../client.ts";
import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import { actWords } from "../../words/claim.ts";
import { withdrawableIn } from "../../words/claim-withdrawal.ts";
import { api } from "../api.ts";
import { ActForm, type ActProps } from "../claim/act-form.tsx";
import { inShort } from "../claim/claim-in-short.words.ts";
import { PreCheck } from "../filing/pre-check.tsx";
import { addressOf, Heading } from "../page.tsx";
import { recourseWords } from "./claim-recourse.words.ts";

type Filed = AnswerOf<Routes["fileRecourse"]>;
type Kind = keyof typeof recourseWords.kinds;

/**
 * Renders the form of a recourse, of the kinds that the API offers now: a reconsideration, with or without new evidence
 * (decision 26), or an appeal. Grounds are needed. If a decision lacks a recorded notification, asks whether the
 * claimant has it; in the state `resolved`, sends nothing without a yes. A reconsideration without a file is sent only
 * the second time: first it says what is lost. Once filed, shows the recourse's number in place of the form.
 */
export function Recourse({ claim: { claimId, actions, state, unnotifiedDecision } }: ActProps) {
  const [filed, setFiled] = useState<Filed>();
  const [isWarned, setIsWarned] = useState(false);
  if (filed) return <RecourseFiled filed={filed} kept={withdrawableIn(state) === "reconsideration"} />;
  const { reconsideration, appeal } = recourseWords.kinds;
  const mustKnow = unnotifiedDecision && state === "resolved";
  const options: Readonly<Partial<Record<Kind, string>>> = {
    ...(actions.includes("reconsideration-filed") && { reconsideration }),
    ...(actions.includes("appeal-filed") && { appeal }),
  };
  const kinds = (["reconsideration", "appeal"] as const).filter((kind) => options[kind] !== undefined);
  return (
    <>
      <Heading arrived>{recourseWords.title}</Heading>
      <p>{[...kinds.map((kind) => recourseWords.explained[kind]), recourseWords.explained.free].join(" ")}</p>
      {withdrawableIn(state) === "reconsideration" && <p>{recourseWords.kept}</p>}
      {unnotifiedDecision && <p>{recourseWords.unnotified}</p>}
      <PreCheck ask={() => api.checkRecourse({ params: { claimId }, body: {} })} about={claimId} />
      <ActForm
        name={`recourse.${claimId}`}
        action={recourseWords.send}
        withAttachments
        check={(typed, sent) => {
          const lacksProof = typed("kind") === "reconsideration" && sent.length === 0;
          const wrong = formProblem({
            knowsDecision: mustKnow && typed("knowsDecision") !== "yes" ? recourseWords.wait : undefined,
            kind: typed("kind") ? undefined : recourseWords.kindMissing,
            grounds: typed("grounds").trim() ? undefined : recourseWords.groundsMissing,
            uploadIds: lacksProof && !isWarned ? recourseWords.noProof : undefined,
          });
          if (lacksProof) setIsWarned(true);
          return wrong;
        }}
        send={(typed, uploadIds) =>
          api.fileRecourse({
            params: { claimId },
            body: {
              kind: typed("kind") === "appeal" ? "appeal" : "reconsideration",
              grounds: typed("grounds"),
              uploadIds,
              ...(typed("knowsDecision") === "yes" && { knowsDecision: true }),
            },
            key: writeKeyOf(typed),
          })
        }
        onDone={setFiled}
      >
        {(problem) => (
          <>
            {unnotifiedDecision && (
              <Choice
                name="knowsDecision"
                legend={recourseWords.knows}
                options={recourseWords.knowsNames}
                problem={problem}
              />
            )}
            <Choice
              name="kind"
              legend={recourseWords.kind}
              options={options}
              {...(kinds.length === 1 && { chosen: kinds[0] })}
              problem={problem}
            />
            <LongText name="grounds" label={recourseWords.grounds} max={3000} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

interface RecourseFiledProps {
  readonly filed: Filed;
  /** Whether it was filed while the company decides on a reconsideration. */
  readonly kept: boolean;
}

/**
 * Shows the number of a recourse and when it was filed, who decides it and until when and, of a reconsideration that
 * came without new evidence, that this is missing.
 */
function RecourseFiled({ filed, kept }: RecourseFiledProps) {
  const { submissionId, submissionNumber, filedAt, late, claim } = filed;
  const { claimId, state, awaits } = claim;
  const isReviewed = state === "in-reconsideration" && !kept;
  const { act, label } = actWords["new-evidence-brought"];
  return (
    <>
      <Heading arrived>{recourseWords.done}</Heading>
      <p>
        {recourseWords.number}: <b class="code">{submissionNumber}</b>
      </p>
      <p>{recourseWords.at(filedAt)}</p>
      {late && <p>{recourseWords.late}</p>}
      {!kept && inShort(claim, apiToday())?.says.map((text) => <p key={text}>{text}</p>)}
      {isReviewed && awaits.some((awaited) => awaited.act === "new-evidence-brought") && (
        <p>
          {recourseWords.lacking} <a href={addressOf("claimAct", { claimId, act })}>{label}</a>
        </p>
      )}
      {kept && <p>{recourseWords.kept}</p>}
      <a class="button" href={addressOf("submission", { submissionId })}>
        {recourseWords.cargo}
      </a>
    </>
  );
}
