import { useState } from "preact/hooks";
import { type ClientProblem, transportProblem } from "../client.ts";
import { ProblemNotice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { claimNames } from "../words/claim-names.ts";
import { type Sheet, sheetWords } from "../words/receipt.ts";
import { usePlace } from "./place.tsx";

interface ClaimThisProps {
  readonly sheet: Sheet;
  readonly linkId: string | undefined;
  readonly today: string;
}

/** The button that begins the claim of a receipt at once, with the last day to do it. */
export function ClaimThis({ sheet, linkId, today }: ClaimThisProps) {
  const { route } = usePlace();
  const [problem, setProblem] = useState<ClientProblem>();
  const begin = async (event: Event) => {
    event.preventDefault();
    const begun = await import("./begin-claim.ts").then(
      ({ beginWithReceipt }) => beginWithReceipt(sheet, linkId, true),
      () => transportProblem("unreachable"),
    );
    if (begun.ok) route(begun.value);
    else setProblem(begun.problem);
  };
  const { claimUntil, claimDaysLeft } = sheet.receipt;
  return (
    <div class="unprinted">
      {problem && <ProblemNotice problem={problem} />}
      <p>
        <a class="button" href={sitePages.claimStart.path} onClick={begin}>
          {sheetWords.claimAction}
        </a>
      </p>
      <p>
        {linkId === undefined ? sheetWords.claimEasily : claimNames.noPaying}{" "}
        {sheetWords.claimUntil(claimUntil, claimDaysLeft, today)}
      </p>
    </div>
  );
}
