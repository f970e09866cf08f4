import { Notice } from "../look/notice.tsx";
import { againstDecisionWords as words } from "../words/against-decision.ts";
import { addressOf } from "./page.tsx";

interface AgainstDecisionProps {
  /** The claim of the account that the document is about; empty if there is none. */
  readonly claimId: string;
  readonly withAccount: boolean;
}

/** Says to who presents a document against a decision that a recourse is better, where to present it, and that the document counts too. */
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
