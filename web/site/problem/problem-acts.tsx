import { LongText } from "../../look/long-text.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import { type Problem, siteProblemWords } from "../../words/problem.ts";
import { api } from "../api.ts";
import { ActForm, missing } from "../claim/act-form.tsx";
import { addressOf } from "../page.tsx";
import { usePlace } from "../place.tsx";

interface DisputeProps {
  readonly problemId: string;
  /** Called with the problem as it is then. */
  readonly onDone: (problem: Problem) => void;
}

/**
 * Renders the form with which a person says why a problem that the utility reported as solved is not. The text is
 * needed.
 */
export function Dispute({ problemId, onDone }: DisputeProps) {
  return (
    <section>
      <h2>{siteProblemWords.disputeTitle}</h2>
      <ActForm
        name={`dispute.${problemId}`}
        action={siteProblemWords.disputeSend}
        check={(typed) => missing("text", typed("text"), siteProblemWords.disputeMissing)}
        send={(typed) =>
          api.disputeSolution({ params: { problemId }, body: { text: typed("text") }, key: writeKeyOf(typed) })
        }
        onDone={onDone}
      >
        {(problem) => <LongText name="text" label={siteProblemWords.dispute} max={1000} problem={problem} />}
      </ActForm>
    </section>
  );
}

/**
 * Renders the form that files a claim for a problem that was not solved in time, with what was written of the problem
 * before. More words and files may be added, and nothing is needed. Once filed, goes to the page of the filed claim.
 */
export function Claim({ problemId }: { readonly problemId: string }) {
  const { route } = usePlace();
  return (
    <section>
      <h2>{siteProblemWords.claimTitle}</h2>
      <p>{siteProblemWords.claimText}</p>
      <ActForm
        name={`claim-problem.${problemId}`}
        action={siteProblemWords.claimSend}
        withAttachments
        check={() => undefined}
        send={(typed, uploadIds) => {
          const grounds = typed("grounds").trim();
          return api.claimProblem({
            params: { problemId },
            body: { ...(grounds && { grounds }), uploadIds },
            key: writeKeyOf(typed),
          });
        }}
        onDone={async (filed) => {
          // Its page is loaded now; where that fails, the claim's facts are asked for there.
          const page = await import("../filing/filed-claim.ts").catch(() => undefined);
          page?.rememberFiled(filed);
          route(addressOf("claimFiled", { claimId: filed.claimId }));
        }}
      >
        {(problem) => <LongText name="grounds" label={siteProblemWords.grounds} max={1500} problem={problem} />}
      </ActForm>
    </section>
  );
}
