import { Light } from "../look/light.tsx";
import { caseWords } from "../words/desk-case.ts";
import { appointmentsWords, claimStateNames } from "../words/desk-claims.ts";
import { frameWords } from "../words/frame.ts";
import type { CaseFile } from "./case-file.ts";

/** The term, state, claimant and owner of a case in a line; then what its appointments wait for, and its hold. */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const { daysLeft, state, owner, hold, testData, claimantName, appointmentsWait } = file;
  return (
    <>
      <p class="standing">
        <Light daysLeft={daysLeft} /> <b>{claimStateNames[state]}</b> <span>{claimantName}</span>{" "}
        <span>{owner ? caseWords.owner(owner.name, owner.extension) : caseWords.noOwner}</span>
      </p>
      {appointmentsWait && <p class="hint">{appointmentsWords(appointmentsWait)}</p>}
      <p class="hint">{hold === "held" ? caseWords.held : caseWords.released}</p>
      {testData && (
        <p class="hint">
          <span class="tag">{frameWords.testDataShort}</span> {caseWords.test}
        </p>
      )}
    </>
  );
}
