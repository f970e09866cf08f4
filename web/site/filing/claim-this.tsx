import { useState } from "preact/hooks";
import { type ClientProblem, transportProblem } from "../../client.ts";
import { ProblemNotice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { type Sheet, sheetWords } from "../../words/receipt.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { usePlace } from "../place.tsx";

interface ClaimThisProps {
  readonly sheet: Sheet;
  /** The account's link to the supply; without it the draft is of no account. */
  readonly linkId: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Renders the button that begins a claim about the receipt of `sheet` and goes to its first question, and the last day
 * to claim. If a claim holds the receipt or corrected it, the way to that claim comes first: the account's claims, or
 * without an account to the look-up of one. If the claim cannot be begun, shows why.
 */
export function ClaimThis({ sheet, linkId, today }: ClaimThisProps) {
  const { route } = usePlace();
  const [problem, setProblem] = useState<ClientProblem>();
  const begin = async (event: Event) => {
    event.preventDefault();
    const begun = await import("../claim/begin-claim.ts").then(
      ({ beginWithReceipt }) => beginWithReceipt(sheet, linkId, true),
      () => transportProblem("unreachable"),
    );
    if (begun.ok) route(begun.value);
    else setProblem(begun.problem);
  };
  const { claimUntil, claimDaysLeft, held, corrected } = sheet.receipt;
  const isClaimed = held !== undefined || corrected !== undefined;
  const claims = sitePages[linkId === undefined ? "claimState" : "claims"];
  return (
    <div class="unprinted">
      {problem && <ProblemNotice problem={problem} />}
      {isClaimed && (
        <>
          <p>
            <a class="button" href={claims.path}>
              {claims.title}
            </a>
          </p>
          <p>{sheetWords.claimOtherText(held === undefined)}</p>
        </>
      )}
      <p>
        <a class={isClaimed ? "button plain" : "button"} href={sitePages.claimStart.path} onClick={begin}>
          {isClaimed ? sheetWords.claimOther : sheetWords.claimAction}
        </a>
      </p>
      <p>
        {linkId === undefined ? sheetWords.claimEasily : claimNames.noPaying}{" "}
        {sheetWords.claimUntil(claimUntil, claimDaysLeft, today)}
      </p>
    </div>
  );
}
