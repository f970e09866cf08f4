import { Light } from "../look/light.tsx";
import { caseHeaderWords } from "../words/desk-case-header.ts";
import { appointmentsWords, claimStateNames } from "../words/desk-claims.ts";
import { date } from "../words/format.ts";
import { frameWords } from "../words/frame.ts";
import { languageWords } from "../words/languages.ts";
import type { CaseFile } from "./case-file.ts";

/** The term, state, claimant and owner of a case in a line; then what its appointments wait for, and its hold. */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const { daysLeft, state, owner, hold, testData, claimantName, languageChoice, appointmentsWait, handedOver } = file;
  const { withdrawalUndoUntil } = file;
  return (
    <>
      <p class="standing">
        <Light daysLeft={daysLeft} /> <b>{claimStateNames[state]}</b> <span>{claimantName}</span>{" "}
        <span>{owner ? caseHeaderWords.owner(owner.name, owner.extension) : caseHeaderWords.noOwner}</span>
      </p>
      {languageChoice && languageChoice.language !== "es" && <p>{languageWords.forStaff(languageChoice)}</p>}
      {handedOver && <p>{caseHeaderWords.handedOver(handedOver.from, date(handedOver.on), handedOver.reason)}</p>}
      {appointmentsWait && <p class="hint">{appointmentsWords(appointmentsWait)}</p>}
      {withdrawalUndoUntil && <p class="hint">{caseHeaderWords.undo(date(withdrawalUndoUntil))}</p>}
      <p class="hint">
        {hold === "held" ? caseHeaderWords.held : caseHeaderWords.released}{" "}
        {testData && (
          <>
            <span class="tag">{frameWords.testDataShort}</span> {caseHeaderWords.test}
          </>
        )}
      </p>
    </>
  );
}
