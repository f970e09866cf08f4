import { useState } from "preact/hooks";
import { useAnswer, useFocus } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemFacts } from "../../look/problem-facts.tsx";
import { sitePages } from "../../paths.ts";
import { type Problem, siteProblemWords } from "../../words/problem.ts";
import { api } from "../api.ts";
import { DownloadButton } from "../download-button.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, Waiting } from "../signed-in.tsx";

/**
 * Renders the request for attention in the address, for whoever is signed in: its facts, its files and its form to
 * download. If the API allows it, has the form that says that the problem is not solved, or the one that files a claim
 * for it.
 */
export function ProblemPage() {
  const { problemId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("problems")}>{siteProblemWords.mine}</a>
      </p>
      <Heading>{sitePages.problem.title}</Heading>
      <SignedIn why={siteProblemWords.signInToSee}>
        <Shown problemId={problemId} />
      </SignedIn>
    </>
  );
}

function Shown({ problemId }: { readonly problemId: string }) {
  const { answer, again } = useAnswer(() => api.showProblem({ params: { problemId } }), problemId);
  const [written, setWritten] = useState<Problem>();
  /** Takes the focus of the form, which goes away. */
  const said = useFocus<HTMLParagraphElement>(written);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const problem = written ?? answer.value;
  const { state, until, actions, claim } = problem;
  return (
    <>
      {written && (
        <p class="notice good" role="status" tabIndex={-1} ref={said}>
          {siteProblemWords.disputed}
        </p>
      )}
      {state === "received" && (
        <p>
          {siteProblemWords.filed} {until === undefined ? siteProblemWords.callText : siteProblemWords.waitText}
        </p>
      )}
      {state === "not-solved" && until === undefined && <p>{siteProblemWords.callText}</p>}
      <ProblemFacts
        problem={problem}
        claim={claim && <a href={addressOf("claim", { claimId: claim.claimId })}>{claim.code}</a>}
        files={
          problem.attachments.length > 0 && (
            <Loaded load={() => import("../attachment/problem-attachments.tsx")} about="files">
              {({ ProblemAttachments }) => <ProblemAttachments problem={problem} />}
            </Loaded>
          )
        }
      />
      {problem.form === "ready" ? (
        <p>
          <DownloadButton ask={() => api.downloadProblemForm({ params: { problemId } })} plain>
            {siteProblemWords.downloadForm}
          </DownloadButton>
        </p>
      ) : (
        <p role="status">{siteProblemWords.preparing}</p>
      )}
      {actions.length > 0 && (
        <Loaded load={() => import("./problem-acts.tsx")} about="acts">
          {({ Dispute, Claim }) =>
            actions.includes("dispute") ? (
              <Dispute problemId={problemId} onDone={setWritten} />
            ) : (
              <Claim problemId={problemId} />
            )
          }
        </Loaded>
      )}
    </>
  );
}
