import { formProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Checks } from "../../look/checks.tsx";
import { TextField } from "../../look/field.tsx";
import { useOffice } from "../../office.ts";
import { cubicMetres, monthAndYear, soles } from "../../words/format.ts";
import type { Month } from "../../words/receipt.ts";
import { periodOf } from "../../words/typed-month.ts";
import { api } from "../api.ts";
import type { StepContentProps, StepView } from "../claim/claim-step-view.ts";
import { addressOf } from "../page.tsx";
import { lookUpWords } from "../receipt/look-up.words.ts";
import { receiptsOf } from "../resolution/draft-answers.ts";
import { Waiting } from "../signed-in.tsx";
import { type Answers, isOfAccount, textOf, textsOf } from "./answers.ts";
import { receiptStepWords, typedReceiptWords } from "./claim-receipt.words.ts";
import { stepTitles } from "./claim-steps.words.ts";
import { carriedIn } from "./draft.ts";

/**
 * Asks which receipts the claim is about: those of the linked supply, those that were looked up, or one that is typed.
 */
function ReceiptStep(props: StepContentProps) {
  const { answers, draftId } = props;
  if (isOfAccount(answers)) return <LinkedReceipts {...props} />;
  const carried = carriedIn(draftId);
  if (carried) return <Months {...props} months={carried.history.toReversed()} />;
  return textsOf(answers, "receipts").length > 0 ? <ChosenElsewhere {...props} /> : <TypedReceipt {...props} />;
}

function LinkedReceipts(props: StepContentProps) {
  const linkId = textOf(props.answers, "linkId");
  const { answer, again } = useAnswer(() => api.listReceipts({ params: { linkId } }), linkId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return <Months {...props} months={answer.value.months} />;
}

interface MonthsProps extends StepContentProps {
  /** The newest first. */
  readonly months: readonly Month[];
}

/**
 * Renders the newest twelve of `months` as checkboxes; if there is none, says so, with a link to claim by typed data.
 */
function Months({ months, answers, problem }: MonthsProps) {
  if (months.length === 0)
    return (
      <p>
        {receiptStepWords.empty} <a href={addressOf("claimStart")}>{receiptStepWords.emptyGo}</a>.
      </p>
    );
  const options = months
    .slice(0, 12)
    .map(
      ({ period, number, m3, totalDue, dueDate }) =>
        [
          `${period} ${number}`,
          `${monthAndYear(period)}: ${cubicMetres(m3)}, ${soles(totalDue)}, ${receiptStepWords.due(dueDate)}`,
        ] as const,
    );
  return <Receipts options={Object.fromEntries(options)} answers={answers} problem={problem} />;
}

/** Renders the receipts of a draft that was begun on another phone, which is the one that keeps their amounts. */
function ChosenElsewhere({ answers, problem }: StepContentProps) {
  const options = receiptsOf(answers).map(
    ({ period, number }) => [`${period} ${number}`, receiptStepWords.known(period, number)] as const,
  );
  return <Receipts options={Object.fromEntries(options)} answers={answers} problem={problem} />;
}

interface ReceiptsProps extends Pick<StepContentProps, "answers" | "problem"> {
  readonly options: Readonly<Record<string, string>>;
}

function Receipts({ options, answers, problem }: ReceiptsProps) {
  return (
    <Checks
      name="receipts"
      legend={stepTitles.recibo}
      hint={receiptStepWords.several}
      asked
      options={options}
      chosen={textsOf(answers, "receipts")}
      problem={problem}
    />
  );
}

/** Renders the fields of the supply and the receipt as the person writes them, if nothing was looked up. */
function TypedReceipt({ answers, problem }: StepContentProps) {
  const { supplyCodeLength } = useOffice();
  return (
    <>
      <p>{typedReceiptWords.text}</p>
      <TextField
        name="supplyCode"
        label={lookUpWords.supplyCode}
        hint={lookUpWords.supplyCodeHint(supplyCodeLength)}
        numeric
        size="short"
        initial={textOf(answers, "supplyCode")}
        problem={problem}
      />
      <TextField
        name="receiptNumber"
        label={typedReceiptWords.number}
        hint={lookUpWords.receiptNumberHint}
        size="short"
        initial={textOf(answers, "receiptNumber")}
        problem={problem}
      />
      <TextField
        name="receiptMonth"
        label={typedReceiptWords.month}
        hint={typedReceiptWords.monthHint}
        size="short"
        initial={textOf(answers, "receiptMonth")}
        problem={problem}
      />
    </>
  );
}

/**
 * Returns what is wrong in the step `recibo`, as a sentence by field name; undefined for a field that is right. If the
 * receipts are chosen from a list, at least one is needed. If the receipt is typed, the supply code is needed; the
 * receipt's number and month may both be empty, but not one alone, and the month must be a valid one.
 */
export function receiptMissing(answers: Answers): Readonly<Record<string, string | undefined>> {
  if (!isTyped(answers)) return { receipts: receiptsOf(answers).length > 0 ? undefined : receiptStepWords.missing };
  const [supplyCode, number, month] = ["supplyCode", "receiptNumber", "receiptMonth"].map((name) =>
    textOf(answers, name),
  );
  return {
    supplyCode: supplyCode ? undefined : typedReceiptWords.supplyMissing,
    receiptNumber: month && !number ? typedReceiptWords.numberMissing : undefined,
    receiptMonth: (number || month) && !periodOf(month ?? "") ? typedReceiptWords.monthWrong : undefined,
  };
}

const isTyped = (answers: Answers): boolean => textOf(answers, "typedReceipt") === "yes";

export const receiptView: StepView = {
  Content: ReceiptStep,
  check: (answers) => formProblem(receiptMissing(answers)),
};
