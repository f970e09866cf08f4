import { useAnswer } from "../../look/asking.ts";
import { Loading } from "../../look/notice.tsx";
import { consumptionSentence } from "../../words/consumption-sentence.ts";
import { changeSentence, factorSentence, moreOrLess, withoutFactors } from "../../words/receipt.ts";
import { api } from "../api.ts";
import type { StepContentProps, StepView } from "../claim/claim-step-view.ts";
import { isOfAccount, textOf } from "../filing/answers.ts";
import { carriedIn } from "../filing/draft.ts";
import type { CarriedReceipt } from "../filing/phone-drafts.ts";
import { receiptsOf } from "../resolution/draft-answers.ts";
import { explanationWords } from "./claim-explanation.words.ts";
import { History } from "./history.tsx";

/**
 * Explains the first chosen receipt before the claim goes on. If the explanation cannot be had, says so: the claim goes
 * on without it.
 */
function ClaimExplanation({ draftId, answers, onClear }: StepContentProps) {
  const [first, ...others] = receiptsOf(answers);
  if (isOfAccount(answers))
    return (
      <>
        {first && others.length > 0 && <p>{explanationWords.several(first.period)}</p>}
        <LinkedExplanation linkId={textOf(answers, "linkId")} period={first?.period ?? ""} onClear={onClear} />
      </>
    );
  const carried = carriedIn(draftId);
  if (!carried) return <p>{explanationWords.unknown}</p>;
  return (
    <>
      {(carried.receipt.number !== first?.number || others.length > 0) && (
        <p>{explanationWords.newest(carried.receipt.period)}</p>
      )}
      <Explained sheet={carried} onClear={onClear} />
    </>
  );
}

interface LinkedExplanationProps extends Pick<StepContentProps, "onClear"> {
  readonly linkId: string;
  readonly period: string;
}

function LinkedExplanation({ linkId, period, onClear }: LinkedExplanationProps) {
  const { answer } = useAnswer(() => api.showReceipt({ params: { linkId, period } }), `${linkId} ${period}`);
  if (!answer) return <Loading />;
  return answer.ok ? <Explained sheet={answer.value} onClear={onClear} /> : <p>{explanationWords.unknown}</p>;
}

interface ExplainedProps extends Pick<StepContentProps, "onClear"> {
  readonly sheet: CarriedReceipt;
}

function Explained({ sheet: { receipt, explanation, history }, onClear }: ExplainedProps) {
  return (
    <>
      <p class="why">
        {consumptionSentence(explanation, receipt, false)} {changeSentence(explanation)}
      </p>
      {explanation.baseline === "previous-receipt" ? (
        <ul class="factors">
          {explanation.factors.map((factor) => (
            <li key={factor.kind} class={factor.amount.startsWith("-") ? "less" : "more"}>
              <b>{moreOrLess(factor.amount)}</b> <span>{factorSentence(factor)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{withoutFactors[explanation.baseline]}</p>
      )}
      <details>
        <summary>{explanationWords.months}</summary>
        <History months={history} average={explanation.averageM3} isThisMonth={false} />
      </details>
      <p>
        <button type="button" class="button plain" onClick={() => onClear(receipt.claimUntil)}>
          {explanationWords.clear}
        </button>
      </p>
    </>
  );
}

export const explanationView: StepView = {
  Content: ClaimExplanation,
  action: explanationWords.goOn,
  check: () => undefined,
};
