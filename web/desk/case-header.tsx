import { Light } from "../look/light.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { caseHeaderWords } from "../words/desk-case-header.ts";
import { appointmentsWords, claimStateNames } from "../words/desk-claims.ts";
import { date } from "../words/format.ts";
import { frameWords } from "../words/frame.ts";
import { type CaseFile, quejaSentTo } from "./case-file.ts";

/**
 * Renders the header of a case: in a line, the days left of the term, the state, the claimant and the owner. Below it,
 * only if there are any: the days left to send a queja on, or who is to answer it, a language other than Spanish, from whom the claim was
 * handed over, what the appointments wait for, and until when a withdrawal can be undone. At the end, whether the
 * receipts are held, and the mark of test data.
 */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const {
    daysLeft,
    state,
    owner,
    hold,
    holdAsked,
    testData,
    claimantName,
    languageChoice,
    appointmentsWait,
    handedOver,
  } = file;
  const { withdrawalUndoUntil, receipts, clocks } = file;
  const queja = clocks.find(({ id }) => id === "T20");
  const sentTo = quejaSentTo(file);
  return (
    <>
      <p class="standing">
        <Light daysLeft={daysLeft} /> <b>{claimStateNames[state]}</b> <span>{claimantName}</span>{" "}
        <span>{owner ? caseHeaderWords.owner(owner.name, owner.extension) : caseHeaderWords.noOwner}</span>
      </p>
      {queja && (
        <p class="standing">
          {sentTo ? (
            caseHeaderWords.quejaSent(sentTo)
          ) : (
            <>
              {caseHeaderWords.queja} <Light daysLeft={queja.daysLeft} />
            </>
          )}
        </p>
      )}
      {languageChoice && languageChoice.language !== "es" && (
        <Loaded load={() => import("../words/languages.ts")} about="language" aside>
          {({ languageWords }) => <p>{languageWords.forStaff(languageChoice)}</p>}
        </Loaded>
      )}
      {handedOver && <p>{caseHeaderWords.handedOver(handedOver.from, date(handedOver.on), handedOver.reason)}</p>}
      {appointmentsWait && <p class="hint">{appointmentsWords(appointmentsWait)}</p>}
      {withdrawalUndoUntil && <p class="hint">{caseHeaderWords.undo(date(withdrawalUndoUntil))}</p>}
      <p class="standing hint">
        {receipts.length > 0 && !holdAsked && <span>{caseHeaderWords[hold]}</span>}
        {holdAsked && (
          <Loaded load={() => import("../words/desk-hold-asked.ts")} about="hold" aside>
            {({ holdAskedWords }) => <span>{holdAskedWords(holdAsked)}</span>}
          </Loaded>
        )}
        {testData && (
          <span>
            <span class="tag">{frameWords.testDataShort}</span> {caseHeaderWords.test}
          </span>
        )}
      </p>
    </>
  );
}
