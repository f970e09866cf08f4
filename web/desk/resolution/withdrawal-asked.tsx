import { Facts } from "../../look/facts.tsx";
import { withdrawableIn } from "../../words/claim-withdrawal.ts";
import { date, instant } from "../../words/format.ts";
import type { CaseFile } from "../case/case-file.ts";
import { actChannelNames, claimantActWords, withdrawalNames } from "../counter/claimant-acts.words.ts";
import { withdrawalAskedWords as words } from "./withdrawal.words.ts";

/**
 * Renders what a claimant withdraws, why, who asked for it, how and when, and until when one asked for by telephone may
 * or might have been undone. Draws nothing if no withdrawal waits to be accepted.
 */
export function WithdrawalAsked({
  file: { state, claimant, withdrawal, withdrawalUndoUntil },
}: {
  readonly file: CaseFile;
}) {
  if (!withdrawal) return null;
  const { of, reason, askedAt, came, person, undoUntil } = withdrawal;
  const what = withdrawableIn(state);
  return (
    <Facts
      rows={[
        [words.what, what === "claim" ? withdrawalNames[of] : claimantActWords.withdrawn[what]],
        [words.why, reason || words.noReason],
        [words.who, `${claimant.name}, ${claimant.standing}`],
        [
          words.how,
          [came ? actChannelNames[came] : words.byThemself, person && words.typedBy(person)].filter(Boolean).join(". "),
        ],
        [words.when, instant(askedAt)],
        [words.undo, undoUntil && words.undone(date(undoUntil), withdrawalUndoUntil !== undefined)],
      ]}
    />
  );
}
