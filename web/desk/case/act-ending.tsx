import { Choice, TextField } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { Tick } from "../../look/tick.tsx";
import { monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { addressOf } from "../page.tsx";
import { tribunalCauseNames } from "../recourse/tribunal-causes.words.ts";
import { chosenOf, fieldProblem, numberOf } from "../typed.ts";
import { favouredNames, fieldWords, tribunalNames } from "./act-fields.words.ts";
import { type ActFieldsProps, type ActForm, type ActSending, staffCounter } from "./act-form.ts";
import { outcomeNames } from "./acts.words.ts";

/** The way to the copies of the case, of which the tribunal's is formed before. */
function CopiesLink({ file: { claimId } }: Pick<ActFieldsProps, "file">) {
  return <a href={addressOf("caseTab", { claimId, tab: "folios" })}>{fieldWords.toCopies}</a>;
}

/** Sends to signature the letter with which the case file is elevated to the tribunal. */
export const elevationLetter: ActForm = {
  Fields: ({ file }) => (
    <p>
      {fieldWords.letterCopy} <CopiesLink file={file} />
    </p>
  ),
  send: async ({ write }) => api.prepareElevation({ ...write, body: {} }),
};

/** Records when the tribunal received the case file, and its reference. */
export const elevation: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <InstantField name="receivedAt" label={fieldWords.receivedByTribunal} problem={problem} />
      <TextField name="reference" label={fieldWords.reference} hint={fieldWords.seenByUser} problem={problem} />
      <Tick name="onPaper" label={fieldWords.onPaper} hint={fieldWords.onPaperHint} problem={problem} />
      <p>
        <CopiesLink file={file} />
      </p>
    </>
  ),
  send: async ({ write, typed }) =>
    api.elevateFile({
      ...write,
      body: {
        receivedAt: typedInstant(typed("receivedAt")),
        reference: typed("reference"),
        ...(typed("onPaper") && { onPaper: true as const }),
      },
    }),
};

const outcomeName = (number: string): string => `outcome-${number}`;
const m3Name = (number: string): string => `m3-${number}`;

/** The fields for what the tribunal decided on each receipt: an outcome and the m³ it leaves; both may stay empty. */
function DecidedMonths({ file: { receipts }, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  return receipts.map(({ number, period }) => (
    <div key={number}>
      <Choice
        name={outcomeName(number)}
        legend={fieldWords.tribunalMonth(monthAndYear(period))}
        options={{ "": fieldWords.noFigures, ...outcomeNames }}
        chosen=""
        problem={problem}
      />
      <TextField
        name={m3Name(number)}
        label={fieldWords.tribunalM3(monthAndYear(period))}
        hint={fieldWords.tribunalM3Hint}
        numeric
        size="short"
        initial=""
        problem={problem}
      />
    </div>
  ));
}

/** Returns what the tribunal decided on each receipt for which an outcome was chosen. */
function decidedMonths({ file: { receipts }, typed }: ActSending) {
  return receipts.flatMap(({ number }) => {
    const outcome = chosenOf(outcomeNames, typed(outcomeName(number)));
    return outcome ? [{ receiptNumber: number, outcome, correctedM3: numberOf(typed(m3Name(number))) }] : [];
  });
}

/** Returns the number of the first receipt with m³ typed and no outcome chosen. Undefined if there is none. */
function undecided({ file: { receipts }, typed }: ActSending): string | undefined {
  return receipts.find(({ number }) => typed(m3Name(number)).trim() !== "" && typed(outcomeName(number)) === "")
    ?.number;
}

/** Records the tribunal's decision, with its files. Refuses m³ for a receipt without an outcome. */
export const tribunal: ActForm = {
  Fields: ({ file, problem, onAttachments }) => (
    <>
      <Choice name="outcome" legend={fieldWords.tribunalOutcome} options={tribunalNames} problem={problem} />
      <TextField name="number" label={fieldWords.tribunalNumber} hint={fieldWords.seenByUser} problem={problem} />
      <InstantField name="receivedAt" label={fieldWords.receivedAt} problem={problem} />
      <LongText
        name="summary"
        label={fieldWords.tribunalSummary}
        hint={fieldWords.seenByUser}
        max={2000}
        problem={problem}
      />
      <TextField
        name="termDays"
        label={fieldWords.termDays}
        hint={fieldWords.termDaysHint}
        numeric
        size="tiny"
        problem={problem}
      />
      <DecidedMonths file={file} problem={problem} />
      <Choice
        name="inFavourOf"
        legend={fieldWords.inFavourOf}
        hint={fieldWords.inFavourOfHint}
        options={favouredNames}
        problem={problem}
      />
      <Choice
        name="cause"
        legend={fieldWords.tribunalCause}
        hint={fieldWords.tribunalCauseHint}
        options={{ "": fieldWords.notLost, ...tribunalCauseNames }}
        chosen=""
        problem={problem}
      />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async (sending) => {
    const { write, typed, uploadIds } = sending;
    const outcome = chosenOf(tribunalNames, typed("outcome"));
    if (!outcome) return fieldProblem("outcome", fieldWords.choose);
    const bare = undecided(sending);
    if (bare !== undefined) return fieldProblem(outcomeName(bare), fieldWords.tribunalMonthMissing);
    const months = decidedMonths(sending);
    const inFavourOf = chosenOf(favouredNames, typed("inFavourOf"));
    const cause = chosenOf(tribunalCauseNames, typed("cause"));
    return api.recordTribunal({
      ...write,
      body: {
        outcome,
        number: typed("number"),
        receivedAt: typedInstant(typed("receivedAt")),
        summary: typed("summary"),
        termDays: numberOf(typed("termDays")),
        ...(months.length > 0 && { months }),
        ...(inFavourOf && { inFavourOf }),
        ...(cause && { cause }),
        uploadIds,
      },
    });
  },
};

/** Records that the decision was executed. */
export const execution: ActForm = {
  Fields: ({ problem }) => (
    <>
      <LongText
        name="summary"
        label={fieldWords.doneSummary}
        hint={fieldWords.seenByUser}
        max={1000}
        problem={problem}
      />
      <TextField name="reference" label={fieldWords.doneReference} hint={fieldWords.inside} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) =>
    api.executeDecision({ ...write, body: { summary: typed("summary"), reference: typed("reference") } }),
};

/** Accepts a withdrawal that its claimant requested, under what they withdraw, why, who asked for it and when. */
export const withdrawal: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <Loaded load={() => import("../resolution/withdrawal-asked.tsx")} about="asked">
        {({ WithdrawalAsked }) => <WithdrawalAsked file={file} />}
      </Loaded>
      <LongText name="reason" label={fieldWords.reason} hint={fieldWords.seenByUser} max={500} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) => api.acceptWithdrawal({ ...write, body: { reason: typed("reason") } }),
};
