import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { formProblem } from "../../client.ts";
import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import { quejaGroundNames } from "../../words/queja-grounds.ts";
import { api } from "../api.ts";
import { ActForm, type ActProps } from "../claim/act-form.tsx";
import { addressOf, Heading } from "../page.tsx";
import { quejaWords } from "./claim-queja.words.ts";

type Filed = AnswerOf<Routes["fileQueja"]>;

const isGround = (ground: string): ground is keyof typeof quejaGroundNames => ground in quejaGroundNames;

/**
 * Renders the form of a queja about how a claim is handled: its ground, the duty that was not kept and the facts, all
 * needed, and files. Once it is filed, shows its number and hour in place of the form. `onDone` is never called.
 */
export function Complain({ claim: { claimId } }: ActProps) {
  const [filed, setFiled] = useState<Filed>();
  if (filed) return <QuejaFiled filed={filed} />;
  return (
    <>
      <Heading arrived>{quejaWords.title}</Heading>
      <p>{quejaWords.lede}</p>
      <ActForm
        name={`queja.${claimId}`}
        action={quejaWords.send}
        withAttachments
        check={(typed) =>
          formProblem({
            ground: isGround(typed("ground")) ? undefined : quejaWords.groundMissing,
            duty: typed("duty").trim() ? undefined : quejaWords.dutyMissing,
            facts: typed("facts").trim() ? undefined : quejaWords.factsMissing,
          })
        }
        send={(typed, uploadIds) => {
          const ground = typed("ground");
          return api.fileQueja({
            params: { claimId },
            body: {
              ground: isGround(ground) ? ground : "other",
              duty: typed("duty"),
              facts: typed("facts"),
              uploadIds,
            },
            key: writeKeyOf(typed),
          });
        }}
        onDone={setFiled}
      >
        {(problem) => (
          <>
            <Choice name="ground" legend={quejaWords.ground} options={quejaGroundNames} problem={problem} />
            <LongText name="duty" label={quejaWords.duty} hint={quejaWords.dutyHint} max={300} problem={problem} />
            <LongText name="facts" label={quejaWords.facts} max={3000} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

function QuejaFiled({ filed: { submissionId, submissionNumber, filedAt } }: { readonly filed: Filed }) {
  return (
    <>
      <Heading arrived>{quejaWords.done}</Heading>
      <p>
        {quejaWords.number}: <b class="code">{submissionNumber}</b>
      </p>
      <p>{quejaWords.at(filedAt)}</p>
      <a class="button" href={addressOf("submission", { submissionId })}>
        {quejaWords.cargo}
      </a>
    </>
  );
}
