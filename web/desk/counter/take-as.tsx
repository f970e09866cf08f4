import { Loading, Notice } from "../../look/notice.tsx";
import { actsFor, useCase } from "../case/case-file.ts";
import { addressOf, DeskProblem } from "../page.tsx";
import type { DeskSubmission } from "../submission/desk-submission.ts";
import { submissionWords } from "../submission/submissions.words.ts";
import { useOwnRoles } from "../work/roles.ts";

const takeableActs = ["apelacion", "reconsideracion", "subsanacion", "ampliacion", "desistir", "queja"] as const;

/**
 * Links that record a document as an act of its claim, which then counts from the day it was presented: those that the
 * claim takes now, such as an appeal only of a decision. Says so if it takes none, or if the claim is not known yet.
 */
export function TakeAs({ submission: { submissionId, claim, recourseBy } }: { readonly submission: DeskSubmission }) {
  return (
    <section>
      <h2>{submissionWords.takeAs}</h2>
      {recourseBy !== undefined && (
        <Notice>
          <p>{submissionWords.against}</p>
        </Notice>
      )}
      {claim ? (
        <Acts key={claim.claimId} claimId={claim.claimId} submissionId={submissionId} />
      ) : (
        <p>{submissionWords.takeAsNeedsClaim}</p>
      )}
    </section>
  );
}

function Acts({ claimId, submissionId }: { readonly claimId: string; readonly submissionId: string }) {
  const { answer, again } = useCase(claimId);
  const roles = useOwnRoles();
  if (!answer) return <Loading />;
  if (!answer.ok) return <DeskProblem problem={answer.problem} again={again} />;
  const offered = actsFor(answer.value, roles);
  const acts = takeableActs.filter((act) => offered.includes(act));
  if (acts.length === 0) return <p>{submissionWords.takeAsNone}</p>;
  return (
    <>
      <p>{submissionWords.takeAsText}</p>
      <ul>
        {acts.map((act) => (
          <li key={act}>
            <a href={`${addressOf("caseAct", { claimId, act })}?documento=${submissionId}`}>
              {submissionWords.acts[act]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
