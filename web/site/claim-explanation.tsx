import { useAnswer } from "../look/asking.ts";
import { Loading } from "../look/notice.tsx";
import { explanationWords } from "../words/claim-explanation.ts";
import { consumptionSentence } from "../words/consumption-sentence.ts";
import { changeSentence, factorSentence, moreOrLess, withoutFactors } from "../words/receipt.ts";
import { api } from "./api.ts";
import type { StepContentProps, StepView } from "./claim-step-view.ts";
import { receiptsOf, textOf } from "./draft.ts";
import { History } from "./history.tsx";

/** Explains the first chosen receipt before the claim goes on. It never stops the claim: where it cannot be had, it says so. */
function ClaimExplanation({ answers, onClear }: StepContentProps) {
  const period = receiptsOf(answers)[0]?.period ?? "";
  const linkId = textOf(answers, "linkId");
  const { answer } = useAnswer(() => api.showReceipt({ params: { linkId, period } }), `${linkId} ${period}`);
  if (!answer) return <Loading />;
  if (!answer.ok) return <p>{explanationWords.unknown}</p>;
  const { receipt, explanation, history } = answer.value;
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
      <History months={history} average={explanation.averageM3} isThisMonth={false} />
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
