import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { frameWords } from "../../words/frame.ts";
import { acceptedFor, type CaseFile } from "./case-file.ts";
import { caseHeaderWords } from "./case-header.words.ts";
import { claimStateNames } from "./claims.words.ts";

/**
 * Renders the header of a case: in a line, what is lost or is due and when, the target, the state, the claimant and the
 * owner. Below it, what few cases have (`CaseHeaderMore`). At the end, whether the receipts are held, and the mark of
 * test data.
 */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const { days, state, owner, hold, holdAsked, testData, claimantName, languageChoice, receipts, clocks } = file;
  const isMore =
    (languageChoice && languageChoice.language !== "es") ||
    file.appointmentsWait ||
    file.handedOver ||
    file.withdrawalUndoUntil ||
    acceptedFor(file) ||
    clocks.some(({ id }) => id === "T20");
  return (
    <>
      <p class="standing">
        <DaysLight days={days} short /> <b>{dayWords(days)}</b> <b>{claimStateNames[state]}</b>{" "}
        <span>{claimantName}</span>{" "}
        <span>{owner ? caseHeaderWords.owner(owner.name, owner.extension) : caseHeaderWords.noOwner}</span>
      </p>
      {isMore && (
        <Loaded load={() => import("./case-header-more.tsx")} about="header" aside>
          {({ CaseHeaderMore }) => <CaseHeaderMore file={file} />}
        </Loaded>
      )}
      <p class="standing hint">
        <Meta days={days} />
        {receipts.length > 0 && !holdAsked && <span>{caseHeaderWords[hold]}</span>}
        {holdAsked && (
          <Loaded load={() => import("../billing/hold-asked.words.ts")} about="hold" aside>
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
