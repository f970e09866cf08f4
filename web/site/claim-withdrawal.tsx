import { useState } from "preact/hooks";
import { useSending } from "../look/asking.ts";
import { Choice, ErrorSummary } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { writeKeyOf } from "../look/write-key.tsx";
import { withdrawWords } from "../words/claim-withdrawal.ts";
import { ActForm, type ActProps, missing } from "./act-form.tsx";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";
import { SignInAgain } from "./signed-in.tsx";

interface Withdrawal {
  readonly of: "procedure" | "claim";
  readonly reason: string;
  readonly key: string;
}

/** Asked, then confirmed on a page of its own that says what is lost. */
export function Withdraw({ claim: { claimId }, onDone }: ActProps) {
  const [asked, setAsked] = useState<Withdrawal>();
  if (asked)
    return <ConfirmWithdrawal claimId={claimId} asked={asked} onDone={onDone} onBack={() => setAsked(undefined)} />;
  return (
    <>
      <Heading arrived>{withdrawWords.title}</Heading>
      <ActForm<Withdrawal>
        name={`withdraw.${claimId}`}
        action={withdrawWords.next}
        check={(typed) => missing("of", typed("of"), withdrawWords.missing)}
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
            <Choice name="of" legend={withdrawWords.of} options={withdrawWords.options} problem={problem} />
            <LongText name="reason" label={withdrawWords.reason} max={500} problem={problem} />
          </>
        )}
      </ActForm>
    </>
  );
}

interface ConfirmWithdrawalProps {
  readonly claimId: string;
  readonly asked: Withdrawal;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

function ConfirmWithdrawal({ claimId, asked: { of, reason, key }, onDone, onBack }: ConfirmWithdrawalProps) {
  const { problem, busy, onSubmit } = useSending(
    () => api.withdrawClaim({ params: { claimId }, body: { of, reason }, key }),
    onDone,
  );
  return (
    <>
      <Heading arrived>{withdrawWords.sure}</Heading>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <p>{withdrawWords.consequence[of]}</p>
      <p>{withdrawWords.until}</p>
      <form method="dialog" noValidate onSubmit={onSubmit} class="buttons">
        <button type="submit" class="button danger" aria-busy={busy || undefined}>
          {withdrawWords.yes}
        </button>
        <button type="button" class="button plain" onClick={onBack}>
          {withdrawWords.no}
        </button>
      </form>
    </>
  );
}
