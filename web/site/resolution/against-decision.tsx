import { Notice } from "../../look/notice.tsx";
import { addressOf } from "../page.tsx";
import { againstDecisionWords as words } from "./against-decision.words.ts";

interface AgainstDecisionProps {
  /** The claim of the account that the document is about; empty if there is none or no account. */
  readonly claimId: string;
  /** Whether the document is presented with an account. */
  readonly withAccount: boolean;
}

/**
 * Says, to a person who presents a document against a decision, that a recourse is the better way and that the document
 * counts too. With a `claimId`, links to the form of a recourse of that claim. Without an account, links to the page
 * that looks up a claim, where a recourse can be filed.
 */
export function AgainstDecision({ claimId, withAccount }: AgainstDecisionProps) {
  return (
    <Notice>
      <p>{words.recourse}</p>
      {claimId !== "" && (
        <p>
          <a href={addressOf("claimAct", { claimId, act: "revision" })}>{words.link}</a>
        </p>
      )}
      {!withAccount && (
        <p>
          <a href={addressOf("claimState")}>{words.openLink}</a>
        </p>
      )}
      <p>{words.anyway}</p>
    </Notice>
  );
}
