import { useState } from "preact/hooks";
import { type ClientProblem, formProblem, type Outcome } from "../../client.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Choice } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import type { ClaimView } from "../../words/claim.ts";
import { deadline } from "../../words/deadline.ts";
import { dateWithWeekday, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { keptLeakCheck } from "../leak/leak-check.ts";
import { withLeakCheck } from "../leak/leak-claims.tsx";
import { leakSentences } from "../leak/leak-result.words.ts";
import { Heading } from "../page.tsx";
import { ActForm, type ActProps, missing } from "./act-form.tsx";
import { extendWords, newEvidenceWords, remedyWords } from "./claim-additions.words.ts";
import { daysLeftFor } from "./days-left-for.words.ts";

/**
 * Renders the form with which a claimant answers an observation, that is, what the utility found missing in their
 * claim: a text, which is needed, and files. Above it, if `claim.defects` has any, are what is missing and the last day
 * to answer. If the claimant was not notified yet, a button under the form leads to the question whether their days
 * begin now.
 */
export function Remedy({ claim, onDone }: ActProps) {
  const { claimId, defects, remedyUntil } = claim;
  const [asks, setAsks] = useState(false);
  if (asks) return <Know claim={claim} onDone={onDone} onBack={() => setAsks(false)} />;
  return (
    <>
      <Heading arrived>{remedyWords.title}</Heading>
      {defects.length > 0 && (
        <>
          <p>{remedyWords.asked}</p>
          <ul>
            {defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ul>
          <p>
            {remedyUntil ? (
              <>
                {remedyWords.until} <b>{deadline(remedyUntil, daysLeftFor("remedied", claim))}</b>.
              </>
            ) : (
              remedyWords.notNotified
            )}
          </p>
        </>
      )}
      <ActForm
        name={`remedy.${claimId}`}
        action={remedyWords.send}
        withAttachments
        check={(typed) => missing("answer", typed("answer"), remedyWords.missing)}
        send={(typed, uploadIds) =>
          api.remedyClaim({ params: { claimId }, body: { answer: typed("answer"), uploadIds }, key: writeKeyOf(typed) })
        }
        onDone={onDone}
      >
        {(problem) => <LongText name="answer" label={remedyWords.answer} max={1500} problem={problem} />}
      </ActForm>
      {claim.remedyIfKnown && (
        <p>
          <button type="button" class="link" onClick={() => setAsks(true)}>
            {remedyWords.know}
          </button>
        </p>
      )}
    </>
  );
}

/**
 * Renders the form that brings new evidence for a reconsideration: a text, which is needed, and files. Above it are
 * what was asked for and the last day to bring it, each if there is one.
 */
export function NewEvidence({ claim, onDone }: ActProps) {
  const { claimId, defects, remedyUntil } = claim;
  return (
    <>
      <Heading arrived>{newEvidenceWords.title}</Heading>
      <p>{newEvidenceWords.lede}</p>
      {defects.length > 0 && (
        <>
          <p>{remedyWords.asked}</p>
          <ul>
            {defects.map((asked) => (
              <li key={asked}>{asked}</li>
            ))}
          </ul>
        </>
      )}
      {remedyUntil && (
        <p>
          {newEvidenceWords.until} <b>{deadline(remedyUntil, daysLeftFor("new-evidence-brought", claim))}</b>.{" "}
          {newEvidenceWords.after}
        </p>
      )}
      <ActForm
        name={`new-evidence.${claimId}`}
        action={newEvidenceWords.send}
        withAttachments
        check={(typed, sent) =>
          formProblem({
            answer: typed("answer").trim() ? undefined : newEvidenceWords.missing,
            uploadIds: sent.length > 0 ? undefined : newEvidenceWords.noFile,
          })
        }
        send={(typed, uploadIds) =>
          api.remedyClaim({
            params: { claimId },
            body: { answer: typed("answer"), uploadIds },
            key: writeKeyOf(typed),
          })
        }
        onDone={onDone}
      >
        {(problem) => <LongText name="answer" label={newEvidenceWords.answer} max={1500} problem={problem} />}
      </ActForm>
    </>
  );
}

/**
 * Asks whether the claimant's days to answer an observation begin now: the last day that follows, and what is lost
 * after it. Only then records that they know the observation, and calls `onDone`.
 */
function Know({ claim, onDone, onBack }: ActProps & { readonly onBack: () => void }) {
  const { claimId, remedyIfKnown = "" } = claim;
  const [key] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    () => api.knowObservation({ params: { claimId }, body: {}, key }),
    onDone,
  );
  return (
    <>
      <Heading arrived>{remedyWords.sure}</Heading>
      {problem && <ProblemNotice problem={problem} />}
      <p>
        {remedyWords.last} <b>{dateWithWeekday(remedyIfKnown)}</b>.
      </p>
      <p>{remedyWords.lost}</p>
      <p>{remedyWords.needless}</p>
      <form method="dialog" noValidate onSubmit={onSubmit} class="buttons">
        <button type="button" class="button" onClick={onBack}>
          {remedyWords.back}
        </button>
        <button type="submit" class="button danger" aria-busy={busy || undefined}>
          {remedyWords.know}
        </button>
      </form>
    </>
  );
}

/**
 * Renders the form that adds grounds, which are needed, and files to a claim. If the claim is about receipts and its
 * supply is linked to the account, one more of the last twelve months can be added. With `#fugas` in the address, the
 * grounds begin with the check for leaks that this device keeps.
 */
export function Extend({ claim, onDone }: ActProps) {
  const { claimId } = claim;
  const leakCheck = location.hash === withLeakCheck ? keptLeakCheck() : undefined;
  return (
    <>
      <Heading arrived>{extendWords.title}</Heading>
      <p>{extendWords.lede}</p>
      <ActForm
        name={`extend.${claimId}`}
        action={extendWords.send}
        withAttachments
        check={(typed) => missing("grounds", typed("grounds"), extendWords.missing)}
        send={(typed, uploadIds) =>
          api.extendClaim({
            params: { claimId },
            body: { grounds: typed("grounds"), receipts: monthIn(typed("month")), uploadIds },
            key: writeKeyOf(typed),
          })
        }
        onDone={onDone}
      >
        {(problem) => (
          <>
            <LongText
              name="grounds"
              label={extendWords.grounds}
              max={1500}
              initial={leakCheck ? leakSentences(leakCheck).join(" ") : ""}
              problem={problem}
            />
            {claim.receipts.length > 0 && <AnotherMonth claim={claim} problem={problem} />}
          </>
        )}
      </ActForm>
    </>
  );
}

/**
 * Returns the receipt that the radio button `period number` names, as a list of one; empty for the button without a
 * month.
 */
function monthIn(chosen: string): { readonly period: string; readonly number: string }[] {
  const [period = "", ...number] = chosen.split(" ");
  return number.length > 0 ? [{ period, number: number.join(" ") }] : [];
}

const monthsShown = 12;

/**
 * Returns the months among the supply's last twelve that the claim is not about, as labels by radio value. Empty if the
 * supply is not linked to the account.
 */
async function otherMonths({ supplyCode, receipts }: ClaimView): Promise<Outcome<Readonly<Record<string, string>>>> {
  const linked = await api.listSupplies();
  if (!linked.ok) return linked;
  const link = linked.value.supplies.find((supply) => supply.supplyCode === supplyCode);
  if (!link) return { ok: true, value: {} };
  const listed = await api.listReceipts({ params: { linkId: link.linkId } });
  if (!listed.ok) return listed;
  const others = listed.value.months
    .slice(0, monthsShown)
    .filter(({ number }) => !receipts.some((receipt) => receipt.number === number));
  return {
    ok: true,
    value: Object.fromEntries(others.map(({ period, number }) => [`${period} ${number}`, monthAndYear(period)])),
  };
}

interface AnotherMonthProps {
  readonly claim: ClaimView;
  readonly problem: ClientProblem | undefined;
}

/**
 * Renders the choice of another month. Renders nothing until the months are known, if they cannot be had, or if there
 * is none.
 */
function AnotherMonth({ claim, problem }: AnotherMonthProps) {
  const { answer } = useAnswer(() => otherMonths(claim), claim.claimId);
  if (!answer?.ok || Object.keys(answer.value).length === 0) return null;
  return (
    <Choice
      name="month"
      legend={extendWords.month}
      options={{ "": extendWords.noMonth, ...answer.value }}
      chosen=""
      problem={problem}
    />
  );
}
