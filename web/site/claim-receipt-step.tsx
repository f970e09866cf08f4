import { formProblem, type Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { Choice } from "../look/field.tsx";
import { receiptStepWords } from "../words/claim-receipt.ts";
import { stepTitles } from "../words/claim-steps.ts";
import { cubicMetres, dayInLima, monthAndYear, soles } from "../words/format.ts";
import { api } from "./api.ts";
import type { StepContentProps, StepView, Warning } from "./claim-step-view.ts";
import { type Answers, receiptOf, textOf } from "./draft.ts";
import { addressOf } from "./page.tsx";
import { Waiting } from "./signed-in.tsx";

/** Which receipt of the linked supply: the last twelve. */
function ReceiptStep({ answers, problem }: StepContentProps) {
  const linkId = textOf(answers, "linkId");
  const { answer, again } = useAnswer(() => api.listReceipts({ params: { linkId } }), linkId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const months = answer.value.months.slice(0, 12);
  if (months.length === 0) return <p>{receiptStepWords.empty}</p>;
  const options = months.map(
    ({ period, number, m3, totalDue, dueDate }) =>
      [
        `${period} ${number}`,
        `${monthAndYear(period)}: ${cubicMetres(m3)}, ${soles(totalDue)}, ${receiptStepWords.due(dueDate)}`,
      ] as const,
  );
  return (
    <Choice
      name="receiptNumber"
      legend={stepTitles.recibo}
      asked
      options={Object.fromEntries(options)}
      chosen={textOf(answers, "receiptNumber")}
      problem={problem}
    />
  );
}

const most = 5;
const orNone = <Value,>(outcome: Outcome<Value>): readonly Value[] => (outcome.ok ? [outcome.value] : []);

/** An open claim about the chosen receipt, or that its normal term is over. What cannot be asked warns of nothing. */
async function receiptWarnings(answers: Answers): Promise<readonly Warning[]> {
  const { period, number } = receiptOf(answers);
  const linkId = textOf(answers, "linkId");
  const [sheet, list] = await Promise.all([
    api.showReceipt({ params: { linkId, period } }),
    api.listClaims({ query: {} }),
  ]);
  const warnings: Warning[] = [];
  const open = orNone(list)
    .flatMap(({ claims }) => claims)
    .filter(({ supplyCode, next }) => next !== "nobody" && supplyCode === textOf(answers, "supplyCode"));
  const views = await Promise.all(open.slice(0, most).map(({ claimId }) => api.showClaim({ params: { claimId } })));
  const same = views.flatMap(orNone).find(({ receipts }) => receipts.some((receipt) => receipt.number === number));
  if (same) {
    warnings.push({
      title: receiptStepWords.openTitle,
      text: [receiptStepWords.openText(same.code)],
      go: receiptStepWords.openGo,
      link: { href: addressOf("claim", { claimId: same.claimId }), label: receiptStepWords.openSee },
    });
  }
  if (sheet.ok && sheet.value.receipt.claimUntil < dayInLima(Date.now())) {
    warnings.push({
      title: receiptStepWords.lateTitle,
      text: [receiptStepWords.lateText(sheet.value.receipt.claimUntil)],
      go: receiptStepWords.lateGo,
    });
  }
  return warnings;
}

export const receiptView: StepView = {
  Content: ReceiptStep,
  check: (answers) => formProblem({ receiptNumber: receiptOf(answers).number ? undefined : receiptStepWords.missing }),
  finish: async (_, answers) => ({ ok: true, value: await receiptWarnings(answers) }),
};
