import { useState } from "preact/hooks";
import { apiToday } from "../../api-clock.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { writeKeyOf } from "../../look/write-key.tsx";
import type { ClaimView } from "../../words/claim.ts";
import {
  againIn,
  type Withdrawable,
  withdrawableIn,
  withdrawTitles,
  withdrawWords,
} from "../../words/claim-withdrawal.ts";
import { api } from "../api.ts";
import { ActForm, type ActProps, missing } from "../claim/act-form.tsx";
import { Heading } from "../page.tsx";
import { SignInAgain } from "../signed-in.tsx";

interface Withdrawal {
  readonly of: "procedure" | "claim";
  readonly reason: string;
  readonly key: string;
}

/**
 * Renders the form that withdraws a claim, or the recourse that runs in it: for a claim, whether only this procedure,
 * with until when its receipts may be claimed again, or the claim for good, and a reason, which may be empty. Then says
 * what is lost and that it cannot be undone, and sends the withdrawal only after a confirmation.
 */
export function Withdraw({ claim: { claimId, state, receipts }, onDone }: ActProps) {
  const what = withdrawableIn(state);
  const [asked, setAsked] = useState<Withdrawal>();
  if (asked) {
    const confirmed = { claimId, what, receipts, asked, onDone };
    return <ConfirmWithdrawal {...confirmed} onBack={() => setAsked(undefined)} />;
  }
  return (
    <>
      <Heading arrived>{withdrawTitles[what]}</Heading>
      <ActForm<Withdrawal>
        name={`withdraw.${claimId}`}
        action={withdrawWords.next}
        check={(typed) => (what === "claim" ? missing("of", typed("of"), withdrawWords.missing) : undefined)}
        send={async (typed) => ({
          ok: true,
          value: {
            of: typed("of") === "claim" ? "claim" : "procedure",
            reason: typed("reason"),
            key: writeKeyOf(typed),
          },
        })}
        onDone={setAsked}
      >
        {(problem) => (
          <>
            {what === "claim" && (
              <>
                <Choice name="of" legend={withdrawWords.of} options={withdrawWords.options} problem={problem} />
                <Again receipts={receipts} />
              </>
            )}
            <LongText name="reason" label={withdrawWords.reason} max={500} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

interface AgainProps {
  readonly receipts: ClaimView["receipts"];
}

/** Says until when the receipts of a claim may be claimed again if only its procedure is withdrawn. */
export function Again({ receipts }: AgainProps) {
  return (
    <>
      {againIn(receipts, apiToday()).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}

interface ConfirmWithdrawalProps extends AgainProps {
  readonly claimId: string;
  readonly what: Withdrawable;
  readonly asked: Withdrawal;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

function ConfirmWithdrawal({ claimId, what, receipts, asked, onDone, onBack }: ConfirmWithdrawalProps) {
  const { of, reason, key } = asked;
  const { problem, busy, onSubmit } = useSending(
    () => api.withdrawClaim({ params: { claimId }, body: { of, reason }, key }),
    onDone,
  );
  return (
    <>
      <Heading arrived>{withdrawWords.sure[what]}</Heading>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      {what !== "claim" && <p>{withdrawWords.recourse}</p>}
      {what === "claim" && (
        <p>
          {withdrawWords.ends(receipts.length)} {of === "claim" && withdrawWords.consequence.claim}
        </p>
      )}
      {what === "claim" && of === "procedure" && <Again receipts={receipts} />}
      <p>{withdrawWords.until[what]}</p>
      <p>
        <b>{withdrawWords.final}</b>
      </p>
      <form method="dialog" noValidate onSubmit={onSubmit} class="buttons">
        <button type="submit" class="button danger" aria-busy={busy || undefined}>
          {withdrawWords.yes}
        </button>
        <button type="button" class="button plain" onClick={onBack}>
          {withdrawWords.no[what]}
        </button>
      </form>
    </>
  );
}
