import { proofWords } from "../words/proof-asked.ts";
import { addressOf } from "./page.tsx";

interface ProofAskedProps {
  readonly claimId: string;
  /** Whether documents may be added to the claim now. */
  readonly mayAdd: boolean;
}

/**
 * Says what to bring because the claimant's document is not the one in the register of supplies, and that the claim
 * goes on meanwhile. With `mayAdd`, links to the form that adds documents.
 */
export function ProofAsked({ claimId, mayAdd }: ProofAskedProps) {
  return (
    <section class="notice">
      <h2>{proofWords.title}</h2>
      <p>{proofWords.goesOn}</p>
      <p>{proofWords.how}</p>
      <p>{proofWords.waits}</p>
      {mayAdd && (
        <p>
          <a href={addressOf("claimAct", { claimId, act: "ampliar" })}>{proofWords.add}</a>
        </p>
      )}
    </section>
  );
}
