import { useState } from "preact/hooks";
import { useSending } from "../look/asking.ts";
import { Choice, ErrorSummary } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { writeKeyOf } from "../look/write-key.tsx";
import { type Withdrawable, withdrawableIn, withdrawTitles, withdrawWords } from "../words/claim-withdrawal.ts";
import { ActForm, type ActProps, missing } from "./act-form.tsx";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";
import { SignInAgain } from "./signed-in.tsx";

interface Withdrawal {
  readonly of: "procedure" | "claim";
  readonly reason: string;
  readonly key: string;
}

/**
 * Renders the form that withdraws a claim, or the recourse that runs in it: for a claim, whether only this procedure or
 * the claim for good, which must be chosen, and a reason, which may be empty. Then says what is lost and that it
 * cannot be undone, and sends the withdrawal only after a confirmation.
 */
export function Withdraw({ claim: { claimId, state, receipts }, onDone }: ActProps) {
  const what = withdrawableIn(state);
  const [asked, setAsked] = useState<Withdrawal>();
  if (asked) {
    const confirmed = { claimId, what, receipts: receipts.length, asked, onDone };
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
              <Choice name="of" legend={withdrawWords.of} options={withdrawWords.options} problem={problem} />
            )}
            <LongText name="reason" label={withdrawWords.reason} max={500} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

interface ConfirmWithdrawalProps {
  readonly claimId: string;
  readonly what: Withdrawable;
  /** How many receipts the claim is about. */
  readonly receipts: number;
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
      <p>
        {what === "claim" ? `${withdrawWords.ends(receipts)} ${withdrawWords.consequence[of]}` : withdrawWords.recourse}
      </p>
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
