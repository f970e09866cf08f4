import { Light } from "../../look/light.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { date } from "../../words/format.ts";
import { acceptedFor, type CaseFile, quejaSentTo } from "./case-file.ts";
import { caseHeaderMoreWords as words } from "./case-header-more.words.ts";
import { appointmentsWords } from "./claims.words.ts";
import { offerAccepted } from "./offer-accepted.words.ts";

/**
 * Renders the lines of a case's header that few cases have: an accepted offer, the days left to send a queja on, or
 * who is to answer it, a language other than Spanish, from whom the claim was handed over, what the appointments wait
 * for, and until when a withdrawal can be undone.
 */
export function CaseHeaderMore({ file }: { readonly file: CaseFile }) {
  const { languageChoice, appointmentsWait, handedOver, withdrawalUndoUntil, clocks } = file;
  const queja = clocks.find(({ id }) => id === "T20");
  const accepted = acceptedFor(file);
  const sentTo = quejaSentTo(file);
  return (
    <>
      {accepted && <p class="standing">{offerAccepted(accepted)}.</p>}
      {queja && (
        <p class="standing">
          {sentTo ? (
            words.quejaSent(sentTo)
          ) : (
            <>
              {words.queja} <Light daysLeft={queja.daysLeft} />
            </>
          )}
        </p>
      )}
      {languageChoice && languageChoice.language !== "es" && (
        <Loaded load={() => import("../../words/languages.ts")} about="language" aside>
          {({ languageWords }) => <p>{languageWords.forStaff(languageChoice)}</p>}
        </Loaded>
      )}
      {handedOver && <p>{words.handedOver(handedOver.from, date(handedOver.on), handedOver.reason)}</p>}
      {appointmentsWait && <p class="hint">{appointmentsWords(appointmentsWait)}</p>}
      {withdrawalUndoUntil && <p class="hint">{words.undo(date(withdrawalUndoUntil))}</p>}
    </>
  );
}
