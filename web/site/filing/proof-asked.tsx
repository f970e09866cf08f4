import { addressOf } from "../page.tsx";
import { proofWords } from "./proof-asked.words.ts";

interface ProofAskedProps {
  /** Absent for who has no account: the document desk asks for the code. */
  readonly claimId?: string;
  /** Whether documents may be added to the claim now. */
  readonly mayAdd: boolean;
}

/**
 * Says what to bring because the claimant's document is not the one in the register of supplies, and that the claim
 * goes on meanwhile. Links to the form that adds documents or, without `mayAdd`, to the document desk with the claim.
 */
export function ProofAsked({ claimId = "", mayAdd }: ProofAskedProps) {
  return (
    <section class="notice">
      <h2>{proofWords.title}</h2>
      <p>{proofWords.goesOn}</p>
      <p>
        {proofWords.how} {mayAdd ? proofWords.toAdd : proofWords.toPresent}
      </p>
      <p>{proofWords.waits}</p>
      <p>
        {mayAdd ? (
          <a href={addressOf("claimAct", { claimId, act: "ampliar" })}>{proofWords.add}</a>
        ) : (
          <a href={`${addressOf("submissions")}${claimId && `?reclamo=${claimId}`}`}>{proofWords.present}</a>
        )}
      </p>
    </section>
  );
}
