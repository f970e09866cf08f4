import { LongText } from "../look/long-text.tsx";
import { writeKeyOf } from "../look/write-key.tsx";
import { extendWords, remedyWords } from "../words/claim-additions.ts";
import { ActForm, type ActProps, missing } from "./act-form.tsx";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";

/** Answers an observation, with what was asked in sight. */
export function Remedy({ claim: { claimId, defects }, onDone }: ActProps) {
  return (
    <>
      <Heading arrived>{remedyWords.title}</Heading>
      {defects.length > 0 && (
        <>
          <p>{remedyWords.asked}</p>
          <ul>
            {defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ul>
        </>
      )}
      <ActForm
        name={`remedy.${claimId}`}
        action={remedyWords.send}
        withPapers
        check={(typed) => missing("answer", typed("answer"), remedyWords.missing)}
        send={(typed, uploadIds) =>
          api.remedyClaim({ params: { claimId }, body: { answer: typed("answer"), uploadIds }, key: writeKeyOf(typed) })
        }
        onDone={onDone}
      >
        {(problem) => <LongText name="answer" label={remedyWords.answer} max={1500} problem={problem} />}
      </ActForm>
    </>
  );
}

/** Adds to a claim within its first days. */
export function Extend({ claim: { claimId }, onDone }: ActProps) {
  return (
    <>
      <Heading arrived>{extendWords.title}</Heading>
      <p>{extendWords.lede}</p>
      <ActForm
        name={`extend.${claimId}`}
        action={extendWords.send}
        withPapers
        check={(typed) => missing("grounds", typed("grounds"), extendWords.missing)}
        send={(typed, uploadIds) =>
          api.extendClaim({
            params: { claimId },
            body: { grounds: typed("grounds"), uploadIds },
            key: writeKeyOf(typed),
          })
        }
        onDone={onDone}
      >
        {(problem) => <LongText name="grounds" label={extendWords.grounds} max={1500} problem={problem} />}
      </ActForm>
    </>
  );
}
