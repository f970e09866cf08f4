import { apiToday } from "../api-clock.ts";
import { formProblem, type Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { Checks } from "../look/checks.tsx";
import { receiptStepWords } from "../words/claim-receipt.ts";
import { stepTitles } from "../words/claim-steps.ts";
import { cubicMetres, monthAndYear, soles } from "../words/format.ts";
import type { Answers } from "./answers.ts";
import { api } from "./api.ts";
import type { StepContentProps, StepView, Warning } from "./claim-step-view.ts";
import { receiptsOf, textOf, textsOf } from "./draft.ts";
import { addressOf } from "./page.tsx";
import { Waiting } from "./signed-in.tsx";

/** Asks which of the last twelve receipts of the linked supply the claim is about. */
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
    <Checks
      name="receipts"
      legend={stepTitles.recibo}
      hint={receiptStepWords.several}
      asked
      options={Object.fromEntries(options)}
      chosen={textsOf(answers, "receipts")}
      problem={problem}
    />
  );
}

/** At most this many open claims of the supply are looked at. */
const most = 5;
const orNone = <Value,>(outcome: Outcome<Value>): readonly Value[] => (outcome.ok ? [outcome.value] : []);

/**
 * Warns that an open claim is about a chosen receipt, and that the term to claim one is over. What the API does not answer
 * warns of nothing.
 */
async function receiptWarnings(answers: Answers): Promise<readonly Warning[]> {
  const chosen = receiptsOf(answers);
  const linkId = textOf(answers, "linkId");
  const [sheets, list] = await Promise.all([
    Promise.all(chosen.map(({ period }) => api.showReceipt({ params: { linkId, period } }))),
    api.listClaims({ query: {} }),
  ]);
  const open = orNone(list)
    .flatMap(({ claims }) => claims)
    .filter(({ supplyCode, next }) => next !== "nobody" && supplyCode === textOf(answers, "supplyCode"));
  const views = await Promise.all(open.slice(0, most).map(({ claimId }) => api.showClaim({ params: { claimId } })));
  const same = views
    .flatMap(orNone)
    .find(({ receipts }) => receipts.some((receipt) => chosen.some(({ number }) => number === receipt.number)));
  const late = sheets.flatMap(orNone).filter(({ receipt }) => receipt.claimUntil < apiToday());
  return [
    ...(same
      ? [
          {
            title: receiptStepWords.openTitle,
            text: [receiptStepWords.openText(same.code)],
            go: receiptStepWords.openGo,
            link: { href: addressOf("claim", { claimId: same.claimId }), label: receiptStepWords.openSee },
          },
        ]
      : []),
    ...(late.length > 0
      ? [
          {
            title: receiptStepWords.lateTitle,
            text: [
              ...late.map(({ receipt }) => receiptStepWords.lateText(receipt.period, receipt.claimUntil)),
              receiptStepWords.lateAnyway,
            ],
            go: receiptStepWords.lateGo,
          },
        ]
      : []),
  ];
}

export const receiptView: StepView = {
  Content: ReceiptStep,
  check: (answers) => formProblem({ receipts: receiptsOf(answers).length > 0 ? undefined : receiptStepWords.missing }),
  finish: async (_, answers) => ({ ok: true, value: await receiptWarnings(answers) }),
};
