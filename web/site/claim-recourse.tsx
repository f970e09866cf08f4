import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { formProblem } from "../client.ts";
import { Choice } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { writeKeyOf } from "../look/write-key.tsx";
import { recourseWords } from "../words/claim-recourse.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { api } from "./api.ts";
import { addressOf, Heading } from "./page.tsx";

type Filed = AnswerOf<Routes["fileRecourse"]>;

/** Reconsideration, with something new, or appeal; then the number it was filed with. */
export function Recourse({ claim: { claimId, actions } }: ActProps) {
  const [filed, setFiled] = useState<Filed>();
  if (filed) return <RecourseFiled filed={filed} />;
  const { reconsideration, appeal } = recourseWords.kinds;
  const options = {
    ...(actions.includes("reconsideration-filed") && { reconsideration }),
    ...(actions.includes("appeal-filed") && { appeal }),
  };
  return (
    <>
      <Heading arrived>{recourseWords.title}</Heading>
      <p>{recourseWords.explained}</p>
      <ActForm
        name={`recourse.${claimId}`}
        action={recourseWords.send}
        withPapers
        check={(typed, papers) =>
          formProblem({
            kind: typed("kind") ? undefined : recourseWords.kindMissing,
            grounds: typed("grounds").trim() ? undefined : recourseWords.groundsMissing,
            uploadIds: typed("kind") === "reconsideration" && papers.length === 0 ? recourseWords.newPaper : undefined,
          })
        }
        send={(typed, uploadIds) =>
          api.fileRecourse({
            params: { claimId },
            body: {
              kind: typed("kind") === "appeal" ? "appeal" : "reconsideration",
              grounds: typed("grounds"),
              uploadIds,
            },
            key: writeKeyOf(typed),
          })
        }
        onDone={setFiled}
      >
        {(problem) => (
          <>
            <Choice name="kind" legend={recourseWords.kind} options={options} problem={problem} />
            <LongText name="grounds" label={recourseWords.grounds} max={3000} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

interface RecourseFiledProps {
  readonly filed: Filed;
}

function RecourseFiled({ filed: { filingId, filingNumber, filedAt, late } }: RecourseFiledProps) {
  return (
    <>
      <Heading arrived>{recourseWords.done}</Heading>
      <p>
        {recourseWords.number}: <b class="code">{filingNumber}</b>
      </p>
      <p>{recourseWords.at(filedAt)}</p>
      {late && <p>{recourseWords.late}</p>}
      <a class="button" href={addressOf("filing", { filingId })}>
        {recourseWords.cargo}
      </a>
    </>
  );
}
